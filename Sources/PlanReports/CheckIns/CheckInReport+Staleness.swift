import PlanModel
import PlanMonitoring

/// How old the progress reports are.
extension CheckInReport {
    private static let taskRows = 5

    /// One sentence, the teams that it concerns, and the oldest tasks; after an empty line.
    func stalenessLines(_ style: Style) -> [String] {
        let total = staleness.total
        guard total.started > 0 else { return [] }
        var lines = ["", style.heading("Progress reports")]
        lines += wrapped(sentence, width: style.width - 2).map { "  " + $0 }
        let teams = staleness.teams.filter { $0.figures.stale + $0.figures.neverReported > 0 }
        if !teams.isEmpty {
            var table = TextTable([
                .init(title: "Team", isFlexible: true), .init(title: "Under way", isRight: true),
                .init(title: "Stale", isRight: true), .init(title: "Never reported", isRight: true),
            ])
            for (team, figures) in teams.prefix(Self.groupRows) {
                table.add([
                    .init(team.map { "\(plan.teams.text(.id, Int($0))) \(plan.teams.text(.name, Int($0)))" } ?? "no team"),
                    .init(Spelling.count(figures.started)), .init(Spelling.count(figures.stale)),
                    .init(Spelling.count(figures.neverReported)),
                ])
            }
            lines += table.lines(style)
        }
        if !staleness.entries.isEmpty { lines += [""] + staleLines(Self.taskRows, style) }
        return lines
    }

    /// How old the reports are; `nil` where no work is under way.
    var stalenessSentence: String? { staleness.total.started > 0 ? sentence : nil }

    private var sentence: String {
        let total = staleness.total
        let (all, span) = (Spelling.count(total.started, "task"), Spelling.count(staleness.staleAfter, "day"))
        let stale =
            total.stale == 0
            ? "None of \(all) under way has gone more than \(span) without a report"
            : "\(Spelling.count(total.stale)) of \(all) under way \(total.stale == 1 ? "has" : "have") gone more than \(span) without a report"
        let never =
            total.neverReported > 0
            ? "; \(Spelling.verb(total.neverReported, "was", "were")) never reported on since the work began" : ""
        return "\(stale)\(never)."
    }

    private func reportWords(_ entry: ReportStaleness.Entry) -> String {
        if let day = entry.lastReport { return Spelling.day(date(day)) }
        return "none, begun " + (plan.tasks.date(.actualStart, Int(entry.task)).map(Spelling.day) ?? "-")
    }

    /// The tasks, oldest first.
    func staleLines(_ limit: Int?, _ style: Style) -> [String] {
        let entries = staleness.entries
        guard !entries.isEmpty else { return ["\(CheckInList.stale.title): none."] }
        var table = TextTable([
            .init(title: "", isFlexible: true), .init(title: "Owner", isFlexible: true), .init(title: "Team"),
            .init(title: "Last report", isRight: true),
        ])
        for entry in entries.prefix(limit ?? entries.count) {
            let task = Int(entry.task)
            table.add([
                .init("\(plan.tasks.text(.id, task)) \(plan.tasks.text(.name, task))"),
                .init(plan.tasks.reference(.owner, task).map { plan.people.text(.name, $0) } ?? "-"),
                .init(entry.team.map { plan.teams.text(.id, Int($0)) } ?? "-"),
                .init(reportWords(entry), entry.isStale ? .bad : .fair),
            ])
        }
        let more = entries.count - (limit ?? entries.count)
        return [style.heading("\(CheckInList.stale.title): \(Spelling.count(entries.count, "task"))")]
            + table.without(style.width < 70 ? [1] : []).lines(style)
            + (more > 0 ? ["  " + style.paint("and \(Spelling.count(more)) more (--list stale)", .faint)] : [])
    }
}

import PlanForecast
import PlanModel
import PlanMonitoring
import PlanNetwork
import PlanStatistics

extension StrengthReport {
    /// The longest bar, columns.
    private static let bar = 12
    private static let held: [PeopleMode: String] = [
        .none: "people no limit", .fixed: "people keep the order of the levelled plan",
        .dynamic: "people held to what they can do",
    ]

    /// For people: a sentence, a table of all initiatives, then each with its counts.
    public func text(_ style: Style) -> String {
        var lines = wrapped(headline, width: style.width, indent: 2).map { style.paint($0, .heading) }
        lines += [""] + wrapped(head, width: style.width)
        guard !initiatives.isEmpty else { return lines.joined(separator: "\n") + "\n" }
        lines += [""] + overview.without(style.width < 70 ? [1] : []).lines(style)
        lines += wrapped(
            "Each share is the least of the counts below; the four are not added up to one.", width: style.width - 2
        ).map { "  " + style.paint($0, .faint) }
        for initiative in initiatives { lines += [""] + block(initiative, style) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: String {
        "\(printable(plan.settings.name)) · data date \(Spelling.day(plan.settings.dataDate)) · "
            + "\(Spelling.count(forecast.settings.samples, "sample")), seed \(forecast.settings.seed), \(Self.held[forecast.peopleMode]!)"
    }

    /// How many initiatives are strong in each area.
    var headline: String {
        guard !initiatives.isEmpty else {
            return "The plan names no initiative, so there is nothing whose execution could be strong."
        }
        func full(_ area: InitiativeStrength.Area) -> Int { initiatives.count { $0.least(area) == 1 } }
        var parts = ["\(full(.defined)) fully defined", "\(full(.deployed)) fully deployed"]
        let kept = initiatives.compactMap { $0.figures(.rhythm).first?.share }
        if !kept.isEmpty { parts.append("\(kept.count { $0 >= checkIns.settings.rhythm }) in the rhythm of check-ins") }
        let likely = initiatives.compactMap { $0.outcome?.onTime }
        if !likely.isEmpty { parts.append("\(likely.count { $0.value >= 0.5 }) more likely on time than not") }
        return "Of \(Spelling.count(initiatives.count, "initiative")) \(Spelling.list(parts))."
    }

    private var overview: TextTable {
        var table = TextTable([
            .init(title: names.word(.initiative).capitalisedFirst, isFlexible: true), .init(title: "Due", isRight: true),
            .init(title: "Defined", isRight: true), .init(title: "Deployed", isRight: true),
            .init(title: "In rhythm", isRight: true),
            .init(title: "On time", isRight: true),
        ])
        for initiative in initiatives {
            table.add(
                [.init(names.title(initiative.target)), .init(names.due(initiative.target).map(Spelling.lastDay) ?? "-")]
                    + InitiativeStrength.Area.allCases.map { cell(initiative.least($0)) } + [onTime(initiative)])
        }
        return table
    }

    private func cell(_ share: Double?) -> TextTable.Cell {
        guard let share else { return "-" }
        return .init(Self.percent(share), share == 1 ? .good : share < 0.8 ? .bad : .fair)
    }

    /// A share that claims neither none nor all where it is not.
    private static func percent(_ share: Double) -> String {
        let percent = Int((100 * share).rounded())
        if percent == 0, share > 0 { return "< 1 %" }
        return percent == 100 && share < 1 ? "> 99 %" : "\(percent) %"
    }

    private func onTime(_ initiative: InitiativeStrength) -> TextTable.Cell {
        guard let share = initiative.outcome?.onTime else { return "-" }
        return .init(Spelling.percentWithError(share), share.value >= 0.8 ? .good : share.value < 0.5 ? .bad : .fair)
    }

    private func block(_ initiative: InitiativeStrength, _ style: Style) -> [String] {
        let owner =
            plan.initiatives.reference(.owner, initiative.row).map { plan.people.text(.name, $0) } ?? "nobody answers for it"
        var table = TextTable([
            .init(title: ""), .init(title: "", isFlexible: true), .init(title: "", isRight: true), .init(title: ""),
            .init(title: "", isRight: true),
        ])
        for area in InitiativeStrength.Area.allCases {
            for (place, figure) in initiative.figures(area).enumerated() {
                table.add([.init(place == 0 ? area.title : "")] + cells(figure))
            }
            if area == .rhythm, initiative.overduePairs > 0, !initiative.figures(.rhythm)[0].isWithheld {
                table.add([
                    "", "pairs whose meeting is overdue", .init("\(initiative.overduePairs) of \(initiative.pairs)"), "", "",
                ])
            }
        }
        return wrapped(printable("\(names.title(initiative.target)) · \(owner)"), width: style.width, indent: 2).map {
            style.heading($0)
        }
            + table.without(style.width < 70 ? [3] : []).lines(style)
            + wrapped(course(initiative), width: style.width - 13).enumerated().map {
                ($0 == 0 ? "  On course  " : "             ") + $1
            }
    }

    private func cells(_ figure: InitiativeStrength.Figure) -> [TextTable.Cell] {
        if figure.isWithheld { return [.init(figure.words), "of fewer than five", "", ""] }
        guard let share = figure.share else { return [.init(figure.words), "none", "", ""] }
        let filled = Int((share * Double(Self.bar)).rounded(share < 0.5 ? .up : .down))
        let ink: Style.Ink = share == 1 ? .good : share < 0.8 ? .bad : .fair
        return [
            .init(figure.words), .init("\(Spelling.count(figure.covered)) of \(Spelling.count(figure.total))"),
            .init(String(repeating: "━", count: filled) + String(repeating: "·", count: Self.bar - filled), ink),
            .init(Self.percent(share)),
        ]
    }

    private func course(_ initiative: InitiativeStrength) -> String {
        guard let outcome = initiative.outcome else { return "nothing is left to do" }
        let date = { (instant: Int32) in Spelling.lastDay(network.date(of: instant)) }
        let finish =
            "half of the samples end by \(date(outcome.percentile(50))), four fifths by \(date(outcome.percentile(80)))"
        guard let share = outcome.onTime, let due = names.due(initiative.target) else { return "\(finish); no due date" }
        return "on time with \(Spelling.percentWithError(share)) (due \(Spelling.lastDay(due))); \(finish)"
    }
}

import PlanModel
import PlanMonitoring

extension CheckInReport {
    /// The longest bar, columns; no more rows of groups, and no more entries of a list in the whole report.
    static let bar = 20, groupRows = 15, listRows = 10

    /// The check-ins for people: a sentence, the trend, who keeps the rhythm, who is overdue, how old the progress reports are.
    public func text(_ style: Style) -> String {
        if let list { return lines(list, limit: nil, style).joined(separator: "\n") + "\n" }
        var lines = wrapped(headline, width: style.width, indent: 2).map { style.paint($0, .heading) }
        lines += [""] + wrapped(head, width: style.width)
        lines += trend(style)
        for list in [CheckInList.managers, .units] where hasFigures { lines += groups(list, limit: Self.groupRows, style) }
        if checkIns.hasCadence { lines += [""] + self.lines(.overdue, limit: Self.listRows, style) }
        lines += stalenessLines(style)
        lines += resultLines(style)
        let notes = self.notes
        if !notes.isEmpty {
            lines += [""] + notes.flatMap { wrapped($0, width: style.width) }.map { style.paint($0, .faint) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether there is something to add up.
    private var hasFigures: Bool { !checkIns.pairs.isEmpty && checkIns.hasCadence && !rollUps.total.isWithheld }

    private var head: String {
        let (from, to) = (date(checkIns.period.firstDay), date(checkIns.period.lastDay))
        let rhythm =
            plan.settings.cadence.map {
                "a meeting every \(Spelling.count($0.everyDays, "day")), \($0.graceDays) of grace"
                    + (plan.settings.ownCadences.isEmpty ? "" : ", some units and pairs otherwise")
            } ?? "no cadence"
        return
            "\(printable(plan.settings.name)) · \(Spelling.day(from)) to \(Spelling.day(to)) · \(Spelling.count(rollUps.total.figures.employees, "employee")) \(scope) · \(rhythm)"
    }

    private var scope: String {
        switch checkIns.settings.scope {
        case .everybody: "with a manager"
        case .unit(let name): "of \(printable(name))"
        case .manager(let row): "of \(printable(title(row)))"
        }
    }

    // MARK: the sentence

    /// How much of what was due was held, how many pairs are overdue, how many managers keep the rhythm.
    var headline: String {
        let figures = rollUps.total.figures
        guard !checkIns.pairs.isEmpty else { return "Nobody here has a manager in this period, so no check-in was due." }
        guard checkIns.hasCadence else {
            return "The plan names no cadence, so no check-in is due; "
                + "\(Spelling.verb(figures.held, "meeting was", "meetings were")) held. "
                + "Add to plan.yaml how often managers and their people are to meet: cadence: {every: 14d, grace: 3d}"
        }
        guard !rollUps.total.isWithheld else {
            return "The sum over fewer than five employees is withheld; --named shows it."
        }
        guard figures.expected > 0 else { return "No check-in has come due yet." }
        let parts = [
            "\(Self.percent(figures)) of the check-ins due were held",
            figures.overdue == 0
                ? "nobody is overdue"
                : "\(Spelling.count(figures.overdue)) of \(Spelling.count(currentPairs, "pair")) \(figures.overdue == 1 ? "is" : "are") overdue",
            keepers, silence,
        ]
        return parts.compactMap(\.self).joined(separator: "; ") + "."
    }

    private var currentPairs: Int { checkIns.pairs.count(where: \.isCurrent) }

    /// How many managers kept the rhythm with all their people.
    private var keepers: String? {
        let managers = rollUps.managers.map(\.figures).filter { $0.judged > 0 }
        guard managers.count > 1 else { return nil }
        let all = managers.count { $0.inRhythm == $0.judged }
        return "\(Spelling.count(all)) of \(Spelling.count(managers.count)) managers kept the rhythm with all their people"
    }

    /// Managers with people of their own and no record of any meeting.
    private var silence: String? {
        var isSilent: [Int32: Bool] = [:]
        for pair in checkIns.pairs where pair.expected > 0 {
            isSilent[pair.manager] = isSilent[pair.manager] ?? true && pair.records == 0
        }
        let count = isSilent.count { $0.value }
        return count > 0 ? "\(Spelling.verb(count, "manager keeps", "managers keep")) no record at all" : nil
    }

    // MARK: the trend

    private func trend(_ style: Style) -> [String] {
        let months = checkIns.months
        guard hasFigures, months.count > 1 else { return [] }
        var table = TextTable([
            .init(title: "Month"), .init(title: "Due", isRight: true), .init(title: "Held", isRight: true), .init(title: ""),
            .init(title: "", isRight: true),
        ])
        // Of many months the last ones; the whole row is in JSON.
        for month in months.suffix(24) {
            let share = month.expected > 0 ? Double(month.held) / Double(month.expected) : nil
            table.add([
                .init(Spelling.month(date(month.firstDay))), .init(Spelling.count(month.expected)),
                .init(Spelling.count(month.held)), bar(share), .init(AlignmentReport.percent(share)),
            ])
        }
        return [""] + table.lines(style)
            + note(
                "A meeting falls due after as many days as the cadence says on which both were employed and there; the first are due that long after the beginning. Held counts every "
                    + "meeting of the month, also more than were due.", style)
    }

    func bar(_ share: Double?) -> TextTable.Cell {
        guard let share else { return "" }
        let filled = Int((min(share, 1) * Double(Self.bar)).rounded(share < 0.5 ? .up : .down))
        let text = String(repeating: "━", count: filled) + String(repeating: "·", count: Self.bar - filled)
        return .init(text, ink(share))
    }

    func ink(_ share: Double) -> Style.Ink { share >= checkIns.settings.rhythm ? .good : share < 0.5 ? .bad : .fair }

    func note(_ text: String, _ style: Style) -> [String] {
        wrapped(text, width: style.width - 2).map { "  " + style.paint($0, .faint) }
    }

    // MARK: what else there is to say

    private var notes: [String] {
        var notes: [String] = []
        if checkIns.untouched > 0 {
            notes.append("\(Spelling.verb(checkIns.untouched, "record is", "records are")) untouched and do not count as held.")
        }
        if checkIns.heldElsewhere > 0 {
            notes.append(
                "\(Spelling.verb(checkIns.heldElsewhere, "meeting was", "meetings were")) held with somebody who was not the manager at the time, and count for nothing."
            )
        }
        if checkIns.scheduled > 0 {
            notes.append("\(Spelling.verb(checkIns.scheduled, "meeting is", "meetings are")) scheduled after the data date.")
        }
        if let share = goalShare { notes.append("\(share) of the meetings held name goals.") }
        return notes
    }

    private var goalShare: String? {
        let figures = rollUps.total.figures
        guard figures.held > 0, !rollUps.total.isWithheld else { return nil }
        return AlignmentReport.percent(Int64(figures.withGoals), of: Int64(figures.held))
    }
}

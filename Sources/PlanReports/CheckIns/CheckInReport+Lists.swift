import PlanModel
import PlanMonitoring

extension CheckInReport {
    /// A list with its heading, shortened to so many entries.
    func lines(_ list: CheckInList, limit: Int?, _ style: Style) -> [String] {
        switch list {
        case .overdue: overdueLines(limit, style)
        case .pairs: pairLines(style)
        case .managers, .lines, .units: Array(groups(list, limit: limit, style).dropFirst())
        case .stale: staleLines(limit, style)
        }
    }

    private func more(_ count: Int, _ list: CheckInList, _ style: Style) -> [String] {
        count > 0 ? ["  " + style.paint("and \(Spelling.count(count)) more (--list \(list.rawValue))", .faint)] : []
    }

    // MARK: pairs

    private func overdueLines(_ limit: Int?, _ style: Style) -> [String] {
        let pairs = overdue
        guard !pairs.isEmpty else { return ["Overdue: nobody."] }
        var table = TextTable([
            .init(title: "Employee", isFlexible: true), .init(title: "Manager", isFlexible: true),
            .init(title: "Last met", isRight: true), .init(title: "Over by", isRight: true),
            .init(title: "Has climbed to", isFlexible: true),
        ])
        for pair in pairs.prefix(limit ?? pairs.count) {
            let line = checkIns.escalation(of: pair, in: plan)
            table.add([
                .init(title(pair.employee)), .init(title(pair.manager)),
                .init(pair.daysSinceLast.map { "\(Spelling.count($0)) d ago" } ?? "never"),
                .init("\(Spelling.count(pair.overdueDays)) d", line.count > 1 ? .bad : .fair),
                .init(line.dropFirst().map(id).joined(separator: ", ")),
            ])
        }
        return [style.heading("Overdue: \(Spelling.count(pairs.count, "pair"))")]
            + table.without(style.width < 80 ? [4] : []).lines(style)
            + more(pairs.count - (limit ?? pairs.count), .overdue, style)
            + note(
                "Over by: days on which both were there since the last meeting, beyond the cadence. What is overdue is the manager's at once, and climbs one manager each time that the cadence "
                    + "has passed again.", style)
    }

    private func pairLines(_ style: Style) -> [String] {
        guard !checkIns.pairs.isEmpty else { return ["Employees with their managers: none."] }
        var table = TextTable([
            .init(title: "Employee", isFlexible: true), .init(title: "Manager", isFlexible: true),
            .init(title: "Due", isRight: true), .init(title: "Held", isRight: true), .init(title: "", isRight: true),
            .init(title: "Longest gap", isRight: true), .init(title: "Last met", isRight: true), .init(title: ""),
        ])
        for pair in ordered {
            table.add([
                .init(title(pair.employee)), .init(title(pair.manager)), .init(Spelling.count(pair.expected)),
                .init(Spelling.count(pair.held)),
                .init(AlignmentReport.percent(pair.adherence), pair.adherence.map(ink)),
                .init(pair.longestGapDays.map { "\(Spelling.count($0)) d" } ?? "-"),
                .init(pair.daysSinceLast.map { "\(Spelling.count($0)) d ago" } ?? "never"),
                .init(pair.overdue ? "overdue" : pair.isCurrent ? "" : "until \(Spelling.day(date(pair.lastDay)))"),
            ])
        }
        return [style.heading("Employees with their managers: \(Spelling.count(checkIns.pairs.count, "pair"))")]
            + table.without(style.width < 80 ? [5, 6] : []).lines(style)
    }

    // MARK: groups

    /// A table of groups after an empty line; those that weigh most on what was not held come first.
    func groups(_ list: CheckInList, limit: Int?, _ style: Style) -> [String] {
        let all = list == .managers ? rollUps.managers : list == .lines ? rollUps.lines : rollUps.units
        let shown = ordered(all.filter { !$0.isWithheld }).enumerated().sorted { left, right in
            let (a, b) = (left.element.figures, right.element.figures)
            return a.expected - a.kept != b.expected - b.kept
                ? a.expected - a.kept > b.expected - b.kept : left.offset < right.offset
        }.map(\.element)
        var table = TextTable([
            .init(title: list.title, isFlexible: true), .init(title: "People", isRight: true),
            .init(title: "In rhythm", isRight: true), .init(title: "Due", isRight: true),
            .init(title: "Held", isRight: true), .init(title: ""), .init(title: "", isRight: true),
            .init(title: "Overdue", isRight: true),
        ])
        for group in shown.prefix(limit ?? shown.count) {
            let figures = group.figures
            table.add([
                .init(title(group)), .init(Spelling.count(figures.employees)),
                .init("\(Spelling.count(figures.inRhythm)) of \(Spelling.count(figures.judged))"),
                .init(Spelling.count(figures.expected)), .init(Spelling.count(figures.held)), bar(figures.adherence),
                .init(Self.percent(figures)), .init(figures.overdue > 0 ? Spelling.count(figures.overdue) : ""),
            ])
        }
        let withheld = ordered(all.filter(\.isWithheld))
        // Where the list is asked for, those withheld are named, so that nobody looks for them in vain.
        if limit == nil {
            for group in withheld { table.add([.init(title(group)), .init(hiddenWords(group)), "", "", "", "", "", ""]) }
        }
        guard !table.rows.isEmpty || !withheld.isEmpty else { return ["", "\(list.title): none."] }
        let hidden: Set<Int> = style.width < 70 ? [2, 5] : style.width < 90 ? [5] : []
        return [""] + (table.rows.isEmpty ? [] : table.without(hidden).lines(style))
            + more(shown.count - (limit ?? shown.count), list, style) + words(withheld, list, style)
    }

    private func hiddenWords(_ group: CheckInGroup) -> String {
        group.figures.employees < checkIns.settings.smallestGroup ? "fewer than five" : "withheld"
    }

    private func words(_ withheld: [CheckInGroup], _ list: CheckInList, _ style: Style) -> [String] {
        guard !withheld.isEmpty else { return [] }
        let few = withheld.count { $0.figures.employees < checkIns.settings.smallestGroup }
        let (noun, others) = (list == .units ? "unit" : "manager", withheld.count - few)
        let extra = others > 0 ? ", and of \(Spelling.count(others)) more from which they could be reckoned" : ""
        return note(
            "Withheld are the figures of \(Spelling.count(few, noun)) with fewer than five people\(extra); --named shows them.",
            style)
    }
}

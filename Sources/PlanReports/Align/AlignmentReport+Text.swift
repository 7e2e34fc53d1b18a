import PlanAlignment
import PlanModel
import PlanScenario

extension AlignmentReport {
    /// The longest bar, columns; no more rows of groups, and no more entries of a list in the whole report.
    private static let bar = 20, groupRows = 15, listRows = 5

    /// The alignment for people: a sentence, how far the cascade is complete, effort beside weight, who works for what, what is broken.
    public func text(_ style: Style) -> String {
        if let list { return lines(list, limit: nil, style).joined(separator: "\n") + "\n" }
        var lines = wrapped(headline, width: style.width, indent: 2).map { style.paint($0, .heading) }
        lines += [""] + wrapped(head, width: style.width)
        if let scenario {
            lines += wrapped(
                printable("Scenario \(scenario.scenario.name): \(scenario.touches.map(\.summary).joined(separator: " · "))"),
                width: style.width)
        }
        lines += cascade(style) + strategy(style) + groupLines(style)
        if let consequence { lines += [""] + ConsequenceWords(report: self, consequence: consequence).lines(style) }
        for list in AlignmentList.allCases where count(list) > 0 {
            lines += [""] + self.lines(list, limit: Self.listRows, style)
        }
        let clean = AlignmentList.allCases.filter { count($0) == 0 && ($0 != .succession || scenario != nil) }.map(\.rawValue)
        if !clean.isEmpty {
            lines +=
                [""]
                + wrapped("Nothing to list: \(clean.joined(separator: ", ")).", width: style.width).map {
                    style.paint($0, .faint)
                }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: String {
        "\(printable(plan.settings.name)) · data date \(Spelling.day(plan.settings.dataDate)) · "
            + "\(days(alignment.flow.total)) of one person's work left in \(Spelling.count(alignment.coverage.tasks.total, "open task"))"
    }

    // MARK: the sentence

    /// How much of the work serves an initiative, which initiative takes most beyond its weight and which least, who sees none.
    var headline: String {
        let flow = alignment.flow
        guard flow.total > 0 else { return "No work is left in this plan." }
        guard plan.initiatives.count > 0 else { return "The plan names no initiative, so none of its work can serve one." }
        let aligned = Self.percent(flow.total - flow.unaligned, of: flow.total)
        return (["\(aligned) of the work left serves an initiative", gapWords, sightWords].compactMap(\.self)).joined(
            separator: "; ") + "."
    }

    private var gapWords: String? {
        let gaps = initiatives.compactMap { row in alignment.strategy.initiatives[row].gap.map { (row, $0) } }
        let (most, least) = (gaps.max { $0.1 < $1.1 }, gaps.min { $0.1 < $1.1 })
        let over = most.flatMap { $0.1 >= 0.02 ? "\(name($0.0)) takes \(effortAndWeight($0.0))" : nil }
        let under = least.flatMap { $0.1 <= -0.02 ? "\(name($0.0)) gets \(effortAndWeight($0.0))" : nil }
        let words = [over, under].compactMap(\.self)
        return words.isEmpty ? gaps.isEmpty ? nil : "effort follows the weights" : words.joined(separator: ", ")
    }

    private func name(_ row: Int) -> String { printable(plan.initiatives.text(.name, row)) }

    private func effortAndWeight(_ row: Int) -> String {
        let entry = alignment.strategy.initiatives[row]
        return "\(Self.percent(entry.effortShare)) of it for \(Self.percent(entry.weightShare)) of the weight"
    }

    private var sightWords: String? {
        let blind = alignment.coverage.people.total - alignment.coverage.people.covered
        guard blind > 0 else { return nil }
        return
            "\(Spelling.count(blind)) of \(Spelling.count(alignment.coverage.people.total, "employee")) cannot see an initiative from their work"
    }

    // MARK: the cascade

    private func cascade(_ style: Style) -> [String] {
        var table = TextTable([
            .init(title: "The cascade", isFlexible: true), .init(title: "Covered", isRight: true), .init(title: ""),
            .init(title: "By work left", isRight: true),
        ])
        for (title, step) in cascadeSteps {
            let share = Double(step.covered) / Double(step.total)
            table.add([
                .init(title), .init("\(Spelling.count(step.covered)) of \(Spelling.count(step.total))"),
                .init(Self.bar(share), step.covered == step.total ? .good : share < 0.8 ? .bad : .fair),
                .init(Self.percent(step.coveredMinutes, of: step.totalMinutes)),
            ])
        }
        return [""] + table.without(style.width < 70 ? [2] : []).lines(style) + completeness(style)
    }

    /// How far each step of the cascade is complete; those that the plan has.
    var cascadeSteps: [(title: String, step: AlignmentCoverage.Step)] {
        let coverage = alignment.coverage
        return [
            ("Initiatives with a goal", coverage.initiatives), ("Goals with a project", coverage.goals),
            ("Projects with a task", coverage.projects), ("Open tasks with a person and a date", coverage.tasks),
            ("People with a line of sight", coverage.people), ("Goals that serve an initiative", coverage.goalsServing),
            ("Projects that serve an initiative", coverage.projectsServing),
            ("Open tasks that serve an initiative", coverage.tasksServing),
        ].filter { $0.1.total > 0 }
    }

    private static func bar(_ share: Double) -> String {
        let filled = Int((share * Double(bar)).rounded(share < 0.5 ? .up : .down))
        return String(repeating: "━", count: filled) + String(repeating: "·", count: bar - filled)
    }

    private func completeness(_ style: Style) -> [String] {
        let figures = alignment.gaps.completeness
        guard figures.tasks > 0 else { return [] }
        let who =
            "who: \(Spelling.count(figures.assigned)) assigned, \(Spelling.count(figures.ownedOnly)) with an owner alone, "
            + "\(Spelling.count(figures.nobody)) nobody"
        let when =
            "by when: \(Spelling.count(figures.due)) due, \(Spelling.count(figures.planned)) by the baseline alone, "
            + "\(Spelling.count(figures.undated)) no date"
        let what =
            figures.named < figures.tasks
            ? "what: \(Spelling.count(figures.tasks - figures.named)) without a name of their own; " : ""
        return wrapped(
            "Who does what by when is told for \(Spelling.count(figures.complete)) of \(Spelling.count(figures.tasks, "open task")). "
                + "\(what)\(who); \(when).", width: style.width - 2
        ).map { "  " + style.paint($0, .faint) }
    }

    // MARK: effort and weight

    private func strategy(_ style: Style) -> [String] {
        let strategy = alignment.strategy
        guard plan.initiatives.count > 0, alignment.flow.total > 0 else { return [] }
        let scale = strategy.initiatives.flatMap { [$0.effortShare ?? 0, $0.weightShare ?? 0] }.max()!
        var table = TextTable([
            .init(title: "Initiative", isFlexible: true), .init(title: "Work left", isRight: true),
            .init(title: "Effort", isRight: true),
            .init(title: "Weight", isRight: true), .init(title: "Gap", isRight: true), .init(title: ""),
            .init(title: "Most on one", isRight: true),
        ])
        for row in initiatives {
            let (entry, main) = (strategy.initiatives[row], alignment.ownership.mainCarriers[row])
            table.add([
                .init(title(initiative: row)), .init(days(entry.minutes)),
                .init(Self.percent(entry.minutes, of: alignment.flow.total)),
                .init(Self.percent(entry.weightShare)), points(entry.gap), .init(bar(entry, scale)),
                .init(main.map { Self.percent($0.minutes, of: $0.total) } ?? "-"),
            ])
        }
        if alignment.flow.unaligned > 0 {
            table.add([
                .init("serves no initiative"), .init(days(alignment.flow.unaligned)),
                .init(Self.percent(alignment.flow.unaligned, of: alignment.flow.total)), "-", "", "", "",
            ])
        }
        let hidden: Set<Int> = style.width < 64 ? [1, 5, 6] : style.width < 90 ? [5, 6] : []
        return [""] + table.without(hidden).lines(style) + mismatch(style)
    }

    private func points(_ gap: Double?) -> TextTable.Cell {
        guard let gap else { return "-" }
        let points = Int((100 * gap).rounded())
        return .init(points > 0 ? "+\(points)" : "\(points)", abs(gap) >= 0.05 ? .bad : abs(gap) >= 0.02 ? .fair : nil)
    }

    /// The effort's share as a bar, the weight's as a mark on it.
    private func bar(_ entry: StrategyGap.Entry, _ scale: Double) -> String {
        guard scale > 0 else { return "" }
        func columns(_ share: Double) -> Int { Int((share / scale * Double(Self.bar)).rounded()) }
        var cells = [Character](repeating: "━", count: columns(entry.effortShare ?? 0))
        cells += [Character](repeating: " ", count: Self.bar + 1 - cells.count)
        if let weight = entry.weightShare { cells[columns(weight)] = "┃" }
        return String(cells)
    }

    private func mismatch(_ style: Style) -> [String] {
        guard let mismatch = alignment.strategy.mismatch else { return [] }
        return wrapped(
            "━ effort, ┃ weight. For effort to follow the weights, \(Self.percent(mismatch)) of it would have to move (half the sum of the "
                + "absolute gaps, what serves no initiative counted).", width: style.width - 2
        ).map { "  " + style.paint($0, .faint) }
    }

    // MARK: who works for what

    private func groupLines(_ style: Style) -> [String] {
        let grouping = grouping ?? .unit
        let groups = groups(grouping).filter { $0.minutes > 0 }
        guard groups.contains(where: { $0.id != nil }) else { return [] }
        let title = ["person": "Person or team", "team": "Team", "unit": "Unit", "line": "Manager and everybody below"][
            grouping.rawValue]!
        var table = TextTable([
            .init(title: title, isFlexible: true), .init(title: "People", isRight: true),
            .init(title: "Work left", isRight: true),
            .init(title: "Serves", isRight: true), .init(title: "Which initiatives"),
        ])
        let shown = groups.sorted { $0.minutes > $1.minutes }.prefix(Self.groupRows)
        for group in shown {
            let minutes = group.minutes
            let name = grouping == .unit || group.id == nil ? group.name : "\(group.id!) \(group.name)"
            table.add([
                .init(name), .init(group.people.map { Spelling.count($0) } ?? ""), .init(days(minutes)),
                .init(Self.percent(minutes - group.unaligned, of: minutes)), .init(purposes(group)),
            ])
        }
        let more = groups.count - shown.count
        let hidden: Set<Int> = grouping == .person ? [1] : []
        return [""] + table.without(style.width < 80 ? hidden.union([4]) : hidden).lines(style)
            + (more > 0
                ? [
                    "  "
                        + style.paint(
                            "and \(Spelling.count(more)) more (--by \(grouping.rawValue) --format csv lists all)", .faint)
                ] : [])
    }

    /// The three initiatives that take most: `I4 62 %, I1 20 %, I2 9 %`.
    private func purposes(_ group: AlignmentGroup) -> String {
        let minutes = group.minutes
        let most = group.shares.filter { $0.purpose > 0 }.enumerated().sorted { left, right in
            (right.element.minutes, left.offset) < (left.element.minutes, right.offset)
        }
        return most.prefix(3).map {
            "\(initiativeID(purpose: $0.element.purpose)) \(Self.percent($0.element.minutes, of: minutes))"
        }
        .joined(separator: ", ")
    }

    // MARK: lists

    /// A list with its heading, shortened to so many entries.
    private func lines(_ list: AlignmentList, limit: Int?, _ style: Style) -> [String] {
        let rows = rows(list, limit: limit)
        guard !rows.isEmpty else { return wrapped("\(list.title): none.", width: style.width, indent: 2) }
        let isOfPeople = rows[0].kind == "person"
        let isLong = rows.contains { $0.minutes != nil } && list != .overloaded
        var table = TextTable([
            .init(title: "", isFlexible: true),
            .init(
                title: isOfPeople ? "Manager" : list == .singlePoints || list == .leavers ? "Person" : "Owner", isFlexible: true
            ),
            .init(title: "", isFlexible: true), .init(title: isLong ? "Work left" : "", isRight: true),
        ])
        for row in rows {
            table.add([
                .init("\(row.id) \(row.name)"), .init(row.person.map { plan.people.text(.name, $0) } ?? "-"), .init(row.note),
                .init(isLong ? row.minutes.map(days) ?? "" : ""),
            ])
        }
        let hidden: Set<Int> = isLong ? [] : [3]
        let bare = rows.allSatisfy(\.note.isEmpty) ? hidden.union([2]) : hidden
        let more = count(list) - rows.count
        let heading = wrapped("\(list.title): \(Spelling.count(count(list)))", width: style.width, indent: 2)
        return heading.map { style.heading($0) } + table.without(bare).lines(style)
            + (more > 0 ? ["  " + style.paint("and \(Spelling.count(more)) more (--list \(list.rawValue))", .faint)] : [])
    }
}

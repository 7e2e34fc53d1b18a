import PlanModel
import PlanNetwork
import PlanSchedule

extension EarnedReport {
    /// Earned value for people: a sentence, the targets with a picture, the forecasts, the projects that add up to the plan.
    public func text(_ style: Style) -> String {
        var lines = wrapped(headline, width: style.width).map { style.heading($0) }
        lines += wrapped(head, width: style.width)
        for block in [targetLines(style), forecastLines(style), projectLines(style), findingLines(style)] where !block.isEmpty {
            lines += [""] + block
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var headline: String {
        let name = printable(plan.settings.name)
        guard let time = whole.time else { return "\(name): no task stands in the baseline \(printable(value.baseline))" }
        guard let variance = time.variance else { return "\(name): nothing in the baseline has a weight" }
        let days = Spelling.days(Int(variance.magnitude), plan.settings.units)
        let place = variance == 0 ? "on its baseline" : "\(days) \(variance < 0 ? "behind" : "ahead of") its baseline"
        if time.isFinished { return "\(name): finished, \(place) in working time" }
        return "\(name): \(place) in working time, SPI(t) \(Self.ratio(time.performance))"
    }

    private var head: String {
        "Data date \(Spelling.day(plan.settings.dataDate)) · baseline \(printable(value.baseline)) · \(Spelling.count(whole.tasks)) of "
            + "\(Spelling.count(plan.tasks.count, "task")) · weighed by \(basisText), \(accrualText)"
    }

    private func targetLines(_ style: Style) -> [String] {
        let legend = style.width < 90 ? "" : "   " + style.paint("█ earned   ┃ planned by now   of the budget", .faint)
        return [style.heading("Targets") + legend] + figureTable([0] + heads, style).lines(style)
    }

    /// Initiatives and goals; goals where there are no initiatives.
    private var heads: [Int] {
        let kinds: [TargetKind] = names.tree.initiatives > 0 ? [.initiative, .goal] : [.goal]
        return targets.filter { kinds.contains(names.tree.kind($0)) }
    }

    private func figureTable(_ targets: [Int], _ style: Style) -> TextTable {
        var table = TextTable([
            .init(title: "", isFlexible: true), .init(title: "BAC", isRight: true), .init(title: "PV", isRight: true),
            .init(title: "EV", isRight: true), .init(title: "SPI", isRight: true), .init(title: "SV(t)", isRight: true),
            .init(title: "SPI(t)", isRight: true), .init(title: ""),
        ])
        for target in targets { table.add(cells(names.title(target), value.targets[target])) }
        return table.without(style.width < 90 ? style.width < 64 ? [1, 4, 7] : [7] : [])
    }

    private func cells(_ title: String, _ figures: EarnedTarget) -> [TextTable.Cell] {
        guard figures.tasks > 0 else { return [.init(title), .init("not in baseline", .bad), "", "", "", "", "", ""] }
        let (speed, index) = (figures.performance, figures.time?.performance)
        return [
            .init(title), .init(amount(figures.budget)), .init(amount(figures.planned)), .init(amount(figures.earned)),
            .init(Self.ratio(speed), Self.ink(speed)),
            .init(figures.time?.variance.map { Spelling.days(Int($0), plan.settings.units) } ?? "-", Self.ink(index)),
            .init(Self.ratio(index), Self.ink(index)), .init(EarnedBar(figures).text(width: 12)),
        ]
    }

    /// The projects that lie farthest behind, then what is left, then the sum: each row's tasks are counted once.
    private func projectLines(_ style: Style) -> [String] {
        let projects = targets.filter { names.tree.kind($0) == .project && value.targets[$0].tasks > 0 }
        let shown = projects.sorted { value.targets[$0].variance < value.targets[$1].variance }.prefix(Self.listedProjects)
        guard projects.count > 1 else { return [] }
        var table = TextTable([
            .init(title: "", isFlexible: true), .init(title: "Tasks", isRight: true), .init(title: "BAC", isRight: true),
            .init(title: "PV", isRight: true), .init(title: "EV", isRight: true), .init(title: "SV", isRight: true),
        ])
        for target in shown { table.add(sumCells(names.title(target), [value.targets[target]])) }
        let rest = Set(projects).subtracting(shown).map { value.targets[$0] }
        if !rest.isEmpty { table.add(sumCells(Spelling.count(rest.count, "other project"), rest)) }
        if value.withoutProject.tasks > 0 { table.add(sumCells("without a project", [value.withoutProject])) }
        table.add(sumCells("whole plan", [whole]))
        return [
            style.heading("Projects, the farthest behind first") + "   "
                + style.paint("they add up to the plan, but for rounding", .faint)
        ]
            + table.lines(style)
    }

    /// No more projects than this are listed for people; JSON and CSV have all.
    private static let listedProjects = 10

    private func sumCells(_ title: String, _ parts: [EarnedTarget]) -> [TextTable.Cell] {
        let variance = parts.reduce(0) { $0 + $1.variance }
        func sum(_ field: KeyPath<EarnedTarget, Int64>) -> String { amount(parts.reduce(0) { $0 + $1[keyPath: field] }) }
        return [
            .init(title), .init(Spelling.count(parts.reduce(0) { $0 + $1.tasks })), .init(sum(\.budget)), .init(sum(\.planned)),
            .init(sum(\.earned)), .init(amount(variance), variance < 0 ? .bad : .good),
        ]
    }

    private func findingLines(_ style: Style) -> [String] {
        value.findings.flatMap { wrapped("note: \(printable($0.message))", width: style.width, indent: 6) }
    }
}

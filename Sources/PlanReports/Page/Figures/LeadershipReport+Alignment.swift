import PlanAlignment
import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

/// What serves the strategy: how far the cascade is complete, effort beside weight, where the work goes.
extension LeadershipReport {
    private var alignment: Alignment { parts.alignment.alignment }

    func coverageFigure() -> Figure? {
        let steps = parts.alignment.cascadeSteps
        guard !steps.isEmpty else { return nil }
        var table = PageTable(["Step", " Covered", " Of", " Share", " By work left"])
        let rows = steps.map { title, step in
            let share = Double(step.covered) / Double(step.total)
            let word = "\(Spelling.count(step.covered)) of \(Spelling.count(step.total))"
            table.add([
                title, Spelling.count(step.covered), Spelling.count(step.total),
                AlignmentReport.percent(Int64(step.covered), of: Int64(step.total)),
                AlignmentReport.percent(step.coveredMinutes, of: step.totalMinutes),
            ])
            let ink: ChartInk = step.covered == step.total ? .good : share < 0.8 ? .bad : .fair
            return BarChart.Row(name: title, value: share, mark: nil, word: word, ink: ink)
        }
        let chart = BarChart(
            title: "How far the cascade is complete", summary: parts.alignment.headline, rows: rows, legend: [], most: 1,
            word: Self.percentWord)
        return Figure(draw: chart.chart, table: table)
    }

    static func percentWord(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }

    func strategyFigure() -> Figure? {
        let (strategy, total) = (alignment.strategy, alignment.flow.total)
        let weighed = parts.alignment.initiatives.filter { strategy.initiatives[$0].weightShare != nil }
        guard !weighed.isEmpty, total > 0 else { return nil }
        // Shares of many initiatives are small, and told to a tenth.
        let isFine = weighed.count > 20
        func percent(_ share: Double?) -> String {
            isFine ? share.map { Spelling.number(100 * $0, decimals: 1) + " %" } ?? "-" : AlignmentReport.percent(share)
        }
        var table = PageTable(["Initiative", " Work left", " Effort", " Weight", " Gap, points"])
        var rows: [BarChart.Row] = []
        for row in weighed {
            let entry = strategy.initiatives[row]
            table.add([
                parts.alignment.title(initiative: row), Spelling.days(Int(entry.minutes), plan.settings.units),
                percent(entry.effortShare), percent(entry.weightShare),
                entry.gap.map { Spelling.number(100 * $0, decimals: isFine ? 1 : 0, signed: true) } ?? "-",
            ])
            rows.append(
                BarChart.Row(
                    name: parts.alignment.title(initiative: row), value: entry.effortShare, mark: entry.weightShare,
                    word: "\(percent(entry.effortShare)) for \(percent(entry.weightShare))",
                    ink: abs(entry.gap ?? 0) >= 0.05 ? .bad : abs(entry.gap ?? 0) >= 0.02 ? .fair : .main))
        }
        if alignment.flow.unaligned > 0 {
            let (share, days) = (
                AlignmentReport.percent(alignment.flow.unaligned, of: total),
                Spelling.days(Int(alignment.flow.unaligned), plan.settings.units)
            )
            table.add(["serves no initiative", days, share, "", ""])
            rows.append(
                BarChart.Row(
                    name: "serves no initiative", value: strategy.unalignedShare, mark: nil, word: share, ink: .second))
        }
        let most = rows.flatMap { [$0.value ?? 0, $0.mark ?? 0] }.max()!
        let chart = BarChart(
            title: "Effort beside weight", summary: parts.alignment.headline, rows: Array(rows.prefix(Self.mostRows)),
            legend: [
                .bar(.main, "effort, as weighed"), .bar(.fair, "2 points off or more"), .bar(.bad, "5 or more"),
                .mark(.text, "weight"),
            ],
            most: max(most, 0.01), word: Self.percentWord)
        return Figure(
            draw: chart.chart, table: table,
            note: strategy.mismatch.map {
                "For effort to follow the weights, \(AlignmentReport.percent($0)) of it would have to move."
            } ?? "")
    }

    func cascadeFigure() -> Figure? {
        let flow = alignment.flow
        guard flow.total > 0, plan.initiatives.count > 0 else { return nil }
        let (nodes, keepsAll) = (cascadeNodes(), (0..<names.tree.count).allSatisfy(parts.forecast.forecast.keeps))
        var table = PageTable(["Initiative", " Goals", " Work left", " Of all"])
        for row in parts.alignment.initiatives {
            let target = names.tree.target(.initiative, row: row)
            let goals = names.tree.children[target].count { names.tree.kind(Int(names.tree.children.items[$0])) == .goal }
            table.add([
                parts.alignment.title(initiative: row), Spelling.count(goals),
                Spelling.days(Int(flow.ofInitiative[row]), plan.settings.units),
                AlignmentReport.percent(flow.ofInitiative[row], of: flow.total),
            ])
        }
        table.add([
            "serves no initiative", "", Spelling.days(Int(flow.unaligned), plan.settings.units),
            AlignmentReport.percent(flow.unaligned, of: flow.total),
        ])
        table.add(["in all", "", Spelling.days(Int(flow.total), plan.settings.units), "100 %"])
        let chart = IcicleChart(
            title: "Where the work goes", summary: parts.alignment.headline,
            levels: [TargetKind.initiative, .goal, .project].map { names.word($0).capitalisedFirst }, nodes: nodes,
            legend: [
                .bar(.goodTint, "80 % on time or more"), .bar(.fairTint, "50 % or more"), .bar(.badTint, "less"),
                .bar(.plainTint, keepsAll ? "no due date" : "no due date, or not looked at"),
            ])
        return Figure(draw: chart.chart, table: table, note: "Heights are work left, split among all that it serves.")
    }

    /// The work left of each initiative, goal by goal and project by project; what serves none comes last.
    private func cascadeNodes() -> [IcicleChart.Node] {
        let (flow, graph, tree) = (alignment.flow, alignment.graph, names.tree)
        // The arcs into each element.
        var arcs = [[(child: Int, minutes: Int64)]](repeating: [], count: tree.count)
        for element in 1..<max(tree.count, 1) {
            for place in graph.arcs(of: element) where graph.parents[place] != Int32(element) && flow.along[place] > 0 {
                arcs[Int(graph.parents[place])].append((element, flow.along[place]))
            }
        }
        func node(_ element: Int, _ size: Double, _ kinds: ArraySlice<TargetKind>) -> IcicleChart.Node {
            let share = flow.arriving[element] > 0 ? size / Double(flow.arriving[element]) : 0
            let below = kinds.first.map { kind in arcs[element].filter { tree.kind($0.child) == kind } } ?? []
            let ordered = names.ordered(below.map(\.child))
            let minutes = Dictionary(below.map { ($0.child, $0.minutes) }, uniquingKeysWith: +)
            let parts = ordered.map { node($0, Double(minutes[$0]!) * share, kinds.dropFirst()) }
            let onTime = onTime(element)
            return IcicleChart.Node(
                name: names.title(element), size: size, ink: Self.tint(onTime),
                tip: "\(names.title(element)): \(Spelling.days(Int(size), plan.settings.units)) of work left"
                    + (onTime.map { ", \(Spelling.percent($0)) on time" } ?? ""), parts: parts)
        }
        let kinds: [TargetKind] = [.goal, .project]
        let nodes = parts.alignment.initiatives.filter { flow.ofInitiative[$0] > 0 }.map { row in
            node(tree.target(.initiative, row: row), Double(flow.ofInitiative[row]), kinds[...])
        }
        guard flow.unaligned > 0 else { return nodes }
        return nodes + [
            .init(
                name: "serves no initiative", size: Double(flow.unaligned), ink: .plainTint,
                tip: "\(Spelling.days(Int(flow.unaligned), plan.settings.units)) of work left serve no initiative", parts: [])
        ]
    }

    /// How likely a target is on time; `nil` without a due date or where its finishes were not kept.
    private func onTime(_ target: Int) -> Proportion? {
        guard let flags = parts.forecast.forecast.onTime(of: target) else { return nil }
        return Proportion(hits: flags.count(where: \.self), of: flags.count)
    }

    private static func tint(_ share: Proportion?) -> ChartInk {
        guard let share else { return .plainTint }
        return share.value >= ForecastReport.likely ? .goodTint : share.value >= 0.5 ? .fairTint : .badTint
    }
}

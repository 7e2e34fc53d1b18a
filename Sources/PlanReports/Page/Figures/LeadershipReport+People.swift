import PlanForecast
import PlanModel
import PlanMonitoring
import PlanScenario
import PlanSchedule
import PlanStatistics

/// Who it hangs on: the load of teams, the rhythm of check-ins, what scenarios change.
extension LeadershipReport {
    /// No more rows of loads, no more targets of scenarios.
    private static let teams = 24, compared = 12

    func loadFigure() -> Figure? {
        guard let (profile, spans) = parts.load else { return nil }
        let rows = profile.rows.map { (row: $0, name: carrier($0.carrier)) }.sorted { left, right in
            let (a, b) = (Self.peak(left.row), Self.peak(right.row))
            return a != b ? a > b : NaturalOrder.isBefore(left.name, right.name)
        }.filter { $0.row.capacity != nil }
        // The rest of the first month may hold no working time.
        let used = spans.ranges.indices.filter { span in rows.contains { $0.row.load(span) != nil } }
        guard let first = used.first, let last = used.last else { return nil }
        let columns = first...last
        var table = PageTable(["Team"] + columns.map { " \(spans.names[$0])" })
        let shown = rows.prefix(Self.teams).map { row, name in
            let loads = columns.map(row.load)
            table.add([name] + loads.map { $0.map { $0.isFinite ? Self.percentWord($0) : "nobody there" } ?? "" })
            return HeatMapChart.Row(
                name: name, loads: loads, tips: columns.map { "\(name), \(spans.names[$0]): \(self.tip(row, $0))" })
        }
        let over = rows.count { Self.peak($0.row) > 1 }
        let chart = HeatMapChart(
            title: "Load of teams by \(spans.word)",
            summary:
                over == 0
                ? "No team has a \(spans.word) with more work than it can do, by the plan's own dates."
                : "\(Spelling.verb(over, "team has", "teams have")) a \(spans.word) with more work than people can do, by the plan's own dates.",
            columns: columns.map { spans.names[$0] }, rows: Array(shown))
        let more = rows.count - shown.count
        let unlimited = profile.rows.count - rows.count
        return Figure(
            draw: chart.chart, table: table,
            note:
                "Work where the plan's dates put it, in per cent of what there is of the team."
                + (more > 0 ? " \(Spelling.verb(more, "team", "teams")) with less at their peak left out." : "")
                + (unlimited > 0 ? " \(Spelling.verb(unlimited, "team", "teams")) without a limit left out." : ""))
    }

    private func carrier(_ carrier: LoadProfile.Carrier) -> String {
        switch carrier {
        case .team(let row): plan.teams.text(.name, row).isEmpty ? plan.teams.text(.id, row) : plan.teams.text(.name, row)
        case .unit(let name): name
        case .others: plan.teams.count > 0 ? "in no team" : "in no unit"
        }
    }

    private static func peak(_ row: LoadProfile.Row) -> Double { row.work.indices.compactMap(row.load).max() ?? 0 }

    private func tip(_ row: LoadProfile.Row, _ span: Int) -> String {
        let units = plan.settings.units
        return "\(Spelling.days(Int(row.work[span]), units)) of work for \(Spelling.days(Int(row.capacity?[span] ?? 0), units))"
    }

    func rhythmFigure() -> Figure? {
        let report = parts.checkIns
        guard report.checkIns.hasCadence, !report.checkIns.pairs.isEmpty else { return nil }
        let units = report.ordered(report.rollUps.units)
        guard units.contains(where: { !$0.isWithheld && $0.figures.expected > 0 }) else { return nil }
        var table = PageTable(["Unit", " People", " Due", " Held", " Share", " Overdue"])
        let rows = (units + [report.rollUps.total]).enumerated().map { place, group in
            let name = place == units.count ? "everybody" : report.title(group)
            let figures = group.figures
            guard !group.isWithheld else {
                table.add([name, "", "", "", "fewer than five people", ""])
                return BarChart.Row(name: name, value: nil, mark: nil, word: "fewer than five", ink: .faint)
            }
            let share = figures.expected > 0 ? Double(figures.kept) / Double(figures.expected) : nil
            table.add([
                name, Spelling.count(figures.employees), Spelling.count(figures.expected), Spelling.count(figures.held),
                CheckInReport.percent(figures), Spelling.count(figures.overdue),
            ])
            let rhythm = report.checkIns.settings.rhythm
            let ink: ChartInk = share.map { $0 >= rhythm ? .good : $0 < 0.5 ? .bad : .fair } ?? .faint
            return BarChart.Row(
                name: name, value: share, mark: share.map { _ in rhythm },
                word: share.map { Self.word($0, rhythm) } ?? "none due", ink: ink)
        }
        let chart = BarChart(
            title: "Check-ins held by unit", summary: report.headline, rows: rows,
            legend: [
                .bar(.good, "rhythm kept"), .bar(.fair, "not quite"), .bar(.bad, "under half"),
                .mark(.text, "what is asked for"),
            ],
            most: 1, word: Self.percentWord)
        return Figure(draw: chart.chart, table: table)
    }

    /// A share in per cent, to a tenth where whole ones would say that it reaches what is asked for.
    private static func word(_ share: Double, _ rhythm: Double) -> String {
        let isNear = share < rhythm && (100 * share).rounded() >= 100 * rhythm
        return isNear ? Spelling.number((1000 * share).rounded(.down) / 10, decimals: 1) + " %" : AlignmentReport.percent(share)
    }

    func scenariosFigure() -> Figure? {
        guard let report = parts.comparison, !report.comparison.effects.isEmpty else { return nil }
        let effects = report.comparison.effects
        let targets = report.targets(effects[0]).map(\.target)
        let shown = targets.count > Self.compared ? mostChanged(report, targets) : targets
        var table = PageTable(["Target", "Scenario", " P50, days", " P80, days", " On time, points", " Better"])
        var groups: [DifferenceChart.Group] = []
        for target in targets {
            var rows: [DifferenceChart.Row] = []
            for (place, effect) in effects.enumerated() {
                guard let change = effect.targets.first(where: { $0.target == target })?.change else { continue }
                let name = effect.applied.scenario.name
                table.add([
                    title(target), name, Spelling.ranged(change.p50Minutes, per: day, decimals: 1),
                    Spelling.ranged(change.p80Minutes, per: day, decimals: 1),
                    change.onTime.map { Spelling.ranged($0, per: 0.01, decimals: 0) } ?? "",
                    change.isSame ? "same" : Spelling.percent(change.better.value),
                ])
                let (value, interval) = (change.p80Minutes.value / day, change.p80Minutes.interval)
                rows.append(
                    .init(
                        scenario: place, days: value, low: interval.map { $0.lowerBound / day } ?? value,
                        high: interval.map { $0.upperBound / day } ?? value,
                        word: change.isSame ? "same" : "\(Spelling.number(value, decimals: 1, signed: true)) d",
                        isClear: change.p80Minutes.isClear))
            }
            if !rows.isEmpty, shown.contains(target) { groups.append(.init(name: title(target), rows: rows)) }
        }
        let chart = DifferenceChart(
            title: "What the scenarios change", summary: report.headlines.joined(separator: " "),
            scenarios: effects.map(\.applied.scenario.name), groups: groups)
        let held =
            report.comparison.base.peopleMode == parts.forecast.forecast.peopleMode
            ? "" : " In these runs tasks wait for their people, in the forecast above they do not."
        return Figure(
            draw: chart.chart, table: table,
            note: "Working days by which the P80 moves, with 95 % intervals; the same random numbers for all." + held
                + (shown.count < targets.count ? " The \(shown.count) targets that change most." : ""))
    }

    /// The targets whose P80 changes most under any scenario, in the order of the report; the whole plan among them.
    private func mostChanged(_ report: CompareReport, _ targets: [Int]) -> [Int] {
        func size(_ target: Int) -> Double {
            report.comparison.effects.compactMap { effect in
                effect.targets.first { $0.target == target }?.change.map { abs($0.p80Minutes.value) }
            }.max() ?? -1
        }
        let sizes = targets.map(size)
        let most = Set(
            targets.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.prefix(Self.compared - 1).map { targets[$0] })
        return targets.filter { most.contains($0) || $0 == 0 }
    }
}

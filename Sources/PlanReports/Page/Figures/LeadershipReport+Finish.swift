import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

/// Will we make it: ranges, one finish as a distribution, the tasks done over time.
extension LeadershipReport {
    /// A chance as a colour.
    static func ink(_ share: Proportion?) -> ChartInk {
        guard let share else { return .main }
        return share.value >= ForecastReport.likely ? .good : share.value >= 0.5 ? .fair : .bad
    }

    /// From so many targets on the most urgent come first.
    private static let orderedByName = 25

    /// The targets with rows of their own, in the order of their names; of many the most urgent first, and of very many these alone.
    var shownTargets: [TargetFigures] {
        let all = parts.forecast.targets.filter { $0.outcome != nil }
        guard all.count > Self.orderedByName else { return all }
        let urgent = Self.focus(of: parts.forecast, count: Self.mostRows)
        let places = Dictionary(uniqueKeysWithValues: zip(urgent, 0...))
        let rest = all.filter { places[$0.target] == nil }
        let first = all.filter { places[$0.target] != nil }.sorted { places[$0.target]! < places[$1.target]! }
        return Array((first + rest).prefix(Self.mostRows))
    }

    func initiativesFigure() -> Figure? {
        let shown = shownTargets + (parts.forecast.whole.outcome == nil ? [] : [parts.forecast.whole])
        guard !shown.isEmpty else { return nil }
        var table = PageTable(["Target", "Due", "By plan", " P10", " P50", " P80", " P90", " Error of P80", " On time"])
        for figures in shown { table.add(cells(figures)) }
        let all = parts.forecast.targets.count { $0.outcome != nil }
        let left = all + 1 - shown.count
        let chart = RangeChart(
            title: "When it will be done", summary: parts.forecast.headline, rows: shown.map(rangeRow))
        return Figure(
            draw: chart.chart, table: table,
            note: left > 0
                ? "The \(Self.mostRows) most urgent; \(Spelling.count(left)) more are forecast (--data has all)."
                : all > Self.orderedByName ? "The least likely on time come first." : "")
    }

    private func cells(_ figures: TargetFigures) -> [String] {
        let outcome = figures.outcome!
        func spelt(_ instant: Int32, _ error: Double) -> String { Spelling.lastDay(date(instant), errorDays: error / day) }
        return [
            title(figures.target), names.due(figures.target).map(Spelling.lastDay) ?? "none",
            figures.deterministicFinish.map { Spelling.lastDay(date($0)) } ?? "none",
            spelt(outcome.p10, outcome.p10Error), spelt(outcome.p50, outcome.p50Error), spelt(outcome.p80, outcome.p80Error),
            spelt(outcome.p90, outcome.p90Error),
            outcome.p80Error > 0 ? "± \(Spelling.number(max(outcome.p80Error / day, 0.1), decimals: 1)) d" : "none",
            figures.onTime.map(Spelling.percentWithError) ?? "no due date",
        ]
    }

    private func rangeRow(_ figures: TargetFigures) -> RangeChart.Row {
        let outcome = figures.outcome!
        return RangeChart.Row(
            name: title(figures.target), p10: date(outcome.p10), p50: date(outcome.p50), p80: date(outcome.p80),
            p90: date(outcome.p90), due: names.due(figures.target), chance: figures.onTime.map(Spelling.percentWithError) ?? "",
            ink: Self.ink(figures.onTime), tip: "\(title(figures.target)): \(verdict(figures))")
    }

    /// How sure a target is, in a sentence: `9 % on time; 80 % by 31 Jul 2028 ± 1 day, about 4 weeks after it is due.`
    func verdict(_ figures: TargetFigures) -> String {
        guard let outcome = figures.outcome else { return "No task serves it, so there is no finish to forecast." }
        if let finish = parts.forecast.forecast.actualFinish(figures.target) {
            return "Finished on \(Spelling.lastDay(date(finish)))."
        }
        let finish = date(outcome.p80)
        let by =
            "80 % by \(Spelling.lastDay(finish, errorDays: outcome.p80Error / day))"
            + RoughTime.error(outcome.p80Error, minutesPerDay: day)
        guard let due = names.due(figures.target), let chance = figures.onTime else { return "\(by); no due date." }
        let days = Spelling.ending(finish).day - Spelling.ending(due).day
        let relation =
            days == 0 ? "the day it is due" : "\(RoughTime.words(days: days)) \(days > 0 ? "after" : "before") it is due"
        return "\(Spelling.percent(chance)) on time; \(by), \(relation)."
    }

    func finishFigure(_ target: Int) -> Figure? {
        guard let figures = figures(target), let outcome = figures.outcome,
            let finishes = parts.forecast.forecast.target(target), finishes.sample.values.min() != finishes.sample.values.max()
        else { return nil }
        var table = PageTable(["Done by", " Date", " 95 % interval"])
        for (percent, place) in [(10, 0), (50, 1), (80, 2), (90, 3)] {
            let interval = outcome.intervals[place]
            table.add([
                "P\(percent)", Spelling.lastDay(date(finishes.percentile(percent))),
                "\(Spelling.lastDay(date(interval.lowerBound))) to \(Spelling.lastDay(date(interval.upperBound)))",
            ])
        }
        table.add([
            "Mean", Spelling.lastDay(date(outcome.mean)), "± \(Spelling.number(outcome.meanError / day, decimals: 1)) d",
        ])
        let bins = outcome.histogram.map { DistributionChart.Bin(from: date($0.from), to: date($0.to), count: $0.count) }
        let curve = (0...100).map { percent in
            let step = min(max(percent, 1), 100)
            return (date: date(finishes.percentile(step)), share: Double(percent) / 100)
        }
        let chart = DistributionChart(
            title: "When \(title(target)) will be done", summary: verdict(figures), bins: bins, curve: curve,
            marks: marks(figures, outcome), samples: parts.forecast.forecast.settings.samples)
        return Figure(draw: chart.chart, table: table)
    }

    private func marks(_ figures: TargetFigures, _ outcome: TargetFigures.Outcome) -> [DistributionChart.Mark] {
        func mark(_ instant: Int32, _ word: String) -> DistributionChart.Mark {
            .init(date: date(instant), word: "\(word) \(Spelling.shortDay(date(instant)))", ink: .text, isDashed: true)
        }
        let due = names.due(figures.target).map { due in
            DistributionChart.Mark(date: due, word: "due \(Spelling.shortDay(due))", ink: .bad, isDashed: false)
        }
        return [due, mark(outcome.p80, "P80"), mark(outcome.p50, "P50"), mark(outcome.p10, "P10"), mark(outcome.p90, "P90")]
            .compactMap(\.self)
    }

    /// Dates at which the fan is told: the data date and equal steps to the end.
    public static func fanInstants(from start: Int32, to end: Int32) -> [Int32] {
        let steps: Int64 = 60
        let span = Int64(max(end, start + Int32(steps))) - Int64(start)
        return (0...steps).map { Int32(clamping: Int64(start) + (span * $0 + steps - 1) / steps) }
    }

    func fanFigure() -> Figure? {
        guard let fan = parts.fan, fan.openTasks > 0 else { return nil }
        let finished = finishedTasks
        let total = Double(finished.count + fan.openTasks)
        let slices = fan.slices.map { slice in
            func all(_ count: Int) -> Double { Double(finished.count + count) }
            return FanChart.Slice(
                date: date(slice.instant), p10: all(slice.p10), p25: all(slice.p25), p50: all(slice.p50), p75: all(slice.p75),
                p90: all(slice.p90))
        }
        var table = PageTable(["By", " P10", " P50", " P90"])
        for slice in slices.enumerated().filter({ $0.offset % 5 == 0 }).map(\.element) {
            table.add([Spelling.day(slice.date)] + [slice.p10, slice.p50, slice.p90].map { Spelling.count(Int($0)) })
        }
        let chart = FanChart(
            title: "Tasks done over time",
            summary:
                "\(Spelling.count(finished.count)) of \(Spelling.count(Int(total))) tasks are done; the fan shows how many will be by when, from P10 to P90 of the samples.",
            past: Self.steps(finished, last: date(network.values.dataDate)), future: slices,
            planned: Self.steps(plannedFinishes, last: nil), total: total)
        let samples = fan.samples < parts.forecast.forecast.settings.samples ? " \(Spelling.count(fan.samples)) samples." : ""
        return Figure(
            draw: chart.chart, table: table,
            note:
                "P10 is the number of tasks that nine of ten samples reach or exceed by a date, P90 the number that one of ten does."
                + samples)
    }

    /// When finished tasks were finished, ascending.
    private var finishedTasks: [LocalDateTime] {
        (0..<network.structure.nodeCount).filter {
            network.structure.taskOfNode[$0] >= 0 && network.values.progress(of: $0) == .completed
        }.map { date(network.values.actualFinish[$0]) }.sorted()
    }

    /// When the baseline's tasks were to be finished, ascending; of tasks that the plan still has.
    private var plannedFinishes: [LocalDateTime] {
        guard let name = parts.baseline, let table = plan.baselines[name] else { return [] }
        return table.rows.filter { row in table.reference(.task, row).map { network.structure.nodeOfTask[$0] >= 0 } ?? false }
            .compactMap { table.date(.finish, $0) }.sorted()
    }

    /// How many of some dates have come by each of a few of them.
    private static func steps(_ dates: [LocalDateTime], last: LocalDateTime?) -> [(date: LocalDateTime, done: Double)] {
        guard let first = dates.first else { return last.map { [($0, 0)] } ?? [] }
        let points = dates.enumerated().map { (x: Double($0.element.minutes), y: Double($0.offset + 1)) }
        let thinned = LevelOfDetail.thinned([(x: Double(first.minutes), y: 0)] + points, to: 200)
        let line = thinned.map { (date: LocalDateTime(minutes: Int32($0.x)), done: $0.y) }
        return line + (last.map { [($0, Double(dates.count))] } ?? [])
    }
}

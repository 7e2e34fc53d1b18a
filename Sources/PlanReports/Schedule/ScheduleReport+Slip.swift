import PlanModel
import PlanNetwork
import PlanSchedule

/// How far dates have moved from a baseline, in all three formats.
extension ScheduleReport {
    /// Days around the clock.
    private static let calendarDays = WorkUnits(minutesPerDay: 1440, minutesPerWeek: 10_080)

    // MARK: text

    func slipLines(_ style: Style) -> [String] {
        guard let slippage, let notes else { return [] }
        var table = TextTable([
            .init(title: "Target", isFlexible: true), .init(title: "Baseline", isRight: true),
            .init(title: "Slip", isRight: true),
            .init(title: "Calendar days", isRight: true), .init(title: "Start slip", isRight: true),
            .init(title: "Longer by", isRight: true),
        ])
        for target in [0] + listedTargets { table.add(cells(target, slippage.targets[target])) }
        let title = "Against the baseline \(printable(slippage.baseline)), in working days"
        return [style.heading(title)] + table.lines(style) + notes.lines(style) + [""]
    }

    private func cells(_ target: Int, _ entry: Slippage.Entry?) -> [TextTable.Cell] {
        let units = plan.settings.units
        func days(_ minutes: Int32?, _ units: WorkUnits) -> String { minutes.map { Spelling.days(Int($0), units) } ?? "-" }
        let tone = entry?.finish.map { $0.elapsed > 0 ? Style.Ink.bad : .good }
        return [
            .init(target == 0 ? "The whole plan" : indented(target)),
            .init(entry?.baselineFinish.map(Spelling.lastDay) ?? "-"),
            .init(days(entry?.finish?.working, units), tone), .init(days(entry?.finish?.elapsed, Self.calendarDays)),
            .init(days(entry?.start?.working, units)), .init(days(entry?.durationGrowth, units)),
        ]
    }

    // MARK: JSON

    /// The slip of a task or target; working minutes, of the task's or the plan's calendar, unless the key says elapsed.
    func write(_ entry: Slippage.Entry?, to json: inout JSONWriter) {
        json.field("baselineStart", entry?.baselineStart)
        json.field("baselineFinish", entry?.baselineFinish)
        json.field("startSlipMinutes", entry?.start.map { Int($0.working) })
        json.field("finishSlipMinutes", entry?.finish.map { Int($0.working) })
        json.field("durationGrowthMinutes", entry?.durationGrowth.map(Int.init))
        json.field("startSlipElapsedMinutes", entry?.start.map { Int($0.elapsed) })
        json.field("finishSlipElapsedMinutes", entry?.finish.map { Int($0.elapsed) })
    }

    // MARK: CSV

    static let slipColumns = [
        "baseline_start", "baseline_finish", "start_slip_minutes", "finish_slip_minutes", "duration_growth_minutes",
        "start_slip_elapsed_minutes", "finish_slip_elapsed_minutes",
    ]

    /// The cells of `slipColumns`.
    func write(_ entry: Slippage.Entry?, to csv: inout CSVWriter) {
        csv.cell(entry?.baselineStart)
        csv.cell(entry?.baselineFinish)
        csv.cell(entry?.start.map { Int($0.working) })
        csv.cell(entry?.finish.map { Int($0.working) })
        csv.cell(entry?.durationGrowth.map(Int.init))
        csv.cell(entry?.start.map { Int($0.elapsed) })
        csv.cell(entry?.finish.map { Int($0.elapsed) })
    }
}

import PlanModel
import PlanNetwork
import PlanSchedule

/// How far dates have moved from a baseline, in all three formats.
extension ScheduleReport {
    /// No more tasks than this are named for people; JSON has all of them.
    private static let namedTasks = 5
    /// Days around the clock.
    private static let calendarDays = WorkUnits(minutesPerDay: 1440, minutesPerWeek: 10_080)

    // MARK: text

    func slipLines(_ style: Style) -> [String] {
        guard let slippage else { return [] }
        var table = TextTable([
            .init(title: "Target", isFlexible: true), .init(title: "Baseline", isRight: true),
            .init(title: "Slip", isRight: true),
            .init(title: "Calendar days", isRight: true), .init(title: "Start slip", isRight: true),
            .init(title: "Longer by", isRight: true),
        ])
        for target in [0] + listedTargets { table.add(cells(target, slippage.targets[target])) }
        let title = "Against the baseline \(printable(slippage.baseline)), in working days"
        return [style.heading(title)] + table.lines(style) + absentLines(slippage, style) + [""]
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

    /// What was worked out or is missing, below the table.
    private func absentLines(_ slippage: Slippage, _ style: Style) -> [String] {
        var notes: [String] = []
        if slippage.derivedDates > 0 {
            let dates = Spelling.count(slippage.derivedDates, "date")
            notes.append("\(dates) that the baseline does not give, taken from the other date and the duration")
        }
        let absent = rowsNotInBaseline(slippage)
        if !absent.isEmpty {
            let named = absent.prefix(Self.namedTasks).map { printable(plan.tasks.text(.id, $0)) }.joined(separator: ", ")
            let more = absent.count > Self.namedTasks ? ", …" : ""
            notes.append("\(Spelling.count(absent.count, "task")) not in the baseline: \(named)\(more)")
        }
        return notes.flatMap { wrapped($0, width: style.width - 2, indent: 0).map { "  " + $0 } }
    }

    /// Task rows that the baseline does not have, in natural order of ids.
    private func rowsNotInBaseline(_ slippage: Slippage) -> [Int] { rows.map(Int.init).filter { slippage.tasks[$0] == nil } }

    // MARK: JSON

    func write(_ slippage: Slippage, to json: inout JSONWriter) {
        json.field("baseline", slippage.baseline)
        json.field("baselineDatesDerived", slippage.derivedDates)
        json.key("tasksNotInBaseline")
        json.array { json in
            for row in rowsNotInBaseline(slippage) { write(id: Int(schedule.network.structure.nodeOfTask[row]), to: &json) }
        }
    }

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

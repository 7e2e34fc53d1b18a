public import PlanModel
public import PlanNetwork

/// How a slip came about, week by week: the plan of today with the progress that had been reported by then.
///
/// First comes what no report dates: the plan of today before anything had begun against the baseline, so new estimates, tasks and relations.
/// Then every week is held against the one before; it ends with its last report, the last one with the plan as it stands. So the slips of all
/// add up to the slip of today. Durations, relations and constraints are those of today throughout: only progress is known for the past.
public struct SlipHistory: Sendable {
    /// The moves of one week.
    public struct Week: Sendable {
        /// When its last report was made; the plan's data date for the last week; `nil` for what no report dates.
        public let date: LocalDateTime?
        /// Why each end moved in it, in the order of `ends`; `nil` where it has no finish then or before. Nothing is undone.
        public let ledgers: [SlipLedger?]
    }

    /// What finishes.
    public let ends: [PathEnd]
    /// What no report dates, the weeks with reports, first one first, and the plan as it stands.
    public let weeks: [Week]

    /// The history of some ends; `nil` where `proceed` said to stop.
    ///
    /// - Parameters:
    ///   - plan: as it was compiled.
    ///   - schedule: of the plan's network.
    ///   - baseline: one of the plan's baselines, or another plan.
    ///   - ends: targets, and tasks as nodes.
    ///   - proceed: asked before each week.
    /// - Throws: `CompileError` as for `SlipAnalysis`.
    /// - Complexity: for each week that of compiling and scheduling the plan.
    public init?(
        of plan: Plan, _ schedule: Schedule, baseline: SlipBaseline, ends: [PathEnd], proceed: () -> Bool = { true }
    ) throws(CompileError) {
        var (before, weeks) = (baseline, [Week]())
        for date in [nil] + Self.lastReports(plan) {
            guard proceed() else { return nil }
            // A minute before the plan begins nothing has.
            let then = Self.plan(plan, schedule, on: date ?? plan.settings.epoch.advanced(byMinutes: -1))
            let state = Schedule(of: try Network(compiling: then))
            weeks.append(try Self.week(date, then, state, before, ends))
            before = .plan(then, state, name: baseline.name)
        }
        guard proceed() else { return nil }
        weeks.append(try Self.week(plan.settings.dataDate, plan, schedule, before, ends))
        (self.ends, self.weeks) = (ends, weeks)
    }

    private static func week(
        _ date: LocalDateTime?, _ plan: Plan, _ schedule: Schedule, _ before: SlipBaseline, _ ends: [PathEnd]
    ) throws(CompileError) -> Week {
        let ledgers = try SlipAnalysis(of: plan, schedule, baseline: before).ledgers(of: ends, undone: false)
        return Week(date: date, ledgers: ends.map { end in ledgers.first { $0.end == end } })
    }

    /// The last report of each week, Monday to Sunday, before the day of the data date.
    static func lastReports(_ plan: Plan) -> [LocalDateTime] {
        // A report of a day is of its end, midnight.
        func day(_ date: LocalDateTime) -> Int { Int(date.minutes - 1) / 1440 }
        var last: [Int: LocalDateTime] = [:]
        for row in plan.history.rows {
            guard let date = plan.history.date(.date, row), day(date) < day(plan.settings.dataDate) else { continue }
            // Day 0 was a Thursday.
            let week = (day(date) + 3) / 7
            last[week] = max(last[week] ?? date, date)
        }
        return last.keys.sorted().map { last[$0]! }
    }

    /// The plan with the progress that was known on a day.
    ///
    /// A task that had begun and of which nothing had been reported is taken to have gone as planned.
    static func plan(_ plan: Plan, _ schedule: Schedule, on date: LocalDateTime) -> Plan {
        let (tasks, history, network) = (plan.tasks, plan.history, schedule.network)
        var report = [Int?](repeating: nil, count: tasks.count)
        for row in history.rows {
            guard let task = history.reference(.task, row), let told = history.date(.date, row), told <= date else { continue }
            if let other = report[task], history.date(.date, other)! >= told { continue }
            report[task] = row
        }
        func known(_ column: TaskColumn) -> [Int32] {
            tasks.rows.map { row in tasks.date(column, row).map { $0 <= date ? $0.minutes : Cell.absent } ?? Cell.absent }
        }
        let (starts, finishes) = (known(.actualStart), known(.actualFinish))
        var remaining = [Int32](repeating: Cell.absent, count: tasks.count)
        var percent = [Double](repeating: Double.nan, count: tasks.count)
        let planned = tasks.rows.map { network.values.planned[Int(network.structure.nodeOfTask[$0])] }
        for row in tasks.rows where finishes[row] == Cell.absent {
            if let told = report[row] {
                percent[row] = history.number(.percentComplete, told) ?? Double.nan
                remaining[row] = history.integer(.remaining, told) ?? Cell.absent
            } else if starts[row] != Cell.absent {
                let calendar = schedule.calendar(Int(network.structure.nodeOfTask[row]))
                let done =
                    calendar.work(at: network.instant(of: date))
                    - calendar.work(at: network.instant(of: LocalDateTime(minutes: starts[row])))
                remaining[row] = max(planned[row] - done, 0)
            }
        }
        var then = plan
        then.settings.dataDate = max(date, plan.settings.epoch)
        // Meetings of later weeks would lie in its future, and dates do not hang on any.
        then.checkIns = Table()
        then.tasks.raw.columns[TaskColumn.duration.rawValue] = .integers(planned)
        then.tasks.raw.columns[TaskColumn.actualStart.rawValue] = .integers(starts)
        then.tasks.raw.columns[TaskColumn.actualFinish.rawValue] = .integers(finishes)
        then.tasks.raw.columns[TaskColumn.remaining.rawValue] = .integers(remaining)
        then.tasks.raw.columns[TaskColumn.percentComplete.rawValue] = .numbers(percent)
        return then
    }
}

import PlanModel

/// What each task lasts: its planned duration, what is left of it, its actual dates.
///
/// Planned: the duration, else the most likely estimate, else the mean, else the effort shared among its people, else (finished
/// tasks) the working time between the actual dates. Left: what was reported, else the planned duration less the reported percentage.
struct DurationResolver: Sendable {
    let plan: Plan
    let calendars: [WorkingTime]
    /// By task row; empty where all run on the plan's.
    let calendarOfTask: [UInt16]
    let origin: LocalDateTime

    /// Durations and laws by task row, and what is wrong with them.
    struct Rows: Sendable {
        var planned: [Int32] = []
        var remaining: [Int32] = []
        var laws: [DurationLaw] = []
        /// The quantile tables of laws.
        var tables = QuantileTables()
        var faults: [Fault] = []
        var findings: [Finding] = []
    }

    /// What each task lasts, in the order of the table, which is the order in which memory has it.
    func rows() -> Rows {
        var rows = Rows()
        rows.planned = plannedDurations(&rows.faults)
        rows.remaining = remainingDurations(rows.planned, &rows.findings)
        let ratios = DurationRatios(self, planned: rows.planned)
        let resolver = UncertaintyResolver(plan: plan, planned: rows.planned, remaining: rows.remaining, ratios: ratios)
        rows.laws = resolver.laws(&rows.tables, faults: &rows.faults, findings: &rows.findings)
        return rows
    }

    /// The values in network order.
    func values(_ rows: Rows, taskOfNode: [Int32]) -> NetworkValues {
        let (starts, finishes) = (plan.tasks.integers(.actualStart), plan.tasks.integers(.actualFinish))
        let hub = DurationLaw(longest: 0)
        return NetworkValues(
            planned: taskOfNode.map { $0 < 0 ? 0 : rows.planned[Int($0)] },
            remaining: taskOfNode.map { $0 < 0 ? 0 : rows.remaining[Int($0)] },
            progress: hasProgress ? taskOfNode.map { $0 < 0 ? 0 : progress(Int($0), starts, finishes).rawValue } : [],
            actualStart: hasProgress ? taskOfNode.map { instant($0, starts) } : [],
            actualFinish: hasProgress ? taskOfNode.map { instant($0, finishes) } : [],
            laws: taskOfNode.map { $0 < 0 ? hub : rows.laws[Int($0)] }, dataDate: plan.settings.dataDate.minutes(since: origin))
    }

    private var hasProgress: Bool {
        [plan.tasks.integers(.actualStart), plan.tasks.integers(.actualFinish)].contains {
            $0?.contains { $0 != Cell.absent } ?? false
        }
    }

    private func instant(_ task: Int32, _ dates: [Int32]?) -> Int32 {
        guard task >= 0, let date = dates?[Int(task)], date != Cell.absent else { return -1 }
        return LocalDateTime(minutes: date).minutes(since: origin)
    }

    private func progress(_ task: Int, _ starts: [Int32]?, _ finishes: [Int32]?) -> Progress {
        if let finish = finishes?[task], finish != Cell.absent { return .completed }
        if let start = starts?[task], start != Cell.absent { return .started }
        return .planned
    }

    private func plannedDurations(_ faults: inout [Fault]) -> [Int32] {
        let tasks = plan.tasks
        var planned = tasks.integers(.duration) ?? Array(repeating: Cell.absent, count: tasks.count)
        let fallbacks = [TaskColumn.mostLikely, .mean].compactMap(tasks.integers)
        var efforts: [Int32]?
        for task in 0..<tasks.count where planned[task] == Cell.absent {
            if let given = fallbacks.first(where: { $0[task] != Cell.absent }) {
                planned[task] = given[task]
                continue
            }
            efforts = efforts ?? effortDurations()
            planned[task] = efforts![task] != Cell.absent ? efforts![task] : actualDuration(task)
            if planned[task] == Cell.absent, needsNoDuration(task) { planned[task] = 0 }
            if planned[task] == Cell.absent {
                let place = tasks.raw.place(ofRow: task)
                faults.append(
                    Fault(
                        code: "no-duration", file: place.file, line: place.line, column: "duration",
                        message:
                            "expected a duration, an effort or an estimate for task \(tasks.raw.identifier(task)) (found none)")
                )
                planned[task] = 0
            }
        }
        return planned
    }

    /// A span lasts as long as the tasks around it, a milestone no time at all.
    private func needsNoDuration(_ task: Int) -> Bool {
        plan.tasks.reference(.kind, task).map { $0 != Int(TaskKind.task.rawValue) } ?? false
    }

    /// Whether progress was judged by the result, which says nothing of the time that is left.
    private func isPhysical(_ task: Int) -> Bool {
        plan.tasks.reference(.percentKind, task) == Int(PercentKind.physical.rawValue)
    }

    func isSpan(_ task: Int) -> Bool {
        plan.tasks.reference(.kind, task).flatMap { TaskKind(rawValue: Int32($0)) }?.isSpan ?? false
    }

    /// Effort shared by all who are assigned, each with their units (a person without units gives all that responsibilities leave of their
    /// FTE) times their productivity; by one person where nobody is. Each person beyond the first adds the plan's overhead.
    private func effortDurations() -> [Int32] {
        let (tasks, assignments) = (plan.tasks, plan.assignments)
        var result = [Int32](repeating: Cell.absent, count: tasks.count)
        guard let efforts = tasks.integers(.effort) else { return result }
        let free = PeopleCapacity.freeShares(plan)
        var output = [Double](repeating: 0, count: tasks.count)
        var heads = output
        for row in assignments.rows {
            guard let task = assignments.reference(.task, row) else { continue }
            let units = assignments.number(.units, row)
            if let person = assignments.reference(.person, row) {
                let usual = (plan.people.number(.fte, person) ?? 1) * free[person]
                output[task] += (units ?? usual) * (plan.people.number(.productivity, person) ?? 1)
                heads[task] += 1
            } else {
                output[task] += units ?? 1
                heads[task] += units ?? 1
            }
        }
        for task in 0..<tasks.count where efforts[task] != Cell.absent {
            let overhead = 1 + plan.settings.people.overheadPerPerson * max(0, heads[task] - 1)
            let minutes = Double(efforts[task]) * overhead / (output[task] > 0 ? output[task] : 1)
            result[task] = Int32(min(minutes.rounded(), 0x1p30))
        }
        return result
    }

    /// Working time between the actual dates of a finished task; `Cell.absent` of any other.
    func actualDuration(_ task: Int) -> Int32 {
        guard let start = plan.tasks.date(.actualStart, task), let finish = plan.tasks.date(.actualFinish, task) else {
            return Cell.absent
        }
        let calendar = calendars[calendarOfTask.isEmpty ? plan.settings.calendar : Int(calendarOfTask[task])]
        return calendar.work(at: finish.minutes(since: origin)) - calendar.work(at: start.minutes(since: origin))
    }

    private func remainingDurations(_ planned: [Int32], _ findings: inout [Finding]) -> [Int32] {
        let tasks = plan.tasks
        let (reported, percent) = (tasks.integers(.remaining), tasks.numbers(.percentComplete))
        let hasKinds = tasks.integers(.kind) != nil
        guard reported != nil || percent != nil || hasProgress || hasKinds else { return planned }
        let (starts, finishes) = (tasks.integers(.actualStart), tasks.integers(.actualFinish))
        var remaining = planned
        for task in 0..<tasks.count {
            let state = progress(task, starts, finishes)
            if hasKinds, isSpan(task) {
                remaining[task] = 0
                continue
            }
            if state == .completed {
                remaining[task] = 0
            } else if let given = reported?[task], given != Cell.absent {
                remaining[task] = given
            } else if let share = percent?[task], !share.isNaN, !isPhysical(task) {
                remaining[task] = Int32((Double(planned[task]) * (1 - share / 100)).rounded())
            } else if state == .started {
                findings.append(
                    finding(task, "started-without-progress", "started, with no progress reported; all of it is taken as left"))
            }
            if state == .planned, remaining[task] != planned[task] {
                findings.append(
                    finding(
                        task, "progress-without-start",
                        "progress is reported without an actual start; the rest starts at the data date at the earliest"))
            }
        }
        return remaining
    }

    private func finding(_ task: Int, _ code: String, _ message: String) -> Finding {
        let place = plan.tasks.raw.place(ofRow: task)
        return Finding(
            code: code, file: place.file, line: place.line, column: "actual_start",
            message: "task \(plan.tasks.raw.identifier(task)): \(message)")
    }
}

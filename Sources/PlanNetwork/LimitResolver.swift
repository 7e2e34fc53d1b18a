import PlanModel

/// What the constraints of each task, its deadline and the constraints of its summaries come to, as limits on its dates.
///
/// Constraints hold what has not started; deadlines and the late side of constraints hold all that is not finished.
struct LimitResolver: Sendable {
    let plan: Plan
    let calendars: [WorkingTime]
    /// By task row; empty where all run on the plan's.
    let calendarOfTask: [UInt16]
    let origin: LocalDateTime
    let rules: SchedulingRules

    /// Limits, and by task row the place of its own or −1; both empty where no task has any.
    struct Rows: Sendable {
        var limits: [DateLimits] = []
        var limitOfTask: [Int32] = []
        var faults: [Fault] = []
    }

    private static let dateColumns: [TaskColumn] = [
        .deadline, .expectedFinish, .resume, .externalStart, .externalFinish, .manualStart,
    ]

    /// The limits by task row.
    ///
    /// - Parameter durations: planned and remaining minutes by task row.
    func rows(_ durations: DurationResolver.Rows) -> Rows {
        var rows = Rows()
        let isFree =
            plan.tasks.integers(.constraint) == nil && plan.tasks.integers(.secondConstraint) == nil
            && Self.dateColumns.allSatisfy { plan.tasks.integers($0) == nil }
            && SummaryColumn.allCases.allSatisfy { $0 == .parent || plan.summaries.integers($0) == nil }
            && (rules.holdsAtDataDate || plan.tasks.integers(.actualStart) == nil)
        if isFree { return rows }
        let inherited = inheritedConstraints(&rows.faults)
        rows.limitOfTask = Array(repeating: -1, count: plan.tasks.count)
        for task in plan.tasks.rows where plan.tasks.integer(.actualFinish, task) == nil {
            var limits = limits(of: task, durations, &rows.faults)
            for constraint in inherited[task] ?? [] { apply(constraint, task, &limits) }
            if limits != DateLimits() {
                rows.limitOfTask[task] = Int32(rows.limits.count)
                rows.limits.append(limits)
            }
        }
        if rows.limits.isEmpty { rows.limitOfTask = [] }
        return rows
    }

    /// The position of a date on a task's calendar.
    private func position(_ date: LocalDateTime, _ task: Int) -> Int32 {
        calendars[calendarOfTask.isEmpty ? plan.settings.calendar : Int(calendarOfTask[task])].work(
            at: date.minutes(since: origin))
    }

    private func limits(of task: Int, _ durations: DurationResolver.Rows, _ faults: inout [Fault]) -> DateLimits {
        let tasks = plan.tasks
        var limits = DateLimits()
        for pair in [(TaskColumn.constraint, TaskColumn.constraintDate), (.secondConstraint, .secondConstraintDate)] {
            guard let name = tasks.reference(pair.0, task).flatMap({ ConstraintName(rawValue: Int32($0)) }) else { continue }
            let date = tasks.date(pair.1, task)
            if date == nil, !name.isDateless {
                faults.append(missingDate(tasks.raw, task, TaskColumn.specs[pair.1.rawValue].name, name))
            }
            apply(DatedConstraint(name: name, date: date), task, &limits)
        }
        if let deadline = tasks.date(.deadline, task) {
            limits.lateFinishCap = min(limits.lateFinishCap, position(deadline, task))
        }
        if let external = tasks.date(.externalStart, task) {
            limits.startFloor = max(limits.startFloor, position(external, task))
        }
        if let external = tasks.date(.externalFinish, task) {
            limits.lateFinishCap = min(limits.lateFinishCap, position(external, task))
        }
        if let start = tasks.date(.actualStart, task) { hold(task, start, durations, &limits) }
        if let manual = tasks.date(.manualStart, task), tasks.integer(.actualStart, task) == nil {
            limits.startPin = position(manual, task)
            limits.isManual = true
        }
        if rules.usesExpectedFinish, let expected = tasks.date(.expectedFinish, task) {
            limits.expectedFinish = position(expected, task)
        }
        return limits
    }

    /// Where the work that is left of a started task may go on.
    private func hold(_ task: Int, _ start: LocalDateTime, _ durations: DurationResolver.Rows, _ limits: inout DateLimits) {
        if let resume = plan.tasks.date(.resume, task) {
            limits.startFloor = max(limits.startFloor, position(resume, task))
        } else if !rules.holdsAtDataDate {
            let done = max(durations.planned[task] - durations.remaining[task], 0)
            limits.startFloor = max(limits.startFloor, position(start, task) + done)
        }
    }

    private func apply(_ constraint: DatedConstraint, _ task: Int, _ limits: inout DateLimits) {
        constraint.apply(
            to: &limits, isStarted: plan.tasks.integer(.actualStart, task) != nil, rules: rules,
            position: { position($0, task) })
    }

    private func missingDate(_ table: RawTable, _ row: Int, _ column: String, _ name: ConstraintName) -> Fault {
        let place = table.place(ofRow: row)
        return Fault(
            code: "missing-value", file: place.file, line: place.line, column: column,
            message: "expected a date for the constraint \(ConstraintName.words[Int(name.rawValue)]) (found none)")
    }

    /// The constraints of summaries, by the tasks below them.
    private func inheritedConstraints(_ faults: inout [Fault]) -> [Int: [DatedConstraint]] {
        guard let names = plan.summaries.integers(.constraint) else { return [:] }
        let members = GroupMembers(plan)
        var result: [Int: [DatedConstraint]] = [:]
        for row in plan.summaries.rows {
            guard let name = ConstraintName(rawValue: names[row]), name != .asSoonAsPossible else { continue }
            let date = plan.summaries.date(.constraintDate, row)
            if date == nil, !name.isDateless {
                faults.append(missingDate(plan.summaries.raw, row, "constraint_date", name))
            }
            for task in members.tasks(belowSummary: row) {
                result[Int(task), default: []].append(DatedConstraint(name: name, date: date))
            }
        }
        return result
    }
}

import PlanModel
import PlanNetwork

/// Edits of work: when, whether, how much, how urgent.
extension ScenarioApplier {
    /// No open task that has not started starts before a date. A pinned start moves to it.
    mutating func postpone(_ change: ScenarioChange.Postpone) {
        guard let tasks = openTasks(change.work, called: "open task that has not started", where: { !$0.isStarted($1) }) else {
            return
        }
        let until = change.until.minutes
        let moved = tasks.filter { (plan.tasks.integer(.externalStart, $0) ?? Int32.min) < until }
        guard !moved.isEmpty else {
            return refuseIdle(key: "until", "all tasks of \(told(change.work)) start after \(told(change.until)) as it is")
        }
        guard change.until > plan.settings.dataDate else {
            return refuseIdle(key: "until", "no work starts before the data date \(told(plan.settings.dataDate)) in any case")
        }
        plan.tasks.raw.withIntegers(TaskColumn.externalStart.rawValue) { cells in for task in moved { cells[task] = until } }
        let pins = [ConstraintName.mustStartOn, .mandatoryStart].map { Int($0.rawValue) }
        for task in moved {
            for (name, date) in [
                (TaskColumn.constraint, TaskColumn.constraintDate), (.secondConstraint, .secondConstraintDate),
            ] {
                guard let pin = plan.tasks.reference(name, task), pins.contains(pin) else { continue }
                if let given = plan.tasks.integer(date, task), given < until { plan.tasks.set(date, task, until) }
            }
            if let manual = plan.tasks.integer(.manualStart, task), manual < until { plan.tasks.set(.manualStart, task, until) }
        }
        touched(
            tasks: moved.count, workMinutes: workMinutes(moved),
            "\(told(change.work)): \(count(moved.count, "task")) start no earlier than \(told(change.until))")
    }

    /// Takes the work away: tasks without duration, people, dates and risks, which pass logic on and serve no target.
    mutating func cancel(_ work: WorkSelection) {
        guard let tasks = openTasks(work) else { return }
        let minutes = workMinutes(tasks)
        let cleared: [TaskColumn] = [
            .effort, .optimistic, .mostLikely, .pessimistic, .mean, .deviation, .outcomes, .workClass, .constraint,
            .constraintDate,
            .secondConstraint, .secondConstraintDate, .deadline, .expectedFinish, .suspend, .resume, .externalStart,
            .externalFinish, .manualStart, .percentComplete, .due,
        ]
        for column in cleared { plan.tasks.clear(column, tasks) }
        for (column, value) in [
            (TaskColumn.duration, Int32(0)), (.remaining, 0), (.distribution, DistributionName.fixed.rawValue),
        ] {
            plan.tasks.raw.withIntegers(column.rawValue) { cells in for task in tasks { cells[task] = value } }
        }
        let gone = Set(tasks)
        plan.cancelledTasks.formUnion(gone)
        plan.assignments.raw.removeRows(
            Set(plan.assignments.rows.filter { plan.assignments.reference(.task, $0).map(gone.contains) ?? false }))
        plan.impacts.raw.removeRows(
            Set(plan.impacts.rows.filter { plan.impacts.reference(.task, $0).map(gone.contains) ?? false }))
        touched(
            tasks: tasks.count, workMinutes: minutes,
            "\(told(work)): \(count(tasks.count, "open task")) cancelled, \(toldWork(minutes)) saved")
    }

    /// Multiplies what is left of the work.
    mutating func rescope(_ change: ScenarioChange.Rescope) {
        guard change.factor != 1 else { return refuseIdle(key: "factor", "a factor of 1 leaves the work as it is") }
        let noun = "open task that takes time"
        guard let tasks = openTasks(change.work, called: noun, where: { $0.remaining($1) > 0 }) else { return }
        // Of what has begun only the rest changes; its range goes with it.
        let (begun, fresh) = (tasks.filter { isStarted($0) }, tasks.filter { !isStarted($0) })
        let before = workMinutes(tasks)
        for task in begun {
            let rest = plan.tasks.integer(.remaining, task) ?? remaining(task)
            plan.tasks.set(.remaining, task, Self.scaled(rest, change.factor))
        }
        let columns: [TaskColumn] = [
            .duration, .effort, .optimistic, .mostLikely, .pessimistic, .mean, .deviation, .remaining,
        ]
        for column in columns where plan.tasks.integers(column) != nil {
            plan.tasks.raw.withIntegers(column.rawValue) { cells in
                for task in fresh where cells[task] != Cell.absent { cells[task] = Self.scaled(cells[task], change.factor) }
            }
        }
        if plan.tasks.texts(.outcomes) != nil {
            let chosen = Set(fresh)
            let outcomes = plan.tasks.texts(.outcomes)!
            plan.tasks.raw.replaceTexts(TaskColumn.outcomes.rawValue) { row in
                guard chosen.contains(row), let given = Outcomes(stored: outcomes[row]) else { return nil }
                return Outcomes(given.all.map { .init(($0.value * change.factor).rounded(), $0.probability) })?.stored
            }
        }
        touched(
            tasks: tasks.count, workMinutes: before * (change.factor - 1),
            "\(told(change.work)): \(count(tasks.count, "task")) at \(change.factor) times the work, "
                + "\(toldWork(abs(before * (change.factor - 1)))) \(change.factor < 1 ? "less" : "more")")
    }

    private static func scaled(_ minutes: Int32, _ factor: Double) -> Int32 {
        Int32(min((Double(minutes) * factor).rounded(), 0x1p30))
    }

    /// Sets the priority of open tasks, and of whole projects.
    mutating func reprioritise(_ change: ScenarioChange.Reprioritise) {
        guard let tasks = openTasks(change.work) else { return }
        let rows = change.work.ids.compactMap { plan[change.work.kind.table].row(of: $0.text) }
        let projects = Set(rows.flatMap { self.projects(of: change.work.kind, $0) })
        let changed = tasks.filter { plan.tasks.integer(.priority, $0) != change.priority }
        guard !changed.isEmpty else {
            return refuseIdle(key: "priority", "all tasks of \(told(change.work)) have the priority \(change.priority) already")
        }
        plan.tasks.raw.withIntegers(TaskColumn.priority.rawValue) { cells in
            for task in tasks { cells[task] = change.priority }
        }
        if !projects.isEmpty {
            plan.projects.raw.withIntegers(ProjectColumn.priority.rawValue) { cells in
                for project in projects { cells[project] = change.priority }
            }
        }
        touched(
            tasks: changed.count, others: projects.count,
            "\(told(change.work)): priority \(change.priority) for \(count(changed.count, "task"))")
    }

    /// Sets another date that was promised; what belongs to the elements keeps its own.
    mutating func changeDue(_ change: ScenarioChange.ChangeDue) {
        let kind = change.elements.kind
        guard let rows = rows(of: change.elements.ids, in: kind.table, key: kind.rawValue) else { return }
        let column =
            switch kind {
            case .task: TaskColumn.due.rawValue
            case .project: ProjectColumn.due.rawValue
            case .goal: GoalColumn.due.rawValue
            case .initiative: InitiativeColumn.due.rawValue
            }
        let due = change.due?.minutes ?? Cell.absent
        let changed = rows.filter { (plan[kind.table].integers(column)?[$0] ?? Cell.absent) != due }
        guard !changed.isEmpty else {
            let state = change.due.map { "due \(toldEnd($0))" } ?? "without a due date"
            return refuseIdle(key: "due", "\(told(change.elements)) is \(state) already")
        }
        plan[kind.table].withIntegers(column) { cells in for row in changed { cells[row] = due } }
        touched(
            tasks: kind == .task ? changed.count : 0, others: kind == .task ? 0 : changed.count,
            "\(told(change.elements)) due \(change.due.map(toldEnd) ?? "never")")
    }

    /// An end in messages: midnight ends the day before it.
    func toldEnd(_ date: LocalDateTime) -> String {
        date.minuteOfDay == 0 ? date.advanced(byMinutes: -1).dateText : date.description
    }
}

import PlanModel
import PlanNetwork
import PlanSchedule

/// Which tasks an edit is about.
extension ScenarioApplier {
    func isStarted(_ task: Int) -> Bool { plan.tasks.integer(.actualStart, task) != nil }

    /// Neither finished nor cancelled, and work of its own.
    func isOpen(_ task: Int) -> Bool {
        plan.tasks.integer(.actualFinish, task) == nil && !plan.cancelledTasks.contains(task)
            && !(plan.tasks.reference(.kind, task).flatMap { TaskKind(rawValue: Int32($0)) }?.isSpan ?? false)
    }

    /// Working minutes that are left of a task by the plan before the first edit.
    func remaining(_ task: Int) -> Int32 {
        plan.cancelledTasks.contains(task) ? 0 : network.values.remaining[Int(network.structure.nodeOfTask[task])]
    }

    /// The open tasks of a selection in natural order of their ids; `nil` where an id names nothing, or nothing open.
    ///
    /// - Parameter isWanted: what else a task must be, and how the fault calls such tasks: `open task that has not started`.
    mutating func openTasks(
        _ work: WorkSelection, called noun: String = "open task",
        where isWanted: (ScenarioApplier, Int) -> Bool = { _, _ in true }
    ) -> [Int]? {
        let key = work.kind.rawValue
        guard let rows = rows(of: work.ids, in: work.kind.table, key: key) else { return nil }
        let before = faults.count
        var found = Set<Int>()
        for (row, word) in zip(rows, work.ids) {
            let tasks = tasks(of: work.kind, row).filter { isOpen($0) && isWanted(self, $0) }
            found.formUnion(tasks)
            if tasks.isEmpty { refuseIdle(word, key: key, "\(key) \(word.text) has no \(noun)") }
        }
        return faults.count == before ? inOrder(found) : nil
    }

    /// Tasks in natural order of their ids, whatever the order of rows.
    func inOrder(_ tasks: some Sequence<Int>) -> [Int] {
        tasks.map { ($0, plan.tasks.text(.id, $0)) }.sorted { NaturalOrder.isBefore($0.1, $1.1) }.map(\.0)
    }

    /// The tasks that belong to an element by the tree.
    private func tasks(of kind: WorkSelection.Kind, _ row: Int) -> [Int] {
        if kind == .task { return [row] }
        let projects = Set(projects(of: kind, row))
        guard let owners = plan.tasks.integers(.project) else { return [] }
        return plan.tasks.rows.filter { projects.contains(Int(owners[$0])) }
    }

    /// The projects that belong to an element by the tree; none of a task.
    func projects(of kind: WorkSelection.Kind, _ row: Int) -> [Int] {
        switch kind {
        case .task: return []
        case .project: return [row]
        case .goal: return plan.projects.rows.filter { plan.projects.reference(.goal, $0) == row }
        case .initiative:
            let goals = Set(plan.goals.rows.filter { plan.goals.reference(.initiative, $0) == row })
            return plan.projects.rows.filter { plan.projects.reference(.goal, $0).map(goals.contains) ?? false }
        }
    }

    /// Work as a sentence names it: `P012`, `P1, P2 and 3 more`.
    func told(_ work: WorkSelection) -> String { told(work.ids.map(\.text)) }

    func told(_ names: [String]) -> String {
        names.count <= 3
            ? names.joined(separator: ", ") : names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more"
    }

    /// Whether by the plan's early dates a task is done by a date.
    mutating func isDone(_ task: Int, by date: LocalDateTime) -> Bool {
        early.earlyFinishInstant(Int(network.structure.nodeOfTask[task])) <= network.instant(of: date)
    }

    /// Whether by the plan's early dates a task starts before a date.
    mutating func starts(_ task: Int, before date: LocalDateTime) -> Bool {
        early.earlyStartInstant(Int(network.structure.nodeOfTask[task])) < network.instant(of: date)
    }

    /// Person-minutes that are left of tasks: minutes times the units of all who are assigned, of one person where nobody is.
    func workMinutes(_ tasks: some Sequence<Int>) -> Double {
        let chosen = Set(tasks)
        var units: [Int: Double] = [:]
        for row in plan.assignments.rows {
            guard let task = plan.assignments.reference(.task, row), chosen.contains(task) else { continue }
            units[task, default: 0] += plan.assignments.number(.units, row) ?? 1
        }
        return chosen.sorted().reduce(0) { $0 + Double(remaining($1)) * (units[$1] ?? 1) }
    }

    /// Person-minutes as people read them: `12.5 days of work`.
    func toldWork(_ minutes: Double) -> String {
        let tenths = (minutes * 10 / Double(plan.settings.units.minutesPerDay)).rounded() / 10
        return "\(tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)") days of work"
    }
}

extension WorkSelection.Kind {
    /// The table that the ids are of.
    var table: TableName {
        switch self {
        case .task: .tasks
        case .project: .projects
        case .goal: .goals
        case .initiative: .initiatives
        }
    }
}

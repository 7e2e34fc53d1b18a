import PlanModel
import PlanNetwork

extension PlanReview {
    /// Open tasks that nobody answers for and nobody works on.
    func unmannedTasks() -> [Finding] {
        var isAssigned = [Bool](repeating: false, count: plan.tasks.count)
        for task in plan.assignments.integers(.task) ?? [] where task >= 0 { isAssigned[Int(task)] = true }
        let owners = plan.tasks.integers(.owner)
        let hasPeople = plan.people.count + plan.teams.count > 0
        return plan.tasks.rows.filter {
            hasPeople && isOpen($0) && !isAssigned[$0] && (owners?[$0] ?? Cell.none) == Cell.none
        }.map {
            finding(
                plan.tasks.raw, $0, "owner", "task-without-person",
                "\(title(plan.tasks.raw, $0)) has no owner and nobody is assigned")
        }
    }

    /// The people who have left before the data date, by row: the last day of each.
    private func departed() -> [Int: LocalDateTime] {
        plan.people.rows.reduce(into: [:]) { result, row in
            if let end = plan.people.date(.end, row), end < plan.settings.dataDate { result[row] = end }
        }
    }

    /// Work whose owner has left.
    func departedOwners() -> [Finding] {
        let departed = departed()
        guard !departed.isEmpty else { return [] }
        func left(_ table: RawTable, _ column: Int, where isAlive: (Int) -> Bool = { _ in true }) -> [Finding] {
            guard let owners = table.integers(column) else { return [] }
            return (0..<table.count).compactMap { row in
                guard let end = departed[Int(owners[row])], isAlive(row) else { return nil }
                return finding(
                    table, row, "owner", "owner-left", "\(title(table, row)) belongs to \(departure(Int(owners[row]), end))")
            }
        }
        return left(plan.initiatives.raw, InitiativeColumn.owner.rawValue) + left(plan.goals.raw, GoalColumn.owner.rawValue)
            + left(plan.projects.raw, ProjectColumn.owner.rawValue)
            + left(plan.tasks.raw, TaskColumn.owner.rawValue, where: isOpen)
    }

    /// Open work that is assigned to somebody who has left.
    func departedAssignees() -> [Finding] {
        let departed = departed()
        let table = plan.assignments
        return departed.isEmpty
            ? []
            : table.rows.compactMap { row in
                guard let task = table.reference(.task, row), let person = table.reference(.person, row),
                    let end = departed[person],
                    isOpen(task)
                else { return nil }
                return finding(
                    table.raw, row, "person", "assignee-left",
                    "\(title(plan.tasks.raw, task)) is assigned to \(departure(person, end))")
            }
    }

    private func departure(_ person: Int, _ end: LocalDateTime) -> String {
        "\(plan.people.text(.id, person)) \(plan.people.text(.name, person)), who left on \(LocalDateTime(minutes: end.minutes - 1).dateText)"
    }
}

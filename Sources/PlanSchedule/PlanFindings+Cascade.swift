import PlanModel
import PlanNetwork

extension PlanReview {
    /// Elements that belong to nothing above them, neither in the tree nor by a link.
    func orphans() -> [Finding] {
        let linked = linkedRows()
        func orphans(_ table: RawTable, column: Int, _ code: String, _ parent: String) -> [Finding] {
            let parents = table.integers(column)
            return (0..<table.count).filter {
                (parents?[$0] ?? Cell.none) == Cell.none && linked[table.name]?.contains($0) != true
            }.map {
                finding(table, $0, table.specs[column].name, code, "\(title(table, $0)) belongs to no \(parent)")
            }
        }
        return orphans(plan.goals.raw, column: GoalColumn.initiative.rawValue, "orphan-goal", "initiative")
            + orphans(plan.projects.raw, column: ProjectColumn.goal.rawValue, "orphan-project", "goal")
            + orphans(plan.tasks.raw, column: TaskColumn.project.rawValue, "orphan-task", "project")
    }

    /// Rows that a link ties to a goal or an initiative, by table.
    private func linkedRows() -> [TableName: Set<Int>] {
        guard let sources = plan.links.integers(.from) else { return [:] }
        return sources.map { ElementReference(raw: $0) }.reduce(into: [:]) { result, source in
            result[LinkColumn.sources[source.table], default: []].insert(source.row)
        }
    }

    /// Initiatives, goals and projects that nothing serves.
    func deadEnds() -> [Finding] {
        func deadEnds(_ kind: TargetKind, _ table: RawTable, _ code: String, _ need: String) -> [Finding] {
            (0..<table.count).filter { row in
                let target = tree.target(kind, row: row)
                return tree.children[target].isEmpty && tree.members[target].isEmpty
            }.map { finding(table, $0, nil, code, "\(title(table, $0)) has no \(need)") }
        }
        return deadEnds(.initiative, plan.initiatives.raw, "initiative-without-goal", "goal")
            + deadEnds(.goal, plan.goals.raw, "goal-without-project", "project")
            + deadEnds(.project, plan.projects.raw, "project-without-task", "task")
    }

    private var levels: [(kind: TargetKind, table: RawTable)] {
        [(.initiative, plan.initiatives.raw), (.goal, plan.goals.raw), (.project, plan.projects.raw)]
    }

    /// Initiatives, goals and projects that nobody has set a date for.
    func missingDueDates() -> [Finding] {
        levels.flatMap { kind, table in
            (0..<table.count).filter { tree.due[tree.target(kind, row: $0)] == Int32.max }.map {
                finding(table, $0, "due", "no-due-date", "\(title(table, $0)) has no due date")
            }
        }
    }

    /// Targets and open tasks that are late by the plain plan, before any uncertainty.
    func dueBeforeFinish() -> [Finding] {
        let targets = TargetSchedule(of: schedule)
        let late = levels.flatMap { kind, table in
            (0..<table.count).compactMap { row -> Finding? in
                let target = tree.target(kind, row: row)
                guard targets.finish[target] > tree.due[target] else { return nil }
                return lateness(table, row, due: tree.due[target], finish: targets.finish[target])
            }
        }
        guard let dues = plan.tasks.integers(.due) else { return late }
        let origin = schedule.network.origin.minutes
        return late
            + plan.tasks.rows.compactMap { row in
                guard dues[row] != Cell.absent, isOpen(row) else { return nil }
                let finish = schedule.finishInstant(node(row))
                return finish > dues[row] - origin
                    ? lateness(plan.tasks.raw, row, due: dues[row] - origin, finish: finish) : nil
            }
    }

    private func lateness(_ table: RawTable, _ row: Int, due: Int32, finish: Int32) -> Finding {
        let (due, finish) = (schedule.date(due - 1), schedule.date(finish))
        return finding(
            table, row, "due", table.name == .tasks ? "task-due-before-finish" : "due-before-finish",
            "\(title(table, row)) is due on \(due.dateText), its work ends on \(finish.dateText) by the plain plan")
    }
}

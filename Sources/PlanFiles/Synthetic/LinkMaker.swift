import PlanModel

/// Writes contributions beside the tree.
struct LinkMaker {
    private let organisation: Organisation

    init(_ organisation: Organisation) { self.organisation = organisation }

    /// About one project in eight also serves another goal.
    func links() -> Table<LinkColumn> {
        let shape = organisation.shape
        var table = Table<LinkColumn>()
        var (from, to, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        for project in 0..<shape.workedProjects where shape.goalCount > 1 && shape.goalOfProject[project] >= 0 {
            var dice = organisation.dice(.link, project)
            let goal = dice.below(shape.goalCount)
            guard dice.happens(12), goal != shape.goalOfProject[project] else { continue }
            from.append(ElementReference(table: 1, row: Int(organisation.rows.projects.rowOf[project])).raw)
            to.append(ElementReference(table: 0, row: Int(organisation.rows.goals.rowOf[goal])).raw)
            weights.append(Double(dice.between(2, 6)) / 10)
        }
        table.set(.from, from)
        table.set(.to, to)
        table.set(.weight, weights)
        return table
    }
}

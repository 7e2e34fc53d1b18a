import PlanModel

/// Writes initiatives, goals, projects and the links beside the tree.
struct CascadeMaker {
    private let organisation: Organisation
    private let shape: OrganisationShape
    private let names: NameMaker

    init(_ organisation: Organisation) {
        (self.organisation, shape, names) = (organisation, organisation.shape, NameMaker(seed: organisation.seed))
    }

    func initiatives() -> Table<InitiativeColumn> {
        var table = Table<InitiativeColumn>()
        let (order, workforce) = (organisation.rows.initiatives, organisation.workforce)
        let (weights, finishes) = (weights(), finishes().initiatives)
        table.setIdentifiers(IdentifierSpelling("I", count: shape.initiativeCount).column(order))
        table.set(.name, names.column(order) { _ in .initiative })
        table.set(
            .owner, order.elementAt.map { organisation.rows.people.rowOf[min(1 + Int($0) % 8, workforce.count - 1)] })
        table.set(.weight, order.elementAt.map { Double(weights[Int($0)]) / 1_000_000 })
        table.set(.due, order.elementAt.map { due(finishes[Int($0)], -15...120, 2 << 32 | Int($0)) })
        return table
    }

    /// Millionths; together one million.
    private func weights() -> [Int] {
        let shares = (0..<shape.initiativeCount).map { element in
            var dice = organisation.dice(.weight, element)
            return dice.between(5, 40)
        }
        let sum = shares.reduce(0, +)
        var weights = shares.map { $0 * 1_000_000 / sum }
        weights[0] += 1_000_000 - weights.reduce(0, +)
        return weights
    }

    /// The approved finish of each goal and initiative, working minutes; one working year where there is no work.
    private func finishes() -> (goals: [Int32], initiatives: [Int32]) {
        var goals = [Int32](repeating: 0, count: shape.goalCount)
        for project in 0..<shape.workedProjects where shape.goalOfProject[project] >= 0 {
            let goal = Int(shape.goalOfProject[project])
            goals[goal] = max(goals[goal], organisation.graph.plannedFinish[project])
        }
        for goal in goals.indices where goals[goal] == 0 { goals[goal] = 250 * WorkClock.day }
        var initiatives = [Int32](repeating: 0, count: shape.initiativeCount)
        for goal in goals.indices {
            let initiative = Int(shape.initiativeOfGoal[goal])
            initiatives[initiative] = max(initiatives[initiative], goals[goal])
        }
        return (goals, initiatives)
    }

    private func due(_ finish: Int32, _ margin: ClosedRange<Int>, _ element: Int) -> Int32 {
        var dice = organisation.dice(.due, element)
        return organisation.clock.endOfDay(finish, plus: dice.between(margin.lowerBound, margin.upperBound))
    }

    func goals() -> Table<GoalColumn> {
        var table = Table<GoalColumn>()
        let (order, finishes) = (organisation.rows.goals, finishes().goals)
        table.setIdentifiers(IdentifierSpelling("G", count: shape.goalCount).column(order))
        table.set(.name, names.column(order) { _ in .goal })
        table.set(
            .initiative, order.elementAt.map { organisation.rows.initiatives.rowOf[Int(shape.initiativeOfGoal[Int($0)])] })
        table.set(.due, order.elementAt.map { due(finishes[Int($0)], 0...100, 1 << 32 | Int($0)) })
        setMeasures(in: &table, order)
        return table
    }

    private func setMeasures(in table: inout Table<GoalColumn>, _ order: RowOrder) {
        var (owners, kinds, levels): ([Int32], [Int32], [[Double]]) = ([], [], [[], [], [], []])
        var measures = TextGatherer(rows: shape.goalCount, bytesPerRow: 16)
        for goal in order.elementAt.map(Int.init) {
            var dice = organisation.dice(.kind, -1 - goal)
            let heads = organisation.workforce.teamCount
            owners.append(organisation.rows.people.rowOf[heads == 0 ? 0 : dice.below(heads)])
            kinds.append(Int32(dice.choice([2, 2, 2, 1, 1, 0, 3])))
            let base = dice.between(2, 9) * 10
            for (place, value) in [base, base + 10, base + 20, base + dice.between(-10, 12)].enumerated() {
                levels[place].append(Double(value))
            }
            measures.append(NameWords.measure)
            measures.endRow()
        }
        table.set(.owner, owners)
        table.set(.kind, kinds)
        table.set(.measure, measures.column)
        for (column, values) in zip([GoalColumn.missed, .met, .exceeded, .current], levels) { table.set(column, values) }
    }

    func projects() -> Table<ProjectColumn> {
        var table = Table<ProjectColumn>()
        let (order, crews) = (organisation.rows.projects, CrewMaker(organisation))
        table.setIdentifiers(IdentifierSpelling("P", count: shape.projectCount).column(order))
        table.set(.name, names.column(order) { _ in .project })
        table.set(
            .goal,
            order.elementAt.map { project in
                let goal = shape.goalOfProject[Int(project)]
                return organisation.rows.goals.cell(goal < 0 ? nil : Int(goal))
            })
        table.set(.owner, order.elementAt.map { organisation.rows.people.rowOf[crews.owner(ofProject: Int($0))] })
        table.set(
            .due,
            order.elementAt.map { project in
                let project = Int(project)
                let finish = project < shape.workedProjects ? organisation.graph.plannedFinish[project] : 250 * WorkClock.day
                return due(finish, -5...60, project)
            })
        table.set(
            .priority,
            order.elementAt.map { project in
                var dice = organisation.dice(.kind, 1 << 32 | Int(project))
                return Int32(dice.choice([500, 500, 500, 600, 700, 300]))
            })
        return table
    }
}

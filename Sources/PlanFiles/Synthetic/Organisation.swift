/// All that the tables are written from, before any of them: elements by number, in an order in which work can run.
struct Organisation: Sendable {
    let seed: UInt64
    let clock: WorkClock
    let shape: OrganisationShape
    let workforce: Workforce
    let graph: WorkGraph
    let rows: RowOrders
    let progress: WorkProgress

    init(tasks: Int, people: Int, seed: UInt64) {
        self.seed = seed
        clock = WorkClock()
        shape = OrganisationShape(tasks: tasks, seed: seed)
        workforce = Workforce(people: people, seed: seed)
        graph = WorkGraphMaker.graph(of: shape, clock: clock, seed: seed)
        rows = RowOrders(shape: shape, people: people, teams: workforce.teamCount, seed: seed)
        progress = WorkProgress(clock: clock, shape: shape, graph: graph, seed: seed)
    }

    /// The dice of one element for one purpose.
    func dice(_ purpose: DicePurpose, _ element: Int) -> Dice { Dice(seed, purpose, element) }
}

/// Where the elements of a table stand: a permutation and its inverse.
struct RowOrder: Sendable {
    /// The row of each element.
    let rowOf: [Int32]
    /// The element in each row.
    let elementAt: [Int32]

    init(count: Int, dice: Dice) {
        var dice = dice
        var order = Array(0..<Int32(count))
        dice.shuffle(&order)
        var inverse = [Int32](repeating: 0, count: count)
        for row in 0..<count { inverse[Int(order[row])] = Int32(row) }
        (rowOf, elementAt) = (inverse, order)
    }

    /// The row of an element as a cell; empty for none.
    func cell(_ element: Int?) -> Int32 { element.map { rowOf[$0] } ?? -1 }
}

/// The order of the rows of every table that others refer to.
struct RowOrders: Sendable {
    let initiatives: RowOrder, goals: RowOrder, projects: RowOrder, tasks: RowOrder, people: RowOrder, teams: RowOrder

    init(shape: OrganisationShape, people: Int, teams: Int, seed: UInt64) {
        func order(_ count: Int, _ table: Int) -> RowOrder { RowOrder(count: count, dice: Dice(seed, .order, table)) }
        initiatives = order(shape.initiativeCount, 0)
        goals = order(shape.goalCount, 1)
        projects = order(shape.projectCount, 2)
        tasks = order(shape.taskCount, 3)
        self.people = order(people, 4)
        self.teams = order(teams, 5)
    }
}

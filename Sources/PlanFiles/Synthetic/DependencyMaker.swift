import PlanModel

/// Writes the relations of the work, in random order.
struct DependencyMaker {
    private let organisation: Organisation

    init(_ organisation: Organisation) { self.organisation = organisation }

    func dependencies() -> Table<DependencyColumn> {
        let rows = organisation.rows
        var links = organisation.graph.links
        var dice = organisation.dice(.dependencyOrder, 0)
        dice.shuffle(&links)
        func end(_ element: Int32, _ link: WorkLink) -> Int32 {
            link.joinsProjects
                ? ElementReference(table: 1, row: Int(rows.projects.rowOf[Int(element)])).raw
                : ElementReference(table: 0, row: Int(rows.tasks.rowOf[Int(element)])).raw
        }
        var table = Table<DependencyColumn>()
        table.set(.predecessor, links.map { end($0.predecessor, $0) })
        table.set(.successor, links.map { end($0.successor, $0) })
        table.set(.type, links.map { $0.type.rawValue })
        table.set(.lag, links.map { $0.lag.minutes == 0 ? Cell.absent : $0.lag.raw })
        return table
    }
}

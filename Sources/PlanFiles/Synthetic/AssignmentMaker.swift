import PlanModel

/// Writes who works on what, in random order.
struct AssignmentMaker {
    private let organisation: Organisation

    init(_ organisation: Organisation) { self.organisation = organisation }

    private struct Row {
        var task: Int32, person: Int32, team: Int32, units: Int32
    }

    func assignments() -> Table<AssignmentColumn> {
        var rows = gathered()
        var dice = organisation.dice(.assignmentOrder, 0)
        dice.shuffle(&rows)
        var table = Table<AssignmentColumn>()
        table.set(.task, rows.map(\.task))
        table.set(.person, rows.map(\.person))
        table.set(.team, rows.map(\.team))
        table.set(.units, rows.map { Double($0.units) / 10 })
        return table
    }

    private func gathered() -> [Row] {
        let (orders, items, crews) = (organisation.rows, organisation.graph.items, CrewMaker(organisation))
        var rows: [Row] = []
        rows.reserveCapacity(items.count * 11 / 10)
        for task in items.indices {
            let crew = crews.crew(of: task, items[task])
            if crew.units > 0 {
                rows.append(
                    Row(
                        task: orders.tasks.rowOf[task], person: orders.people.cell(crew.person),
                        team: orders.teams.cell(crew.team),
                        units: Int32(crew.units)))
            }
            guard let second = crew.second else { continue }
            rows.append(
                Row(
                    task: orders.tasks.rowOf[task], person: orders.people.rowOf[second], team: Cell.none,
                    units: Int32(crew.secondUnits)))
        }
        return rows
    }
}

public import Headway

/// Effort that flows up the cascade, by the definition: fractions of minutes, found by walking up from each task, by name.
public struct NaiveFlow {
    /// Minutes left of each task, by id.
    public private(set) var ofTask: [String: Double] = [:]
    /// Minutes that each initiative keeps, by id; `""` is what serves none.
    public private(set) var ofInitiative: [String: Double] = [:]
    /// The same by who carries them: a person, a team, or `""` for nobody.
    public private(set) var byCarrier: [String: [String: Double]] = [:]
    /// How many tasks and elements split what they have.
    public private(set) var splits = 0

    private let plan: Plan

    /// The flow of a plan.
    public init(of plan: Plan, _ network: Network) {
        self.plan = plan
        for table in [TableName.projects, .goals, .initiatives] {
            for row in 0..<plan[table].count where parents(table, row).count > 1 { splits += 1 }
        }
        for row in plan.tasks.rows {
            if parents(.tasks, row).count > 1 { splits += 1 }
            let node = Int(network.structure.nodeOfTask[row])
            guard network.values.progress(of: node) != .completed else { continue }
            let crew = crew(row)
            let minutes = minutes(row, network.values, node, crew)
            ofTask[plan.tasks.text(.id, row)] = minutes
            let units = crew.reduce(0) { $0 + $1.units }
            for member in crew.isEmpty ? [("", 1)] : crew {
                climb(.tasks, row, minutes * (crew.isEmpty ? 1 : member.units / units), member.name)
            }
        }
    }

    private func minutes(_ row: Int, _ values: NetworkValues, _ node: Int, _ crew: [(name: String, units: Double)]) -> Double {
        let (left, planned) = (Double(values.remaining[node]), Double(values.planned[node]))
        if let effort = plan.tasks.integer(.effort, row) {
            return planned == 0 ? Double(effort) : Double(effort) * left / planned
        }
        return left * (crew.isEmpty ? 1 : crew.reduce(0) { $0 + $1.units })
    }

    /// Who is assigned to a task, with what units: of a person all that there ever is of them where none are given.
    private func crew(_ task: Int) -> [(name: String, units: Double)] {
        plan.assignments.rows.filter { plan.assignments.reference(.task, $0) == task }.map { row in
            let given = plan.assignments.number(.units, row)
            guard let person = plan.assignments.reference(.person, row) else {
                return (plan.teams.text(.id, plan.assignments.reference(.team, row)!), given ?? 1)
            }
            let duties = plan.responsibilities.rows.filter { plan.responsibilities.reference(.person, $0) == person }
            let free = 1 - duties.reduce(0) { $0 + plan.responsibilities.number(.share, $1)! }
            return (plan.people.text(.id, person), given ?? (plan.people.number(.fte, person) ?? 1) * free)
        }
    }

    /// What an element serves: table, row and weight; nothing for an orphan. An initiative keeps a part itself.
    private func parents(_ table: TableName, _ row: Int) -> [(table: TableName, row: Int, weight: Double)] {
        let inTree: (TableName, Int?) =
            switch table {
            case .tasks: (.projects, plan.tasks.reference(.project, row))
            case .projects: (.goals, plan.projects.reference(.goal, row))
            case .goals: (.initiatives, plan.goals.reference(.initiative, row))
            default: (.initiatives, row)
            }
        var result = inTree.1.map { [(inTree.0, $0, 1.0)] } ?? []
        for link in plan.links.rows {
            let (from, to) = (
                ElementReference(raw: plan.links.integers(.from)![link]), ElementReference(raw: plan.links.integers(.to)![link])
            )
            guard LinkColumn.sources[from.table] == table, from.row == row else { continue }
            result.append((LinkColumn.destinations[to.table], to.row, plan.links.number(.weight, link) ?? 1))
        }
        return result
    }

    private mutating func climb(_ table: TableName, _ row: Int, _ minutes: Double, _ carrier: String) {
        let parents = parents(table, row)
        if parents.isEmpty { return arrive("", minutes, carrier) }
        let sum = parents.reduce(0) { $0 + $1.weight }
        for parent in parents {
            let part = minutes * parent.weight / sum
            if parent.table == table, parent.row == row {
                arrive(plan.initiatives.text(.id, row), part, carrier)
            } else {
                climb(parent.table, parent.row, part, carrier)
            }
        }
    }

    private mutating func arrive(_ purpose: String, _ minutes: Double, _ carrier: String) {
        ofInitiative[purpose, default: 0] += minutes
        byCarrier[carrier, default: [:]][purpose, default: 0] += minutes
    }
}

import PlanModel

/// To which team and unit each task belongs: that with most of its assigned units, else that of its owner.
struct TaskGroups {
    private let plan: Plan
    /// By task row, what is assigned to it, rows of `assignments`; only of the tasks asked for.
    private var assignments: [Int: [Int]] = [:]

    /// - Parameter tasks: rows that will be asked for.
    init(_ plan: Plan, tasks: Set<Int>) {
        self.plan = plan
        guard let rows = plan.assignments.integers(.task) else { return }
        for row in rows.indices where tasks.contains(Int(rows[row])) { assignments[Int(rows[row]), default: []].append(row) }
    }

    /// The row of the team, `nil` for none; and the name of the unit, empty for none.
    func group(of task: Int) -> (team: Int32?, unit: String) {
        var teams: [Int: Double] = [:]
        var units: [String: Double] = [:]
        for row in assignments[task] ?? [] {
            let amount = plan.assignments.number(.units, row) ?? 1
            let person = plan.assignments.reference(.person, row)
            let team = plan.assignments.reference(.team, row) ?? person.flatMap { plan.people.reference(.team, $0) }
            if let team { teams[team, default: 0] += amount }
            units[person.map { plan.people.text(.unit, $0) } ?? team.map { plan.teams.text(.unit, $0) } ?? "", default: 0] +=
                amount
        }
        if let owner = plan.tasks.reference(.owner, task), assignments[task] == nil {
            return (plan.people.reference(.team, owner).map(Int32.init), plan.people.text(.unit, owner))
        }
        let team = teams.max { ($0.value, plan.teams.text(.id, $1.key)) < ($1.value, plan.teams.text(.id, $0.key)) }
        let unit = units.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return (team.map { Int32($0.key) }, unit?.key ?? "")
    }
}

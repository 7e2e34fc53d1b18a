import PlanModel

/// Who answers for each task of a plan, and whose work it is.
struct TaskHolders: Sendable {
    private let plan: Plan
    /// By task row: the only person and the only team assigned; −1 for none, −2 for several.
    private var people: [Int32], teams: [Int32]

    init(_ plan: Plan) {
        self.plan = plan
        people = Array(repeating: -1, count: plan.tasks.count)
        teams = people
        for row in plan.assignments.rows {
            guard let task = plan.assignments.reference(.task, row) else { continue }
            Self.note(plan.assignments.reference(.person, row), &people[task])
            Self.note(plan.assignments.reference(.team, row), &teams[task])
        }
    }

    private static func note(_ row: Int?, _ known: inout Int32) {
        guard let row = row.map(Int32.init), known != row else { return }
        known = known == -1 ? row : -2
    }

    /// The person who answers for a task: its owner, else the only person assigned; a row of `people`.
    func owner(_ task: Int) -> Int? { plan.tasks.reference(.owner, task) ?? (people[task] < 0 ? nil : Int(people[task])) }

    /// The team whose work a task is: the only one assigned, else that of the owner; a row of `teams`.
    func team(_ task: Int) -> Int? {
        teams[task] >= 0 ? Int(teams[task]) : owner(task).flatMap { plan.people.reference(.team, $0) }
    }
}

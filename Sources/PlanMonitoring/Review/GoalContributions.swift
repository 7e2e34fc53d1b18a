public import PlanModel
public import PlanNetwork

/// Who has a part in which goal: by answering for it, by answering for a project of it, or by doing or answering for tasks of it.
///
/// A goal's tasks are those of the projects that serve it, in the tree or by a link, and those that links lead to it from; cancelled ones are none.
public struct GoalContributions: Sendable {
    /// The part of one person in one goal.
    public struct Entry: Sendable, Equatable {
        /// The goal, a row.
        public let goal: Int32
        /// Whether they answer for the goal; for a project of it.
        public internal(set) var ownsGoal = false, ownsProject = false
        /// The tasks of the goal that they are assigned to or answer for, rows, ascending.
        public internal(set) var tasks: [Int32] = []
    }

    /// By person, in the order of goals' rows.
    public let ofPerson: [[Entry]]

    /// The parts of everybody.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - network: compiled of it.
    /// - Complexity: O(goals + their tasks and assignments, sorted).
    public init(of plan: Plan, _ network: Network) {
        var parts = Parts(plan, network)
        for goal in plan.goals.rows { parts.add(goal) }
        ofPerson = parts.entries(people: plan.people.count)
    }
}

/// The parts as they are found: one for each person, goal and task.
private struct Parts {
    private struct Part {
        var person: Int32, goal: Int32
        /// A row of tasks, or what somebody answers for.
        var task: Int32

        static let goalItself: Int32 = -2, project: Int32 = -1
    }

    private let plan: Plan, structure: NetworkStructure
    private let owners: [Int32]?, projectOwners: [Int32]?, goalOwners: [Int32]?
    /// People by task, rows.
    private let assigned: AdjacencyList
    /// The last goal that each task was counted for.
    private var seen: [Int32]
    private var parts: [Part] = []

    init(_ plan: Plan, _ network: Network) {
        (self.plan, structure) = (plan, network.structure)
        (owners, projectOwners) = (plan.tasks.integers(.owner), plan.projects.integers(.owner))
        goalOwners = plan.goals.integers(.owner)
        let (tasks, people) = (plan.assignments.integers(.task), plan.assignments.integers(.person))
        let rows = plan.assignments.rows.filter { row in people.map { $0[row] != Cell.none } ?? false }
        assigned = AdjacencyList(
            nodeCount: plan.tasks.count, keys: rows.map { tasks![$0] }, values: rows.map { people![$0] })
        seen = Array(repeating: -1, count: plan.tasks.count)
    }

    mutating func add(_ goal: Int) {
        let tree = structure.targets
        let target = tree.target(.goal, row: goal)
        add(goalOwners?[goal], goal, Part.goalItself)
        addTasks(of: target, goal)
        for place in tree.children[target] {
            let child = Int(tree.children.items[place])
            guard tree.kind(child) == .project else { continue }
            add(projectOwners?[tree.row(child)], goal, Part.project)
            addTasks(of: child, goal)
        }
    }

    private mutating func addTasks(of target: Int, _ goal: Int) {
        let members = structure.targets.members
        for place in members[target] {
            let task = Int(structure.taskOfNode[Int(members.items[place])])
            guard seen[task] != Int32(goal) else { continue }
            seen[task] = Int32(goal)
            add(owners?[task], goal, Int32(task))
            for place in assigned[task] { add(assigned.items[place], goal, Int32(task)) }
        }
    }

    private mutating func add(_ person: Int32?, _ goal: Int, _ task: Int32) {
        if let person, person != Cell.none { parts.append(Part(person: person, goal: Int32(goal), task: task)) }
    }

    func entries(people: Int) -> [[GoalContributions.Entry]] {
        var result = [[GoalContributions.Entry]](repeating: [], count: people)
        for part in parts.sorted(by: { ($0.person, $0.goal, $0.task) < ($1.person, $1.goal, $1.task) }) {
            let person = Int(part.person)
            if result[person].last?.goal != part.goal { result[person].append(.init(goal: part.goal)) }
            let last = result[person].count - 1
            switch part.task {
            case Part.goalItself: result[person][last].ownsGoal = true
            case Part.project: result[person][last].ownsProject = true
            default: if result[person][last].tasks.last != part.task { result[person][last].tasks.append(part.task) }
            }
        }
        return result
    }
}

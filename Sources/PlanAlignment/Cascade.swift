import PlanModel
import PlanNetwork

/// The plan as alignment looks at it: which elements have work below them and ahead, what reaches an initiative, who answers, and by when.
struct Cascade {
    let plan: Plan
    let tree: TargetTree
    let graph: ContributionGraph
    let effort: RemainingEffort
    /// Whether any task, and any open one, serves each element, at whatever depth; `tree.count` values.
    private(set) var hasTask: [Bool], hasOpenTask: [Bool]
    /// How many open tasks stand below each element in the tree; `tree.count` values, the first those of no project.
    private(set) var openTasks: [Int]
    /// Whether each element serves an initiative; `tree.count` values.
    let serves: [Bool]
    /// What is told of tasks.
    let tasks: TaskColumns
    /// Who is employed when.
    let presence: Presence
    /// Of each task that links leave from whether it serves an initiative.
    private var servesByLink: [Int32: Bool] = [:]

    init(_ plan: Plan, _ network: Network, _ graph: ContributionGraph, _ effort: RemainingEffort) {
        (self.plan, tree, self.graph, self.effort) = (plan, network.structure.targets, graph, effort)
        serves = graph.servesInitiative()
        (tasks, presence) = (TaskColumns(plan), Presence(plan))
        (hasTask, hasOpenTask, openTasks) = (
            Array(repeating: false, count: tree.count), Array(repeating: false, count: tree.count),
            Array(repeating: 0, count: tree.count)
        )
        countTasks(network)
        for (place, task) in graph.linkedTasks.enumerated() {
            servesByLink[task] = graph.taskArcs(place).contains {
                graph.taskWeights[$0] > 0 && serves[Int(graph.taskParents[$0])]
            }
        }
    }

    private mutating func countTasks(_ network: Network) {
        for element in tree.order.map(Int.init) {
            for place in tree.members[element] {
                let task = Int(network.structure.taskOfNode[Int(tree.members.items[place])])
                hasTask[element] = true
                if effort.isOpen[task] { hasOpenTask[element] = true }
            }
            for place in tree.children[element] where hasTask[Int(tree.children.items[place])] {
                hasTask[element] = true
                if hasOpenTask[Int(tree.children.items[place])] { hasOpenTask[element] = true }
            }
        }
        for task in effort.isOpen.indices where effort.isOpen[task] { openTasks[project(ofTask: task) ?? 0] += 1 }
        // Projects and goals come after what they belong to: each tree parent has a lower index.
        for element in stride(from: tree.count - 1, to: tree.initiatives, by: -1) {
            if let parent = treeParent(element) { openTasks[parent] += openTasks[element] }
        }
    }

    /// The element of a task's project.
    func project(ofTask task: Int) -> Int? {
        tasks.project(task).map { tree.target(.project, row: $0) }
    }

    /// What an element belongs to in the tree; `nil` for initiatives and orphans.
    func treeParent(_ element: Int) -> Int? {
        let row = tree.row(element)
        return switch tree.kind(element) {
        case .plan, .initiative: nil
        case .goal: plan.goals.reference(.initiative, row).map { tree.target(.initiative, row: $0) }
        case .project: plan.projects.reference(.goal, row).map { tree.target(.goal, row: $0) }
        }
    }

    /// Whether a task serves an initiative.
    func serves(task: Int) -> Bool {
        (servesByLink.isEmpty ? nil : servesByLink[Int32(task)]) ?? project(ofTask: task).map { serves[$0] } ?? false
    }

    /// Whether a task has links of its own.
    func isLinked(task: Int) -> Bool { servesByLink[Int32(task)] != nil }

    /// Whether an element is still of interest: work ahead, or no work at all yet.
    func isOpen(_ element: Int) -> Bool { hasOpenTask[element] || !hasTask[element] }

    /// An element by level and row.
    func element(_ target: Int) -> AlignmentElement {
        let level: AlignmentElement.Level =
            switch tree.kind(target) {
            case .plan, .initiative: .initiative
            case .goal: .goal
            case .project: .project
            }
        return AlignmentElement(level, tree.row(target))
    }

    /// Who answers for an element.
    func owner(_ target: Int) -> Int? {
        let row = tree.row(target)
        return switch tree.kind(target) {
        case .plan: nil
        case .initiative: plan.initiatives.reference(.owner, row)
        case .goal: plan.goals.reference(.owner, row)
        case .project: plan.projects.reference(.owner, row)
        }
    }
}

import PlanModel
import PlanNetwork

/// The tasks that serve a target, through the tree and through links, each once.
struct TargetWork {
    private let structure: NetworkStructure
    /// Tasks that span others, which the tree may leave out since they are nobody's finish; by the target that they belong to.
    private var spans: [Int: [Int32]] = [:]
    /// The target for which a target or a node was met last.
    private var targetMark: [Int32], nodeMark: [Int32]

    init(_ plan: Plan, _ structure: NetworkStructure) {
        self.structure = structure
        targetMark = Array(repeating: -1, count: structure.targets.count)
        nodeMark = Array(repeating: -1, count: structure.nodeCount)
        for task in plan.tasks.rows where plan.isSpan(task) {
            let target = plan.tasks.reference(.project, task).map { structure.targets.target(.project, row: $0) } ?? 0
            spans[target, default: []].append(structure.nodeOfTask[task])
        }
    }

    /// Task rows, in no particular order.
    mutating func tasks(of target: Int) -> [Int] {
        let tree = structure.targets
        var (stack, tasks): ([Int], [Int]) = ([target], [])
        targetMark[target] = Int32(target)
        while let next = stack.popLast() {
            take(tree.members.items[tree.members[next]], for: target, &tasks)
            if let spans = spans[next] { take(spans[...], for: target, &tasks) }
            for child in tree.children.items[tree.children[next]] where targetMark[Int(child)] != target {
                targetMark[Int(child)] = Int32(target)
                stack.append(Int(child))
            }
        }
        return tasks
    }

    private mutating func take(_ nodes: ArraySlice<Int32>, for target: Int, _ tasks: inout [Int]) {
        for node in nodes where nodeMark[Int(node)] != target {
            nodeMark[Int(node)] = Int32(target)
            tasks.append(Int(structure.taskOfNode[Int(node)]))
        }
    }
}

extension Plan {
    /// Whether a task merely spans the work of others (level of effort), so that it earns by the passing of time.
    func isSpan(_ task: Int) -> Bool {
        tasks.reference(.kind, task).flatMap { TaskKind(rawValue: Int32($0)) }?.isSpan ?? false
    }
}

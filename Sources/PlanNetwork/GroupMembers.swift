import PlanModel

/// The tasks of every project and below every summary.
struct GroupMembers {
    private let byProject: [[Int32]]
    private let bySummary: [[Int32]]

    init(_ plan: Plan) {
        byProject = Self.grouped(plan.tasks.integers(.project), count: plan.projects.count)
        var lists = Self.grouped(plan.tasks.integers(.summary), count: plan.summaries.count)
        // Children hand their tasks up, the deepest first.
        let parents = plan.summaries.integers(.parent) ?? []
        for row in Self.deepestFirst(parents) where parents[row] != Cell.none { lists[Int(parents[row])] += lists[row] }
        bySummary = lists
    }

    /// The rows of the tasks that an end of a relation stands for.
    func tasks(of end: ElementReference) -> [Int32] {
        switch DependencyColumn.ends[end.table] {
        case .projects: byProject[end.row]
        case .summaries: bySummary[end.row]
        default: [Int32(end.row)]
        }
    }

    /// The tasks below a summary.
    func tasks(belowSummary row: Int) -> [Int32] { bySummary[row] }

    private static func grouped(_ keys: [Int32]?, count: Int) -> [[Int32]] {
        var lists = [[Int32]](repeating: [], count: count)
        for (task, key) in (keys ?? []).enumerated() where key != Cell.none { lists[Int(key)].append(Int32(task)) }
        return lists
    }

    /// The rows of a forest, children before parents; rows on a circle of parents are left out (compiling refuses them).
    static func deepestFirst(_ parents: [Int32]) -> [Int] {
        var open = [Int](repeating: 0, count: parents.count)
        for parent in parents where parent != Cell.none { open[Int(parent)] += 1 }
        var (order, next) = (parents.indices.filter { open[$0] == 0 }, 0)
        while next < order.count {
            let parent = Int(parents[order[next]])
            next += 1
            guard parent >= 0 else { continue }
            open[parent] -= 1
            if open[parent] == 0 { order.append(parent) }
        }
        return order
    }
}

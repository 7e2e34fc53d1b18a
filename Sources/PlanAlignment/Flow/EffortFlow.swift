import PlanNetwork

/// Remaining effort as it flows up the cascade: task, project, goal, initiative, each splitting what arrives among those that it serves.
///
/// Minutes are whole at every step: what arrives at an element is split by largest remainder, so that the parts add up to it, and *the effort
/// of all initiatives and the unaligned effort add up to that of all tasks, exactly*. Nothing depends on the order of rows.
public struct EffortFlow: Sendable {
    /// Minutes that arrive at each element: `tree.count` values, first the unaligned ones. Where an element hands on to one of its own level,
    /// both count them.
    public let arriving: [Int64]
    /// Minutes along each arc of the graph, in its order.
    public let along: [Int64]
    /// The same for tasks that links leave from.
    let alongTasks: [Int64]
    /// Minutes that each initiative keeps, by row.
    public let ofInitiative: [Int64]
    /// Minutes of all tasks.
    public let total: Int64

    /// Minutes that reach no initiative.
    public var unaligned: Int64 { arriving[0] }

    /// The flow of a plan's remaining effort.
    ///
    /// - Parameters:
    ///   - effort: of the plan.
    ///   - graph: of the same plan.
    ///   - projects: the project's row of each task, −1 for none; `nil` where no task has one.
    /// - Complexity: O(tasks + elements + links), but for the sorting of an element's parents.
    public init(_ effort: RemainingEffort, _ graph: ContributionGraph, projects: [Int32]?) {
        let tree = graph.tree
        var arriving = [Int64](repeating: 0, count: tree.count)
        var alongTasks = [Int64](repeating: 0, count: graph.taskParents.count)
        var linked = graph.linkedTasks[...]
        let first = tree.target(.project, row: 0)
        for task in effort.ofTask.indices {
            if linked.first == Int32(task) {
                Self.split(effort.ofTask[task], graph.taskArcs(linked.startIndex), graph.taskParents, graph.taskWeights) {
                    place, part in
                    alongTasks[place] = part
                    arriving[Int(graph.taskParents[place])] += part
                }
                linked.removeFirst()
            } else {
                let project = projects?[task] ?? -1
                arriving[project < 0 ? 0 : first + Int(project)] += effort.ofTask[task]
            }
        }
        var along = [Int64](repeating: 0, count: graph.parents.count)
        var kept = [Int64](repeating: 0, count: tree.initiatives)
        for element in tree.order where element > 0 {
            Self.split(arriving[Int(element)], graph.arcs(of: Int(element)), graph.parents, graph.weights) { place, part in
                along[place] = part
                if graph.parents[place] == element {
                    kept[tree.row(Int(element))] = part
                } else {
                    arriving[Int(graph.parents[place])] += part
                }
            }
        }
        (self.arriving, self.along, self.alongTasks, ofInitiative, total) = (arriving, along, alongTasks, kept, effort.total)
        assert(kept.reduce(arriving[0], +) == total)
    }

    @inline(__always)
    private static func split(
        _ minutes: Int64, _ arcs: Range<Int>, _ parents: [Int32], _ weights: [Int64], _ body: (Int, Int64) -> Void
    ) {
        if arcs.count == 1 { return body(arcs.lowerBound, minutes) }
        for (place, part) in zip(arcs, Apportionment.split(minutes, by: weights[arcs])) { body(place, part) }
    }
}

import PlanModel
import PlanStatistics

/// The graph in topological order, renumbered.
struct OrderedGraph: Sendable {
    private(set) var taskOfNode: [Int32] = []
    private(set) var nodeOfTask: [Int32] = []
    private(set) var calendarOfNode: [UInt16] = []
    private(set) var predecessors = AdjacencyList(offsets: [0], items: [])
    private(set) var successors = AdjacencyList(offsets: [0], items: [])
    private(set) var relations: [Relation] = []
    private(set) var spans: [Span] = []
    private(set) var earliestHubs: Set<Int> = []

    /// Knots that have no order.
    struct Cycles: Error {
        /// One shortest cycle a knot, as graph nodes.
        let cycles: [[Int32]]
        /// For each hub the row of its dependency.
        let hubRows: [Int]
    }

    /// Orders a graph, a project's tasks side by side.
    ///
    /// Nodes are first laid out by project, so that the sort and the renumbering touch memory in order; then the sort gives them
    /// their final numbers.
    static func make(_ graph: GraphBuilder, projectOfTask: [Int32]?, projects: Int, threads: Int) -> Result<
        OrderedGraph, Cycles
    > {
        let groups = groups(graph, projectOfTask, projects)
        let layout = AdjacencyList(nodeCount: projects + 2, keys: groups, values: (0..<Int32(graph.nodeCount)).map(\.self))
            .items
        let place = inverse(layout)
        let (from, to) = Parallel.pair(threads: threads) {
            graph.predecessors.map { place[Int($0)] }
        } and: {
            graph.successors.map { place[Int($0)] }
        }
        let (outgoing, incoming) = Parallel.pair(threads: threads) {
            AdjacencyList(nodeCount: graph.nodeCount, keys: from, values: to)
        } and: {
            AdjacencyList(nodeCount: graph.nodeCount, keys: to, values: from)
        }
        let sorted = TopologicalOrder(successors: outgoing, group: layout.map { groups[Int($0)] }, groupCount: projects + 2)
        guard sorted.order.count == graph.nodeCount else {
            let finder = CycleFinder(successors: outgoing, isLeft: sorted.unresolved.map { $0 > 0 })
            let cycles = finder.cycles(limit: 100).map { $0.map { layout[Int($0)] } }
            return .failure(Cycles(cycles: cycles, hubRows: graph.hubRows))
        }
        var result = OrderedGraph(graph, layout: layout, order: sorted.order)
        let numbers = Numbering(order: sorted.order, rank: inverse(sorted.order))
        if graph.relationOf.isEmpty {
            (result.predecessors, result.successors) = Parallel.pair(threads: threads) {
                numbers.renumbered(incoming)
            } and: {
                numbers.renumbered(outgoing)
            }
        } else {
            let (into, out) = (coded(from, graph.relationOf), coded(to, graph.relationOf))
            result.predecessors = numbers.renumbered(AdjacencyList(nodeCount: graph.nodeCount, keys: to, values: into))
            result.successors = numbers.renumbered(AdjacencyList(nodeCount: graph.nodeCount, keys: from, values: out))
        }
        return .success(result)
    }

    private init(_ graph: GraphBuilder, layout: [Int32], order: [Int32]) {
        let tasks = graph.nodeCount - graph.hubRows.count
        let original = order.map { layout[Int($0)] }
        taskOfNode = original.map { $0 < tasks ? $0 : -1 }
        let nodeOf = Self.inverse(original)
        nodeOfTask = Array(nodeOf.prefix(tasks))
        calendarOfNode = graph.calendars.isEmpty ? [] : original.map { graph.calendars[Int($0)] }
        relations = graph.relations.map { relation in
            var relation = relation
            relation.predecessor = nodeOf[Int(relation.predecessor)]
            relation.successor = nodeOf[Int(relation.successor)]
            return relation
        }
        spans = graph.spans { nodeOf[$0] }
        earliestHubs = Set(graph.earliestHubs.map { Int(nodeOf[Int($0)]) })
    }

    private static func coded(_ ends: [Int32], _ relationOf: [Int32]) -> [Int32] {
        zip(ends, relationOf).map { end, relation in relation < 0 ? end : ~relation }
    }

    /// The project of each node; orphans share a group, hubs another.
    private static func groups(_ graph: GraphBuilder, _ projectOfTask: [Int32]?, _ projects: Int) -> [Int32] {
        let tasks = graph.nodeCount - graph.hubRows.count
        var groups = [Int32](repeating: Int32(projects), count: graph.nodeCount)
        if let projectOfTask {
            for task in 0..<tasks where projectOfTask[task] != Cell.none { groups[task] = projectOfTask[task] }
        }
        for hub in tasks..<graph.nodeCount { groups[hub] = Int32(projects + 1) }
        return groups
    }

    private static func inverse(_ permutation: [Int32]) -> [Int32] {
        var result = [Int32](repeating: 0, count: permutation.count)
        for (place, value) in permutation.enumerated() { result[Int(value)] = Int32(place) }
        return result
    }
}

/// Old numbers to new ones.
private struct Numbering: Sendable {
    /// Old node by new number.
    let order: [Int32]
    /// New number by old node.
    let rank: [Int32]

    /// Rows in the new order, plain items renumbered; coded ones (negative) stay.
    func renumbered(_ list: AdjacencyList) -> AdjacencyList {
        var offsets: [Int32] = [0]
        offsets.reserveCapacity(order.count + 1)
        var items: [Int32] = []
        items.reserveCapacity(list.items.count)
        for node in order {
            for place in list[Int(node)] {
                let item = list.items[place]
                items.append(item < 0 ? item : rank[Int(item)])
            }
            offsets.append(Int32(items.count))
        }
        return AdjacencyList(offsets: offsets, items: items)
    }
}

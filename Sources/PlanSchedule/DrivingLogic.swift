import PlanModel
import PlanNetwork

extension Schedule {
    /// The node whose relation decides when a node's remaining work starts; `nil` if the data date does, or the node is finished.
    ///
    /// Where several decide, the one that finishes last, then the one with the smallest identity: the same in any order of rows. Hubs
    /// (relations between projects) are seen through.
    public func drivingPredecessor(of node: Int) -> Int? {
        // A hub follows tasks only.
        drivers(of: node).flatMap { network.structure.taskOfNode[$0] < 0 ? drivers(of: $0) : [$0] }.max(by: isWeaker)
    }

    /// All nodes whose relation decides a node's start, hubs as they are.
    func drivers(of node: Int) -> [Int] {
        guard timing.followsLogic(node), spans[node] == nil else { return [] }
        let structure = network.structure
        let places = structure.predecessors[node]
        guard let start = drivenStart(node) else { return [] }
        return places.compactMap { place in
            let item = structure.predecessors.items[place]
            guard timing.bound(item, earlyFinish) == start else { return nil }
            return item >= 0 ? Int(item) : Int(structure.relations[Int(~item)].predecessor)
        }
    }

    /// The start that relations can have decided: the node's own; of one that is pinned against logic what logic would have asked for, where
    /// the tool that made the plan sees it so.
    func drivenStart(_ node: Int) -> Int32? {
        guard let limits = network.values.limits(of: node), limits.ignoresLogic, !isCompleted(node),
            network.values.progress(of: node) == .planned
        else { return remainingStart(node) - network.values.delay(of: node) }
        guard network.structure.rules.tool == .primavera, limits.startPin != nil else { return nil }
        let items = network.structure.predecessors[node].map { network.structure.predecessors.items[$0] }
        return items.map { timing.bound($0, earlyFinish) }.max()
    }

    /// Whether an unfinished task ends with the plan.
    private func isLast(_ node: Int) -> Bool { spans[node] == nil && !isSettled(node) && finishInstant(node) == finish }

    /// Whether a node is finished and so ends no path.
    private func isSettled(_ node: Int) -> Bool {
        isCompleted(node) && network.structure.rules.finishedWorkPassesLogic
    }

    private func isWeaker(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (finishInstant(left), finishInstant(right))
        return a != b ? a < b : network.identities[left] > network.identities[right]
    }

    /// The chain of driving predecessors that ends at a node, first task first.
    public func drivingPath(to node: Int) -> [Int] {
        var path = [node]
        while let driver = drivingPredecessor(of: path[path.count - 1]) { path.append(driver) }
        return path.reversed()
    }

    /// Whether each node lies on a longest path: a chain of driving relations to a task that finishes last; `nodeCount` values.
    ///
    /// Differs from zero total float where calendars differ. All ties are marked.
    /// - Complexity: O(nodes + relations).
    public func longestPath() -> [Bool] {
        var marked = [Bool](repeating: false, count: network.structure.nodeCount)
        for node in stride(from: marked.count - 1, through: 0, by: -1) {
            if !marked[node], network.structure.taskOfNode[node] >= 0, isLast(node) { marked[node] = true }
            if marked[node] { for driver in drivers(of: node) { marked[driver] = true } }
        }
        return marked
    }
}

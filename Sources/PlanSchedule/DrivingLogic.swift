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
        guard !isCompleted(node) else { return [] }
        let (structure, bounds) = (network.structure, RelationBounds(network))
        let start = remainingStart(node)
        return structure.predecessors[node].compactMap { place in
            let item = structure.predecessors.items[place]
            if item >= 0 { return earlyFinish[Int(item)] == start ? Int(item) : nil }
            let predecessor = Int(structure.relations[Int(~item)].predecessor)
            let bound = bounds.earliestStart(Int(~item), predecessorFinish: earlyFinish[predecessor])
            return bound == start ? predecessor : nil
        }
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
            if !marked[node], network.structure.taskOfNode[node] >= 0, finishInstant(node) == finish { marked[node] = true }
            if marked[node] { for driver in drivers(of: node) { marked[driver] = true } }
        }
        return marked
    }
}

extension NetworkStructure {
    /// All nodes, each after its predecessors and after those from which one of some further arcs leads to it; a project's tasks side by side
    /// as far as that goes.
    ///
    /// Nodes on a cycle, which arcs may close, and those behind one are left out.
    ///
    /// - Complexity: O(nodes + relations + arcs).
    public func order(beside arcs: [(from: Int32, to: Int32)]) -> [Int32] {
        var (keys, values): ([Int32], [Int32]) = ([], [])
        keys.reserveCapacity(successors.items.count + arcs.count)
        values.reserveCapacity(successors.items.count + arcs.count)
        for node in 0..<nodeCount {
            for place in successors[node] {
                keys.append(Int32(node))
                values.append(Int32(successor(successors.items[place])))
            }
        }
        for arc in arcs {
            keys.append(arc.from)
            values.append(arc.to)
        }
        var group = [Int32](repeating: 0, count: nodeCount)
        for (place, target) in targets.targets(.project).enumerated() {
            for member in targets.members[target] { group[Int(targets.members.items[member])] = Int32(place + 1) }
        }
        return TopologicalOrder(
            successors: AdjacencyList(nodeCount: nodeCount, keys: keys, values: values), group: group,
            groupCount: targets.projects + 1
        ).order
    }
}

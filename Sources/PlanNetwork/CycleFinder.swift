/// Finds, in what a topological order could not place, one shortest cycle of each knot.
struct CycleFinder {
    let successors: AdjacencyList
    /// Nodes that lie on a cycle or behind one.
    let isLeft: [Bool]
    /// Arcs looked at before the search settles for the shortest cycle found so far.
    static let budget = 20_000_000

    /// The cycles, each as its nodes in the direction of the arcs, first one not repeated; at most `limit` of them.
    ///
    /// - Complexity: O(nodes + arcs) for the knots, then a breadth-first search from each of their nodes until the budget is spent.
    func cycles(limit: Int) -> [[Int32]] {
        var spent = 0
        return knots().prefix(limit).compactMap { shortestCycle(in: $0, &spent) }
    }

    /// Strongly connected components that hold a cycle, by their lowest node.
    ///
    /// Source: R. Tarjan, "Depth-first search and linear graph algorithms" (1972), with an explicit stack.
    private func knots() -> [[Int32]] {
        let count = isLeft.count
        var (index, low) = ([Int32](repeating: -1, count: count), [Int32](repeating: 0, count: count))
        var onStack = [Bool](repeating: false, count: count)
        var (stack, calls): ([Int32], [(node: Int, item: Int)]) = ([], [])
        var (counter, result): (Int32, [[Int32]]) = (0, [])
        func enter(_ node: Int) {
            (index[node], low[node], onStack[node]) = (counter, counter, true)
            counter += 1
            stack.append(Int32(node))
            calls.append((node, successors[node].lowerBound))
        }
        for root in 0..<count where isLeft[root] && index[root] < 0 {
            enter(root)
            while let (node, item) = calls.last {
                if item < successors[node].upperBound {
                    calls[calls.count - 1].item += 1
                    let other = Int(successors.items[item])
                    if !isLeft[other] { continue }
                    if index[other] < 0 { enter(other) } else if onStack[other] { low[node] = min(low[node], index[other]) }
                    continue
                }
                calls.removeLast()
                if let parent = calls.last?.node { low[parent] = min(low[parent], low[node]) }
                guard low[node] == index[node] else { continue }
                let start = stack.lastIndex(of: Int32(node))!
                let knot = Array(stack[start...])
                stack.removeSubrange(start...)
                for member in knot { onStack[Int(member)] = false }
                if knot.count > 1 || hasLoop(node) { result.append(knot.sorted()) }
            }
        }
        return result.sorted { $0[0] < $1[0] }
    }

    private func hasLoop(_ node: Int) -> Bool { successors[node].contains { successors.items[$0] == Int32(node) } }

    private func shortestCycle(in knot: [Int32], _ spent: inout Int) -> [Int32]? {
        var best: [Int32]?
        var member = [Int32: Bool](minimumCapacity: knot.count)
        for node in knot { member[node] = true }
        // As many arcs as nodes: the knot is one ring, and the first search finds it.
        let arcs = knot.reduce(0) { sum, node in sum + successors[Int(node)].count { member[successors.items[$0]] != nil } }
        for start in knot {
            if best != nil, spent > Self.budget || best!.count <= 1 || arcs == knot.count { break }
            if let cycle = cycle(from: start, shorterThan: best?.count ?? Int.max, member, &spent) { best = cycle }
        }
        return best
    }

    /// The shortest way from a node back to itself, breadth first.
    private func cycle(from start: Int32, shorterThan limit: Int, _ member: [Int32: Bool], _ spent: inout Int) -> [Int32]? {
        var parent: [Int32: Int32] = [:]
        var (level, depth): ([Int32], Int) = ([start], 1)
        while !level.isEmpty, depth < limit {
            var next: [Int32] = []
            for node in level {
                for item in successors[Int(node)] {
                    spent += 1
                    let other = successors.items[item]
                    if other == start { return path(to: node, from: start, parent) }
                    guard member[other] != nil, parent[other] == nil else { continue }
                    parent[other] = node
                    next.append(other)
                }
            }
            (level, depth) = (next, depth + 1)
        }
        return nil
    }

    private func path(to node: Int32, from start: Int32, _ parent: [Int32: Int32]) -> [Int32] {
        var (path, at) = ([node], node)
        while at != start {
            at = parent[at]!
            path.append(at)
        }
        return path.reversed()
    }
}

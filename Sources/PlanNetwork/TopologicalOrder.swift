/// Orders a graph so that every arc leads forward and the nodes of a group lie together.
///
/// Kahn's algorithm with a stack of groups: a group is worked until none of its nodes is ready, then the one that was last made ready.
/// So a project's tasks stand side by side, and what waits for them comes soon, which is what makes the passes over them cheap.
///
/// Source: A. B. Kahn, "Topological sorting of large networks", CACM 5 (1962).
struct TopologicalOrder {
    /// Nodes in order; fewer than the graph has if there is a cycle.
    private(set) var order: [Int32]
    /// Arcs into each node that were not resolved; all zero without a cycle.
    private(set) var unresolved: [Int32]

    /// - Parameters:
    ///   - successors: the arcs, by the node that they leave.
    ///   - group: the group of each node.
    ///   - groupCount: groups lie in 0 ..< `groupCount`.
    /// - Complexity: O(nodes + arcs).
    init(successors: AdjacencyList, group: [Int32], groupCount: Int) {
        let count = group.count
        unresolved = Array(repeating: 0, count: count)
        for successor in successors.items { unresolved[Int(successor)] += 1 }
        order = []
        order.reserveCapacity(count)
        var queues = GroupQueues(group: group, groupCount: groupCount)
        for node in 0..<count where unresolved[node] == 0 { queues.push(Int32(node)) }
        queues.waiting.reverse()  // the first group comes first
        while let node = queues.pop() {
            order.append(node)
            for item in successors[Int(node)] {
                let successor = successors.items[item]
                unresolved[Int(successor)] -= 1
                if unresolved[Int(successor)] == 0 { queues.push(successor) }
            }
        }
    }
}

/// A queue of nodes a group, and a stack of the groups that have any; all links in flat arrays.
private struct GroupQueues {
    let group: [Int32]
    private var next: [Int32]
    private var head: [Int32]
    private var tail: [Int32]
    /// Groups that have nodes, the next one last.
    var waiting: [Int32] = []
    private var current: Int32 = -1

    init(group: [Int32], groupCount: Int) {
        self.group = group
        next = Array(repeating: -1, count: group.count)
        head = Array(repeating: -1, count: groupCount)
        tail = head
    }

    mutating func push(_ node: Int32) {
        let of = Int(group[Int(node)])
        if head[of] < 0 {
            head[of] = node
            if Int32(of) != current { waiting.append(Int32(of)) }
        } else {
            next[Int(tail[of])] = node
        }
        tail[of] = node
    }

    mutating func pop() -> Int32? {
        if current < 0 || head[Int(current)] < 0 {
            guard let last = waiting.popLast() else { return nil }
            current = last
        }
        let node = head[Int(current)]
        head[Int(current)] = next[Int(node)]
        return node
    }
}

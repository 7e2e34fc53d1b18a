/// Queues of nodes, the lowest rank first, each node in one queue at most: pairing heaps in two arrays, so that nothing is allocated.
///
/// Source: M. L. Fredman, R. Sedgewick, D. D. Sleator and R. E. Tarjan, "The pairing heap", Algorithmica 1 (1986).
struct RankQueues {
    /// The first node of each queue; −1 for none.
    private(set) var first: [Int32]
    private var links: [Link]

    /// Where a node stands in its heap; side by side, as all of it is looked at together.
    private struct Link {
        var child: Int32 = -1, sibling: Int32 = -1
        let rank: Int32
    }

    init(queues: Int, ranks: [Int32]) {
        first = Array(repeating: -1, count: queues)
        links = ranks.map { Link(rank: $0) }
    }

    /// Empties all queues.
    mutating func reset() {
        for queue in first.indices { first[queue] = -1 }
    }

    mutating func insert(_ node: Int32, in queue: Int) {
        (links[Int(node)].child, links[Int(node)].sibling) = (-1, -1)
        first[queue] = first[queue] < 0 ? node : merged(first[queue], node)
    }

    /// Takes out the node with the lowest rank.
    ///
    /// - Precondition: the queue is not empty.
    mutating func removeFirst(of queue: Int) -> Int32 {
        let node = first[queue]
        first[queue] = mergedPairs(links[Int(node)].child)
        return node
    }

    private mutating func merged(_ a: Int32, _ b: Int32) -> Int32 {
        let (top, other) = links[Int(a)].rank < links[Int(b)].rank ? (a, b) : (b, a)
        links[Int(other)].sibling = links[Int(top)].child
        links[Int(top)].child = other
        return top
    }

    /// One heap of a list of siblings: pairs from the front, then together from the back.
    private mutating func mergedPairs(_ list: Int32) -> Int32 {
        var (rest, pairs): (Int32, Int32) = (list, -1)
        while rest >= 0 {
            let (a, b) = (rest, links[Int(rest)].sibling)
            if b < 0 {
                links[Int(a)].sibling = pairs
                (pairs, rest) = (a, -1)
            } else {
                rest = links[Int(b)].sibling
                let pair = merged(a, b)
                links[Int(pair)].sibling = pairs
                pairs = pair
            }
        }
        var whole: Int32 = -1
        while pairs >= 0 {
            let next = links[Int(pairs)].sibling
            whole = whole < 0 ? pairs : merged(whole, pairs)
            pairs = next
        }
        return whole
    }
}

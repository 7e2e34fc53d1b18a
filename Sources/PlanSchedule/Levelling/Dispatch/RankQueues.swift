/// Queues of nodes, the lowest rank first, each node in one queue at most: pairing heaps in two arrays, so that nothing is allocated.
///
/// Source: M. L. Fredman, R. Sedgewick, D. D. Sleator and R. E. Tarjan, "The pairing heap", Algorithmica 1 (1986).
struct RankQueues {
    /// The first node of each queue; −1 for none.
    private(set) var first: [Int32]
    /// The first child and the next sibling of each node; −1 for none.
    private var child: [Int32]
    private var sibling: [Int32]
    private let ranks: [Int32]

    init(queues: Int, ranks: [Int32]) {
        self.ranks = ranks
        first = Array(repeating: -1, count: queues)
        child = Array(repeating: -1, count: ranks.count)
        sibling = child
    }

    /// Empties all queues.
    mutating func reset() {
        for queue in first.indices { first[queue] = -1 }
    }

    mutating func insert(_ node: Int32, in queue: Int) {
        (child[Int(node)], sibling[Int(node)]) = (-1, -1)
        first[queue] = first[queue] < 0 ? node : merged(first[queue], node)
    }

    /// Takes out the node with the lowest rank.
    ///
    /// - Precondition: the queue is not empty.
    mutating func removeFirst(of queue: Int) -> Int32 {
        let node = first[queue]
        first[queue] = mergedPairs(child[Int(node)])
        return node
    }

    private mutating func merged(_ a: Int32, _ b: Int32) -> Int32 {
        let (top, other) = ranks[Int(a)] < ranks[Int(b)] ? (a, b) : (b, a)
        sibling[Int(other)] = child[Int(top)]
        child[Int(top)] = other
        return top
    }

    /// One heap of a list of siblings: pairs from the front, then together from the back.
    private mutating func mergedPairs(_ list: Int32) -> Int32 {
        var (rest, pairs): (Int32, Int32) = (list, -1)
        while rest >= 0 {
            let (a, b) = (rest, sibling[Int(rest)])
            if b < 0 {
                sibling[Int(a)] = pairs
                (pairs, rest) = (a, -1)
            } else {
                rest = sibling[Int(b)]
                let pair = merged(a, b)
                sibling[Int(pair)] = pairs
                pairs = pair
            }
        }
        var whole: Int32 = -1
        while pairs >= 0 {
            let next = sibling[Int(pairs)]
            whole = whole < 0 ? pairs : merged(whole, pairs)
            pairs = next
        }
        return whole
    }
}

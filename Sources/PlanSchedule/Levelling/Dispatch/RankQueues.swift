/// Queues of nodes, the lowest rank first, each node in one queue at most: pairing heaps whose links lie in the records of nodes (child, sibling), so that
/// nothing is allocated.
///
/// Source: M. L. Fredman, R. Sedgewick, D. D. Sleator and R. E. Tarjan, "The pairing heap", Algorithmica 1 (1986).
struct RankQueues: ~Copyable {
    typealias Records = FixedArray<DispatchRecord>
    private(set) var queues: FixedArray<DispatchQueue>

    init(_ queues: [DispatchQueue]) { self.queues = FixedArray(queues) }

    /// Empties all queues.
    mutating func reset() {
        for queue in queues.indices { queues[queue].first = -1 }
    }

    mutating func insert(_ node: Int32, in queue: Int, _ records: inout Records) {
        (records[Int(node)].child, records[Int(node)].sibling) = (-1, -1)
        let first = queues[queue].first
        queues[queue].first = first < 0 ? node : merged(first, node, &records)
    }

    /// Takes out the node with the lowest rank.
    ///
    /// - Precondition: the queue is not empty.
    mutating func removeFirst(of queue: Int, _ records: inout Records) -> Int32 {
        let node = queues[queue].first
        queues[queue].first = mergedPairs(records[Int(node)].child, &records)
        return node
    }

    private func merged(_ a: Int32, _ b: Int32, _ records: inout Records) -> Int32 {
        let (top, other) = records[Int(a)].rank < records[Int(b)].rank ? (a, b) : (b, a)
        records[Int(other)].sibling = records[Int(top)].child
        records[Int(top)].child = other
        return top
    }

    /// One heap of a list of siblings: pairs from the front, then together from the back.
    private func mergedPairs(_ list: Int32, _ records: inout Records) -> Int32 {
        var (rest, pairs): (Int32, Int32) = (list, -1)
        while rest >= 0 {
            let (a, b) = (rest, records[Int(rest)].sibling)
            if b < 0 {
                records[Int(a)].sibling = pairs
                (pairs, rest) = (a, -1)
            } else {
                rest = records[Int(b)].sibling
                let pair = merged(a, b, &records)
                records[Int(pair)].sibling = pairs
                pairs = pair
            }
        }
        var whole: Int32 = -1
        while pairs >= 0 {
            let next = records[Int(pairs)].sibling
            whole = whole < 0 ? pairs : merged(whole, pairs, &records)
            pairs = next
        }
        return whole
    }
}

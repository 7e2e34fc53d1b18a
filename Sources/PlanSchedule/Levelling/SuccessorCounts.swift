import PlanNetwork

/// How many nodes wait for each node, directly or through others.
struct SuccessorCounts {
    /// By node; exact up to `most` nodes, beyond that the sum over direct successors of what they count, cut off at 2³⁰: nodes behind several
    /// ways are then counted several times.
    let counts: [Int32]
    /// Exact sets take a bit for each pair of nodes.
    private static let most = 20_000

    init(_ network: Network) {
        let structure = network.structure
        let successors = (0..<structure.nodeCount).map { node in
            Set(
                structure.successors[node].map { place -> Int in
                    let item = structure.successors.items[place]
                    return item >= 0 ? Int(item) : Int(structure.relations[Int(~item)].successor)
                })
        }
        counts =
            structure.nodeCount <= Self.most
            ? Self.exact(successors) : Self.summed(successors)
    }

    private static func exact(_ successors: [Set<Int>]) -> [Int32] {
        let words = (successors.count + 63) / 64
        var sets = [UInt64](repeating: 0, count: words * successors.count)
        var counts = [Int32](repeating: 0, count: successors.count)
        for node in stride(from: successors.count - 1, through: 0, by: -1) {
            for successor in successors[node] {
                sets[node * words + successor / 64] |= 1 << UInt64(successor % 64)
                for word in 0..<words { sets[node * words + word] |= sets[successor * words + word] }
            }
            counts[node] = (0..<words).reduce(0) { $0 + Int32(sets[node * words + $1].nonzeroBitCount) }
        }
        return counts
    }

    private static func summed(_ successors: [Set<Int>]) -> [Int32] {
        var counts = [Int32](repeating: 0, count: successors.count)
        for node in stride(from: successors.count - 1, through: 0, by: -1) {
            counts[node] = Int32(min(1 << 30, successors[node].reduce(Int64(0)) { $0 + 1 + Int64(counts[$1]) }))
        }
        return counts
    }
}

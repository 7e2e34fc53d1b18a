import PlanNetwork

/// The nodes whose predecessors have all been taken, the one with the lowest rank first.
struct EligibleNodes {
    private let structure: NetworkStructure
    private let ranks: [Int32]
    private var nodeOfRank: [Int32]
    private var missing: [Int32]
    private var heap = BinaryHeap<Int32>()

    /// - Parameters:
    ///   - ranks: a rank for each node, all different, 0 ..< `nodeCount`.
    ///   - taken: nodes that were taken before all others.
    init(_ structure: NetworkStructure, ranks: [Int32], taken: Set<Int> = []) {
        (self.structure, self.ranks) = (structure, ranks)
        nodeOfRank = Array(repeating: 0, count: ranks.count)
        for (node, rank) in ranks.enumerated() { nodeOfRank[Int(rank)] = Int32(node) }
        missing = (0..<ranks.count).map { Int32(structure.predecessors[$0].count) }
        for node in taken { tell(node, opening: false) }
        for node in 0..<ranks.count where missing[node] == 0 && !taken.contains(node) { heap.insert(ranks[node]) }
        // Nobody who comes before them opens them again.
        for node in taken { missing[node] = -1 }
    }

    /// Tells those that wait for a node that it was taken.
    private mutating func tell(_ node: Int, opening: Bool) {
        for place in structure.successors[node] {
            let successor = structure.successor(structure.successors.items[place])
            missing[successor] -= 1
            if opening, missing[successor] == 0 { heap.insert(ranks[successor]) }
        }
    }

    /// Takes the next node out; `nil` where none is left.
    mutating func removeFirst() -> Int? {
        guard let rank = heap.removeFirst() else { return nil }
        let node = Int(nodeOfRank[Int(rank)])
        tell(node, opening: true)
        return node
    }
}

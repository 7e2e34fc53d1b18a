import CKernels

/// The arcs of a program as paths are traced back along them: four bytes a node, and four for each arc that shares its node with others.
struct TracedArcs: Sendable {
    /// By node: its only source with `HW_ONLY_ARC`, its first place in `sources`, or `HW_NO_ARC`.
    private(set) var entry: [UInt32] = []
    /// The nodes that arcs with a mask leave, in the order of the masks; the last one of a node has `HW_LAST_ARC`.
    private(set) var sources: [UInt32] = []

    /// Masks a block.
    var maskCount: Int { sources.count }

    mutating func reserve(_ nodes: Int) { entry.reserveCapacity(nodes) }

    /// Adds the next node.
    ///
    /// - Parameters:
    ///   - arcs: the nodes that lead to it.
    ///   - hasMasks: whether more than one thing can decide its start.
    mutating func append(_ arcs: ArraySlice<Int32>, hasMasks: Bool) {
        guard let last = arcs.last else { return entry.append(UInt32(HW_NO_ARC)) }
        guard hasMasks else { return entry.append(UInt32(last) | UInt32(HW_ONLY_ARC)) }
        entry.append(UInt32(sources.count))
        for source in arcs.dropLast() { sources.append(UInt32(source)) }
        sources.append(UInt32(last) | UInt32(HW_LAST_ARC))
    }

    /// The places of a node's masks; empty where its only arc decides alone.
    func masks(of node: Int) -> Range<Int> {
        guard entry[node] & UInt32(HW_ONLY_ARC) == 0 else { return 0..<0 }
        let first = Int(entry[node])
        var last = first
        while sources[last] & UInt32(HW_LAST_ARC) == 0 { last += 1 }
        return first..<last + 1
    }
}

/// A graph's arcs grouped by node, in compressed rows.
///
/// `offsets` holds `nodeCount + 1` values, never decreasing, first 0, last `items.count`; the items of node `v` are
/// `items[offsets[v] ..< offsets[v + 1]]`.
public struct AdjacencyList: Sendable {
    /// Where each node's items begin.
    public let offsets: [Int32]
    /// The items, by node.
    public internal(set) var items: [Int32]

    /// Compressed rows that are already in place.
    public init(offsets: [Int32], items: [Int32]) { (self.offsets, self.items) = (offsets, items) }

    /// Groups `values` by `keys`, keeping their order inside a group.
    ///
    /// - Parameters:
    ///   - nodeCount: keys lie in 0 ..< `nodeCount`.
    ///   - keys: one a value.
    /// - Complexity: O(nodes + values), a counting sort.
    public init(nodeCount: Int, keys: [Int32], values: [Int32]) {
        var offsets = [Int32](repeating: 0, count: nodeCount + 1)
        for key in keys { offsets[Int(key) + 1] += 1 }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        var cursor = offsets
        items = unsafe [Int32](unsafeUninitializedCapacity: values.count) { items, count in
            for index in 0..<values.count {
                let place = Int(cursor[Int(keys[index])])
                cursor[Int(keys[index])] += 1
                unsafe items[place] = values[index]
            }
            count = values.count
        }
        self.offsets = offsets
    }

    /// Where the items of a node stand in `items`.
    @inlinable
    public subscript(node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }
}

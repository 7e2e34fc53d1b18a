import CKernels

/// How often each node lay on one target's driving path, and by how much it was longer there than planned: a table by node, with open
/// addressing, as large as what the paths touch.
struct PathTable: Sendable {
    /// Node + 1; 0 where free. A power of two of places.
    private var keys: [UInt32] = Array(repeating: 0, count: 64)
    private var counts: [UInt32] = Array(repeating: 0, count: 64)
    /// Minutes beyond the plan, summed over the replications counted; empty where nobody asked.
    private var excess: [Int64]
    private var used = 0

    init(explains: Bool) { excess = explains ? Array(repeating: 0, count: 64) : [] }

    /// Adds replications in which a node lay on the path.
    mutating func add(_ node: UInt32, count: UInt32, excess minutes: Int64) {
        var place = place(of: node)
        if keys[place] == 0 {
            if used * 2 >= keys.count {
                grow()
                place = self.place(of: node)
            }
            keys[place] = node + 1
            used += 1
        }
        counts[place] += count
        if !excess.isEmpty { excess[place] += minutes }
    }

    /// Adds the replications in which each of some nodes lay on the path.
    mutating func add(_ nodes: UnsafeBufferPointer<UInt32>, lanes: UnsafeBufferPointer<UInt64>) {
        var done = 0
        while true {
            done += unsafe keys.withUnsafeMutableBufferPointer { keys in
                unsafe counts.withUnsafeMutableBufferPointer { counts in
                    var table = unsafe hw_node_counts(
                        keys: keys.baseAddress, counts: counts.baseAddress, mask: UInt32(keys.count - 1), used: used)
                    let added = unsafe hw_add_counts(
                        &table, nodes.baseAddress! + done, lanes.baseAddress! + done, nodes.count - done)
                    used = unsafe table.used
                    return added
                }
            }
            if done == nodes.count { return }
            grow()
        }
    }

    /// Hands every node, its count and its minutes to `take`, in no order.
    func forEach(_ take: (UInt32, UInt32, Int64) -> Void) {
        for place in keys.indices where keys[place] != 0 {
            take(keys[place] - 1, counts[place], excess.isEmpty ? 0 : excess[place])
        }
    }

    private func place(of node: UInt32) -> Int {
        let mask = keys.count - 1
        var place = Int(hw_node_place(node, UInt32(mask)))
        while keys[place] != 0, keys[place] != node + 1 { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = (keys, counts, excess)
        keys = Array(repeating: 0, count: old.0.count * 2)
        counts = keys
        if !excess.isEmpty { excess = Array(repeating: 0, count: keys.count) }
        for place in old.0.indices where old.0[place] != 0 {
            let new = self.place(of: old.0[place] - 1)
            (keys[new], counts[new]) = (old.0[place], old.1[place])
            if !excess.isEmpty { excess[new] = old.2[place] }
        }
    }
}

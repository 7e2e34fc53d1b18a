import PlanNetwork

/// In how many replications each task lay on the driving path of each target that was asked for, and how much it added there.
///
/// A replication's driving path is every chain of relations, each of them deciding its successor's start, that ends at a task which finishes
/// last in the target; ties are all on it.
public struct Criticality: Sendable {
    /// One task on one target's path.
    public struct Entry: Sendable, Hashable {
        /// The target, an index.
        public let target: Int32
        /// Replications in which the task lay on its path, 1 … samples.
        public let count: Int32
        /// Working minutes by which the task's duration exceeded its planned remaining one, summed over those replications; 0 where
        /// sensitivities were not asked for.
        public let excessMinutes: Int64
    }

    /// The targets asked for, indices.
    public let targets: [Int]
    /// Replications.
    public let samples: Int
    /// By network node, ascending, only those that ever lay on a path.
    public let nodes: [Int32]
    /// Where each of `nodes` has its entries; `nodes.count + 1` values.
    let offsets: [Int32]
    let entries: [Entry]

    init(targets: [Int], samples: Int, nodes: [Int32], offsets: [Int32], entries: [Entry]) {
        (self.targets, self.samples, self.nodes, self.offsets, self.entries) = (targets, samples, nodes, offsets, entries)
    }

    init(_ counters: [PathCounter], targets: [Int], program: ForecastProgram, samples: Int) {
        // By node first, counted into place; the few entries of one node are sorted by target.
        var start = [Int](repeating: 0, count: program.network.structure.nodeCount + 1)
        func forEach(_ take: (Int, UInt64, UInt32, Int64) -> Void) {
            for counter in counters {
                for (place, table) in counter.tables.enumerated() {
                    table.forEach { node, count, excess in
                        guard program.isTask(Int(node)) else { return }
                        let networkNode = program.networkNode[Int(node)]
                        take(Int(networkNode), UInt64(networkNode) << 32 | UInt64(place), count, excess)
                    }
                }
            }
        }
        forEach { node, _, _, _ in start[node + 1] += 1 }
        for node in 1..<start.count { start[node] += start[node - 1] }
        var found = [(key: UInt64, count: UInt32, excess: Int64)](repeating: (0, 0, 0), count: start[start.count - 1])
        var next = start
        forEach { node, key, count, excess in
            found[next[node]] = (key, count, excess)
            next[node] += 1
        }
        for node in 0..<start.count - 1 where start[node + 1] - start[node] > 1 {
            found[start[node]..<start[node + 1]].sort { $0.key < $1.key }
        }
        var (nodes, offsets, entries): ([Int32], [Int32], [Entry]) = ([], [0], [])
        var at = 0
        while at < found.count {
            let key = found[at].key
            var (count, excess): (Int32, Int64) = (0, 0)
            while at < found.count, found[at].key == key {
                count += Int32(found[at].count)
                excess += found[at].excess
                at += 1
            }
            if nodes.last != Int32(key >> 32) {
                nodes.append(Int32(key >> 32))
                offsets.append(Int32(entries.count))
            }
            let target = targets[Int(key & 0xffff_ffff)]
            entries.append(Entry(target: Int32(target), count: count, excessMinutes: excess))
            offsets[offsets.count - 1] = Int32(entries.count)
        }
        self.init(targets: targets, samples: samples, nodes: nodes, offsets: offsets, entries: entries)
    }

    /// The targets on whose paths a node ever lay, with how often.
    ///
    /// - Complexity: O(log nodes).
    public func entries(of node: Int) -> ArraySlice<Entry> {
        var (low, high) = (0, nodes.count)
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle] < Int32(node) { low = middle + 1 } else { high = middle }
        }
        guard low < nodes.count, nodes[low] == Int32(node) else { return [] }
        return entries[Int(offsets[low])..<Int(offsets[low + 1])]
    }

    /// What is known of a node on a target's driving path; `nil` where it never lay there.
    public func entry(of node: Int, for target: Int) -> Entry? { entries(of: node).first { $0.target == Int32(target) } }

    /// The share of replications in which a node lay on a target's driving path.
    public func index(of node: Int, for target: Int) -> Double {
        Double(entry(of: node, for: target)?.count ?? 0) / Double(samples)
    }
}

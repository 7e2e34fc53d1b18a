import PlanNetwork

/// Counts, for one thread, in how many replications each node lay on which target's driving path: a short list a node, in flat arrays.
struct CriticalityCounter: Sendable {
    private var head: [Int32]
    private var entries: [(target: Int32, count: Int32, next: Int32)] = []

    init(nodeCount: Int) { head = Array(repeating: -1, count: nodeCount) }

    /// Adds `count` replications in which `node` lay on the path of the target at place `target`.
    mutating func add(_ node: Int, target: Int32, count: Int32) {
        var entry = head[node]
        while entry >= 0 {
            if entries[Int(entry)].target == target {
                entries[Int(entry)].count += count
                return
            }
            entry = entries[Int(entry)].next
        }
        entries.append((target, count, head[node]))
        head[node] = Int32(entries.count - 1)
    }

    /// Hands the counts of a node to `take`, in no order.
    func forEachCount(of node: Int, _ take: (Int32, Int32) -> Void) {
        var entry = head[node]
        while entry >= 0 {
            take(entries[Int(entry)].target, entries[Int(entry)].count)
            entry = entries[Int(entry)].next
        }
    }
}

/// In how many replications each task lay on the driving path of each target that was asked for.
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

    init(_ counters: [CriticalityCounter], targets: [Int], program: ForecastProgram, samples: Int) {
        (self.targets, self.samples) = (targets, samples)
        var (nodes, offsets, entries): ([Int32], [Int32], [Entry]) = ([], [0], [])
        var sums = [Int32](repeating: 0, count: targets.count)
        for node in 0..<program.nodeCount where program.graph.isTask(node) {
            var touched: [Int32] = []
            for counter in counters {
                counter.forEachCount(of: node) { target, count in
                    if sums[Int(target)] == 0 { touched.append(target) }
                    sums[Int(target)] += count
                }
            }
            guard !touched.isEmpty else { continue }
            for target in touched.sorted() {
                entries.append(Entry(target: Int32(targets[Int(target)]), count: sums[Int(target)]))
                sums[Int(target)] = 0
            }
            nodes.append(program.graph.networkNode[node])
            offsets.append(Int32(entries.count))
        }
        (self.nodes, self.offsets, self.entries) = (nodes, offsets, entries)
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

    /// The share of replications in which a node lay on a target's driving path.
    public func index(of node: Int, for target: Int) -> Double {
        Double(entries(of: node).first { $0.target == Int32(target) }?.count ?? 0) / Double(samples)
    }
}

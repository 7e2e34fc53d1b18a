import PlanNetwork

/// Late finishes and free floats, against topological order, back from the plan's finish.
///
/// A hub is no task: it has no latest date but that of the tasks behind it (`Int32.max` while there are none), and since its slip moves
/// nobody by itself, its free float counts for the tasks before it.
struct BackwardPass {
    /// By node, positions on its own calendar.
    private(set) var lateFinish: [Int32]
    /// By node, working minutes.
    private(set) var freeFloat: [Int32]

    init(_ network: Network, _ early: ForwardPass) {
        let count = network.structure.nodeCount
        var late = [Int32](repeating: 0, count: count)
        var free = late
        let ends = network.structure.calendars.map { $0.work(at: early.finish) }
        if network.isPlain {
            Self.plainPass(network, early.earlyFinish, end: ends[network.structure.planCalendar], &late, &free)
        } else {
            Self.fullPass(network, early.earlyFinish, ends, &late, &free)
        }
        (lateFinish, freeFloat) = (late, free)
    }

    private static func plainPass(
        _ network: Network, _ early: [Int32], end: Int32, _ late: inout [Int32], _ free: inout [Int32]
    ) {
        let offsets = network.structure.successors.offsets.span
        let items = network.structure.successors.items.span
        let remaining = network.values.remaining.span
        let early = early.span
        var late = late.mutableSpan
        var free = free.mutableSpan
        for node in stride(from: remaining.count - 1, through: 0, by: -1) {
            var (latest, next) = (end, end)
            for place in Int(offsets[node])..<Int(offsets[node + 1]) {
                let successor = Int(items[place])
                latest = min(latest, late[successor] - remaining[successor])
                next = min(next, early[successor] - remaining[successor])
            }
            late[node] = latest
            free[node] = next - early[node]
        }
    }

    private static func fullPass(
        _ network: Network, _ early: [Int32], _ ends: [Int32], _ late: inout [Int32], _ free: inout [Int32]
    ) {
        let (structure, values, bounds) = (network.structure, network.values, RelationBounds(network))
        for node in stride(from: structure.nodeCount - 1, through: 0, by: -1) {
            if values.progress(of: node) == .completed {
                late[node] = early[node]
                continue
            }
            let end = structure.taskOfNode[node] < 0 ? Int32.max : ends[structure.calendar(of: node)]
            var (latest, next) = (end, end)
            for place in structure.successors[node] {
                let item = structure.successors.items[place]
                let successor = item >= 0 ? Int(item) : Int(structure.relations[Int(~item)].successor)
                if values.progress(of: successor) == .completed || late[successor] == Int32.max { continue }
                let kept = structure.taskOfNode[successor] < 0 ? early[successor] + free[successor] : early[successor]
                if item >= 0 {
                    latest = min(latest, late[successor] - values.remaining[successor])
                    next = min(next, kept - values.remaining[successor])
                } else {
                    latest = min(latest, bounds.latestFinish(Int(~item), successorFinish: late[successor]))
                    next = min(next, bounds.latestFinish(Int(~item), successorFinish: kept))
                }
            }
            late[node] = latest
            free[node] = next - early[node]
        }
        for node in 0..<structure.nodeCount where late[node] == Int32.max { (late[node], free[node]) = (early[node], 0) }
    }
}

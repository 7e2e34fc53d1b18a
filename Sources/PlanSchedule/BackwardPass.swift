import PlanNetwork

/// Late finishes and free floats, against topological order, back from the plan's finish.
struct BackwardPass {
    /// By node, positions on its own calendar.
    private(set) var lateFinish: [Int32]
    /// By node, working minutes.
    private(set) var freeFloat: [Int32]

    init(_ network: Network, _ early: ForwardPass) {
        if network.isPlain {
            let end = network.structure.calendars[network.structure.planCalendar].work(at: early.finish)
            (lateFinish, freeFloat) = Self.plainPass(network, early.earlyFinish, end: end)
        } else {
            var timing = LateTiming(network, early)
            for node in stride(from: network.structure.nodeCount - 1, through: 0, by: -1) { timing.find(node) }
            timing.settleHubs()
            (lateFinish, freeFloat) = (timing.late, timing.free)
        }
    }

    /// The whole plan on one calendar, nothing started, no lags: nothing but minima and differences.
    private static func plainPass(_ network: Network, _ early: [Int32], end: Int32) -> (late: [Int32], free: [Int32]) {
        let count = network.structure.nodeCount
        var (lateFinish, freeFloat) = ([Int32](repeating: 0, count: count), [Int32](repeating: 0, count: count))
        let offsets = network.structure.successors.offsets.span
        let items = network.structure.successors.items.span
        let remaining = network.values.remaining.span
        let early = early.span
        var late = lateFinish.mutableSpan
        var free = freeFloat.mutableSpan
        for node in stride(from: count - 1, through: 0, by: -1) {
            var (latest, next) = (end, end)
            for place in Int(offsets[node])..<Int(offsets[node + 1]) {
                let successor = Int(items[place])
                latest = min(latest, late[successor] - remaining[successor])
                next = min(next, early[successor] - remaining[successor])
            }
            late[node] = latest
            free[node] = next - early[node]
        }
        return (lateFinish, freeFloat)
    }
}

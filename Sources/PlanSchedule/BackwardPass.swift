import PlanModel
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
        if network.isPlain {
            let end = network.structure.calendars[network.structure.planCalendar].work(at: early.finish)
            Self.plainPass(network, early.earlyFinish, end: end, &late, &free)
        } else {
            Self.fullPass(network, early.earlyFinish, LateEnds(network, early), &late, &free)
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
        _ network: Network, _ early: [Int32], _ ends: LateEnds, _ late: inout [Int32], _ free: inout [Int32]
    ) {
        let (structure, values) = (network.structure, network.values)
        let (bounds, rules) = (RelationBounds(network), network.structure.rules)
        for node in stride(from: structure.nodeCount - 1, through: 0, by: -1) {
            let isCompleted = values.progress(of: node) == .completed
            if isCompleted, !rules.finishedWorkPassesLogic {
                late[node] = early[node]
                continue
            }
            let isHub = structure.taskOfNode[node] < 0
            var latest = isHub || rules.followsLogicAlone ? Int32.max : ends.latest(of: node)
            var next = isHub ? Int32.max : ends.planFinish(of: node)
            var isOpen = true
            for place in structure.successors[node] {
                let item = structure.successors.items[place]
                let successor = item >= 0 ? Int(item) : Int(structure.relations[Int(~item)].successor)
                if late[successor] == Int32.max || !isHeld(successor, values, rules) { continue }
                isOpen = false
                let kept = structure.taskOfNode[successor] < 0 ? early[successor] + free[successor] : early[successor]
                if item >= 0 {
                    latest = min(latest, late[successor] - values.remaining[successor])
                    next = min(next, kept - values.remaining[successor])
                } else {
                    latest = min(latest, bounds.latestFinish(Int(~item), successorFinish: late[successor]))
                    next = min(next, bounds.latestFinish(Int(~item), successorFinish: kept))
                }
            }
            if isOpen, !isHub { latest = rules.openEndsAreCritical ? early[node] : ends.latest(of: node) }
            if !isCompleted, let limits = values.limits(of: node) {
                latest = limits.lateFinish(latest, remaining: values.remaining[node])
            }
            late[node] = latest
            free[node] = isOpen && rules.freeFloat == .withinTotalFloat ? latest - early[node] : next - early[node]
            if !isHub { free[node] = max(free[node], 0) }
        }
        for node in 0..<structure.nodeCount where late[node] == Int32.max { (late[node], free[node]) = (early[node], 0) }
    }

    /// Whether relations into a node still hold what comes before it.
    private static func isHeld(_ successor: Int, _ values: NetworkValues, _ rules: SchedulingRules) -> Bool {
        switch values.progress(of: successor) {
        case .planned: true
        case .started: rules.progress != .override || rules.tool == .microsoft
        case .completed: rules.finishedWorkPassesLogic
        }
    }
}

import PlanModel
import PlanNetwork

/// Late finishes and free floats of a network with everything: calendars, lags, progress, constraints, hubs.
///
/// A hub is no task: it has no latest date but that of the tasks behind it (`Int32.max` while there are none), and since its slip moves
/// nobody by itself, its free float counts for the tasks before it.
struct LateTiming {
    /// By node, positions on its own calendar; `Int32.max` for hubs without a task behind them.
    private(set) var late: [Int32]
    /// By node, working minutes.
    private(set) var free: [Int32]

    private let structure: NetworkStructure
    private let values: NetworkValues
    private let rules: SchedulingRules
    private let bounds: RelationBounds
    private let early: [Int32]
    private let ends: LateEnds

    init(_ network: Network, _ forward: ForwardPass) {
        (structure, values, rules) = (network.structure, network.values, network.structure.rules)
        (bounds, early, ends) = (RelationBounds(network), forward.earlyFinish, LateEnds(network, forward))
        late = Array(repeating: 0, count: network.structure.nodeCount)
        free = late
    }

    /// What the successors of a node leave it.
    private struct Room {
        /// The latest finish at which all of them keep their late dates.
        var latest: Int32
        /// The latest finish at which none of them moves.
        var next: Int32
        /// Whether it has no successor that is still held.
        var isOpen = true
        /// Whether a successor is its own, not one of its summary or project.
        var hasOwn = false
    }

    /// Finds the late finish and free float of a node whose successors are done.
    mutating func find(_ node: Int) {
        let isCompleted = values.progress(of: node) == .completed
        if isCompleted, !rules.finishedWorkPassesLogic {
            late[node] = early[node]
            return
        }
        let limits = isCompleted ? nil : values.limits(of: node)
        let isHub = structure.taskOfNode[node] < 0
        var room = room(of: node, isHub: isHub, isManual: limits?.isManual ?? false)
        if room.isOpen, !isHub { room.latest = rules.openEndsAreCritical ? early[node] : ends.latest(of: node) }
        if !isHub, room.latest == Int32.max { room.latest = ends.latest(of: node) }
        if let limits { room.latest = limits.lateFinish(room.latest, remaining: values.remaining[node]) }
        if rules.freeFloat == .withinTotalFloat, !isHub { room.next = room.hasOwn ? min(room.next, room.latest) : room.latest }
        late[node] = room.latest
        free[node] = isHub ? room.next - early[node] : max(room.next - early[node], 0)
    }

    private func room(of node: Int, isHub: Bool, isManual: Bool) -> Room {
        var room = Room(
            latest: isHub || rules.followsLogicAlone ? Int32.max : ends.latest(of: node),
            next: isHub ? Int32.max : ends.planFinish(of: node))
        for place in structure.successors[node] {
            let item = structure.successors.items[place]
            let successor = item >= 0 ? Int(item) : Int(structure.relations[Int(~item)].successor)
            if late[successor] == Int32.max || !isHeld(successor) || isSpared(node, by: successor, item) { continue }
            room.isOpen = false
            // Work that people have set dates for is not held by what follows its start.
            if !(isManual && item < 0 && structure.relations[Int(~item)].type.leavesStart) {
                room.latest = min(room.latest, latestFinish(item, successor, late[successor]))
            }
            let isHub = structure.taskOfNode[successor] < 0
            if isHub, rules.freeFloat == .withinTotalFloat { continue }
            room.hasOwn = true
            let kept = latestFinish(item, successor, isHub ? early[successor] + free[successor] : early[successor])
            let spare = item >= 0 ? 0 : structure.relations[Int(~item)].spare
            room.next = min(room.next, kept == Int32.max ? kept : kept + spare)
        }
        return room
    }

    private func latestFinish(_ item: Int32, _ successor: Int, _ finish: Int32) -> Int32 {
        let finish = finish - values.delay(of: successor)
        return item >= 0
            ? finish - values.remaining[successor] : bounds.latestFinish(Int(~item), successorFinish: finish)
    }

    /// Whether relations into a node still hold what comes before it.
    private func isHeld(_ successor: Int) -> Bool {
        switch values.progress(of: successor) {
        case .planned: true
        case .started: rules.progress != .override || rules.tool == .microsoft
        case .completed: rules.finishedWorkPassesLogic
        }
    }

    /// Whether a hub takes the start of an earlier task, so that this one does not hold it.
    private func isSpared(_ node: Int, by hub: Int, _ item: Int32) -> Bool {
        structure.earliestHubs.contains(hub) && item < 0
            && bounds.earliestStart(Int(~item), predecessorFinish: early[node]) > early[hub]
    }

    /// Gives hubs without a task behind them their early dates.
    mutating func settleHubs() {
        for node in late.indices where late[node] == Int32.max { (late[node], free[node]) = (early[node], 0) }
    }
}

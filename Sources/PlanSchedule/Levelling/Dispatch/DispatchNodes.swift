import PlanModel
import PlanNetwork

/// Writes what the dispatcher knows of each node: records, successors, and the state in which a replication begins.
struct DispatchNodes {
    private(set) var nodes: [DispatchNode] = []
    private(set) var successors: [Int32] = []
    private(set) var states: [DispatchState] = []

    private let structure: NetworkStructure
    private let values: NetworkValues
    private let floors: [Int32]
    private let ranks: [Int32], firstDemand: [Int32]
    private let latestStart: [Int: Int32]
    private var timing: NodeTiming
    /// By node, the finish of what is done, positions.
    private var finish: [Int32]

    init(_ network: Network, ranks: [Int32], firstDemand: [Int32], latestStart: [Int: Int32]) {
        (structure, values, floors) = (network.structure, network.values, network.floors)
        (self.ranks, self.firstDemand, self.latestStart) = (ranks, firstDemand, latestStart)
        timing = NodeTiming(network)
        finish = Array(repeating: 0, count: ranks.count)
    }

    mutating func write() {
        nodes.reserveCapacity(ranks.count + 1)
        states.reserveCapacity(ranks.count)
        for node in ranks.indices {
            if isDone(node) { finish[node] = timing.finish(node, finish) }
            nodes.append(
                DispatchNode(
                    rank: ranks[node], firstDemand: firstDemand[node], firstSuccessor: Int32(successors.count),
                    calendar: UInt16(structure.calendar(of: node)), flags: flags(node)))
            states.append(DispatchState(ready: ready(node), missing: missing(node)))
            if isDone(node) { continue }
            for place in structure.successors[node] {
                let item = structure.successors.items[place]
                let successor = structure.successor(item)
                if !isDone(successor), !goesAlone(successor) { successors.append(Int32(successor) << 1 | (item >= 0 ? 1 : 0)) }
            }
        }
        nodes.append(
            DispatchNode(
                rank: 0, firstDemand: firstDemand[ranks.count], firstSuccessor: Int32(successors.count), calendar: 0, flags: [])
        )
    }

    private func isDone(_ node: Int) -> Bool { values.progress(of: node) == .completed }

    /// Whether nothing that comes before it moves it.
    private func goesAlone(_ node: Int) -> Bool {
        values.limits(of: node)?.ignoresLogic ?? false
            || structure.rules.progress == .override && values.progress(of: node) == .started
    }

    private func missing(_ node: Int) -> Int32 {
        if isDone(node) || goesAlone(node) { return 0 }
        return structure.predecessors[node].reduce(0) {
            $0 + (isDone(structure.predecessor(structure.predecessors.items[$1])) ? 0 : 1)
        }
    }

    /// The data date, and the finishes of what is done before it.
    private func ready(_ node: Int) -> Int32 {
        var ready = floors[structure.calendar(of: node)]
        for place in structure.predecessors[node] {
            let item = structure.predecessors.items[place]
            if item >= 0, isDone(Int(item)) { ready = max(ready, finish[Int(item)]) }
        }
        return ready
    }

    private func flags(_ node: Int) -> DispatchNode.Flags {
        var flags: DispatchNode.Flags = []
        let (limits, rules) = (values.limits(of: node), structure.rules)
        let isOdd = !rules.holdsAtDataDate || rules.followsLogicAlone || rules.finishedWorkPassesLogic
        if isDone(node) { flags.insert(.isDone) }
        if isOdd || values.progress(of: node) != .planned || limits != nil || structure.taskOfNode[node] < 0
            || structure.predecessors[node].contains(where: { structure.predecessors.items[$0] < 0 })
        {
            flags.insert(.needsTiming)
        }
        if values.progress(of: node) == .started || limits?.ignoresLogic ?? false { flags.insert(.isForced) }
        if limits?.letsRest ?? true { flags.insert(.letsRest) }
        if latestStart[node] != nil { flags.insert(.hasLatestStart) }
        return flags
    }
}

import PlanModel
import PlanNetwork

/// Writes what the dispatcher knows of each node: records, relations out of them, and the state in which a replication begins.
struct DispatchNodes {
    private(set) var records: [DispatchRecord] = []
    private(set) var logic: [DispatchLogic] = []
    private(set) var arcs: [DispatchArc] = []
    private(set) var relations: [DispatchRelation] = []

    private let structure: NetworkStructure
    private let values: NetworkValues
    private let order: DispatchOrder
    private let ranks: [Int32]
    private let firstDemand: [Int32]
    private let demands: [DispatchDemand]
    private let timing: NodeTiming
    /// By node, the finish of what is done, positions; and whether its start needs the rules of limits and relations.
    private let finish: [Int32]
    private var needsTiming: [Bool] = []

    /// - Parameters:
    ///   - finish: by node, of what is done, positions.
    init(
        _ network: Network, _ order: DispatchOrder, ranks: [Int32], _ demands: DispatchDemands, finish: [Int32]
    ) {
        (structure, values, self.order, self.ranks) = (network.structure, network.values, order, ranks)
        (firstDemand, self.demands) = (demands.offsets, demands.demands)
        self.finish = finish
        timing = NodeTiming(network)
        needsTiming = finish.indices.map { !order.isDone($0) && asksRules($0) }
    }

    mutating func write() {
        for (number, node) in order.nodes.map(Int.init).enumerated() {
            let firstArc = Int32(arcs.count)
            if !order.isDone(node) { writeArcs(node) }
            var record = DispatchRecord(
                node: Int32(node), rank: ranks[node], firstDemand: firstDemand[number], demandEnd: firstDemand[number + 1],
                firstArc: firstArc,
                arcEnd: Int32(arcs.count))
            if !record.demands.isEmpty { record.demand = demands[record.demands.lowerBound] }
            if order.isDone(node) {
                (record.start, record.finish) = (finish[node], finish[node])
            } else {
                logic.append(
                    DispatchLogic(
                        ready: ready(node), duration: 0, missing: missing(node), flags: flags(node),
                        calendar: UInt16(structure.calendar(of: node))))
            }
            records.append(record)
        }
    }

    private mutating func writeArcs(_ node: Int) {
        for place in structure.successors[node] {
            let item = structure.successors.items[place]
            let successor = structure.successor(item)
            if order.isDone(successor) || goesAlone(successor) { continue }
            arcs.append(arc(item, to: successor))
        }
    }

    private mutating func arc(_ item: Int32, to successor: Int) -> DispatchArc {
        var arc = DispatchArc(successor: order.numberOfNode[successor])
        arc.isAsked = needsTiming[successor]
        if item >= 0 || arc.isAsked { return arc }
        let relation = structure.relations[Int(~item)]
        (arc.leavesStart, arc.holdsFinish) = (relation.type.leavesStart, relation.type.holdsFinish)
        if relation.converts {
            arc.conversion = Int32(relations.count)
            write(relation)
        } else {
            arc.lag = relation.lag.minutes
        }
        return arc
    }

    private mutating func write(_ relation: Relation) {
        relations.append(
            DispatchRelation(
                lag: relation.lag.minutes,
                predecessorCalendar: UInt16(structure.calendar(of: Int(relation.predecessor))),
                successorCalendar: UInt16(structure.calendar(of: Int(relation.successor))),
                lagCalendar: relation.lagCalendar, leavesLate: relation.leavesLate, isElapsed: relation.lag.isElapsed))
    }

    /// Whether nothing that comes before it moves it.
    private func goesAlone(_ node: Int) -> Bool {
        if values.progress(of: node) == .completed { return false }
        return values.limits(of: node)?.ignoresLogic ?? false
            || structure.rules.progress == .override && values.progress(of: node) == .started
    }

    private func missing(_ node: Int) -> Int32 {
        if goesAlone(node) { return 0 }
        return structure.predecessors[node].reduce(0) {
            $0 + (order.isDone(structure.predecessor(structure.predecessors.items[$1])) ? 0 : 1)
        }
    }

    /// The data date, and what is done before it.
    private func ready(_ node: Int) -> Int32 {
        var ready = timing.floor(node)
        if needsTiming[node] { return ready }
        for place in structure.predecessors[node] {
            let item = structure.predecessors.items[place]
            if order.isDone(structure.predecessor(item)) { ready = max(ready, timing.bound(item, finish)) }
        }
        return ready
    }

    /// Whether the start of a node is not simply the latest of what those before it hand on.
    private func asksRules(_ node: Int) -> Bool {
        let rules = structure.rules
        if !rules.holdsAtDataDate || rules.followsLogicAlone || rules.finishedWorkPassesLogic { return true }
        if values.progress(of: node) != .planned || values.limits(of: node) != nil { return true }
        if structure.earliestHubs.contains(node) { return true }
        return structure.predecessors[node].contains { place in
            let item = structure.predecessors.items[place]
            guard item < 0 else { return false }
            let relation = structure.relations[Int(~item)]
            switch values.progress(of: Int(relation.predecessor)) {
            case .planned: return false
            case .started: return relation.type.leavesStart
            case .completed: return relation.type.holdsFinish
            }
        }
    }

    private func flags(_ node: Int) -> DispatchRecord.Flags {
        var flags: DispatchRecord.Flags = []
        let limits = values.limits(of: node)
        if needsTiming[node] { flags.insert(.needsTiming) }
        if DispatchProblem.cannotWait(node, values) { flags.insert(.isForced) }
        if limits?.letsRest ?? true { flags.insert(.letsRest) }
        if let limits, limits.startCap < Int32.max || limits.finishCap < Int32.max { flags.insert(.hasLatestStart) }
        let hasRelation =
            structure.predecessors[node].contains { structure.predecessors.items[$0] < 0 }
            || structure.successors[node].contains { structure.successors.items[$0] < 0 }
        if firstDemand[Int(order.numberOfNode[node])] == firstDemand[Int(order.numberOfNode[node]) + 1] {
            flags.insert(.isFree)
        }
        if hasRelation { flags.insert(.tellsLength) }
        return flags
    }
}

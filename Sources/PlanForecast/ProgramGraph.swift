import PlanModel
import PlanNetwork
import PlanSchedule

/// What a forecast computes, as a graph in topological order: the unfinished nodes of a network and a hub a target.
///
/// Finished work is folded into floors. A target's hub waits for the tasks that can finish last in it and for its children's hubs;
/// with more than `widestHub` of them partial hubs gather the first ones as soon as they are there, so that few rows are alive at a time.
struct ProgramGraph {
    /// A relation that is not plain, between program nodes.
    struct SpecialArc {
        var source: Int32
        /// Whether the source's row of starts is meant, not of finishes.
        var leavesStart: Bool
        /// Whether the source's date is spelled as a start.
        var leavesLate: Bool
        var holdsFinish: Bool
        var converts: Bool
        /// Minutes, around the clock or on `lagCalendar`.
        var lag: Lag
        var fromCalendar: UInt16, toCalendar: UInt16
        /// The calendar on which a working lag runs.
        var lagCalendar: UInt16
    }

    /// Arcs into one hub or partial hub at most.
    static let widestHub = 8

    /// The network node of each program node, −1 for targets' hubs.
    private(set) var networkNode: [Int32] = []
    /// The target whose finish each program node is, −1 for most.
    private(set) var targetOf: [Int32] = []
    /// Where the arcs of each program node begin; `count + 1` values. Plain arcs come first, then special ones.
    private(set) var arcOffset: [Int32] = [0]
    /// The program node that each arc leaves.
    private(set) var arcSource: [Int32] = []
    /// The special arc of each arc, −1 for plain ones; arcs beyond its end are plain.
    private(set) var specialOf: [Int32] = []
    private(set) var specials: [SpecialArc] = []
    /// The earliest start of each program node, a position; `Int32.min` where the predecessors imply it.
    private(set) var floor: [Int32] = []
    /// Program nodes that wait for the first of their predecessors, not for the last.
    private(set) var earliest: Set<Int> = []
    /// What constraints demand of each program node beside its floor; empty where they demand nothing of any.
    private(set) var limits: [Int: ProgramLimits] = [:]
    /// The hub of each target, −1 where no unfinished task serves it.
    private(set) var hubOfTarget: [Int32]
    /// The calendar on whose positions each target's finish is counted; the last one where its tasks run on several.
    let axisOfTarget: [UInt16]

    private let structure: NetworkStructure
    private let values: NetworkValues
    /// Arcs between tasks that share people; `nil` where people are not limited.
    private let chains: ResourceChains?
    /// Whether a node that has predecessors starts no earlier than the floor because they do not.
    private let floorsAreImplied: Bool
    private var programNode: [Int32]

    var count: Int { networkNode.count }

    /// Whether a program node is a task, not a hub of targets or of projects.
    func isTask(_ node: Int) -> Bool { networkNode[node] >= 0 && structure.taskOfNode[Int(networkNode[node])] >= 0 }

    init(_ network: Network, chains: ResourceChains? = nil) {
        (structure, values, self.chains) = (network.structure, network.values, chains)
        floorsAreImplied =
            network.values.limits.isEmpty && network.structure.rules.holdsAtDataDate
            && !network.structure.rules.followsLogicAlone
        let targets = network.structure.targets
        axisOfTarget = TargetAxes(network).axis
        hubOfTarget = Array(repeating: -1, count: targets.count)
        programNode = Array(repeating: -1, count: network.structure.nodeCount)
        let capacity = network.structure.nodeCount + targets.count
        networkNode.reserveCapacity(capacity)
        targetOf.reserveCapacity(capacity)
        arcOffset.reserveCapacity(capacity + 1)
        floor.reserveCapacity(capacity)
        arcSource.reserveCapacity(network.structure.predecessors.items.count + capacity / 4)
        build(FixedBounds(network), TargetGathering(network))
    }

    private mutating func build(_ bounds: FixedBounds, _ gathering: TargetGathering) {
        var gather = gathering
        for target in gather.openWithoutMembers() { close(target, &gather) }
        for place in 0..<structure.nodeCount {
            let node = chains.map { Int($0.order[place]) } ?? place
            if bounds.isSettled[node] { continue }
            addNode(node, bounds)
            for place in gather.targetsOf(node) {
                let target = Int(gather.memberships.items[place])
                if gather.waiting[target].count == Self.widestHub { addPartialHub(target, &gather) }
                gather.waiting[target].append(programNode[node])
                gather.missing[target] -= 1
                if gather.missing[target] == 0 { close(target, &gather) }
            }
        }
    }

    private mutating func addNode(_ node: Int, _ bounds: FixedBounds) {
        let limits = values.progress(of: node) == .completed ? nil : values.limits(of: node)
        let isTied = bounds.timing.followsLogic(node) && !(limits?.ignoresLogic ?? false)
        let held = isTied && !structure.relations.isEmpty ? finishFloors(into: node, bounds) : []
        let takesFirst = structure.earliestHubs.contains(node) && !structure.predecessors[node].isEmpty
        var earliest = takesFirst ? Int32.max / 2 : bounds.timing.floor(node)
        let base = earliest
        var hasWorkBefore = false
        for place in structure.predecessors[node] where isTied {
            let item = structure.predecessors.items[place]
            guard item >= 0 else { continue }
            if programNode[Int(item)] >= 0 {
                arcSource.append(programNode[Int(item)])
                hasWorkBefore = hasWorkBefore || structure.taskOfNode[Int(item)] >= 0
            } else {
                earliest = max(earliest, bounds.finish(of: Int(item)))
            }
        }
        if isTied, let chains { addPlainChains(into: node, chains, &earliest, &hasWorkBefore) }
        if isTied, !structure.relations.isEmpty { addSpecials(into: node, held, bounds, &earliest, takesFirst: takesFirst) }
        if isTied, let chains { addConvertedChains(into: node, chains) }
        if takesFirst { self.earliest.insert(count) }
        programNode[node] = Int32(count)
        if let limits { add(limits, &earliest) }
        let isImplied = hasWorkBefore && earliest == base && floorsAreImplied
        finishNode(networkNode: Int32(node), target: -1, floor: isImplied ? Int32.min : earliest)
    }

    /// Arcs from those who hold a node's people before it, on its own calendar.
    private mutating func addPlainChains(
        into node: Int, _ chains: ResourceChains, _ earliest: inout Int32, _ hasWorkBefore: inout Bool
    ) {
        if values.progress(of: node) != .planned { return }
        if !chains.floors.isEmpty { earliest = max(earliest, chains.floors[node]) }
        for place in chains.predecessors[node] {
            let before = Int(chains.predecessors.items[place])
            guard programNode[before] >= 0, structure.calendar(of: before) == structure.calendar(of: node) else { continue }
            arcSource.append(programNode[before])
            hasWorkBefore = true
        }
    }

    /// The same on other calendars, as dates.
    private mutating func addConvertedChains(into node: Int, _ chains: ResourceChains) {
        if values.progress(of: node) != .planned { return }
        let own = UInt16(structure.calendar(of: node))
        for place in chains.predecessors[node] {
            let before = Int(chains.predecessors.items[place])
            let other = UInt16(structure.calendar(of: before))
            guard programNode[before] >= 0, other != own else { continue }
            addSpecial(
                SpecialArc(
                    source: programNode[before], leavesStart: false, leavesLate: false, holdsFinish: false, converts: true,
                    lag: Lag(minutes: 0), fromCalendar: other, toCalendar: own, lagCalendar: other))
        }
    }

    private mutating func add(_ limits: DateLimits, _ earliest: inout Int32) {
        if let pin = limits.startPin {
            earliest = pin
        } else if let pin = limits.finishPin {
            // Only the finish counts, so that the start follows from what is drawn.
            earliest = Int32.min / 2
            self.limits[count] = ProgramLimits(finishFloor: pin)
        } else {
            earliest = max(earliest, limits.startFloor)
            let rest = ProgramLimits(limits)
            if rest != ProgramLimits() { self.limits[count] = rest }
        }
    }

    /// Known dates that hold a node's finish, each as a node of its own that always finishes then: what is left of the task is sampled, so
    /// they are no floor of its start.
    private mutating func finishFloors(into node: Int, _ bounds: FixedBounds) -> [Int32] {
        var result: [Int32] = []
        for place in structure.predecessors[node] {
            let item = structure.predecessors.items[place]
            guard item < 0, structure.relations[Int(~item)].type.holdsFinish, let fixed = bounds.fixedPosition(Int(~item))
            else {
                continue
            }
            result.append(Int32(count))
            finishNode(networkNode: -1, target: -1, floor: fixed)
        }
        return result
    }

    private mutating func addSpecials(
        into node: Int, _ held: [Int32], _ bounds: FixedBounds, _ earliest: inout Int32, takesFirst: Bool
    ) {
        let own = UInt16(structure.calendar(of: node))
        for source in held {
            addSpecial(
                SpecialArc(
                    source: source, leavesStart: false, leavesLate: false, holdsFinish: true, converts: false,
                    lag: Lag(minutes: 0),
                    fromCalendar: own, toCalendar: own, lagCalendar: own))
        }
        for place in structure.predecessors[node] {
            let item = structure.predecessors.items[place]
            guard item < 0 else { continue }
            let relation = structure.relations[Int(~item)]
            if let fixed = bounds.fixedPosition(Int(~item)), !relation.type.holdsFinish {
                earliest = takesFirst ? min(earliest, fixed) : max(earliest, fixed)
            }
            guard let lag = bounds.lagToGo(Int(~item)) else { continue }
            addSpecial(
                SpecialArc(
                    source: programNode[Int(relation.predecessor)], leavesStart: relation.type.leavesStart,
                    leavesLate: relation.leavesLate,
                    holdsFinish: relation.type.holdsFinish, converts: relation.converts,
                    lag: Lag(minutes: lag, isElapsed: relation.lag.isElapsed),
                    fromCalendar: UInt16(structure.calendar(of: Int(relation.predecessor))), toCalendar: own,
                    lagCalendar: relation.lagCalendar))
        }
    }

    private mutating func addSpecial(_ arc: SpecialArc) {
        if specialOf.count < arcSource.count { specialOf += repeatElement(-1, count: arcSource.count - specialOf.count) }
        specialOf.append(Int32(specials.count))
        arcSource.append(arc.source)
        specials.append(arc)
    }

    private mutating func finishNode(networkNode node: Int32, target: Int32, floor earliest: Int32) {
        networkNode.append(node)
        targetOf.append(target)
        floor.append(earliest)
        arcOffset.append(Int32(arcSource.count))
    }

    // MARK: hubs

    private mutating func addPartialHub(_ target: Int, _ gather: inout TargetGathering) {
        addHubArcs(target, gather.waiting[target])
        gather.waiting[target] = [Int32(count)]
        finishNode(networkNode: -1, target: -1, floor: Int32.min)
    }

    /// Adds the hub of a target whose members are all there, then hands it to the targets that it serves.
    private mutating func close(_ first: Int, _ gather: inout TargetGathering) {
        var stack = [first]
        while let target = stack.popLast() {
            let fixed = gather.fixedFinish[target]
            if !gather.waiting[target].isEmpty {
                addHubArcs(target, gather.waiting[target])
                gather.waiting[target] = []
                let axis = structure.calendars[Int(axisOfTarget[target])]
                hubOfTarget[target] = Int32(count)
                finishNode(networkNode: -1, target: Int32(target), floor: fixed < 0 ? Int32.min : axis.work(at: fixed))
            }
            for place in gather.served[target] {
                let parent = Int(gather.served.items[place])
                gather.fixedFinish[parent] = max(gather.fixedFinish[parent], fixed)
                if hubOfTarget[target] >= 0 {
                    if gather.waiting[parent].count == Self.widestHub { addPartialHub(parent, &gather) }
                    gather.waiting[parent].append(hubOfTarget[target])
                }
                gather.missing[parent] -= 1
                if gather.missing[parent] == 0 { stack.append(parent) }
            }
        }
    }

    /// Arcs from tasks and hubs to a hub of a target, through instants where its axis is another calendar.
    private mutating func addHubArcs(_ target: Int, _ sources: [Int32]) {
        let axis = axisOfTarget[target]
        let (plain, converted) = (
            sources.filter { self.axis(of: $0, in: target) == axis }, sources.filter { self.axis(of: $0, in: target) != axis }
        )
        arcSource += plain
        for source in converted {
            addSpecial(
                SpecialArc(
                    source: source, leavesStart: false, leavesLate: false, holdsFinish: false, converts: true,
                    lag: Lag(minutes: 0),
                    fromCalendar: self.axis(of: source, in: target), toCalendar: axis,
                    lagCalendar: self.axis(of: source, in: target)))
        }
    }

    /// The axis of a program node's positions; a partial hub shares its target's.
    private func axis(of node: Int32, in target: Int) -> UInt16 {
        if networkNode[Int(node)] >= 0 { return UInt16(structure.calendar(of: Int(networkNode[Int(node)]))) }
        return targetOf[Int(node)] < 0 ? axisOfTarget[target] : axisOfTarget[Int(targetOf[Int(node)])]
    }
}

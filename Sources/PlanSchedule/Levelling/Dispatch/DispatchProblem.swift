import PlanModel
public import PlanNetwork

/// A network and its people as the dispatcher reads them: what is the same in every replication, in flat arrays.
///
/// Time is positions of the plan's calendar where all nodes run on it, instants otherwise.
public struct DispatchProblem: Sendable {
    /// What is simulated; nothing in it is as late as possible.
    public let network: Network
    /// Who does it.
    public let capacity: CapacityModel
    /// The rank of each node: of those that want the same people the lowest goes first.
    public let ranks: [Int32]
    /// Demands that are never met, in the order of nodes; nobody waits for more than there ever is.
    public let shortfalls: [Shortfall]
    let nodeOfRank: [Int32]
    /// Relations into each node from nodes that are simulated.
    let pending: [Int32]
    /// Nodes that are done, which are not simulated.
    let isDone: [Bool]
    /// Whether a node's start needs the rules of limits and relations; otherwise it is the latest finish before it.
    let needsTiming: [Bool]
    /// Whether a node does not wait for people: it has started, or its dates cannot move.
    let isForced: [Bool]
    /// The latest start that a constraint allows against logic, positions; empty where there is none.
    let latestStart: [Int: Int32]
    let demandOffsets: [Int32]
    /// The resource and the amount of each demand for which there is anybody.
    public let demandResource: [Int32], demandAmount: [Int32]
    /// The class of each demand: a resource, an amount and a calendar that wait in one queue.
    let demandClass: [Int32]
    let classResource: [Int32], classAmount: [Int32], classCalendar: [Int32]
    /// The classes of each resource.
    let classes: AdjacencyList
    /// Changes of capacity after the beginning, by time.
    let changes: [CapacityChange]
    /// Changes that take something away, by resource.
    let drops: [[CapacityChange]]
    let initialAmount: [Int32]
    /// Whether time is positions of one calendar.
    let isOnOneCalendar: Bool
    let floors: [Int32]

    /// A change of the capacity of a resource.
    struct CapacityChange: Sendable {
        /// A time.
        var at: Int32
        var resource: Int32
        /// The amounts from then on, and the most that there ever is from then on.
        var difference: Int32, amount: Int32, mostFromHere: Int32
    }

    /// - Parameters:
    ///   - network: as compiled.
    ///   - capacity: of the same plan.
    ///   - ranks: `nodeCount` different values from 0 on.
    ///   - usesExpectedFinish: whether expectations set what is left of tasks; forecasts draw it.
    public init(_ network: Network, _ capacity: CapacityModel, ranks: [Int32], usesExpectedFinish: Bool) {
        var network = network
        for place in network.values.limits.indices {
            network.values.limits[place].isAsLateAsPossible = false
            if !usesExpectedFinish { network.values.limits[place].expectedFinish = nil }
        }
        network.values.delays = []
        let (structure, values) = (network.structure, network.values)
        (self.network, self.capacity, self.ranks) = (network, capacity, ranks)
        isOnOneCalendar = structure.calendarOfNode.isEmpty
        floors = network.floors
        var byRank = [Int32](repeating: 0, count: ranks.count)
        for (node, rank) in ranks.enumerated() { byRank[Int(rank)] = Int32(node) }
        nodeOfRank = byRank
        let done = (0..<structure.nodeCount).map { values.progress(of: $0) == .completed }
        isDone = done
        pending = (0..<structure.nodeCount).map { node in
            done[node]
                ? 0
                : structure.predecessors[node].reduce(0) {
                    $0 + (done[structure.predecessor(structure.predecessors.items[$1])] ? 0 : 1)
                }
        }
        let isOdd = !structure.rules.holdsAtDataDate || structure.rules.followsLogicAlone
        needsTiming = (0..<structure.nodeCount).map { node in
            isOdd || values.progress(of: node) != .planned || values.limits(of: node) != nil || structure.taskOfNode[node] < 0
                || structure.predecessors[node].contains { place in
                    let item = structure.predecessors.items[place]
                    return item < 0 || done[Int(item)]
                }
        }
        isForced = (0..<structure.nodeCount).map { node in
            values.progress(of: node) == .started || values.limits(of: node)?.ignoresLogic ?? false
        }
        var latest: [Int: Int32] = [:]
        if !values.limits.isEmpty {
            for node in 0..<structure.nodeCount {
                guard let limits = values.limits(of: node) else { continue }
                let cap = min(
                    limits.startCap, limits.finishCap < Int32.max ? limits.finishCap - values.remaining[node] : Int32.max)
                if cap < Int32.max { latest[node] = cap }
            }
        }
        latestStart = latest
        var demands = DispatchDemands(network, capacity)
        demands.gather()
        (demandOffsets, demandResource, demandAmount) = (demands.offsets, demands.resource, demands.amount)
        (demandClass, shortfalls) = (demands.classOf, demands.shortfalls)
        (classResource, classAmount, classCalendar) = (demands.classResource, demands.classAmount, demands.classCalendar)
        classes = AdjacencyList(
            nodeCount: capacity.resourceCount, keys: demands.classResource, values: Array(0..<Int32(demands.classResource.count)))
        initialAmount = capacity.steps.map { $0.amount[0] }
        let calendar = isOnOneCalendar ? structure.calendars[structure.planCalendar] : .elapsed
        let all = capacity.steps.enumerated().flatMap { resource, steps in Self.changes(resource, steps, calendar) }
        changes = all.sorted { ($0.at, $0.resource) < ($1.at, $1.resource) }
        var drops = [[CapacityChange]](repeating: [], count: capacity.resourceCount)
        for change in changes where change.difference < 0 { drops[Int(change.resource)].append(change) }
        self.drops = drops
    }

    private static func changes(_ resource: Int, _ steps: CapacitySteps, _ calendar: WorkingTime) -> [CapacityChange] {
        var (result, most): ([CapacityChange], Int32) = ([], 0)
        for place in stride(from: steps.from.count - 1, to: 0, by: -1) {
            most = max(most, steps.amount[place])
            result.append(
                CapacityChange(
                    at: calendar.work(at: steps.from[place]), resource: Int32(resource),
                    difference: steps.amount[place] - steps.amount[place - 1], amount: steps.amount[place], mostFromHere: most))
        }
        return result.reversed()
    }

    /// The time at which work that starts at a position begins.
    func startTime(_ position: Int32, _ calendar: Int) -> Int32 {
        isOnOneCalendar ? position : network.structure.calendars[calendar].start(at: position)
    }

    /// The time at which work that finishes at a position ends.
    func finishTime(_ position: Int32, _ calendar: Int) -> Int32 {
        isOnOneCalendar ? position : network.structure.calendars[calendar].finish(at: position)
    }

    /// The position at a time.
    func position(_ time: Int32, _ calendar: Int) -> Int32 {
        isOnOneCalendar ? time : network.structure.calendars[calendar].work(at: time)
    }

    /// The places of a node's demands.
    @inline(__always)
    public func demands(of node: Int) -> Range<Int> { Int(demandOffsets[node])..<Int(demandOffsets[node + 1]) }
}

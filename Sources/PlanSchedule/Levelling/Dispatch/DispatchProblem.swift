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
    /// One a node, and one more whose offsets end the last node's.
    let nodes: [DispatchNode]
    /// What nodes need of those of whom there is not always enough.
    let demands: [DispatchDemand]
    /// The nodes that each node is looked at by: twice the node, and one more where its finish is the other's earliest start.
    let successors: [Int32]
    /// The latest start that a constraint allows against logic, positions, of those nodes that have one.
    let latestStart: [Int: Int32]
    let queues: [DispatchQueue]
    /// The queues of each resource.
    let queuesOf: AdjacencyList
    /// What is known at the beginning.
    let states: [DispatchState]
    let resources: [DispatchResource]
    /// Changes of capacity after the beginning, by time.
    let changes: [CapacityChange]
    /// Changes that take something away, by resource; and all changes of resources that have such.
    let drops: [[CapacityChange]], changesOfDropping: [[CapacityChange]]
    /// Whether time is positions of one calendar.
    let isOnOneCalendar: Bool

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
        var byRank = [Int32](repeating: 0, count: ranks.count)
        for (node, rank) in ranks.enumerated() { byRank[Int(rank)] = Int32(node) }
        nodeOfRank = byRank
        var latest: [Int: Int32] = [:]
        for node in 0..<structure.nodeCount where !values.limitOfNode.isEmpty {
            guard let cap = values.limits(of: node)?.latestStart(remaining: values.remaining[node]), cap < Int32.max else {
                continue
            }
            latest[node] = cap
        }
        latestStart = latest
        var gathered = DispatchDemands(network, capacity)
        gathered.gather()
        (demands, queues, shortfalls) = (gathered.demands, gathered.queues, gathered.shortfalls)
        queuesOf = AdjacencyList(
            nodeCount: capacity.resourceCount, keys: queues.map(\.resource), values: Array(0..<Int32(queues.count)))
        var writer = DispatchNodes(network, ranks: ranks, firstDemand: gathered.offsets, latestStart: latest)
        writer.write()
        (nodes, successors, states) = (writer.nodes, writer.successors, writer.states)
        let calendar = isOnOneCalendar ? structure.calendars[structure.planCalendar] : .elapsed
        let all = capacity.steps.enumerated().flatMap { resource, steps in Self.changes(resource, steps, calendar) }
        changes = all.sorted { ($0.at, $0.resource) < ($1.at, $1.resource) }
        var drops = [[CapacityChange]](repeating: [], count: capacity.resourceCount)
        for change in changes where change.difference < 0 { drops[Int(change.resource)].append(change) }
        var dropping = [[CapacityChange]](repeating: [], count: capacity.resourceCount)
        for change in changes where !drops[Int(change.resource)].isEmpty { dropping[Int(change.resource)].append(change) }
        (self.drops, changesOfDropping) = (drops, dropping)
        resources = capacity.steps.indices.map { resource in
            let steps = capacity.steps[resource]
            return DispatchResource(free: steps.amount[0], mostFromHere: steps.most, hasDrops: !drops[resource].isEmpty)
        }
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
}

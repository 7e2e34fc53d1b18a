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
    /// Demands that are never met, in the order of nodes; nobody waits for more than there ever is.
    public let shortfalls: [Shortfall]
    /// Of the nodes that want the same people the one with the lowest rank goes first; by node, and the other way round by number.
    let ranks: [Int32], numberOfRank: [Int32]
    let order: DispatchOrder
    /// By node, the finish of what is done, positions.
    let finish: [Int32]
    let records: [DispatchRecord]
    /// What open nodes wait for when a replication begins.
    let logic: [DispatchLogic]
    /// What nodes need of those of whom there is not always enough.
    let demands: [DispatchDemand]
    let arcs: [DispatchArc]
    let relations: [DispatchRelation]
    let queues: [DispatchQueue]
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
        var byRank = [Int32](repeating: 0, count: ranks.count)
        for (node, rank) in ranks.enumerated() { byRank[Int(rank)] = Int32(node) }
        // What cannot wait has its people before anybody else is given them.
        let cannotWait = { (node: Int32) in Self.cannotWait(Int(node), network.values) }
        let nodes = byRank.filter(cannotWait) + byRank.filter { !cannotWait($0) }
        var ranks = ranks
        for (rank, node) in nodes.enumerated() { ranks[Int(node)] = Int32(rank) }
        self.init(network, capacity, ranks: ranks, order: nodes, usesExpectedFinish: usesExpectedFinish)
    }

    /// Whether a node does not wait for people: it has started, or its dates cannot move.
    static func cannotWait(_ node: Int, _ values: NetworkValues) -> Bool {
        values.progress(of: node) == .started || values.limits(of: node)?.ignoresLogic ?? false
    }

    /// The same with nodes in the order in which they start when nothing is by chance: what is alive at one time lies together, which is worth a
    /// replication where many follow.
    public func arranged() -> DispatchProblem {
        var dispatcher = Dispatcher(self)
        dispatcher.run(network.values.remaining[...])
        let calendars = network.structure.calendars
        let starts = ranks.indices.map { node in
            calendars[network.structure.calendar(of: node)].start(at: dispatcher.start(of: node))
        }
        let nodes = (0..<Int32(ranks.count)).sorted {
            (starts[Int($0)], ranks[Int($0)]) < (starts[Int($1)], ranks[Int($1)])
        }
        return DispatchProblem(network, capacity, ranks: ranks, order: nodes, usesExpectedFinish: true)
    }

    private init(
        _ network: Network, _ capacity: CapacityModel, ranks: [Int32], order nodes: [Int32], usesExpectedFinish: Bool
    ) {
        var network = network
        for place in network.values.limits.indices {
            network.values.limits[place].isAsLateAsPossible = false
            if !usesExpectedFinish { network.values.limits[place].expectedFinish = nil }
        }
        network.values.delays = []
        let structure = network.structure
        (self.network, self.capacity, self.ranks) = (network, capacity, ranks)
        isOnOneCalendar = structure.calendarOfNode.isEmpty
        let order = DispatchOrder(network, nodes)
        self.order = order
        var numberOfRank = ranks
        for (node, rank) in ranks.enumerated() { numberOfRank[Int(rank)] = order.numberOfNode[node] }
        self.numberOfRank = numberOfRank
        var gathered = DispatchDemands(network, capacity, order.nodes)
        gathered.gather()
        (demands, queues, shortfalls) = (gathered.demands, gathered.queues, gathered.shortfalls)
        var (timing, finish) = (NodeTiming(network), [Int32](repeating: 0, count: ranks.count))
        for node in finish.indices where order.isDone(node) { finish[node] = timing.finish(node, finish) }
        self.finish = finish
        var writer = DispatchNodes(
            network, order, ranks: ranks, gathered, finish: finish)
        writer.write()
        (records, logic, arcs, relations) = (writer.records, writer.logic, writer.arcs, writer.relations)
        let calendar = isOnOneCalendar ? structure.calendars[structure.planCalendar] : .elapsed
        let all = capacity.steps.enumerated().flatMap { resource, steps in Self.changes(resource, steps, calendar) }
        changes = all.sorted { ($0.at, $0.resource) < ($1.at, $1.resource) }
        var drops = [[CapacityChange]](repeating: [], count: capacity.resourceCount)
        for change in changes where change.difference < 0 { drops[Int(change.resource)].append(change) }
        var dropping = [[CapacityChange]](repeating: [], count: capacity.resourceCount)
        for change in changes where !drops[Int(change.resource)].isEmpty { dropping[Int(change.resource)].append(change) }
        (self.drops, changesOfDropping) = (drops, dropping)
        let ends = Self.queueEnds(queues, count: capacity.resourceCount)
        resources = capacity.steps.indices.map { resource in
            let steps = capacity.steps[resource]
            return DispatchResource(
                free: steps.amount[0], mostFromHere: steps.most, firstQueue: resource > 0 ? ends[resource - 1] : 0,
                queueEnd: ends[resource], hasDrops: !drops[resource].isEmpty)
        }
    }

    /// Where the queues of each resource end.
    private static func queueEnds(_ queues: [DispatchQueue], count: Int) -> [Int32] {
        var ends = [Int32](repeating: 0, count: count)
        for queue in queues { ends[Int(queue.resource)] += 1 }
        for resource in ends.indices.dropFirst() { ends[resource] += ends[resource - 1] }
        return ends
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
}

import PlanNetwork

/// What each node holds, and in which queue it waits for it; nodes in the order given.
struct DispatchDemands {
    private(set) var offsets: [Int32] = [0]
    private(set) var demands: [DispatchDemand] = []
    private(set) var queues: [DispatchQueue] = []
    private(set) var shortfalls: [Shortfall] = []

    private let network: Network
    private let capacity: CapacityModel
    private let nodes: [Int32]

    init(_ network: Network, _ capacity: CapacityModel, _ nodes: [Int32]) {
        (self.network, self.capacity, self.nodes) = (network, capacity, nodes)
    }

    /// Resources of which there is always enough for all at once, so that nobody has to wait for them or hold them.
    private var plenty: [Bool] {
        var wanted = [Int64](repeating: 0, count: capacity.resourceCount)
        for node in 0..<network.structure.nodeCount where network.values.progress(of: node) != .completed {
            for place in capacity.demands(of: node) {
                wanted[Int(capacity.demandResource[place])] += Int64(capacity.heldAmount(place))
            }
        }
        return wanted.indices.map { resource in
            let mayBeAway = resource < capacity.personCount && !capacity.chances.isEmpty || !capacity.absences[resource].isEmpty
            return !mayBeAway && wanted[resource] <= Int64(capacity.steps[resource].amount.min()!)
        }
    }

    mutating func gather() {
        var wanted: [DispatchQueue] = []
        let plenty = plenty
        for node in nodes.map(Int.init) {
            let calendar = Int32(network.structure.calendar(of: node))
            if network.values.progress(of: node) != .completed {
                for place in capacity.heldDemands(of: node, { shortfalls.append($0) })
                where !plenty[Int(capacity.demandResource[place])] {
                    let (resource, amount) = (capacity.demandResource[place], capacity.heldAmount(place))
                    demands.append(DispatchDemand(resource: resource, amount: amount, queue: -1))
                    wanted.append(DispatchQueue(resource: resource, amount: amount, calendar: calendar))
                }
            }
            offsets.append(Int32(demands.count))
        }
        shortfalls.sort { ($0.node, $0.resource) < ($1.node, $1.resource) }
        // Queues in an order of their own, so that they do not depend on that of rows.
        for place in wanted.indices.sorted(by: { wanted[$0] < wanted[$1] }) {
            if queues.last != wanted[place] { queues.append(wanted[place]) }
            demands[place].queue = Int32(queues.count - 1)
        }
    }
}

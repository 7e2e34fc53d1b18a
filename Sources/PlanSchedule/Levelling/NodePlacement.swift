import PlanNetwork

/// Where each node goes, as the network's rules and the waits so far say: what serial and parallel scheduling share.
struct NodePlacement {
    private(set) var network: Network
    private(set) var timing: NodeTiming
    /// Finishes of the nodes placed so far, positions.
    private(set) var early: [Int32]
    private(set) var start: [Int32]
    private(set) var waits: [Int32]
    private(set) var rests: [Int32]
    private(set) var waitedFor: [Int32]
    private var shortfalls: [[Int]: Shortfall] = [:]

    init(_ network: Network) {
        self.network = network
        for place in network.values.limits.indices { self.network.values.limits[place].isAsLateAsPossible = false }
        self.network.values.delays = []
        timing = NodeTiming(self.network)
        early = Array(repeating: 0, count: network.structure.nodeCount)
        (start, waits, rests) = (early, early, early)
        waitedFor = Array(repeating: -1, count: early.count)
    }

    /// Places a node where logic has it; returns its start.
    mutating func placeByLogic(_ node: Int) -> Int32 {
        early[node] = timing.finish(node, early)
        start[node] = early[node] - timing.remaining(of: node)
        return start[node]
    }

    /// Moves a node that was placed by logic to a later start, with another length of what is left of it. Work that has started keeps to its
    /// relations and takes the length alone.
    mutating func move(_ node: Int, to stretch: RestingClock.Stretch, waitingFor resource: Int32) {
        let logic = start[node]
        rests[node] = stretch.finish - stretch.start - timing.remaining(of: node)
        timing.dropExpectation(of: node)
        timing.setRemaining(stretch.finish - stretch.start, of: node)
        // Where a relation holds the finish, more that is left means an earlier start: the delay makes up for it.
        timing.setDelay(stretch.start - timing.earliestStart(node, early), of: node)
        early[node] = timing.finish(node, early)
        start[node] = early[node] - timing.remaining(of: node)
        if start[node] > logic { (waits[node], waitedFor[node]) = (start[node] - logic, resource) }
    }

    /// Notes a demand that is never met: once, and that it was given up if it was.
    mutating func add(_ shortfall: Shortfall) {
        let key = [shortfall.node, shortfall.resource]
        if shortfall.isGivenUp || shortfalls[key] == nil { shortfalls[key] = shortfall }
    }

    /// The schedule when all nodes are placed.
    consuming func schedule() -> LevelledSchedule {
        network.values = timing.bounds.values
        let shortfalls = shortfalls.values.sorted { ($0.node, $0.resource) < ($1.node, $1.resource) }
        return LevelledSchedule(
            network: network, start: start, finish: early, waits: waits, rests: rests, waitedFor: waitedFor,
            shortfalls: shortfalls)
    }
}

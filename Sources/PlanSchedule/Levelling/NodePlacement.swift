import PlanNetwork

/// Where each node goes, as the network's rules and the waits so far say: what serial and parallel scheduling share.
struct NodePlacement {
    private(set) var network: Network
    private(set) var timing: NodeTiming
    /// Finishes of the nodes placed so far, positions.
    private(set) var early: [Int32]
    private(set) var start: [Int32]
    private(set) var waits: [Int32]
    private(set) var waitedFor: [Int32]
    private(set) var shortfalls: [Shortfall] = []

    init(_ network: Network) {
        self.network = network
        for place in network.values.limits.indices { self.network.values.limits[place].isAsLateAsPossible = false }
        self.network.values.delays = []
        timing = NodeTiming(self.network)
        early = Array(repeating: 0, count: network.structure.nodeCount)
        (start, waits) = (early, early)
        waitedFor = Array(repeating: -1, count: early.count)
    }

    /// Places a node where logic has it; returns its start.
    mutating func placeByLogic(_ node: Int) -> Int32 {
        early[node] = timing.finish(node, early)
        start[node] = early[node] - timing.remaining(of: node)
        return start[node]
    }

    /// Moves a node that was placed by logic to a later start, with another length of what is left of it; returns where it really goes, as
    /// dates may hold it where it is.
    mutating func move(_ node: Int, to stretch: RestingClock.Stretch, waitingFor resource: Int32) -> Int32 {
        let logic = start[node]
        timing.setRemaining(stretch.finish - stretch.start, of: node)
        if stretch.start > logic { timing.setDelay(stretch.start - timing.earliestStart(node, early), of: node) }
        early[node] = timing.finish(node, early)
        start[node] = early[node] - timing.remaining(of: node)
        if start[node] > logic { (waits[node], waitedFor[node]) = (start[node] - logic, resource) }
        return start[node]
    }

    mutating func add(_ shortfall: Shortfall) { shortfalls.append(shortfall) }

    /// The schedule when all nodes are placed.
    consuming func schedule() -> LevelledSchedule {
        network.values = timing.bounds.values
        shortfalls.sort { ($0.node, $0.resource) < ($1.node, $1.resource) }
        return LevelledSchedule(
            network: network, start: start, finish: early, waits: waits, waitedFor: waitedFor, shortfalls: shortfalls)
    }
}

public import PlanModel
public import PlanNetwork

/// Early dates that follow single changes: what a change does not reach is not looked at again.
///
/// Nodes whose dates may have changed wait in a set and are computed in topological order, each once; a node whose dates come out as before
/// hands nothing on. The dates are those of a full pass over the changed network, bit for bit. Where some task is as late as possible, all
/// dates depend on all others, and every update is a full pass.
///
/// Source: G. Ramalingam and T. Reps, "On the computational complexity of dynamic graph problems", Theoretical Computer Science 158 (1996).
public struct IncrementalPass: Sendable {
    /// The network with all changes so far.
    public private(set) var network: Network
    /// By node, positions on its own calendar, as of the last update.
    public private(set) var earlyFinish: [Int32]
    /// Nodes whose early finish the last update changed, those with another calendar first, then in topological order.
    public private(set) var changed: [Int32] = []
    /// How nodes follow each other, with the remaining durations that expected finishes set.
    private var timing: NodeTiming
    private var waiting: WaitingNodes
    /// Nodes whose positions count on another calendar since the last update, so that the same number is another date.
    private var recounted: [Int32] = []
    /// Where everything starts, if the network is plain.
    private var plainFloor: Int32?
    /// Whether every update is a full pass.
    private(set) var hasLateTasks: Bool

    /// The dates of a network, by a full pass.
    ///
    /// - Complexity: O(nodes + relations).
    public init(of network: Network) {
        self.network = network
        (earlyFinish, timing) = Self.fullPass(network)
        waiting = WaitingNodes(count: network.structure.nodeCount)
        plainFloor = network.isPlain ? network.floors[network.structure.planCalendar] : nil
        hasLateTasks = LateTasks(network) != nil
    }

    private static func fullPass(_ network: Network) -> (early: [Int32], timing: NodeTiming) {
        let schedule = Schedule(of: network)
        return (schedule.earlyFinish, NodeTiming(schedule.network))
    }

    /// Working minutes left of a node as of the last update: as given, but where an expected finish sets them.
    public func remaining(of node: Int) -> Int32 { timing.remaining[node] }

    // MARK: changes, which count from the next update on

    /// Sets the working minutes left of a node.
    public mutating func setRemaining(_ minutes: Int32, of node: Int) {
        network.values.remaining[node] = minutes
        timing.bounds.setRemaining(minutes, of: node)
        waiting.insert(node)
        // Relations that leave its start look at what is left of it, wherever its finish lies.
        if plainFloor == nil { insertSuccessors(of: node) }
    }

    /// Sets the limits on a node's dates, or takes them away.
    public mutating func setLimits(_ limits: DateLimits?, of node: Int) {
        let movesLate = limits?.isAsLateAsPossible ?? false
        let movedLate = network.values.limits(of: node)?.isAsLateAsPossible ?? false
        network.values.setLimits(limits, of: node)
        timing.bounds.setLimits(limits, of: node)
        plainFloor = nil
        if movesLate || movedLate {
            // What follows an early pass alone is not what has been found so far.
            let hadLateTasks = hasLateTasks
            hasLateTasks = LateTasks(network) != nil
            if hadLateTasks, !hasLateTasks { for node in 0..<network.structure.nodeCount { waiting.insert(node) } }
        }
        waiting.insert(node)
    }

    /// Sets the working minutes that a node waits after all that holds its start.
    public mutating func setDelay(_ minutes: Int32, of node: Int) {
        network.values.setDelay(minutes, of: node)
        timing.bounds.setDelay(minutes, of: node)
        plainFloor = nil
        waiting.insert(node)
    }

    /// Sets a relation's lag.
    ///
    /// - Parameters:
    ///   - lag: elapsed only where the relation converts.
    ///   - index: of the structure's relations that are not plain.
    public mutating func setLag(_ lag: Lag, ofRelation index: Int) {
        network.structure.setLag(lag, ofRelation: index)
        timing.bounds.setLag(lag, ofRelation: index)
        waiting.insert(Int(network.structure.relations[index].successor))
    }

    /// Sets the calendar on which a node runs; limits on its dates are positions and stay as they are.
    ///
    /// - Precondition: relations into and out of the node convert.
    public mutating func setCalendar(_ calendar: Int, of node: Int) {
        network.structure.setCalendar(calendar, of: node)
        timing.bounds.setCalendar(calendar, of: node)
        recounted.append(Int32(node))
        plainFloor = nil
        waiting.insert(node)
        insertSuccessors(of: node)
    }

    // MARK: what they change

    /// Computes what the changes since the last update reach; `changed` lists what finishes otherwise.
    ///
    /// - Complexity: O(nodes reached and relations into them).
    public mutating func update() {
        changed.removeAll(keepingCapacity: true)
        swap(&changed, &recounted)
        if hasLateTasks {
            updateAll()
        } else if let plainFloor {
            updatePlain(plainFloor)
        } else {
            while let node = waiting.removeFirst() { updateNode(node) }
        }
    }

    private mutating func updateNode(_ node: Int) {
        let before = (finish: earlyFinish[node], remaining: timing.remaining[node])
        // What an expected finish has set counts no more.
        timing.bounds.setRemaining(network.values.remaining[node], of: node)
        earlyFinish[node] = timing.finish(node, earlyFinish)
        if before.finish != earlyFinish[node] { changed.append(Int32(node)) }
        if before != (earlyFinish[node], timing.remaining[node]) { insertSuccessors(of: node) }
    }

    private mutating func insertSuccessors(of node: Int) {
        for place in network.structure.successors[node] {
            let item = network.structure.successors.items[place]
            waiting.insert(Int(item >= 0 ? item : network.structure.relations[Int(~item)].successor))
        }
    }

    /// Nothing but maxima and sums, as in the plain forward pass.
    private mutating func updatePlain(_ floor: Int32) {
        let (predecessors, successors) = (network.structure.predecessors, network.structure.successors)
        let (into, sources) = (predecessors.offsets.span, predecessors.items.span)
        let (out, sinks) = (successors.offsets.span, successors.items.span)
        while let node = waiting.removeFirst() {
            var start = floor
            for place in Int(into[node])..<Int(into[node + 1]) { start = max(start, earlyFinish[Int(sources[place])]) }
            let finish = start + network.values.remaining[node]
            if finish == earlyFinish[node] { continue }
            earlyFinish[node] = finish
            changed.append(Int32(node))
            for place in Int(out[node])..<Int(out[node + 1]) { waiting.insert(Int(sinks[place])) }
        }
    }

    private mutating func updateAll() {
        let before = earlyFinish
        (earlyFinish, timing) = Self.fullPass(network)
        while waiting.removeFirst() != nil {}
        for node in before.indices where before[node] != earlyFinish[node] { changed.append(Int32(node)) }
    }
}

import Headway

/// The naive twins of `SerialSGS` and `ParallelSGS`: capacity minute by minute, and the textbook's loops.
///
/// Only the order of nodes, their calendars and what relations mean are the network's; waiting, resting, holding and giving up are said once
/// more.
public struct NaiveLevelling: Sendable {
    /// A demand that is never met.
    public struct Unmet: Hashable, Sendable {
        /// The node and the resource.
        public let node: Int, resource: Int
        /// Whether it goes on without; otherwise with all that there is.
        public let isGivenUp: Bool

        /// Of a node and a resource.
        public init(node: Int, resource: Int, isGivenUp: Bool) {
            (self.node, self.resource, self.isGivenUp) = (node, resource, isGivenUp)
        }
    }

    /// Where what is left of each node starts and finishes, positions on its calendar.
    public var start: [Int32] { pass.start }
    /// See `start`.
    public var finish: [Int32] { pass.finish }
    /// Demands that are never met.
    public private(set) var unmet: Set<Unmet> = []

    let network: Network
    let capacity: CapacityModel
    var pass: NaivePass
    var isPlaced: [Bool]
    /// How much there is of each resource in each minute, and what of it nobody holds.
    let all: [[Int32]]
    var left: [[Int32]]
    /// Minutes that are told apart; beyond them everything stays as it is.
    static let horizon = 200 * 1440

    init(_ network: Network, _ capacity: CapacityModel) {
        (self.network, self.capacity) = (network, capacity)
        pass = NaivePass(unplaced: network, network.values.remaining)
        isPlaced = (0..<network.structure.nodeCount).map { network.values.progress(of: $0) == .completed }
        all = capacity.steps.map { steps in
            var minutes: [Int32] = []
            minutes.reserveCapacity(Self.horizon)
            for place in steps.from.indices {
                let end = place + 1 < steps.from.count ? min(Int(steps.from[place + 1]), Self.horizon) : Self.horizon
                minutes += Array(repeating: steps.amount[place], count: max(end - minutes.count, 0))
            }
            return minutes
        }
        left = all
    }

    // MARK: what nodes need

    /// A resource and an amount.
    struct Need {
        let resource: Int
        let amount: Int32
    }

    func isWork(_ node: Int) -> Bool { pass.durations[node] > 0 }

    /// What a node holds while it lasts: never more than there ever is.
    func needs(_ node: Int) -> [Need] {
        capacity.demands(of: node).compactMap { place in
            let resource = Int(capacity.demandResource[place])
            if unmet.contains(Unmet(node: node, resource: resource, isGivenUp: true)) { return nil }
            let amount = min(capacity.demandAmount[place], capacity.steps[resource].most)
            return amount > 0 ? Need(resource: resource, amount: amount) : nil
        }
    }

    mutating func noteImpossible(_ node: Int) {
        for place in capacity.demands(of: node) {
            let resource = Int(capacity.demandResource[place])
            let most = capacity.steps[resource].most
            if most < capacity.demandAmount[place] { unmet.insert(Unmet(node: node, resource: resource, isGivenUp: most == 0)) }
        }
    }

    mutating func giveUp(_ node: Int, _ need: Need) {
        unmet.remove(Unmet(node: node, resource: need.resource, isGivenUp: false))
        unmet.insert(Unmet(node: node, resource: need.resource, isGivenUp: true))
    }

    func calendar(_ node: Int) -> WorkingTime { network.structure.calendars[network.structure.calendar(of: node)] }

    func limits(_ node: Int) -> DateLimits { network.values.limits(of: node) ?? DateLimits() }

    func isStarted(_ node: Int) -> Bool { network.values.progress(of: node) == .started }

    /// Whether a constraint holds the dates against logic.
    func isHeld(_ node: Int) -> Bool {
        let limits = limits(node)
        return limits.ignoresLogic || limits.startCap < Int32.max || limits.finishCap < Int32.max
    }

    /// The latest start that constraints allow.
    func latest(_ node: Int) -> Int32 {
        let limits = limits(node)
        return min(limits.startCap, limits.finishCap < Int32.max ? limits.finishCap - pass.durations[node] : Int32.max)
    }

    // MARK: one node

    func isAway(_ resource: Int, _ instant: Int32) -> Bool {
        capacity.absences[resource].contains { $0.lowerBound <= instant && instant < $0.upperBound }
    }

    /// Where work that could begin at a position begins and ends: each minute in which all are there counts.
    func stretch(_ node: Int, from position: Int32, _ needs: [Need]) -> (start: Int32, finish: Int32) {
        let calendar = calendar(node)
        let away = needs.map(\.resource).filter { !capacity.absences[$0].isEmpty }
        if isHeld(node) || away.isEmpty { return (position, position + pass.durations[node]) }
        var (at, left, start) = (position, pass.durations[node], Int32(-1))
        while left > 0 {
            let instant = calendar.start(at: at)
            if !away.contains(where: { isAway($0, instant) }) {
                if start < 0 { start = at }
                left -= 1
            }
            at += 1
        }
        return (start, at)
    }

    func instants(_ node: Int, _ start: Int32, _ finish: Int32) -> Range<Int> {
        let begin = min(max(Int(calendar(node).start(at: start)), 0), Self.horizon - 1)
        return begin..<max(min(Int(calendar(node).finish(at: finish)), Self.horizon), begin)
    }

    mutating func put(_ node: Int, _ start: Int32, _ finish: Int32, holding needs: [Need]) {
        pass.durations[node] = finish - start
        pass.place(node, from: start, to: finish)
        isPlaced[node] = true
        guard finish > start else { return }
        for need in needs {
            for minute in instants(node, start, finish) { left[need.resource][minute] -= need.amount }
        }
    }

    /// Puts work in its place that does not wait.
    mutating func force(_ node: Int) {
        noteImpossible(node)
        let needs = needs(node)
        if isStarted(node) {
            let from = pass.logicStart(of: node)
            pass.durations[node] = stretch(node, from: from, needs).finish - from
        }
        let start = pass.logicStart(of: node)
        put(node, start, start + pass.durations[node], holding: needs)
    }

    /// Whether nothing that is yet to be placed moves a node.
    func isFixed(_ node: Int) -> Bool {
        if limits(node).ignoresLogic { return true }
        guard isStarted(node) else { return false }
        if network.structure.rules.progress == .override { return true }
        return predecessors(node).allSatisfy { network.values.progress(of: $0) == .completed }
    }

    func predecessors(_ node: Int) -> [Int] {
        network.structure.predecessors[node].map {
            network.structure.predecessor(network.structure.predecessors.items[$0])
        }
    }
}

public import Headway

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
    private var pass: NaivePass
    private var isPlaced: [Bool]
    /// How much there is of each resource in each minute, and what of it nobody holds.
    private let all: [[Int32]]
    private var left: [[Int32]]
    /// Minutes that are told apart; beyond them everything stays as it is.
    private static let horizon = 200 * 1440

    private init(_ network: Network, _ capacity: CapacityModel) {
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
    private struct Need {
        let resource: Int
        let amount: Int32
    }

    private func isWork(_ node: Int) -> Bool { pass.durations[node] > 0 }

    /// What a node holds while it lasts: never more than there ever is.
    private func needs(_ node: Int) -> [Need] {
        capacity.demands(of: node).compactMap { place in
            let resource = Int(capacity.demandResource[place])
            if unmet.contains(Unmet(node: node, resource: resource, isGivenUp: true)) { return nil }
            let amount = min(capacity.demandAmount[place], capacity.steps[resource].most)
            return amount > 0 ? Need(resource: resource, amount: amount) : nil
        }
    }

    private mutating func noteImpossible(_ node: Int) {
        for place in capacity.demands(of: node) {
            let resource = Int(capacity.demandResource[place])
            let most = capacity.steps[resource].most
            if most < capacity.demandAmount[place] { unmet.insert(Unmet(node: node, resource: resource, isGivenUp: most == 0)) }
        }
    }

    private mutating func giveUp(_ node: Int, _ need: Need) {
        unmet.remove(Unmet(node: node, resource: need.resource, isGivenUp: false))
        unmet.insert(Unmet(node: node, resource: need.resource, isGivenUp: true))
    }

    private func calendar(_ node: Int) -> WorkingTime { network.structure.calendars[network.structure.calendar(of: node)] }

    private func limits(_ node: Int) -> DateLimits { network.values.limits(of: node) ?? DateLimits() }

    private func isStarted(_ node: Int) -> Bool { network.values.progress(of: node) == .started }

    /// Whether a constraint holds the dates against logic.
    private func isHeld(_ node: Int) -> Bool {
        let limits = limits(node)
        return limits.ignoresLogic || limits.startCap < Int32.max || limits.finishCap < Int32.max
    }

    /// The latest start that constraints allow.
    private func latest(_ node: Int) -> Int32 {
        let limits = limits(node)
        return min(limits.startCap, limits.finishCap < Int32.max ? limits.finishCap - pass.durations[node] : Int32.max)
    }

    // MARK: one node

    private func isAway(_ resource: Int, _ instant: Int32) -> Bool {
        capacity.absences[resource].contains { $0.lowerBound <= instant && instant < $0.upperBound }
    }

    /// Where work that could begin at a position begins and ends: each minute in which all are there counts.
    private func stretch(_ node: Int, from position: Int32, _ needs: [Need]) -> (start: Int32, finish: Int32) {
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

    private func instants(_ node: Int, _ start: Int32, _ finish: Int32) -> Range<Int> {
        let begin = min(max(Int(calendar(node).start(at: start)), 0), Self.horizon - 1)
        return begin..<max(min(Int(calendar(node).finish(at: finish)), Self.horizon), begin)
    }

    private mutating func put(_ node: Int, _ start: Int32, _ finish: Int32, holding needs: [Need]) {
        pass.durations[node] = finish - start
        pass.place(node, from: start, to: finish)
        isPlaced[node] = true
        guard finish > start else { return }
        for need in needs {
            for minute in instants(node, start, finish) { left[need.resource][minute] -= need.amount }
        }
    }

    /// Puts work in its place that does not wait.
    private mutating func force(_ node: Int) {
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
    private func isFixed(_ node: Int) -> Bool {
        if limits(node).ignoresLogic { return true }
        guard isStarted(node) else { return false }
        if network.structure.rules.progress == .override { return true }
        return predecessors(node).allSatisfy { network.values.progress(of: $0) == .completed }
    }

    private func predecessors(_ node: Int) -> [Int] {
        network.structure.predecessors[node].map {
            network.structure.predecessor(network.structure.predecessors.items[$0])
        }
    }

    // MARK: the serial scheme

    /// What cannot wait first; then of all nodes whose predecessors have their places the one of the lowest rank, as early as possible.
    public static func serial(_ network: Network, _ capacity: CapacityModel, ranks: [Int32]) -> NaiveLevelling {
        var twin = NaiveLevelling(network, capacity)
        let nodes = ranks.indices.sorted { ranks[$0] < ranks[$1] }
        for node in nodes where !twin.isPlaced[node] && twin.isFixed(node) && twin.isWork(node) { twin.force(node) }
        while let node = nodes.first(where: { node in
            !twin.isPlaced[node] && twin.predecessors(node).allSatisfy { twin.isPlaced[$0] }
        }) {
            twin.placeSerially(node)
        }
        return twin
    }

    private mutating func placeSerially(_ node: Int) {
        let logic = pass.logicStart(of: node)
        guard isWork(node), !capacity.demands(of: node).isEmpty else {
            return put(node, logic, logic + pass.durations[node], holding: [])
        }
        if isStarted(node) || limits(node).ignoresLogic { return force(node) }
        noteImpossible(node)
        var found = search(node, from: logic)
        while found == nil { found = search(node, from: logic) }
        if found!.start > latest(node) { found = (latest(node), latest(node) + pass.durations[node]) }
        put(node, found!.start, found!.finish, holding: needs(node))
    }

    /// The earliest stretch in which there is enough of everybody; `nil` where one was given up for whom there is none.
    private mutating func search(_ node: Int, from logic: Int32) -> (start: Int32, finish: Int32)? {
        let (needs, calendar) = (needs(node), calendar(node))
        var enough = [Int](repeating: -1, count: needs.count)
        var position = logic
        while true {
            let stretch = stretch(node, from: position, needs)
            guard let (place, minute) = shortage(needs, instants(node, stretch.start, stretch.finish)) else { return stretch }
            if enough[place] <= minute {
                let need = needs[place]
                guard let next = (minute..<Self.horizon).first(where: { left[need.resource][$0] >= need.amount }) else {
                    giveUp(node, need)
                    return nil
                }
                enough[place] = next
            }
            // Whatever begins before this minute still meets it, and nobody begins where there is too little.
            let need = needs[place]
            repeat {
                position += 1
                if calendar.start(at: position) >= Int32(Self.horizon) {
                    // Enough only at hours at which the task does not run.
                    giveUp(node, need)
                    return nil
                }
            } while calendar.start(at: position) <= Int32(minute)
                || left[need.resource][min(Int(calendar.start(at: position)), Self.horizon - 1)] < need.amount
        }
    }

    private func shortage(_ needs: [Need], _ minutes: Range<Int>) -> (place: Int, minute: Int)? {
        for (place, need) in needs.enumerated() {
            for minute in minutes where left[need.resource][minute] < need.amount { return (place, minute) }
        }
        return nil
    }

    // MARK: the parallel scheme

    /// Minute by minute, of all nodes that could begin the one of the lowest rank first.
    public static func parallel(_ network: Network, _ capacity: CapacityModel, ranks: [Int32]) -> NaiveLevelling {
        var twin = NaiveLevelling(network, capacity)
        let plenty = twin.plenty
        var waiting: [(node: Int, ready: Int32)] = []
        let nodes = ranks.indices.sorted { ranks[$0] < ranks[$1] }
        twin.settle(nodes, plenty, &waiting)
        // Moments at which something changes; between them nobody who could not begin can.
        var isMoment = [Bool](repeating: false, count: horizon + 1)
        func mark(_ instant: Int32) { isMoment[min(max(Int(instant), 0), horizon)] = true }
        capacity.steps.forEach { $0.from.forEach(mark) }
        capacity.absences.joined().forEach { mark($0.upperBound) }
        var begun: Set<Int> = []
        for time in 0..<Int32(horizon) {
            if waiting.isEmpty { break }
            for (node, ready) in waiting where begun.insert(node).inserted {
                mark(max(twin.calendar(node).start(at: ready), time))
                mark(max(twin.calendar(node).start(at: min(twin.latest(node), ready + (1 << 20))), time))
            }
            guard isMoment[Int(time)] else { continue }
            var tried: Set<Int> = []
            defer {
                for node in nodes where twin.isPlaced[node] {
                    mark(max(twin.calendar(node).finish(at: twin.finish[node]), time))
                }
                for (node, _) in waiting {
                    let calendar = twin.calendar(node)
                    mark(calendar.start(at: calendar.work(at: time)))
                }
            }
            while let next = waiting.filter({ !tried.contains($0.node) && twin.mayBegin($0.node, $0.ready, time) })
                .min(by: { ranks[$0.node] < ranks[$1.node] })
            {
                tried.insert(next.node)
                twin.begin(next.node, time, plenty)
                waiting.removeAll { twin.isPlaced[$0.node] }
                twin.settle(nodes, plenty, &waiting)
            }
        }
        return twin
    }

    /// Resources of which there is always enough for all at once.
    private var plenty: Set<Int> {
        var wanted = [Int64](repeating: 0, count: capacity.resourceCount)
        for node in isPlaced.indices where !isPlaced[node] {
            for need in needs(node) { wanted[need.resource] += Int64(need.amount) }
        }
        return Set(
            wanted.indices.filter { resource in
                capacity.absences[resource].isEmpty && wanted[resource] <= Int64(capacity.steps[resource].amount.min()!)
            })
    }

    private func needs(_ node: Int, without plenty: Set<Int>) -> [Need] { needs(node).filter { !plenty.contains($0.resource) } }

    /// Finds nodes whose predecessors all have their places; those that need nobody get theirs at once.
    private mutating func settle(_ nodes: [Int], _ plenty: Set<Int>, _ waiting: inout [(node: Int, ready: Int32)]) {
        var moved = true
        while moved {
            moved = false
            for node in nodes where !isPlaced[node] && !waiting.contains(where: { $0.node == node }) {
                let isKnown =
                    limits(node).ignoresLogic || (isStarted(node) && network.structure.rules.progress == .override)
                    || predecessors(node).allSatisfy { isPlaced[$0] }
                guard isKnown else { continue }
                let ready = pass.logicStart(of: node)
                if isWork(node) { noteImpossible(node) }
                if isWork(node), !needs(node, without: plenty).isEmpty {
                    waiting.append((node, ready))
                } else {
                    put(node, ready, ready + pass.durations[node], holding: [])
                    moved = true
                }
            }
        }
    }

    private func mayBegin(_ node: Int, _ ready: Int32, _ time: Int32) -> Bool {
        let calendar = calendar(node)
        if isStarted(node) || limits(node).ignoresLogic { return calendar.start(at: ready) <= time }
        let position = calendar.work(at: time)
        return position >= ready && calendar.start(at: position) == time
    }

    private mutating func begin(_ node: Int, _ time: Int32, _ plenty: Set<Int>) {
        if isStarted(node) || limits(node).ignoresLogic { return force(node) }
        let position = calendar(node).work(at: time)
        if latest(node) <= position {
            return put(node, latest(node), latest(node) + pass.durations[node], holding: needs(node))
        }
        while true {
            let needs = needs(node, without: plenty)
            let stretch = stretch(node, from: position, needs)
            var isComplete = true
            for need in needs {
                if !isHeld(node), isAway(need.resource, time) { return }
                let minutes = instants(node, stretch.start, stretch.finish)
                if left[need.resource][Int(time)] < need.amount {
                    if all[need.resource][Int(time)...].contains(where: { $0 >= need.amount }) { return }
                } else if minutes.allSatisfy({ left[need.resource][$0] >= need.amount }) {
                    continue
                } else if isEverThere(node, need, from: Int(time), needs) {
                    return
                }
                giveUp(node, need)
                isComplete = false
                break
            }
            if isComplete { return put(node, stretch.start, stretch.finish, holding: needs) }
        }
    }

    /// Whether there is a need's amount for long enough at any time, if nobody else wanted it.
    private func isEverThere(_ node: Int, _ need: Need, from time: Int, _ needs: [Need]) -> Bool {
        let there = all[need.resource]
        for minute in time..<Self.horizon where there[minute] >= need.amount {
            guard minute == time || there[minute - 1] < need.amount else { continue }
            let stretch = stretch(node, from: calendar(node).work(at: Int32(minute)), needs)
            if instants(node, stretch.start, stretch.finish).allSatisfy({ there[$0] >= need.amount }) { return true }
        }
        return false
    }
}

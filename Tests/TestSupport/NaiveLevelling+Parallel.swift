public import Headway

/// The parallel scheme.
extension NaiveLevelling {
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
                // What has started and what is pinned has its people first.
                .min(by: {
                    (twin.cannotWait($1.node) ? 1 : 0, ranks[$0.node]) < (twin.cannotWait($0.node) ? 1 : 0, ranks[$1.node])
                })
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

    private func cannotWait(_ node: Int) -> Bool { isStarted(node) || limits(node).ignoresLogic }

    private func mayBegin(_ node: Int, _ ready: Int32, _ time: Int32) -> Bool {
        let calendar = calendar(node)
        if cannotWait(node) { return calendar.start(at: ready) <= time }
        let position = calendar.work(at: time)
        return position >= ready && calendar.start(at: position) == time
    }

    private mutating func begin(_ node: Int, _ time: Int32, _ plenty: Set<Int>) {
        if cannotWait(node) { return force(node) }
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

import PlanNetwork

extension ActivityProblem {
    /// A problem from lists; their order does not matter.
    ///
    /// - Parameters:
    ///   - durations: units, one an activity, 0 or more.
    ///   - arcs: both ends in 0 ..< `durations.count`.
    ///   - releases: earliest starts, units, 0 or more; empty for all 0.
    ///   - resources: what is shared.
    ///   - demands: activity and resource in range, units 0 or more.
    /// - Throws: `cycle` where arcs form one, `horizonTooLong` where time would pass `longestHorizon`.
    /// - Precondition: the ranges above.
    /// - Complexity: O(activities + demands + arcs log arcs), and the steps of the capacities that each activity uses.
    public init(
        durations: [Int32], arcs: [ActivityArc], releases: [Int32] = [], resources: [ActivityResource] = [],
        demands: [ActivityDemand] = []
    ) throws(ActivityProblemError) {
        let (count, kinds) = (durations.count, resources.count)
        precondition(releases.isEmpty || releases.count == count, "one release an activity")
        precondition(
            durations.allSatisfy { $0 >= 0 } && releases.allSatisfy { $0 >= 0 }, "durations and releases are 0 or more")
        precondition(arcs.allSatisfy { (0..<count).contains(Int($0.predecessor)) && (0..<count).contains(Int($0.successor)) })
        precondition(
            demands.allSatisfy {
                (0..<count).contains(Int($0.activity)) && (0..<kinds).contains(Int($0.resource)) && $0.units >= 0
            })
        self.durations = durations
        self.releases = releases.isEmpty ? [Int32](repeating: 0, count: count) : releases
        self.resources = resources
        let arcs = Self.merged(arcs)
        let (heads, tails, weights) = (
            arcs.map(\.successor), arcs.map(\.predecessor), arcs.map { max($0.weight, Self.leastWeight) }
        )
        predecessors = AdjacencyList(nodeCount: count, keys: heads, values: tails)
        predecessorWeights = AdjacencyList(nodeCount: count, keys: heads, values: weights).items
        successors = AdjacencyList(nodeCount: count, keys: tails, values: heads)
        successorWeights = AdjacencyList(nodeCount: count, keys: tails, values: weights).items
        (self.demands, demandUnits) = Self.merged(demands, count: count, kinds: kinds)
        topologicalOrder = try Self.order(count, predecessors, successors)
        horizon = try Self.horizon(durations, self.releases, resources, predecessors, predecessorWeights)
        infeasible = Self.infeasible(durations, self.releases, resources, self.demands, demandUnits)
    }

    /// An arc of this weight never holds anything: it is longer than any horizon. Lower ones are cut off, so that no sum can overflow.
    private static let leastWeight = Int32(-2 * longestHorizon)

    /// Arcs by predecessor and successor, of several between the same two the one that holds most.
    private static func merged(_ arcs: [ActivityArc]) -> [ActivityArc] {
        var result: [ActivityArc] = []
        result.reserveCapacity(arcs.count)
        let sorted = arcs.sorted { ($0.predecessor, $0.successor, $0.weight) < ($1.predecessor, $1.successor, $1.weight) }
        for arc in sorted {
            if let last = result.last, last.predecessor == arc.predecessor, last.successor == arc.successor {
                result.removeLast()
            }
            result.append(arc)
        }
        return result
    }

    /// Demands by activity, of each resource once, without those for nothing.
    private static func merged(_ demands: [ActivityDemand], count: Int, kinds: Int) -> (AdjacencyList, [Int32]) {
        // Sorted by resource and then, keeping that order, by activity.
        let byResource = AdjacencyList(
            nodeCount: kinds, keys: demands.map(\.resource), values: demands.indices.map { Int32($0) })
        let byActivity = AdjacencyList(
            nodeCount: count, keys: byResource.items.map { demands[Int($0)].activity }, values: byResource.items)
        var (offsets, items, units): ([Int32], [Int32], [Int32]) = ([0], [], [])
        for activity in 0..<count {
            let first = items.count
            for item in byActivity[activity] {
                let demand = demands[Int(byActivity.items[item])]
                if demand.units == 0 { continue }
                if items.count > first, items[items.count - 1] == demand.resource {
                    // More than any capacity is as much as is ever asked.
                    units[units.count - 1] =
                        units[units.count - 1].addingReportingOverflow(demand.units).overflow
                        ? .max : units[units.count - 1] + demand.units
                } else {
                    items.append(demand.resource)
                    units.append(demand.units)
                }
            }
            offsets.append(Int32(items.count))
        }
        return (AdjacencyList(offsets: offsets, items: items), units)
    }

    /// Kahn's order with the lowest number first.
    private static func order(
        _ count: Int, _ predecessors: AdjacencyList, _ successors: AdjacencyList
    ) throws(ActivityProblemError) -> [Int32] {
        var waits = (0..<count).map { Int32(predecessors[$0].count) }
        var free = BinaryHeap<Int32>()
        for activity in 0..<count where waits[activity] == 0 { free.insert(Int32(activity)) }
        var order: [Int32] = []
        order.reserveCapacity(count)
        while let activity = free.removeFirst() {
            order.append(activity)
            for item in successors[Int(activity)] {
                let next = successors.items[item]
                waits[Int(next)] -= 1
                if waits[Int(next)] == 0 { free.insert(next) }
            }
        }
        guard order.count == count else { throw .cycle(cycle(waits, predecessors)) }
        return order
    }

    /// One cycle among the activities that still wait: back along predecessors that wait too, until one comes again.
    private static func cycle(_ waits: [Int32], _ predecessors: AdjacencyList) -> [Int32] {
        var (path, place): ([Int32], [Int32: Int]) = ([], [:])
        var next = Int32(waits.firstIndex { $0 > 0 }!)
        while place[next] == nil {
            place[next] = path.count
            path.append(next)
            next = predecessors.items[predecessors[Int(next)].first { waits[Int(predecessors.items[$0])] > 0 }!]
        }
        let cycle = Array(path[place[next]!...].reversed())
        let first = cycle.firstIndex(of: cycle.min()!)!
        return Array(cycle[first...] + cycle[..<first])
    }

    /// When all capacities are constant, all releases over, and all activities done one after another with all lags between them.
    private static func horizon(
        _ durations: [Int32], _ releases: [Int32], _ resources: [ActivityResource], _ predecessors: AdjacencyList,
        _ weights: [Int32]
    ) throws(ActivityProblemError) -> Int32 {
        var total = Int(max(releases.max() ?? 0, resources.map { $0.steps.last!.from }.max() ?? 0))
        for activity in durations.indices {
            var lag = 0
            for item in predecessors[activity] {
                lag = max(lag, Int(weights[item]) - Int(durations[Int(predecessors.items[item])]))
            }
            total += Int(durations[activity]) + lag
        }
        guard total <= longestHorizon else { throw .horizonTooLong(total) }
        return Int32(total)
    }

    private static func infeasible(
        _ durations: [Int32], _ releases: [Int32], _ resources: [ActivityResource], _ demands: AdjacencyList, _ units: [Int32]
    ) -> [InfeasibleActivity] {
        let largest = resources.map { $0.steps.map(\.capacity).max()! }
        let last = resources.map { $0.steps.last!.capacity }
        return durations.indices.compactMap { activity in
            let asked = demands[activity]
            // What the last step allows is possible in the end.
            if durations[activity] == 0 || asked.allSatisfy({ units[$0] <= last[Int(demands.items[$0])] }) { return nil }
            if let item = asked.first(where: { units[$0] > largest[Int(demands.items[$0])] }) {
                return InfeasibleActivity(activity: Int32(activity), resource: demands.items[item])
            }
            let asks = asked.map { (resources[Int(demands.items[$0])].steps, units[$0]) }
            let (length, release) = (durations[activity], releases[activity])
            if CapacityWindow.exists(asks, length: length, from: release) { return nil }
            let alone = asks.firstIndex { !CapacityWindow.exists([$0], length: length, from: release) }
            return InfeasibleActivity(
                activity: Int32(activity), resource: alone.map { demands.items[asked.lowerBound + $0] })
        }
    }
}

/// Whether some resources are ever free together for long enough.
enum CapacityWindow {
    /// - Parameter asks: the capacities of each resource, and the units that are asked of it.
    static func exists(_ asks: [([ActivityResource.Step], Int32)], length: Int32, from: Int32) -> Bool {
        // Every step may begin or end a window; at each of them the answer of every resource is known.
        let times = Set(asks.flatMap { $0.0.map(\.from) }).sorted()
        var (cursors, start) = ([Int](repeating: 0, count: asks.count), Int32?.none)
        for (place, time) in times.enumerated() {
            var fits = true
            for (index, ask) in asks.enumerated() {
                while cursors[index] + 1 < ask.0.count, ask.0[cursors[index] + 1].from <= time { cursors[index] += 1 }
                if ask.0[cursors[index]].capacity < ask.1 { fits = false }
            }
            guard fits else {
                start = nil
                continue
            }
            let begin = start ?? max(time, from)
            start = begin
            guard place + 1 < times.count else { return true }
            if Int(times[place + 1]) - Int(begin) >= Int(length) { return true }
        }
        return false
    }
}

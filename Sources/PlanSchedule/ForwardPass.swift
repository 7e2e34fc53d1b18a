import PlanNetwork

/// Early finishes, in topological order.
struct ForwardPass {
    /// By node, positions on its own calendar.
    private(set) var earlyFinish: [Int32]
    /// By node, working minutes left: as given, but where an expected finish sets them.
    private(set) var remaining: [Int32]
    /// The latest finish, an instant.
    private(set) var finish: Int32

    /// - Parameter lateFinish: what tasks that are as late as possible hand on instead of their early finish; empty where they do not.
    init(_ network: Network, lateFinish: [Int32] = []) {
        let structure = network.structure
        var early = [Int32](repeating: 0, count: structure.nodeCount)
        remaining = network.values.remaining
        finish = structure.taskCount == 0 ? network.values.dataDate : max(network.epoch, network.values.actualFinish.max() ?? 0)
        if network.isPlain {
            let calendar = structure.calendars[structure.planCalendar]
            let latest = Self.plainPass(network, floor: network.floors[structure.planCalendar], &early)
            if latest > Int32.min { finish = max(finish, calendar.finish(at: latest)) }
        } else {
            var timing = NodeTiming(network, lateFinish: lateFinish)
            for node in 0..<structure.nodeCount { early[node] = timing.finish(node, early) }
            remaining = timing.remaining
            finish = max(finish, Self.latestFinish(network, early))
        }
        earlyFinish = early
    }

    /// Takes other early finishes, none of which changes the plan's.
    mutating func move(to early: [Int32]) { earlyFinish = early }

    /// The whole plan on one calendar, nothing started, no lags: nothing but maxima and sums. Returns the latest finish.
    private static func plainPass(_ network: Network, floor: Int32, _ early: inout [Int32]) -> Int32 {
        let offsets = network.structure.predecessors.offsets.span
        let items = network.structure.predecessors.items.span
        let remaining = network.values.remaining.span
        var early = early.mutableSpan
        var latest = Int32.min
        for node in 0..<remaining.count {
            var start = floor
            for place in Int(offsets[node])..<Int(offsets[node + 1]) { start = max(start, early[Int(items[place])]) }
            early[node] = start + remaining[node]
            latest = max(latest, early[node])
        }
        return latest
    }

    /// The latest finish of what is a task and not finished, an instant; `Int32.min` without one.
    private static func latestFinish(_ network: Network, _ early: [Int32]) -> Int32 {
        let (structure, values) = (network.structure, network.values)
        var latest = [Int32](repeating: Int32.min, count: structure.calendars.count)
        let spans = Set(structure.spans.map { Int($0.node) })
        for node in 0..<structure.nodeCount where structure.taskOfNode[node] >= 0 && values.progress(of: node) != .completed {
            if !spans.isEmpty, spans.contains(node) { continue }
            let calendar = structure.calendar(of: node)
            latest[calendar] = max(latest[calendar], early[node])
        }
        return zip(structure.calendars, latest).reduce(Int32.min) { finish, pair in
            pair.1 > Int32.min ? max(finish, pair.0.finish(at: pair.1)) : finish
        }
    }
}

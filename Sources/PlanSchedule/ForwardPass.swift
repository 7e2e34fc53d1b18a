import PlanNetwork

/// Early finishes, in topological order.
struct ForwardPass {
    /// By node, positions on its own calendar.
    private(set) var earlyFinish: [Int32]
    /// The latest of them, an instant.
    private(set) var finish: Int32

    init(_ network: Network) {
        let structure = network.structure
        let floors = network.floors
        var early = [Int32](repeating: 0, count: structure.nodeCount)
        var latest = [Int32](repeating: Int32.min, count: structure.calendars.count)
        if network.isPlain {
            let plan = structure.planCalendar
            latest[plan] = Self.plainPass(network, floor: floors[plan], &early)
        } else {
            Self.fullPass(network, floors, &early, &latest)
        }
        earlyFinish = early
        finish = structure.taskCount == 0 ? network.values.dataDate : max(network.epoch, network.values.actualFinish.max() ?? 0)
        for (calendar, position) in zip(structure.calendars, latest) where position > Int32.min {
            finish = max(finish, calendar.finish(at: position))
        }
    }

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

    private static func fullPass(_ network: Network, _ floors: [Int32], _ early: inout [Int32], _ latest: inout [Int32]) {
        let (structure, values, bounds) = (network.structure, network.values, RelationBounds(network))
        for node in 0..<structure.nodeCount {
            let calendar = structure.calendar(of: node)
            if values.progress(of: node) == .completed {
                early[node] = structure.calendars[calendar].work(at: values.actualFinish[node])
            } else {
                var start = floors[calendar]
                for place in structure.predecessors[node] {
                    let item = structure.predecessors.items[place]
                    start = max(
                        start,
                        item >= 0
                            ? early[Int(item)]
                            : bounds.earliestStart(
                                Int(~item), predecessorFinish: early[Int(structure.relations[Int(~item)].predecessor)]))
                }
                early[node] = start + values.remaining[node]
                if structure.taskOfNode[node] >= 0 { latest[calendar] = max(latest[calendar], early[node]) }
            }
        }
    }
}

import PlanModel
import PlanNetwork

/// A schedule told as it was built: what is done and what is under way as tasks with a duration, waiting for what they waited for.
///
/// Nothing of it is a fact that cannot move, so that a cause in the past can be undone: a task takes the working time between its start and
/// finish; it starts when its predecessors let it, and then waits as long as it waited. What began before its predecessors allowed stands
/// where it was. What has not begun waits for the data date, or for its planned start where that lay earlier. A full pass over this network
/// gives the dates of the schedule.
///
/// Source: collapsed as-built analysis; AACE International Recommended Practice 29R-03, "Forensic schedule analysis", methods 3.8 and 3.9.
struct AsBuiltNetwork: Sendable {
    /// Without progress but that of spans; only what has not started keeps its limits.
    let network: Network
    /// When each node starts and finishes, positions on its calendar; what is left of a started task starts where predecessors still hold it, but where relations leave its start.
    private(set) var start: [Int32], finish: [Int32]

    /// - Parameters:
    ///   - schedule: as it stands.
    ///   - plannedStart: by node, a position on its calendar; `Int32.min` where nothing was planned; empty where nothing was for any.
    init(_ schedule: Schedule, plannedStart: [Int32] = []) {
        var network = schedule.network
        (start, finish) = Self.dates(schedule)
        let given = network.values
        network.values.remaining = zip(start, finish).map { $1 - $0 }
        (network.values.limits, network.values.limitOfNode) = ([], [])
        Self.forgetProgress(schedule, &network.values)
        let floors = network.floors
        var timing = NodeTiming(network)
        for node in start.indices {
            if schedule.isSpan(node) { continue }
            if network.structure.taskOfNode[node] < 0 {
                finish[node] = timing.finish(node, finish)
                start[node] = finish[node]
                continue
            }
            let isPlanned = given.progress(of: node) == .planned
            let planned = plannedStart.isEmpty ? Int32.min : plannedStart[node]
            var limits = isPlanned ? Self.lasting(given.limits(of: node)) : DateLimits()
            let wasDue = planned > Int32.min && planned < floors[network.structure.calendar(of: node)]
            if !isPlanned || wasDue {
                limits.floorWinsOverStart = true
                if limits.startFloor == Int32.min {
                    let waits = Self.bound(node, timing, start[node], finish) != nil
                    limits.startFloor = waits ? 0 : min(planned > Int32.min ? planned : start[node], start[node])
                }
            }
            if limits != DateLimits() { timing.bounds.setLimits(limits, of: node) }
            Self.settle(node, limits, start[node], &timing, finish)
        }
        network.values = timing.bounds.values
        self.network = network
    }

    /// Has a node start when it does: by a delay after all that holds it, or by a pin where it began before that.
    private static func settle(
        _ node: Int, _ limits: DateLimits, _ start: Int32, _ timing: inout NodeTiming, _ finish: [Int32]
    ) {
        let duration = timing.remaining[node]
        let earliest = timing.earliestStart(node, finish)
        if limits.start(earliest, remaining: duration) == start { return }
        if earliest <= start, limits.start(start, remaining: duration) == start {
            timing.bounds.setDelay(start - earliest, of: node)
        } else {
            var pinned = DateLimits()
            pinned.startPin = start
            timing.bounds.setLimits(pinned, of: node)
        }
    }

    /// The latest start that a relation asks for and that the node kept to.
    private static func bound(_ node: Int, _ timing: NodeTiming, _ start: Int32, _ finish: [Int32]) -> Int32? {
        let predecessors = timing.bounds.structure.predecessors
        return predecessors[node].map { timing.bound(predecessors.items[$0], finish) }.filter { $0 <= start }.max()
    }

    /// Limits that do not depend on what the schedule has decided already.
    private static func lasting(_ limits: DateLimits?) -> DateLimits {
        var limits = limits ?? DateLimits()
        (limits.expectedFinish, limits.isAsLateAsPossible) = (nil, false)
        return limits
    }

    private static func forgetProgress(_ schedule: Schedule, _ values: inout NetworkValues) {
        if values.progress.isEmpty { return }
        let spans = schedule.network.structure.spans.map { Int($0.node) }
        let kept = values
        values.progress = spans.isEmpty ? [] : Array(repeating: Progress.planned.rawValue, count: kept.progress.count)
        values.actualStart = spans.isEmpty ? [] : Array(repeating: -1, count: kept.progress.count)
        values.actualFinish = values.actualStart
        for node in spans {
            values.progress[node] = kept.progress[node]
            (values.actualStart[node], values.actualFinish[node]) = (kept.actualStart[node], kept.actualFinish[node])
        }
    }

    /// Start and finish of each node, positions on its calendar.
    private static func dates(_ schedule: Schedule) -> (start: [Int32], finish: [Int32]) {
        let values = schedule.network.values
        var (start, finish) = (schedule.earlyFinish, schedule.earlyFinish)
        for node in start.indices {
            let calendar = schedule.calendar(node)
            let isPlanned = values.progress(of: node) == .planned
            if schedule.isSpan(node) || isPlanned && schedule.takesLateDates(node) {
                start[node] = calendar.work(at: schedule.startInstant(node))
                finish[node] = max(calendar.work(at: schedule.finishInstant(node)), start[node])
                continue
            }
            switch values.progress(of: node) {
            case .planned:
                start[node] = schedule.remainingStart(node)
            case .started:
                // What predecessors still hold goes on when they let it, but where others looked at its start.
                start[node] =
                    schedule.drivers(of: node).isEmpty || leavesStart(node, schedule.network.structure)
                    ? calendar.work(at: values.actualStart[node]) : schedule.remainingStart(node)
            case .completed:
                start[node] = calendar.work(
                    at: values.actualStart[node] < 0 ? values.actualFinish[node] : values.actualStart[node])
                finish[node] = calendar.work(at: values.actualFinish[node])
            }
            finish[node] = max(finish[node], start[node])
        }
        return (start, finish)
    }

    /// Whether a relation leaves the start of a node.
    private static func leavesStart(_ node: Int, _ structure: NetworkStructure) -> Bool {
        structure.successors[node].contains { place in
            let item = structure.successors.items[place]
            return item < 0 && structure.relations[Int(~item)].type.leavesStart
        }
    }
}

import PlanNetwork

extension ActivityDecoder {
    /// Serial generation: places the activities of a list one after another, each as early as arcs, releases and resources allow.
    ///
    /// - Parameter order: every activity once, none before one that it waits for, as `ActivityProblem.order(by:)` gives it.
    /// - Precondition: `order` is such a list.
    /// - Complexity: O(activities + arcs), and the slots that are looked at.
    public mutating func serial(_ order: [Int32]) -> ActivitySchedule {
        precondition(problem.isListable(order), "an order has every activity once, none before one that it waits for")
        var starts = [Int32](repeating: 0, count: problem.count)
        var span = starts.mutableSpan
        let makespan = decode(order.span, &span)
        return ActivitySchedule(starts: starts, makespan: Int32(makespan), unplacedCount: unplacedCount)
    }

    /// Serial generation in the order of a rule.
    public mutating func serial(_ rule: ActivityRule) -> ActivitySchedule {
        serial(problem.order(by: problem.priorities(rule)))
    }

    /// A schedule after double justification: never longer; unchanged where activities found no place.
    ///
    /// - Precondition: the schedule keeps arcs, releases and capacities of the problem.
    public mutating func justified(_ schedule: ActivitySchedule) -> ActivitySchedule {
        guard schedule.isFeasible else { return schedule }
        unplacedCount = 0
        memory.makeRoom(for: Int(schedule.makespan))
        var starts = schedule.starts
        var span = starts.mutableSpan
        let (makespan, _) = justify(&span, score: Int(schedule.makespan))
        return ActivitySchedule(starts: starts, makespan: Int32(makespan), unplacedCount: 0)
    }

    /// The first half of a justification: all activities as late as they go without making the schedule longer.
    ///
    /// - Precondition: as `justified(_:)`, and all activities have a place.
    public mutating func movedLate(_ schedule: ActivitySchedule) -> ActivitySchedule {
        precondition(schedule.isFeasible && schedule.starts.count == problem.count)
        memory.makeRoom(for: Int(schedule.makespan))
        var starts = schedule.starts
        precondition(memory.holds(starts.span, end: Int(schedule.makespan)), "a schedule lies between 0 and its end")
        placements += problem.count
        unsafe starts.withUnsafeMutableBufferPointer { starts in
            guard let base = starts.baseAddress else { return }
            unsafe memory.moveLate(base, end: schedule.makespan)
        }
        return ActivitySchedule(starts: starts, makespan: schedule.makespan, unplacedCount: 0)
    }
}

extension ActivityProblem {
    /// Whether a list has every activity once and none before one that it waits for.
    func isListable(_ order: [Int32]) -> Bool {
        guard order.count == count else { return false }
        var place = [Int](repeating: -1, count: count)
        for (index, activity) in order.enumerated() {
            guard (0..<count).contains(Int(activity)), place[Int(activity)] < 0 else { return false }
            place[Int(activity)] = index
        }
        return (0..<count).allSatisfy { activity in
            predecessors[activity].allSatisfy { place[Int(predecessors.items[$0])] < place[activity] }
        }
    }
}

import PlanNetwork

/// When activities start.
public struct ActivitySchedule: Sendable, Equatable {
    /// The start of each activity, units.
    public let starts: [Int32]
    /// The largest finish; 0 where there is no activity.
    public let makespan: Int32
    /// How many activities found no place before the horizon, because capacities end or are never enough. They start at the horizon or later
    /// without what they ask for, and the schedule is no use as it is. Which ones: those that start at the problem's horizon or later and
    /// demand something.
    public let unplacedCount: Int

    /// A schedule.
    public init(starts: [Int32], makespan: Int32, unplacedCount: Int) {
        (self.starts, self.makespan, self.unplacedCount) = (starts, makespan, unplacedCount)
    }

    /// Whether every activity has a place.
    public var isFeasible: Bool { unplacedCount == 0 }
}

extension ActivityProblem {
    /// The activities of a schedule that found no place, ascending.
    public func unplaced(in schedule: ActivitySchedule) -> [Int32] {
        guard !schedule.isFeasible else { return [] }
        return (0..<count).filter { schedule.starts[$0] >= horizon && durations[$0] > 0 && !demands[$0].isEmpty }
            .map { Int32($0) }
    }
}

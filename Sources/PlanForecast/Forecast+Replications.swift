import PlanNetwork
import PlanStatistics

/// A target's finishes one by one, for comparisons with another forecast of the same replications.
extension Forecast {
    /// The finishes by replication, working minutes of the plan's calendar; `nil` where no task serves the target, or they were not kept.
    ///
    /// - Parameter target: an index.
    /// - Complexity: O(samples).
    public func finishMinutes(of target: Int) -> [Int32]? {
        if let minutes = planMinutes(of: target) { return minutes }
        let structure = network.structure
        return actualFinish(target).map {
            Array(repeating: structure.calendars[structure.planCalendar].work(at: $0), count: settings.samples)
        }
    }

    /// Whether the target was on time, by replication; `nil` without a due date, a task, or where its finishes were not kept.
    ///
    /// - Parameter target: an index.
    /// - Complexity: O(samples).
    public func onTime(of target: Int) -> [Bool]? {
        let due = network.structure.targets.due[target]
        guard due != Int32.max else { return nil }
        guard let positions = finishes.positions(of: target) else {
            return actualFinish(target).map { Array(repeating: $0 <= due, count: settings.samples) }
        }
        let limit = due < network.epoch ? -1 : network.structure.calendars[Int(finishes.axis[target])].work(at: due)
        return positions.map { $0 <= limit }
    }
}

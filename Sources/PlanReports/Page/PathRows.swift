import PlanNetwork
public import PlanSchedule

/// The tasks of a target's driving path that a chart shows.
public enum PathRows {
    /// No more tasks than this.
    static let most = 22

    /// The unfinished tasks of the driving path that take time, in its order; of many the longest.
    ///
    /// - Parameters:
    ///   - schedule: of the plan.
    ///   - targets: of the schedule.
    ///   - target: an index.
    /// - Returns: nodes.
    public static func nodes(_ schedule: Schedule, _ targets: TargetSchedule, _ target: Int) -> [Int] {
        let path = open(schedule, targets, target)
        guard path.count > most else { return path }
        let remaining = schedule.network.values.remaining
        let longest = path.indices.sorted { left, right in
            let (a, b) = (remaining[path[left]], remaining[path[right]])
            return a != b ? a > b : left < right
        }
        return longest.prefix(most).sorted().map { path[$0] }
    }

    /// All of them.
    static func open(_ schedule: Schedule, _ targets: TargetSchedule, _ target: Int) -> [Int] {
        guard targets.lastNode[target] >= 0 else { return [] }
        let network = schedule.network
        return targets.drivingPath(target).filter { node in
            network.structure.taskOfNode[node] >= 0 && network.values.progress(of: node) != .completed
                && network.values.remaining[node] > 0
        }
    }
}

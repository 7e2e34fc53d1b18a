public import PlanModel
import PlanNetwork
public import PlanSchedule

/// A schedule with names: what `headway schedule` shows.
///
/// Tasks and targets stand in natural order of their ids, whatever the order of rows in the plan.
public struct ScheduleReport: Sendable {
    let plan: Plan
    let schedule: Schedule
    let targets: TargetSchedule
    let names: TargetNames
    /// Task rows in natural order of ids.
    let rows: [Int32]
    /// The driving predecessor of each node, −1 where there is none.
    let drivenBy: [Int32]
    /// Whether each node lies on a longest path.
    let isOnLongestPath: [Bool]

    /// The report of a schedule.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - schedule: of the plan's network.
    /// - Complexity: O(tasks + relations) where tasks stand in order.
    public init(of plan: Plan, _ schedule: Schedule) {
        (self.plan, self.schedule) = (plan, schedule)
        targets = TargetSchedule(of: schedule)
        names = TargetNames(plan, schedule.network)
        rows = plan.tasks.texts(.id).map(NaturalOrder.sortedRows) ?? []
        drivenBy = (0..<schedule.network.structure.nodeCount).map { Int32(schedule.drivingPredecessor(of: $0) ?? -1) }
        isOnLongestPath = schedule.longestPath()
    }

    /// The task row of a node.
    func row(_ node: Int) -> Int { Int(schedule.network.structure.taskOfNode[node]) }

    /// The chain of driving tasks that ends at a target's last task, nodes, first task first.
    func drivingPath(_ target: Int) -> [Int] {
        var (path, node): ([Int], Int32) = ([], targets.lastNode[target])
        while node >= 0 {
            path.append(Int(node))
            node = drivenBy[Int(node)]
        }
        return path.reversed()
    }

    /// When a target finishes; `nil` where no task serves it.
    func finish(_ target: Int) -> LocalDateTime? {
        targets.finish[target] < 0 ? nil : schedule.date(targets.finish[target])
    }
}

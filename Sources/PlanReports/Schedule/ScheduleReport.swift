public import PlanModel
import PlanNetwork
public import PlanSchedule
import PlanStatistics

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
    /// How far the dates have moved from a baseline; `nil` where none was asked for.
    let slippage: Slippage?
    /// What only the plan or the baseline has; `nil` where no baseline was asked for.
    let notes: BaselineNotes?
    /// Float paths and drags; `nil` where none were asked for.
    let paths: PathReport?

    /// The report of a schedule.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - schedule: of the plan's network.
    ///   - baseline: whose slips are shown beside; `nil` for none.
    ///   - paths: of the same schedule, shown with the targets that they lead to, as text in place of the longest path and as CSV in
    ///     place of the tasks; `nil` for none.
    ///   - threads: how many threads may work, 1 or more; the report does not depend on it.
    /// - Precondition: the plan has a baseline of the name, where one is given.
    /// - Complexity: O(tasks + relations) where tasks stand in order.
    public init(
        of plan: Plan, _ schedule: Schedule, baseline: SlipBaseline? = nil, paths: PathReport? = nil, threads: Int = 1
    ) {
        (self.plan, self.schedule, self.paths) = (plan, schedule, paths)
        slippage = baseline.map { Slippage(of: plan, schedule, baseline: $0) }
        notes = slippage.flatMap { slippage in baseline.map { BaselineNotes(plan, slippage, $0) } }
        targets = TargetSchedule(of: schedule)
        names = TargetNames(plan, schedule.network)
        rows = plan.tasks.texts(.id).map(NaturalOrder.sortedRows) ?? []
        drivenBy = Self.drivers(schedule, threads: threads)
        isOnLongestPath = schedule.longestPath()
    }

    /// The driving predecessor of each node, found in pieces.
    private static func drivers(_ schedule: Schedule, threads: Int) -> [Int32] {
        let (count, piece) = (schedule.network.structure.nodeCount, 1 << 14)
        let pieces = Parallel.map(count: (count + piece - 1) / piece, threads: threads) { place in
            (place * piece..<min((place + 1) * piece, count)).map { Int32(schedule.drivingPredecessor(of: $0) ?? -1) }
        }
        return Array(pieces.joined())
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

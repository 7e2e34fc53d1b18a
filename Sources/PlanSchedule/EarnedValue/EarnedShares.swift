import PlanModel
import PlanNetwork

/// How much of each task is complete, by task row.
///
/// All of a finished task; else the reported percentage (the physical one where the task says that it counts); else the planned duration
/// less the remaining one.
struct EarnedShares: Sendable {
    /// 0 … 1.
    private(set) var share: [Double]
    /// Whether anything of it has been done.
    private(set) var hasStarted: [Bool]
    /// Whether all of it has been done.
    private(set) var isFinished: [Bool]
    /// Started tasks that report neither a percentage nor a remaining duration: they earn nothing yet.
    private(set) var silent: [Int] = []

    init(_ plan: Plan, _ network: Network) {
        share = Array(repeating: 0, count: plan.tasks.count)
        hasStarted = Array(repeating: false, count: plan.tasks.count)
        isFinished = hasStarted
        for task in plan.tasks.rows {
            let node = Int(network.structure.nodeOfTask[task])
            let progress = network.values.progress(of: node)
            let (planned, remaining) = (network.values.planned[node], network.values.remaining[node])
            let reported = Self.reported(plan.tasks, task)
            let byTime = planned > 0 ? 1 - Double(remaining) / Double(planned) : 0
            isFinished[task] = progress == .completed
            share[task] = isFinished[task] ? 1 : min(max(reported ?? byTime, 0), 1)
            hasStarted[task] = progress != .planned || share[task] > 0
            if progress == .started, !plan.isSpan(task), reported == nil, plan.tasks.integer(.remaining, task) == nil {
                silent.append(task)
            }
        }
    }

    private static func reported(_ tasks: Table<TaskColumn>, _ task: Int) -> Double? {
        let isPhysical = tasks.reference(.percentKind, task) == Int(PercentKind.physical.rawValue)
        let physical = isPhysical ? tasks.number(.physicalPercent, task) : nil
        return (physical ?? tasks.number(.percentComplete, task)).map { $0 / 100 }
    }
}

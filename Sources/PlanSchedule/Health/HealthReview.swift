import PlanModel
import PlanNetwork

/// A plan and its schedule as the points see them; extensions hold a method a point.
struct HealthReview {
    let plan: Plan
    let schedule: Schedule
    let thresholds: HealthThresholds
    let tasks: HealthTasks
    /// The baseline; why there is none otherwise.
    let baseline: BaselineDates?
    let noBaseline: String?
    /// The test of the critical path, already run; `nil` where all work is done.
    let pathTest: CriticalPathTest?
    /// The remaining path's length; `nil` where all work is done.
    let pathLength: CriticalPathLength?

    init(_ plan: Plan, _ schedule: Schedule, _ choice: HealthBaseline) {
        (self.plan, self.schedule, thresholds) = (plan, schedule, plan.settings.health)
        tasks = HealthTasks(plan, schedule)
        baseline = choice.name.flatMap { plan.baselines[$0] }.map { BaselineDates(plan, $0) }
        noBaseline = choice.reason
        let delay = thresholds[.criticalPathDelayDays] * Double(plan.settings.units.minutesPerDay)
        pathTest = CriticalPathTest(of: schedule, delay: Int32(delay.rounded()))
        pathLength = CriticalPathLength(of: schedule, baselineFinish: baseline?.lastFinish)
    }

    func node(_ task: Int) -> Int { Int(schedule.network.structure.nodeOfTask[task]) }

    /// Working minutes of some of the plan's working days.
    func minutes(days threshold: HealthThreshold) -> Double {
        thresholds[threshold] * Double(plan.settings.units.minutesPerDay)
    }

    /// The share of some tasks that offend.
    func share(
        _ point: DCMAPoint, of rows: [Int], without exclusions: [HealthExclusion], none: String = "no unfinished tasks",
        where offends: (Int) -> Bool
    ) -> DCMAResult {
        let threshold = thresholds[point.threshold]
        guard !rows.isEmpty else {
            return DCMAResult(point, threshold: threshold, exclusions: exclusions, because: none)
        }
        let offenders = rows.filter(offends)
        return DCMAResult(
            point, offenders.count, of: rows.count, threshold: threshold, exclusions: exclusions, offenders: .tasks(offenders))
    }

    /// The share of unfinished tasks that offend.
    func share(_ point: DCMAPoint, where offends: (Int) -> Bool) -> DCMAResult {
        share(point, of: tasks.unfinished, without: tasks.unfinishedExclusions, where: offends)
    }

    /// A point that the data hold nothing for.
    func notApplicable(_ point: DCMAPoint, unit: HealthUnit = .tasks, _ reason: String) -> DCMAResult {
        DCMAResult(point, unit: unit, threshold: thresholds[point.threshold], because: reason)
    }
}

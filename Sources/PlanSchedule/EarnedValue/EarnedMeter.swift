import PlanModel

/// Measures sets of tasks.
struct EarnedMeter {
    let plan: Plan
    let work: PlannedWork
    let shares: EarnedShares

    /// The figures of some tasks.
    ///
    /// - Parameter tasks: task rows, each once.
    func measure(_ tasks: [Int]) -> EarnedTarget {
        let counted = tasks.filter { work.rowOfTask[$0] >= 0 }
        let now = work.axis.position(plan.settings.dataDate)
        let earned = counted.reduce(Int64(0)) { $0 + self.earned($1, now: now) }
        let curve = PlannedCurve(work, rows: counted.map { work.rowOfTask[$0] })
        return EarnedTarget(
            tasks: counted.count, tasksLeftOut: tasks.count - counted.count, budget: curve?.budget ?? 0,
            planned: curve?.value(at: now) ?? 0, earned: earned,
            time: curve.map { time(of: $0, counted, earned) })
    }

    private func earned(_ task: Int, now: Int32) -> Int64 {
        let row = Int(work.rowOfTask[task])
        if plan.isSpan(task) { return work.planned(row, at: now) }
        return work.earned(row, share: shares.share[task], hasStarted: shares.hasStarted[task])
    }

    private func time(of curve: PlannedCurve, _ tasks: [Int], _ earned: Int64) -> EarnedTime {
        let isFinished =
            tasks.contains { shares.isFinished[$0] } && tasks.allSatisfy { shares.isFinished[$0] || plan.isSpan($0) }
        let actual = max(0, work.axis.position(lastMoment(of: tasks, isFinished: isFinished)) - curve.start)
        let duration = curve.finish - curve.start
        let schedule = isFinished ? duration : curve.earnedSchedule(earned, actualTime: actual)
        let reached = curve.budget > 0 ? schedule : nil
        return EarnedTime(
            baselineStart: work.axis.start(curve.start), baselineFinish: work.axis.finish(curve.finish),
            plannedDuration: duration, actualTime: actual, earnedSchedule: reached,
            earnedScheduleDate: reached.map { work.axis.finish(curve.start + $0) }, isFinished: isFinished)
    }

    /// The data date; for finished work its last finish, if that is earlier.
    private func lastMoment(of tasks: [Int], isFinished: Bool) -> LocalDateTime {
        let last = isFinished ? tasks.compactMap { plan.tasks.date(.actualFinish, $0) }.max() : nil
        return min(last ?? plan.settings.dataDate, plan.settings.dataDate)
    }
}

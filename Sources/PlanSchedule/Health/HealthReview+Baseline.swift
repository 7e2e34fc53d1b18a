import PlanModel
import PlanNetwork

/// Points 11 to 14: the baseline and the critical path.
extension HealthReview {
    /// The position of a date on the plan's calendar.
    private func position(_ date: LocalDateTime) -> Int32 { position(schedule.network.instant(of: date)) }

    private func position(_ instant: Int32) -> Int32 {
        let structure = schedule.network.structure
        return structure.calendars[structure.planCalendar].work(at: instant)
    }

    /// Tasks with work that were baselined to finish by the data date.
    private func due(_ baseline: BaselineDates) -> [Int] {
        let today = position(plan.settings.dataDate)
        return tasks.work.filter { task in baseline.finish(task).map { position($0) <= today } ?? false }
    }

    func missedTasks() -> DCMAResult {
        guard let baseline else { return notApplicable(.missedTasks, noBaseline ?? "") }
        let (due, absent) = (due(baseline), tasks.work.count { baseline.finish($0) == nil })
        let left = exclusions([(.notInBaseline, absent), (.notYetDue, tasks.work.count - absent - due.count)])
        return share(
            .missedTasks, of: due, without: tasks.workExclusions + left, none: "nothing is baselined to finish by the data date"
        ) { isLate($0, baseline.finish($0)!) }
    }

    /// Whether a task finishes after a date, in the working time of its own calendar.
    private func isLate(_ task: Int, _ date: LocalDateTime) -> Bool {
        let calendar = schedule.calendar(node(task))
        return calendar.work(at: schedule.finishInstant(node(task))) > calendar.work(at: schedule.network.instant(of: date))
    }

    /// Finished tasks count whenever they were due; tasks without a baseline finish count as due, after DCMA-EA PAM 200.1.
    func baselineExecution() -> DCMAResult {
        guard let baseline else { return notApplicable(.baselineExecution, noBaseline ?? "") }
        let due = due(baseline)
        let counted = due + tasks.work.filter { baseline.finish($0) == nil }
        guard !due.isEmpty else {
            return notApplicable(.baselineExecution, "nothing is baselined to finish by the data date")
        }
        return DCMAResult(
            .baselineExecution, tasks.work.count(where: isDone), of: counted.count,
            threshold: thresholds[.baselineExecution], exclusions: tasks.workExclusions,
            offenders: .tasks(counted.filter { !isDone($0) }.sorted()))
    }

    /// Whether a task is finished by the data date.
    private func isDone(_ task: Int) -> Bool {
        schedule.isCompleted(node(task))
            && schedule.network.values.actualFinish[node(task)] <= schedule.network.values.dataDate
    }

    func criticalPathTest() -> DCMAResult {
        guard let test = pathTest else { return notApplicable(.criticalPathTest, unit: .minutes, "all work is done") }
        guard let moved = test.moved else {
            return notApplicable(.criticalPathTest, unit: .minutes, "so long a delay passes the engine's range of 2,000 years")
        }
        return DCMAResult(
            .criticalPathTest, unit: .minutes, Int(test.counted(moved)), of: Int(test.delay),
            threshold: thresholds[.criticalPathTest],
            offenders: .tasks([Int(schedule.network.structure.taskOfNode[test.node])]))
    }

    func criticalPathLength() -> DCMAResult {
        guard let path = pathLength else {
            return notApplicable(.criticalPathLength, unit: .minutes, "no work is left after the data date")
        }
        guard path.measure != .nothing else {
            return notApplicable(
                .criticalPathLength, unit: .minutes, "neither a baseline nor a constraint says when the plan must finish")
        }
        return DCMAResult(
            .criticalPathLength, unit: .minutes, Int(path.length) + Int(path.totalFloat), of: Int(path.length),
            threshold: thresholds[.criticalPathLength])
    }
}

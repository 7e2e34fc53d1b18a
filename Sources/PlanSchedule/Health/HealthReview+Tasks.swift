import PlanModel
import PlanNetwork

/// Points 6 to 10: what single tasks look like.
extension HealthReview {
    func highFloat() -> DCMAResult {
        let limit = minutes(days: .highFloatDays)
        return share(.highFloat) { Double(schedule.totalFloat(node($0))) > limit }
    }

    func negativeFloat() -> DCMAResult { share(.negativeFloat) { schedule.totalFloat(node($0)) < 0 } }

    /// The duration that the plan now gives the whole task. Guides differ: DCMA-EA PAM 200.1 takes the baseline's, P6 what remains.
    func highDuration() -> DCMAResult {
        let limit = minutes(days: .highDurationDays)
        return share(.highDuration) { Double(schedule.network.values.planned[node($0)]) > limit }
    }

    /// Finished tasks and milestones count too: their dates can be wrong as well.
    func invalidDates() -> DCMAResult {
        let today = schedule.network.structure.calendars.map { $0.work(at: schedule.network.values.dataDate) }
        return share(.invalidDates, of: tasks.dated, without: tasks.datedExclusions, none: "no tasks") {
            hasInvalidDates(node($0), today)
        }
    }

    /// - Parameter today: the data date as a position, by calendar; 17:00 today and 08:00 tomorrow are one.
    private func hasInvalidDates(_ node: Int, _ today: [Int32]) -> Bool {
        let (structure, values) = (schedule.network.structure, schedule.network.values)
        let position = today[structure.calendar(of: node)]
        if !values.progress.isEmpty, max(values.actualStart[node], values.actualFinish[node]) > values.dataDate { return true }
        switch values.progress(of: node) {
        case .planned: return schedule.remainingStart(node) < position
        case .started: return schedule.earlyFinish[node] < position
        case .completed: return false
        }
    }

    /// The guide asks for people or cost on every task of at least a day and names no share; not applicable where the plan holds neither.
    func resources() -> DCMAResult {
        let day = Int32(plan.settings.units.minutesPerDay)
        let rows = tasks.unfinished.filter { schedule.network.values.planned[node($0)] >= day }
        let short = exclusions([(.shorterThanADay, tasks.unfinished.count - rows.count)])
        let costs = plan.tasks.numbers(.cost) ?? []
        guard plan.people.count + plan.teams.count > 0 || costs.contains(where: { $0 > 0 }) else {
            return notApplicable(.resources, "the plan holds no people, teams or costs")
        }
        let assigned = Set(plan.assignments.integers(.task) ?? [])
        return share(
            .resources, of: rows, without: tasks.unfinishedExclusions + short, none: "no unfinished tasks of a day or more"
        ) { task in
            !assigned.contains(Int32(task)) && plan.tasks.reference(.owner, task) == nil
                && !(plan.tasks.number(.cost, task) ?? 0 > 0)
        }
    }
}

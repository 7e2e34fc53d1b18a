import Headway

/// Gives tasks constraints of every kind, deadlines and manual dates, and the plan conventions at random.
enum RandomConstraints {
    static func add(to plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        plan.settings.scheduling.lagCalendar = random.pick(SchedulingRules.LagCalendar.allCases)
        plan.settings.scheduling.progress = random.pick([.retainedLogic, .override])
        plan.settings.scheduling.constraintsOverrideLogic = random.chance(0.5)
        // Well after the epoch, so that late dates lie in time even where constraints ask for the impossible.
        plan.settings.dataDate = max(plan.settings.dataDate, plan.moment(9 * 1440))
        for row in plan.tasks.indices {
            if random.chance(0.3) {
                plan.tasks[row].constraint = random.pick(ConstraintName.allCases.filter { $0 != .asLateAsPossible })
                plan.tasks[row].constraintDate = moment(plan, &random)
            }
            if random.chance(0.15) { plan.tasks[row].deadline = moment(plan, &random) }
            if random.chance(0.05) { plan.tasks[row].manualStart = moment(plan, &random) }
        }
    }

    /// A moment around the plan's first weeks, often a midnight.
    private static func moment(_ plan: PlanBuilder, _ random: inout SeededGenerator) -> LocalDateTime {
        plan.moment(Int32(random.integer(10...30) * 1440 + (random.chance(0.3) ? 0 : random.integer(0...1439))))
    }
}

import Headway

/// Puts the data date inside a plan and gives tasks progress of every kind, also out of sequence.
enum RandomProgress {
    static func add(to plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        let dataDate = Int32(plan.settings.epoch.minuteOfDay + random.integer(0...12 * 1440))
        plan.settings.dataDate = plan.moment(dataDate)
        for row in plan.tasks.indices {
            let order = Double(row) / Double(plan.tasks.count)
            guard random.chance(0.9 - 0.8 * order) else { continue }
            let start = Int32(random.integer(plan.settings.epoch.minuteOfDay...Int(dataDate)))
            plan.tasks[row].actualStart = plan.moment(start)
            if random.chance(0.6) {
                plan.tasks[row].actualFinish = plan.moment(Int32(random.integer(Int(start)...Int(dataDate))))
            } else if random.chance(0.4) {
                plan.tasks[row].remaining = Int32(random.integer(0...600))
            } else if random.chance(0.7) {
                plan.tasks[row].percentComplete = Double(random.integer(0...100))
            }
        }
        if random.chance(0.2) { plan.tasks[0].remaining = 77 }
    }
}

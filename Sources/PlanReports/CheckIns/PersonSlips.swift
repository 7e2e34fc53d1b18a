public import PlanModel
public import PlanSchedule

/// How far the work of each person has slipped.
public enum PersonSlips {
    /// By person row, the mean finish slip in working days of the tasks that they are assigned to by name, finished or under way; `nil` for
    /// people without such a task.
    ///
    /// A task counts once for each person, whatever units they have in it.
    public static func days(of plan: Plan, _ slippage: Slippage) -> [Double?] {
        var (sums, counts) = ([Int](repeating: 0, count: plan.people.count), [Int](repeating: 0, count: plan.people.count))
        var seen = Set<UInt64>()
        for row in plan.assignments.rows {
            guard let task = plan.assignments.reference(.task, row), let person = plan.assignments.reference(.person, row),
                plan.tasks.date(.actualStart, task) != nil, let slip = slippage.tasks[task]?.finish,
                seen.insert(UInt64(task) << 32 | UInt64(person)).inserted
            else { continue }
            sums[person] += Int(slip.working)
            counts[person] += 1
        }
        let day = Double(plan.settings.units.minutesPerDay)
        return plan.people.rows.map { counts[$0] > 0 ? Double(sums[$0]) / Double(counts[$0]) / day : nil }
    }
}

import Headway

/// What a task lasts and which calendar it runs on, read off the rows one by one.
enum NaiveDuration {
    /// Its own calendar, else the one that its people share, else its project's, else the plan's.
    static func calendar(of task: PlanBuilder.TaskRow, in plan: PlanBuilder) -> Int {
        if let own = task.calendar { return plan.calendar(own) }
        let people = plan.assignments.filter { $0.task == task.id }.map(\.person)
        let shared = Set(plan.people.filter { people.contains($0.id) }.compactMap(\.calendar))
        if shared.count == 1 { return plan.calendar(shared.first!) }
        let project = plan.projects.first { $0.id == task.project }
        return project?.calendar.map(plan.calendar) ?? plan.settings.calendar
    }

    /// The duration, else the most likely value, else the mean, else the effort shared by its people.
    static func planned(of task: PlanBuilder.TaskRow, in plan: PlanBuilder) -> Int {
        if let given = task.duration ?? task.mostLikely ?? task.mean { return Int(given) }
        let units = plan.assignments.filter { $0.task == task.id }.map { assignment in
            (assignment.units ?? 1) * (plan.people.first { $0.id == assignment.person }?.fte ?? 1)
        }
        return Int((Double(task.effort!) / (units.isEmpty ? 1 : units.reduce(0, +))).rounded())
    }

    /// Nothing of a finished task, else what was reported, else the share that was not done.
    static func remaining(of task: PlanBuilder.TaskRow, in plan: PlanBuilder) -> Int {
        if task.actualFinish != nil { return 0 }
        if let given = task.remaining { return Int(given) }
        let planned = planned(of: task, in: plan)
        return task.percentComplete.map { Int((Double(planned) * (1 - $0 / 100)).rounded()) } ?? planned
    }
}

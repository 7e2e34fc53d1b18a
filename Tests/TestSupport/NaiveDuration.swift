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
        let mine = plan.assignments.filter { $0.task == task.id }
        var (output, heads) = (0.0, 0.0)
        for row in mine {
            guard let name = row.person else {
                output += row.units ?? 1
                heads += row.units ?? 1
                continue
            }
            let person = plan.people.first { $0.id == name }!
            let duties = plan.responsibilities.filter { $0.person == name }.map(\.share).reduce(0, +)
            output += (row.units ?? (person.fte ?? 1) * max(0, 1 - duties)) * (person.productivity ?? 1)
            heads += 1
        }
        let overhead = 1 + plan.settings.people.overheadPerPerson * max(0, heads - 1)
        return Int((Double(task.effort!) * overhead / (output > 0 ? output : 1)).rounded())
    }

    /// Nothing of a finished task, else what was reported, else the share that was not done.
    static func remaining(of task: PlanBuilder.TaskRow, in plan: PlanBuilder) -> Int {
        if task.actualFinish != nil { return 0 }
        if let given = task.remaining { return Int(given) }
        let planned = planned(of: task, in: plan)
        return task.percentComplete.map { Int((Double(planned) * (1 - $0 / 100)).rounded()) } ?? planned
    }
}

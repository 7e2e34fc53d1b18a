import PlanModel

extension ActivityFile {
    /// The schedule that the file stands for: a unit of time is a day of a calendar that works around the clock.
    func schedule() -> ImportedSchedule {
        var schedule = ImportedSchedule()
        schedule.losses = losses
        schedule.name = fileStem(file)
        schedule.calendars = [Self.aroundTheClock]
        schedule.rules.start = Self.start
        schedule.losses.add(
            .supplied, "start",
            "the file has no dates; unit 0 is \(Self.start.dateText), and a unit of time is a day around the clock")
        for (number, capacity) in capacities.enumerated() {
            schedule.resources.append(
                ImportedResource(
                    id: "R\(number + 1)", name: "R\(number + 1)", isPool: true, units: Double(capacity.units),
                    line: capacity.line))
        }
        if projects.count > 1 { addHeadings(to: &schedule) }
        addTasks(to: &schedule)
        return schedule
    }

    /// Monday to Sunday, 00:00 to 24:00.
    private static let aroundTheClock = CalendarDefinition(
        name: "around the clock", week: Array(repeating: [Shift(start: 0, end: 1440)], count: 7))

    /// Unit 0: 2000-01-01, 00:00.
    private static let start = LocalDateTime(year: 2000, month: 1, day: 1)!

    private static let minutesOfUnit = 1440

    /// The whole file, and each of its projects below.
    private func addHeadings(to schedule: inout ImportedSchedule) {
        schedule.headings.append(ImportedHeading(id: schedule.name, name: schedule.name, line: 1))
        for (number, project) in projects.enumerated() {
            schedule.headings.append(
                ImportedHeading(id: "P\(number + 1)", name: "Project \(number + 1)", parent: 0, line: project.line))
        }
    }

    private func addTasks(to schedule: inout ImportedSchedule) {
        let isSeveral = projects.count > 1
        var hasPredecessor = [Bool](repeating: false, count: jobs.count)
        for job in jobs { for successor in job.successors { hasPredecessor[successor] = true } }
        for (row, job) in jobs.enumerated() {
            let id = isSeveral ? "P\(job.project + 1).\(job.number)" : "\(job.number)"
            var task = ImportedTask(id: id, name: job.duration == 0 ? "Milestone \(id)" : "Job \(id)", line: job.line)
            task.heading = isSeveral ? job.project + 1 : nil
            task.duration = Int32(job.duration * Self.minutesOfUnit)
            let release = projects[job.project].release
            if release > 0, !hasPredecessor[row] {
                task.constraint = .startNoEarlierThan
                task.constraintDate = Self.start.advanced(byMinutes: Int32(release * Self.minutesOfUnit))
            }
            schedule.tasks.append(task)
            for demand in job.demands {
                schedule.assignments.append(
                    ImportedAssignment(task: row, resource: demand.resource, units: Double(demand.units), line: job.line))
            }
            for successor in job.successors {
                schedule.relations.append(
                    ImportedRelation(predecessor: .task(row), successor: .task(successor), line: job.line))
            }
        }
    }
}

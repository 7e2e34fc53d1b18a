import PlanModel
import PlanStatistics

/// Turns an imported schedule into a plan: the outline into the cascade, places in lists into ids, conventions into settings.
///
/// Every heading becomes a row of `summaries`; the headings at the levels of `OutlineLevels` become initiatives, goals and projects besides.
struct ImportedPlan {
    /// The file, as faults and findings name it.
    let file: String
    let levels: OutlineLevels
    private(set) var schedule: ImportedSchedule
    private var faults: FaultList

    init(_ schedule: ImportedSchedule, file: String, levels: OutlineLevels, faults: FaultList) {
        (self.schedule, self.file, self.levels, self.faults) = (schedule, file, levels, faults)
    }

    /// The plan.
    ///
    /// - Throws: `LoadError` with every fault, those of the reader too.
    mutating func plan() throws -> Plan {
        makeNamesUnique()
        ImportedCalendars.repair(&schedule, file: file, faults: &faults)
        let epoch = self.epoch()
        var plan = Plan(settings: settings(epoch ?? LocalDateTime(minutes: 0)))
        if epoch == nil {
            faults.add(
                Fault(code: "no-date", file: file, message: "expected a start or data date of the schedule (found none)"))
        }
        var cascade = CascadeBuilder(levels: levels, headings: schedule.headings, planName: plan.settings.name)
        let projects = schedule.tasks.map { cascade.project(ofTaskUnder: $0.heading, losses: &schedule.losses) }
        cascade.finish(losses: &schedule.losses)
        ImportedTables(schedule: schedule, file: file).fill(&plan, cascade, projectOfTask: projects)
        var findings = schedule.losses.findings(file: file)
        RowChecks(plan: plan).run(&faults, &findings)
        faults.sort()
        guard faults.isEmpty else { throw LoadError(faults) }
        plan.findings = findings
        return plan
    }

    private func settings(_ epoch: LocalDateTime) -> PlanSettings {
        var settings = PlanSettings(name: schedule.name.isEmpty ? "plan" : schedule.name, epoch: epoch)
        settings.dataDate = max(schedule.dataDate ?? schedule.rules.start ?? epoch, epoch)
        (settings.calendars, settings.calendar) = (schedule.calendars, schedule.calendar)
        settings.scheduling = schedule.rules
        return settings
    }

    /// Midnight before the earliest date that work may touch; `nil` where the schedule has no date.
    private func epoch() -> LocalDateTime? {
        var earliest: LocalDateTime?
        func see(_ date: LocalDateTime?) {
            if let date, date < earliest ?? date.advanced(byMinutes: 1) { earliest = date }
        }
        see(schedule.rules.start)
        see(schedule.dataDate)
        for index in schedule.tasks.indices { schedule.tasks[index].placingDates.forEach(see) }
        for heading in schedule.headings { [heading.constraintDate, heading.manualStart].forEach(see) }
        return earliest.map { $0.advanced(byMinutes: -Int32($0.minuteOfDay)) }
    }

    /// Ids are names in a plan, so no two rows of a table may share one.
    private mutating func makeNamesUnique() {
        var names = UniqueNames(what: "id of a heading", fallback: "heading")
        for index in schedule.headings.indices {
            names.settle(&schedule.headings[index].id, line: schedule.headings[index].line, losses: &schedule.losses)
        }
        names = UniqueNames(what: "id of a task", fallback: "task")
        names.reserve(schedule.tasks.count)
        for index in schedule.tasks.indices {
            names.settle(&schedule.tasks[index].id, line: schedule.tasks[index].line, losses: &schedule.losses)
        }
        names = UniqueNames(what: "id of a resource", fallback: "resource")
        for index in schedule.resources.indices {
            names.settle(&schedule.resources[index].id, line: schedule.resources[index].line, losses: &schedule.losses)
        }
        names = UniqueNames(what: "name of a calendar", fallback: "calendar")
        for index in schedule.calendars.indices {
            names.settle(&schedule.calendars[index].name, line: nil, losses: &schedule.losses)
        }
    }
}

extension ImportedTask {
    /// The dates that may place work.
    fileprivate var placingDates: [LocalDateTime?] {
        [actualStart, actualFinish, constraintDate, secondConstraintDate, manualStart, externalStart, resume]
    }
}

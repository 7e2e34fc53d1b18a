import PlanModel

extension MSPDIReader {
    /// The project's own fields; it ends last.
    func takeProject(_ record: XMLRecord) {
        project.line = record.line
        let name = record.string(MSPDIProjectField.title) ?? record.string(MSPDIProjectField.name)
        schedule.name = name ?? (project.summaryName.isEmpty ? notes.file : project.summaryName)
        // Project writes the first day of 1984 for "none".
        let none = LocalDateTime(year: 1984, month: 1, day: 1)!.day
        schedule.dataDate = record.date(MSPDIProjectField.statusDate, &notes).flatMap { $0.day == none ? nil : $0 }
        project.calendarUID = record.integer(MSPDIProjectField.calendarUID, &notes)
        project.criticalDays = record.number(MSPDIProjectField.criticalSlackLimit, &notes) ?? 0
        project.minutesPerDay = record.integer(MSPDIProjectField.minutesPerDay, &notes) ?? 480
        schedule.rules = Self.rules
        schedule.rules.start = record.date(MSPDIProjectField.startDate, &notes)
        schedule.rules.openEndsAreCritical = record.flag(MSPDIProjectField.multipleCriticalPaths, &notes)
        let runsForward =
            !record.has(MSPDIProjectField.scheduleFromStart) || record.flag(MSPDIProjectField.scheduleFromStart, &notes)
        if !runsForward {
            notes.losses.add(
                .changed, "Project/ScheduleFromStart",
                "the plan runs forward from its start date, not back from its finish date",
                line: record.line(of: MSPDIProjectField.scheduleFromStart))
        }
    }

    /// Project's conventions. Whether constraints override logic is not read: Project writes `HonorConstraints` 0 where its option is on.
    private static var rules: SchedulingRules {
        var rules = SchedulingRules()
        rules.tool = .microsoft
        rules.holdsAtDataDate = false
        rules.progress = .override
        rules.lagCalendar = .successor
        rules.totalFloat = .smallest
        rules.freeFloat = .withinTotalFloat
        rules.constraintsOverrideLogic = true
        rules.carriesDatesBack = true
        return rules
    }

    /// What needs other rows.
    func settleProject() {
        let minutes = (project.criticalDays * Double(project.minutesPerDay)).rounded()
        schedule.rules.criticalFloat = Int32(min(max(minutes, -0x1p29), 0x1p29))
        guard let uid = project.calendarUID, uid >= 0 else { return supplyCalendar("the file names none") }
        guard let place = calendars.place[uid] else { return supplyCalendar("the file has no calendar \(uid)") }
        schedule.calendar = place
    }

    private func supplyCalendar(_ why: String) {
        notes.losses.add(
            .supplied, "Project/CalendarUID", "\(why); Monday to Friday, 08:00–12:00 and 13:00–17:00, is used",
            line: project.line)
        schedule.calendar = schedule.calendars.count
        var calendar = CalendarDefinition.standard
        calendar.name = calendars.unused("standard")
        schedule.calendars.append(calendar)
    }

    /// All calendars.
    func settleCalendars() {
        schedule.calendars = calendars.definitions(&notes)
    }
}

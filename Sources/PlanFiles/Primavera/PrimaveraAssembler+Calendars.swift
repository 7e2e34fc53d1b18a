import PlanModel

/// The calendars that anything uses; the plan's own is that of its first project.
extension PrimaveraAssembler {
    mutating func makeCalendars() {
        calendarPlaces = Array(repeating: -1, count: export.calendars.count)
        let used = usedCalendars()
        for row in export.calendars.indices where used[row] {
            calendarPlaces[row] = schedule.calendars.count
            schedule.calendars.append(definition(of: export.calendars[row]))
        }
        for row in export.calendars.indices where used[row] { setBase(row) }
        let unused = used.count { !$0 }
        if unused > 0 { schedule.losses.add(.dropped, "calendar", "nothing in the plan runs on it", count: unused) }
        schedule.calendar = planCalendar().map { calendarPlaces[$0] } ?? 0
    }

    private func planCalendar() -> Int? {
        for row in live { if let calendar = calendars[export.projects[row].calendar] { return calendar } }
        return export.calendars.firstIndex(where: \.isDefault) ?? export.calendars.indices.first
    }

    private func usedCalendars() -> [Bool] {
        var used = Array(repeating: false, count: export.calendars.count)
        func use(_ key: Int?) { if let row = calendars[key] { used[row] = true } }
        for activity in export.activities { use(activity.calendar) }
        for resource in export.resources where resource.kind != .material { use(resource.calendar) }
        for project in export.projects { use(project.calendar) }
        if let row = planCalendar() { used[row] = true }
        for start in used.indices where used[start] {
            var next = calendars[export.calendars[start].base]
            while let row = next, !used[row] {
                used[row] = true
                next = calendars[export.calendars[row].base]
            }
        }
        return used
    }

    private mutating func definition(of calendar: PrimaveraCalendar) -> CalendarDefinition {
        var week = calendar.week
        if week.allSatisfy({ $0 == nil }), calendars[calendar.base] == nil {
            let minutes = Int(min(max(((calendar.hoursPerDay ?? 8) * 60).rounded(), 1), 960))
            week = (0..<7).map { $0 < 5 ? [Shift(start: 480, end: 480 + minutes)] : [] }
            schedule.losses.add(
                .supplied, "week of a calendar",
                "the file has none; Monday to Friday from 08:00, for the calendar's hours of a day",
                line: calendar.line)
        }
        return CalendarDefinition(name: calendar.name, week: week, exceptions: calendar.exceptions)
    }

    private mutating func setBase(_ row: Int) {
        guard let key = export.calendars[row].base else { return }
        if let base = calendars[key] {
            schedule.calendars[calendarPlaces[row]].base = calendarPlaces[base]
        } else {
            schedule.losses.add(
                .dropped, "base of a calendar", "the calendar that it inherits from is not in the file",
                line: export.calendars[row].line)
        }
    }

    /// The place of a calendar in the plan, by key.
    func calendar(_ key: Int?) -> Int? { calendars[key].map { calendarPlaces[$0] } }
}

import PlanModel

/// What must hold of imported calendars: at least one, no circle of bases, each works at some time, shifts ascending and apart.
enum ImportedCalendars {
    /// Repairs what can be repaired, counted, and refuses circles.
    static func repair(_ schedule: inout ImportedSchedule, file: String, faults: inout FaultList) {
        if schedule.calendars.isEmpty {
            schedule.calendars = [.standard]
            schedule.calendar = 0
            schedule.losses.add(.supplied, "calendar", "the file has none; Monday to Friday, 08:00-12:00 and 13:00-17:00")
        }
        refuseCircles(&schedule.calendars, file, &faults)
        for index in schedule.calendars.indices where !works(schedule.calendars, index) {
            schedule.calendars[index].week = CalendarDefinition.standard.week
            schedule.losses.add(
                .changed, "calendar",
                "it never works; Monday to Friday, 08:00-12:00 and 13:00-17:00 instead, for example "
                    + quotable(schedule.calendars[index].name))
        }
    }

    private static func works(_ calendars: [CalendarDefinition], _ index: Int) -> Bool {
        calendars.resolved(index).week.contains { $0?.isEmpty == false }
    }

    /// Calendars that inherit from each other in a circle are a fault; the circle is cut so that the rest can be checked.
    private static func refuseCircles(_ calendars: inout [CalendarDefinition], _ file: String, _ faults: inout FaultList) {
        for start in calendars.indices {
            var (steps, next) = (0, calendars[start].base)
            while let index = next, steps <= calendars.count { (steps, next) = (steps + 1, calendars[index].base) }
            guard steps > calendars.count else { continue }
            let message =
                "calendars inherit from each other in a circle (expected a base that leads to a calendar without one) "
                + "(found \"\(quotable(calendars[start].name))\")"
            faults.add(Fault(code: "cycle", file: file, column: "calendar", message: message))
            calendars[start].base = nil
        }
    }

    /// Shifts in order, apart, those that touch or overlap joined.
    static func joined(_ shifts: [Shift]) -> [Shift] {
        var result: [Shift] = []
        for shift in shifts.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let last = result.last, shift.start <= last.end {
                result[result.count - 1].end = max(last.end, shift.end)
            } else {
                result.append(shift)
            }
        }
        return result
    }
}

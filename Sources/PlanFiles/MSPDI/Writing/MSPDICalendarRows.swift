import PlanModel

/// Writes the calendars of a plan, what they inherit written out, and one for each resource.
struct MSPDICalendarRows {
    let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    /// The number of the calendar of a resource; people come first, then teams.
    static func number(ofResource place: Int, in plan: Plan) -> Int { plan.settings.calendars.count + 1 + place }

    func write(_ xml: inout XMLText) {
        let all = plan.settings.calendars
        for place in all.indices { write(all.resolved(place), number: place + 1, &xml) }
        let people = plan.people.rows.map { (plan.people.text(.name, $0), plan.people.reference(.calendar, $0)) }
        let teams = plan.teams.rows.map { (plan.teams.text(.name, $0), plan.teams.reference(.calendar, $0)) }
        for (place, (name, base)) in (people + teams).enumerated() {
            xml.group("Calendar") { xml in
                xml.field("UID", Self.number(ofResource: place, in: plan))
                xml.field("Name", name)
                xml.flag("IsBaseCalendar", false)
                xml.field("BaseCalendarUID", (base ?? plan.settings.calendar) + 1)
            }
        }
    }

    private func write(_ calendar: CalendarDefinition, number: Int, _ xml: inout XMLText) {
        xml.group("Calendar") { xml in
            xml.field("UID", number)
            xml.field("Name", calendar.name)
            xml.flag("IsBaseCalendar", true)
            xml.field("BaseCalendarUID", -1)
            xml.group("WeekDays") { xml in
                // Project's week begins on Sunday, 1.
                for day in 1...7 {
                    let shifts = calendar.week[(day + 5) % 7] ?? []
                    xml.group("WeekDay") { xml in
                        xml.field("DayType", day)
                        write(shifts, &xml)
                    }
                }
            }
            xml.group("Exceptions") { writeExceptions(calendar, &$0) }
        }
    }

    private func write(_ shifts: [Shift], _ xml: inout XMLText) {
        xml.flag("DayWorking", !shifts.isEmpty)
        xml.group("WorkingTimes") { xml in
            for shift in shifts {
                xml.group("WorkingTime") { xml in
                    xml.field("FromTime", Self.time(shift.start))
                    xml.field("ToTime", Self.time(shift.end % 1440))
                }
            }
        }
    }

    /// Days with the same times that follow each other are one exception.
    private func writeExceptions(_ calendar: CalendarDefinition, _ xml: inout XMLText) {
        let days = calendar.exceptions.keys.sorted()
        var start = 0
        for place in days.indices {
            let isLast = place + 1 == days.count
            if !isLast, days[place + 1] == days[place] + 1,
                calendar.exceptions[days[place + 1]] == calendar.exceptions[days[place]]
            {
                continue
            }
            write(days[start]...days[place], calendar.exceptions[days[place]]!, &xml)
            start = place + 1
        }
    }

    private func write(_ days: ClosedRange<Int>, _ shifts: [Shift], _ xml: inout XMLText) {
        xml.group("Exception") { xml in
            xml.flag("EnteredByOccurrences", false)
            xml.group("TimePeriod") { xml in
                xml.date("FromDate", LocalDateTime(minutes: Int32(days.lowerBound * 1440)))
                xml.date("ToDate", LocalDateTime(minutes: Int32(days.upperBound * 1440 + 1439)))
            }
            xml.field("Occurrences", days.count)
            xml.field("Name", "")
            xml.field("Type", 1)
            write(shifts, &xml)
        }
    }

    private static func time(_ minute: Int) -> String { "\(LocalDateTime(minutes: Int32(minute)).timeText):00" }
}

import PlanModel

/// Projects, their options, calendars and work-breakdown structure.
extension PMXMLReader {
    private static let paths: KeyValuePairs<String, SchedulingRules.Criticality> = [
        "Critical Float": .totalFloat, "Longest Path": .longestPath,
    ]
    private static let lagCalendars: KeyValuePairs<String, SchedulingRules.LagCalendar> = [
        "Predecessor Activity Calendar": .predecessor, "Successor Activity Calendar": .successor, "24 Hour Calendar": .elapsed,
        "Project Default Calendar": .plan,
    ]

    func takeProject(_ record: XMLRecord, isBaseline: Bool) {
        read(record, PMXMLProject.self) { row in
            var project = PrimaveraProject()
            (project.key, project.line) = (row.requiredKey(.key), row.line)
            (project.code, project.name) = (row.text(.code), row.text(.name))
            (project.start, project.dataDate, project.mustFinish) = (
                row.date(.start), row.date(.dataDate), row.date(.mustFinish)
            )
            project.calendar = row.key(.calendar)
            if !row.text(.separator).isEmpty { project.separator = row.text(.separator) }
            if isBaseline { project.baselineOf = row.key(.original) } else { _ = row.key(.original) }
            if let baseline = row.key(.baseline) { currentBaselines.append((project.key, baseline)) }
            project.rules.criticality = row.code(.pathType, Self.paths) ?? .totalFloat
            project.rules.criticalFloat = row.minutes(.criticalHours) ?? 0
            project.rules.lagCalendar = row.code(.lagCalendar, Self.lagCalendars) ?? .predecessor
            project.rules.usesExpectedFinish = false
            project.rules.lagsFromActualStart = false
            export.projects.append(project)
        }
    }

    func takeOptions(_ record: XMLRecord) {
        read(record, PMXMLOptions.self) { row in
            let progress: KeyValuePairs<String, SchedulingRules.Progress> = [
                "Retained Logic": .retainedLogic, "Progress Override": .override, "Actual Dates": .actualDates,
            ]
            let floats: KeyValuePairs<String, SchedulingRules.FloatMeasure> = [
                "Finish Float = Late Finish - Early Finish": .finish, "Start Float = Late Start - Early Start": .start,
                "Smallest of Start Float and Finish Float": .smallest, "Finish Float": .finish, "Start Float": .start,
            ]
            let (sequence, measure) = (row.code(.outOfSequence, progress), row.code(.floatType, floats))
            let (path, hours) = (row.code(.pathType, Self.paths), row.minutes(.criticalHours))
            let (lags, openEnds) = (row.code(.lagCalendar, Self.lagCalendars), row.flag(.openEnds))
            let (fromEarly, expected) = (row.flag(.lagFromEarlyStart), row.flag(.expectedFinish))
            let (own, ignores) = (row.flag(.projectFloat), row.flag(.ignoresOthers))
            options.append(
                (
                    row.key(.project),
                    { project in
                        project.rules.progress = sequence ?? project.rules.progress
                        project.rules.totalFloat = measure ?? project.rules.totalFloat
                        project.rules.criticality = path ?? project.rules.criticality
                        project.rules.criticalFloat = hours ?? project.rules.criticalFloat
                        project.rules.lagCalendar = lags ?? project.rules.lagCalendar
                        project.rules.openEndsAreCritical = openEnds ?? false
                        project.rules.lagsFromActualStart = !(fromEarly ?? true)
                        project.rules.usesExpectedFinish = expected ?? false
                        (project.hasFloatOfItsOwn, project.ignoresOtherProjects) = (own ?? true, ignores ?? false)
                    }
                ))
        }
    }

    func takeCalendar(_ record: XMLRecord) {
        read(record, PMXMLCalendar.self) { row in
            var calendar = PrimaveraCalendar()
            (calendar.key, calendar.line, calendar.name) = (row.requiredKey(.key), row.line, row.text(.name))
            (calendar.base, calendar.hoursPerDay) = (row.key(.base), row.number(.hoursPerDay))
            calendar.isDefault = row.flag(.isDefault) ?? false
            // A day that the week does not name is free; a calendar without a word about its week is left to its base.
            calendar.week = week.allSatisfy { $0 == nil } ? week : week.map { $0 ?? [] }
            calendar.exceptions = exceptions
            export.calendars.append(calendar)
        }
        (week, exceptions, shifts) = (Array(repeating: nil, count: 7), [:], [])
    }

    func takeWeekDay(_ record: XMLRecord) {
        read(record, PMXMLWeekDay.self) { row in
            let days: KeyValuePairs<String, Int> = [
                "Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5, "Sunday": 6,
            ]
            if let day = row.code(.day, days) { week[day] = ImportedCalendars.joined(shifts) }
        }
        shifts = []
    }

    func takeException(_ record: XMLRecord) {
        read(record, PMXMLException.self) { row in
            if let date = row.date(.date) { exceptions[date.day] = ImportedCalendars.joined(shifts) }
        }
        shifts = []
    }

    /// A shift; P6, whose shifts end on quarters of an hour, writes its last minute as the finish (11:59), other tools the minute after it.
    func takeShift(_ record: XMLRecord) {
        read(record, PMXMLShift.self) { row in
            guard let start = row.time(.start), var finish = row.time(.finish) else { return }
            if finish % 15 == 14 { finish += 1 }
            if finish == 0 { finish = 1440 }
            if start < finish {
                shifts.append(Shift(start: start, end: finish))
            } else if start > finish {
                row.refuse("bad-shift", .finish, "a shift ends before it starts (expected an end on the same day)")
            }
        }
    }

    func takeElement(_ record: XMLRecord) {
        read(record, PMXMLElement.self) { row in
            var element = PrimaveraElement()
            (element.key, element.line) = (row.requiredKey(.key), row.line)
            (element.project, element.parent) = (row.key(.project), row.key(.parent))
            (element.code, element.name) = (row.text(.code), row.text(.name))
            element.order = Int(row.text(.order)) ?? 0
            export.elements.append(element)
        }
    }
}

import PlanModel

/// Projects, their schedule options, calendars and work-breakdown structure.
extension XERReader {
    mutating func readProjects(_ table: XERTable) {
        var baselines: [(own: Int, baseline: Int)] = []
        forEachRow(of: table, as: XERProjectColumn.self) { reader, row in
            var project = PrimaveraProject()
            (project.key, project.line) = (row.requiredKey(.key), row.line)
            project.code = row.text(.code)
            project.baselineOf = row.key(.original)
            if let baseline = row.key(.baseline) { baselines.append((project.key, baseline)) }
            if !row.isEmpty(.separator) { project.separator = row.text(.separator) }
            (project.start, project.dataDate, project.mustFinish) = (
                row.date(.start), row.date(.dataDate), row.date(.mustFinish)
            )
            project.calendar = row.key(.calendar)
            project.isExported = row.flag(.exported) ?? true
            // What P6 does where the file names no options.
            (project.rules.usesExpectedFinish, project.rules.lagsFromActualStart) = (false, false)
            let paths: [(StaticString, SchedulingRules.Criticality)] = [
                ("CT_TotFloat", .totalFloat), ("CT_DrivPath", .longestPath),
            ]
            project.rules.criticality = row.code(.pathType, paths) ?? .totalFloat
            project.rules.criticalFloat = row.minutes(.criticalHours) ?? 0
            reader.export.projects.append(project)
        }
        for (own, baseline) in baselines where own != baseline {
            for place in export.projects.indices where export.projects[place].key == baseline {
                export.projects[place].baselineOf = own
            }
        }
    }

    mutating func readOptions(_ table: XERTable) {
        forEachRow(of: table, as: XEROptionColumn.self) { reader, row in
            let key = row.requiredKey(.project)
            var project = PrimaveraProject()
            let places = reader.export.projects.indices.filter { reader.export.projects[$0].key == key }
            if let place = places.first { project = reader.export.projects[place] }
            Self.readRules(&project, &row)
            for place in places { reader.export.projects[place] = project }
        }
    }

    private static func readRules(_ project: inout PrimaveraProject, _ row: inout XERRows<XEROptionColumn>) {
        let isRetained = row.flag(.retained) ?? true
        let isOverridden = row.flag(.override) ?? false
        project.rules.progress = isOverridden ? .override : isRetained ? .retainedLogic : .actualDates
        project.rules.openEndsAreCritical = row.flag(.openEnds) ?? false
        project.rules.usesExpectedFinish = row.flag(.expectedFinish) ?? false
        project.rules.lagsFromActualStart = !(row.flag(.lagFromEarlyStart) ?? true)
        let floats: [(StaticString, SchedulingRules.FloatMeasure)] = [
            ("FT_FF", .finish), ("FT_SS", .start), ("FT_SF", .start), ("FT_MIN", .smallest), ("FT_Min", .smallest),
        ]
        project.rules.totalFloat = row.code(.floatType, floats) ?? .finish
        let calendars: [(StaticString, SchedulingRules.LagCalendar)] = [
            ("rcal_Predecessor", .predecessor), ("rcal_Successor", .successor), ("rcal_24Hour", .elapsed),
            ("rcal_24hour", .elapsed),
            ("rcal_ProjDefault", .plan), ("rcal_Project", .plan),
        ]
        project.rules.lagCalendar = row.code(.lagCalendar, calendars) ?? .predecessor
        project.hasFloatOfItsOwn = row.flag(.projectEnd) ?? true
        project.ignoresOtherProjects = row.has(.outer, "SD_None")
    }

    mutating func readCalendars(_ table: XERTable) {
        forEachRow(of: table, as: XERCalendarColumn.self) { reader, row in
            var calendar = PrimaveraCalendar()
            (calendar.key, calendar.line) = (row.requiredKey(.key), row.line)
            (calendar.name, calendar.base) = (row.text(.name), row.key(.base))
            calendar.isDefault = row.flag(.isDefault) ?? false
            calendar.hoursPerDay = row.number(.hoursPerDay)
            do throws(CalendarText.Refusal) {
                let content = try CalendarText.read(row.text(.data))
                (calendar.week, calendar.exceptions) = (content.week, content.exceptions)
            } catch {
                row.refuse("bad-calendar", .data, "no calendar (\(error.expected))")
            }
            reader.export.calendars.append(calendar)
        }
    }

    mutating func readElements(_ table: XERTable) {
        forEachRow(of: table, as: XERElementColumn.self) { reader, row in
            var element = PrimaveraElement()
            (element.key, element.line) = (row.requiredKey(.key), row.line)
            (element.project, element.parent) = (row.key(.project), row.key(.parent))
            element.isRoot = row.flag(.isRoot) ?? false
            (element.code, element.name) = (row.text(.code), row.text(.name))
            element.order = Int(row.text(.order)) ?? 0
            reader.export.elements.append(element)
        }
    }
}

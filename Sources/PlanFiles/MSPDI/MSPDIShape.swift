extension XMLShape {
    /// What is read of an MSPDI file (Microsoft's schema `http://schemas.microsoft.com/project`).
    static let mspdi: XMLShape =
        .record(
            MSPDIKind.project, MSPDIProjectField.self,
            [
                "ExtendedAttributes": .group([
                    "ExtendedAttribute": .record(MSPDIKind.attributeDefinition, MSPDIDefinitionField.self)
                ]),
                "Calendars": .group(["Calendar": .mspdiCalendar]),
                "Tasks": .group(["Task": .mspdiTask]),
                "Resources": .group([
                    "Resource": .record(
                        MSPDIKind.resource, MSPDIResourceField.self,
                        ["ExtendedAttribute": .record(MSPDIKind.resourceAttribute, MSPDIAttributeField.self)])
                ]),
                "Assignments": .group(["Assignment": .record(MSPDIKind.assignment, MSPDIAssignmentField.self)]),
            ])

    private static var mspdiCalendar: XMLShape {
        .record(
            MSPDIKind.calendar, MSPDICalendarField.self,
            [
                "WeekDays": .group(["WeekDay": .mspdiDay(MSPDIKind.weekDay)]),
                "Exceptions": .group([
                    "Exception": .record(
                        MSPDIKind.exception, MSPDIExceptionField.self,
                        ["TimePeriod": .mspdiPeriod, "WorkingTimes": .mspdiShifts])
                ]),
                "WorkWeeks": .group([
                    "WorkWeek": .record(
                        MSPDIKind.workWeek, MSPDIWorkWeekField.self,
                        ["TimePeriod": .mspdiPeriod, "WeekDays": .group(["WeekDay": .mspdiDay(MSPDIKind.workWeekDay)])])
                ]),
            ])
    }

    private static func mspdiDay(_ kind: MSPDIKind) -> XMLShape {
        .record(kind, MSPDIWeekDayField.self, ["TimePeriod": .mspdiPeriod, "WorkingTimes": .mspdiShifts])
    }

    private static var mspdiPeriod: XMLShape { .record(MSPDIKind.period, MSPDIPeriodField.self) }

    private static var mspdiShifts: XMLShape {
        .group(["WorkingTime": .record(MSPDIKind.shift, MSPDIShiftField.self)])
    }

    private static var mspdiTask: XMLShape {
        .record(
            MSPDIKind.task, MSPDITaskField.self,
            [
                "PredecessorLink": .record(MSPDIKind.link, MSPDILinkField.self),
                "Baseline": .record(MSPDIKind.baseline, MSPDIBaselineField.self),
                "ExtendedAttribute": .record(MSPDIKind.taskAttribute, MSPDIAttributeField.self),
            ])
    }
}

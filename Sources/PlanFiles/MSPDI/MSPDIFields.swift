/// The records of an MSPDI file that are read.
enum MSPDIKind: Int {
    case project, attributeDefinition, calendar, weekDay, exception, workWeek, workWeekDay, period, shift
    case task, link, baseline, taskAttribute, resource, resourceAttribute, assignment
}

/// Of `Project`.
enum MSPDIProjectField: Int, XMLField {
    case name, title, startDate, finishDate, scheduleFromStart, statusDate, calendarUID, criticalSlackLimit, minutesPerDay
    case multipleCriticalPaths
}

/// Of `ExtendedAttributes/ExtendedAttribute`.
enum MSPDIDefinitionField: Int, XMLField { case fieldID, fieldName, alias }

/// Of `Calendar`.
enum MSPDICalendarField: Int, XMLField { case uid, name, isBaseCalendar, baseCalendarUID }

/// Of `WeekDay`; its `TimePeriod` is read as part of it.
enum MSPDIWeekDayField: Int, XMLField { case dayType, dayWorking }

/// Of `TimePeriod`.
enum MSPDIPeriodField: Int, XMLField { case fromDate, toDate }

/// Of `Exception`.
enum MSPDIExceptionField: Int, XMLField {
    case name, type, enteredByOccurrences, occurrences, period, daysOfWeek, month, monthDay, monthItem, monthPosition,
        dayWorking
}

/// Of `WorkingTime`.
enum MSPDIShiftField: Int, XMLField { case fromTime, toTime }

/// Of `WorkWeek`.
enum MSPDIWorkWeekField: Int, XMLField { case name }

/// Of `Task`.
enum MSPDITaskField: Int, XMLField {
    case uid, id, name, isNull, active, manual, type, outlineLevel, outlineNumber, summary, milestone, recurring, priority
    case start, duration, durationFormat, manualStart, manualDuration, work, cost
    case constraintType, constraintDate, deadline, calendarUID, ignoreResourceCalendar, levelingDelay
    case percentComplete, physicalPercentComplete, actualStart, actualFinish, remainingDuration, stop, resume
    case externalTask, isSubproject
}

/// Of `PredecessorLink`.
enum MSPDILinkField: Int, XMLField { case predecessorUID, type, crossProject, linkLag, lagFormat }

/// Of a task's `Baseline`.
enum MSPDIBaselineField: Int, XMLField { case number, start, finish, duration, work, cost }

/// Of `ExtendedAttribute` inside a task or a resource.
enum MSPDIAttributeField: Int, XMLField { case fieldID, value }

/// Of `Resource`.
enum MSPDIResourceField: Int, XMLField {
    case uid, id, name, type, isNull, isCostResource, isGeneric, isBudget, maxUnits, calendarUID
}

/// Of `Assignment`.
enum MSPDIAssignmentField: Int, XMLField { case taskUID, resourceUID, units, work, workContour }

/// The kinds of records that are read from P6's XML.
enum PMXMLKind: Int {
    case project, baseline, options, calendar, weekDay, exception, shift, element, activity, relation, assignment
    case expense, resource, rate
}

/// Fields of a record: an enumeration whose cases are child elements, in the order of `elements`.
protocol PMXMLField: XMLField {
    /// The names of the child elements.
    static var elements: [String] { get }
}

extension XMLShape {
    /// A record of a kind with the fields of an enumeration.
    static func pmxml<Field: PMXMLField>(_ kind: PMXMLKind, _ fields: Field.Type, _ children: [String: XMLShape] = [:])
        -> XMLShape
    {
        .fields(kind: kind.rawValue, names: fields.elements, children: children)
    }

    /// What is read of a file with the root `APIBusinessObjects`; rows of projects may also stand outside them.
    static let pmxml: XMLShape = {
        let calendar = pmxml(
            .calendar, PMXMLCalendar.self,
            [
                "StandardWorkWeek": .group([
                    "StandardWorkHours": pmxml(.weekDay, PMXMLWeekDay.self, ["WorkTime": pmxml(.shift, PMXMLShift.self)])
                ]),
                "HolidayOrExceptions": .group([
                    "HolidayOrException": pmxml(.exception, PMXMLException.self, ["WorkTime": pmxml(.shift, PMXMLShift.self)])
                ]),
            ])
        let rows: [String: XMLShape] = [
            "Calendar": calendar, "WBS": pmxml(.element, PMXMLElement.self), "Activity": pmxml(.activity, PMXMLActivity.self),
            "Relationship": pmxml(.relation, PMXMLRelation.self),
            "ResourceAssignment": pmxml(.assignment, PMXMLAssignment.self),
            "ActivityExpense": pmxml(.expense, PMXMLExpense.self), "ScheduleOptions": pmxml(.options, PMXMLOptions.self),
            "Resource": pmxml(.resource, PMXMLResource.self), "ResourceRate": pmxml(.rate, PMXMLRate.self),
        ]
        var all = rows
        all["Project"] = pmxml(.project, PMXMLProject.self, rows)
        all["BaselineProject"] = pmxml(.baseline, PMXMLProject.self, rows)
        return .group(all)
    }()
}

enum PMXMLProject: Int, PMXMLField {
    case key, code, name, start, dataDate, mustFinish, calendar, separator, original, baseline, pathType, criticalHours,
        lagCalendar
    static let elements = [
        "ObjectId", "Id", "Name", "PlannedStartDate", "DataDate", "MustFinishByDate", "ActivityDefaultCalendarObjectId",
        "WBSCodeSeparator", "OriginalProjectObjectId", "CurrentBaselineProjectObjectId", "CriticalActivityPathType",
        "CriticalActivityFloatLimit", "RelationshipLagCalendar",
    ]
}

enum PMXMLOptions: Int, PMXMLField {
    case project, floatType, criticalHours, pathType, ignoresOthers, openEnds, outOfSequence, lagCalendar, lagFromEarlyStart
    case expectedFinish, projectFloat
    static let elements = [
        "ProjectObjectId", "ComputeTotalFloatType", "CriticalActivityFloatThreshold", "CriticalActivityPathType",
        "IgnoreOtherProjectRelationships", "MakeOpenEndedActivitiesCritical", "OutOfSequenceScheduleType",
        "RelationshipLagCalendar", "StartToStartLagCalculationType", "UseExpectedFinishDates",
        "CalculateFloatBasedOnFinishDate",
    ]
}

enum PMXMLCalendar: Int, PMXMLField {
    case key, name, base, isDefault, hoursPerDay
    static let elements = ["ObjectId", "Name", "BaseCalendarObjectId", "IsDefault", "HoursPerDay"]
}

enum PMXMLWeekDay: Int, PMXMLField {
    case day
    static let elements = ["DayOfWeek"]
}

enum PMXMLException: Int, PMXMLField {
    case date
    static let elements = ["Date"]
}

enum PMXMLShift: Int, PMXMLField {
    case start, finish
    static let elements = ["Start", "Finish"]
}

enum PMXMLElement: Int, PMXMLField {
    case key, project, parent, order, code, name
    static let elements = ["ObjectId", "ProjectObjectId", "ParentObjectId", "SequenceNumber", "Code", "Name"]
}

enum PMXMLActivity: Int, PMXMLField {
    case key, project, element, calendar, resource, code, name, kind, status, percentKind, physicalPercent, duration, remaining
    case plannedWork, plannedEquipment, spentWork, spentEquipment, leftWork, leftEquipment
    case constraint, constraintDate, secondConstraint, secondConstraintDate, actualStart, actualFinish, expectedFinish, suspend
    case resume, externalStart, externalFinish, plannedStart, plannedFinish, priority
    static let elements = [
        "ObjectId", "ProjectObjectId", "WBSObjectId", "CalendarObjectId", "PrimaryResourceObjectId", "Id", "Name", "Type",
        "Status",
        "PercentCompleteType", "PhysicalPercentComplete", "PlannedDuration", "RemainingDuration", "PlannedLaborUnits",
        "PlannedNonLaborUnits", "ActualLaborUnits", "ActualNonLaborUnits", "RemainingLaborUnits", "RemainingNonLaborUnits",
        "PrimaryConstraintType", "PrimaryConstraintDate", "SecondaryConstraintType", "SecondaryConstraintDate",
        "ActualStartDate",
        "ActualFinishDate", "ExpectedFinishDate", "SuspendDate", "ResumeDate", "ExternalEarlyStartDate",
        "ExternalLateFinishDate", "PlannedStartDate", "PlannedFinishDate", "LevelingPriority",
    ]
}

enum PMXMLRelation: Int, PMXMLField {
    case predecessor, successor, predecessorProject, successorProject, type, lag
    static let elements = [
        "PredecessorActivityObjectId", "SuccessorActivityObjectId", "PredecessorProjectObjectId", "SuccessorProjectObjectId",
        "Type", "Lag",
    ]
}

enum PMXMLAssignment: Int, PMXMLField {
    case activity, resource, units, cost
    static let elements = ["ActivityObjectId", "ResourceObjectId", "PlannedUnitsPerTime", "PlannedCost"]
}

enum PMXMLExpense: Int, PMXMLField {
    case activity, cost
    static let elements = ["ActivityObjectId", "PlannedCost"]
}

enum PMXMLResource: Int, PMXMLField {
    case key, code, name, kind, calendar, most, usual
    static let elements = [
        "ObjectId", "Id", "Name", "ResourceType", "CalendarObjectId", "MaxUnitsPerTime", "DefaultUnitsPerTime",
    ]
}

enum PMXMLRate: Int, PMXMLField {
    case resource, most, start
    static let elements = ["ResourceObjectId", "MaxUnitsPerTime", "EffectiveDate"]
}

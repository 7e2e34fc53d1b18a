import PlanModel

/// Activities.
extension XERReader {
    private static let kinds: [(StaticString, TaskKind)] = [
        ("TT_Task", .task), ("TT_Rsrc", .task), ("TT_Mile", .startMilestone), ("TT_FinMile", .finishMilestone),
        ("TT_LOE", .levelOfEffort),
        ("TT_WBS", .summaryActivity),
    ]
    private static let statuses: [(StaticString, PrimaveraActivity.Status)] = [
        ("TK_NotStart", .notStarted), ("TK_Active", .active), ("TK_Complete", .complete),
    ]
    private static let percentKinds: [(StaticString, PercentKind)] = [
        ("CP_Drtn", .duration), ("CP_Phys", .physical), ("CP_Units", .units),
    ]
    private static let constraints: [(StaticString, ConstraintName)] = [
        ("CS_MSOA", .startNoEarlierThan), ("CS_MSOB", .startNoLaterThan), ("CS_MSO", .mustStartOn),
        ("CS_MEOA", .finishNoEarlierThan),
        ("CS_MEOB", .finishNoLaterThan), ("CS_MEO", .mustFinishOn), ("CS_ALAP", .asLateAsPossible),
        ("CS_MANDSTART", .mandatoryStart), ("CS_MANDFIN", .mandatoryFinish),
    ]
    /// 1 is the most urgent.
    private static let priorities: [(StaticString, Int32?)] = [
        ("PT_Top", 1), ("PT_High", 2), ("PT_Normal", nil), ("PT_Low", 4), ("PT_Lowest", 5),
    ]

    mutating func readTasks(_ table: XERTable) {
        export.activities.reserveCapacity(table.records.count)
        forEachRow(of: table, as: XERTaskColumn.self) { reader, row in
            var activity = PrimaveraActivity()
            (activity.key, activity.line) = (row.requiredKey(.key), row.line)
            (activity.project, activity.element) = (row.key(.project), row.key(.element))
            (activity.calendar, activity.resource) = (row.key(.calendar), row.key(.resource))
            (activity.code, activity.name) = (row.text(.code), row.text(.name))
            activity.kind = row.code(.kind, Self.kinds) ?? .task
            activity.runsOnResources = row.has(.kind, "TT_Rsrc")
            activity.priority = row.code(.priority, Self.priorities) ?? nil
            (activity.duration, activity.remaining) = (row.duration(.duration), row.duration(.remaining))
            activity.plannedEffort = ((row.number(.plannedWork) ?? 0) + (row.number(.plannedEquipment) ?? 0)) * 60
            Self.readProgress(&activity, &row)
            Self.readConstraints(&activity, &row)
            reader.export.activities.append(activity)
        }
    }

    private static func readProgress(_ activity: inout PrimaveraActivity, _ row: inout XERRows<XERTaskColumn>) {
        activity.status = row.code(.status, statuses) ?? .notStarted
        activity.percentKind = row.code(.percentKind, percentKinds)
        activity.physicalPercent = row.number(.physicalPercent)
        activity.spentEffort = ((row.number(.spentWork) ?? 0) + (row.number(.spentEquipment) ?? 0)) * 60
        activity.remainingEffort = ((row.number(.leftWork) ?? 0) + (row.number(.leftEquipment) ?? 0)) * 60
        (activity.actualStart, activity.actualFinish) = (row.date(.actualStart), row.date(.actualFinish))
        (activity.suspend, activity.resume) = (row.date(.suspend), row.date(.resume))
        (activity.plannedStart, activity.plannedFinish) = (row.date(.plannedStart), row.date(.plannedFinish))
    }

    private static func readConstraints(_ activity: inout PrimaveraActivity, _ row: inout XERRows<XERTaskColumn>) {
        activity.constraint = row.code(.constraint, constraints)
        activity.constraintDate = row.date(.constraintDate)
        activity.secondConstraint = row.code(.secondConstraint, constraints)
        activity.secondConstraintDate = row.date(.secondConstraintDate)
        activity.expectedFinish = row.date(.expectedFinish)
        (activity.externalStart, activity.externalFinish) = (row.date(.externalStart), row.date(.externalFinish))
    }
}

import PlanModel

/// Activities and relations.
extension PMXMLReader {
    private static let kinds: KeyValuePairs<String, TaskKind> = [
        "Task Dependent": .task, "Resource Dependent": .task, "Level of Effort": .levelOfEffort,
        "Start Milestone": .startMilestone,
        "Finish Milestone": .finishMilestone, "WBS Summary": .summaryActivity,
    ]
    private static let statuses: KeyValuePairs<String, PrimaveraActivity.Status> = [
        "Not Started": .notStarted, "In Progress": .active, "Completed": .complete,
    ]
    private static let percentKinds: KeyValuePairs<String, PercentKind> = [
        "Duration": .duration, "Physical": .physical, "Units": .units, "Scope": .physical,
    ]
    private static let constraints: KeyValuePairs<String, ConstraintName> = [
        "Start On": .mustStartOn, "Start On or Before": .startNoLaterThan, "Start On or After": .startNoEarlierThan,
        "Finish On": .mustFinishOn, "Finish On or Before": .finishNoLaterThan, "Finish On or After": .finishNoEarlierThan,
        "As Late As Possible": .asLateAsPossible, "Mandatory Start": .mandatoryStart, "Mandatory Finish": .mandatoryFinish,
    ]
    /// 1 is the most urgent.
    private static let priorities: KeyValuePairs<String, Int32?> = ["Top": 1, "High": 2, "Normal": nil, "Low": 4, "Lowest": 5]

    func takeActivity(_ record: XMLRecord) {
        read(record, PMXMLActivity.self) { row in
            var activity = PrimaveraActivity()
            (activity.key, activity.line) = (row.requiredKey(.key), row.line)
            (activity.project, activity.element) = (row.key(.project), row.key(.element))
            (activity.calendar, activity.resource) = (row.key(.calendar), row.key(.resource))
            (activity.code, activity.name) = (row.text(.code), row.text(.name))
            activity.kind = row.code(.kind, Self.kinds) ?? .task
            activity.runsOnResources = row.text(.kind) == "Resource Dependent"
            (activity.duration, activity.remaining) = (row.duration(.duration), row.duration(.remaining))
            activity.priority = row.code(.priority, Self.priorities) ?? nil
            Self.readProgress(&activity, &row)
            Self.readConstraints(&activity, &row)
            export.activities.append(activity)
        }
    }

    private static func readProgress(_ activity: inout PrimaveraActivity, _ row: inout PMXMLRow<PMXMLActivity>) {
        activity.status = row.code(.status, statuses) ?? .notStarted
        activity.percentKind = row.code(.percentKind, percentKinds)
        // PMXML writes shares of one.
        activity.physicalPercent = row.number(.physicalPercent).map { $0 * 100 }
        activity.plannedEffort = ((row.number(.plannedWork) ?? 0) + (row.number(.plannedEquipment) ?? 0)) * 60
        activity.spentEffort = ((row.number(.spentWork) ?? 0) + (row.number(.spentEquipment) ?? 0)) * 60
        activity.remainingEffort = ((row.number(.leftWork) ?? 0) + (row.number(.leftEquipment) ?? 0)) * 60
        (activity.actualStart, activity.actualFinish) = (row.date(.actualStart), row.date(.actualFinish))
        (activity.suspend, activity.resume) = (row.date(.suspend), row.date(.resume))
        (activity.plannedStart, activity.plannedFinish) = (row.date(.plannedStart), row.date(.plannedFinish))
    }

    private static func readConstraints(_ activity: inout PrimaveraActivity, _ row: inout PMXMLRow<PMXMLActivity>) {
        activity.constraint = row.code(.constraint, constraints)
        activity.constraintDate = row.date(.constraintDate)
        activity.secondConstraint = row.code(.secondConstraint, constraints)
        activity.secondConstraintDate = row.date(.secondConstraintDate)
        activity.expectedFinish = row.date(.expectedFinish)
        (activity.externalStart, activity.externalFinish) = (row.date(.externalStart), row.date(.externalFinish))
    }

    func takeRelation(_ record: XMLRecord) {
        let types: KeyValuePairs<String, RelationType> = [
            "Finish to Start": .FS, "Start to Start": .SS, "Finish to Finish": .FF, "Start to Finish": .SF,
        ]
        read(record, PMXMLRelation.self) { row in
            var relation = PrimaveraRelation()
            (relation.predecessor, relation.successor) = (row.requiredKey(.predecessor), row.requiredKey(.successor))
            (relation.predecessorProject, relation.successorProject) = (
                row.key(.predecessorProject), row.key(.successorProject)
            )
            (relation.type, relation.lag, relation.line) = (row.code(.type, types) ?? .FS, row.minutes(.lag) ?? 0, row.line)
            export.relations.append(relation)
        }
    }
}

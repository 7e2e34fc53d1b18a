import PlanModel

/// What becomes of elements that are not read.
enum MSPDILosses {
    /// Fields that a schedule has by computation; they are told in one line for each kind of row.
    static let computed: Set<String> = [
        "EarlyStart", "EarlyFinish", "LateStart", "LateFinish", "StartVariance", "FinishVariance", "WorkVariance",
        "CostVariance",
        "DurationVariance", "FreeSlack", "TotalSlack", "StartSlack", "FinishSlack", "Critical", "Finish", "Start", "Stop",
        "Resume",
        "ActualDuration", "ActualWork", "ActualCost", "ActualOvertimeCost", "ActualOvertimeWork", "RegularWork",
        "RemainingWork",
        "RemainingCost", "RemainingOvertimeCost", "RemainingOvertimeWork", "RemainingDuration", "OvertimeWork", "OvertimeCost",
        "ACWP",
        "BCWS", "BCWP", "CV", "SV", "VAC", "OverAllocated", "Overallocated", "ManualFinish", "ManualStart", "ManualDuration",
        "PreLeveledStart", "PreLeveledFinish", "PercentWorkComplete", "PeakUnits", "ActualWorkProtected",
        "ActualOvertimeWorkProtected", "Work", "Cost", "Delay", "StartText", "FinishText", "DurationText", "ActualStart",
        "ActualFinish", "RollupDates", "Duration",
    ]

    /// Marks, formats and settings of editing and display: nothing of the plan itself.
    static let display: Set<String> = [
        "ID", "WBS", "OutlineNumber", "GUID", "CreateDate", "CreationDate", "DurationFormat", "FreeformDurationFormat",
        "EffortDriven",
        "Estimated", "ResumeValid", "IsSubprojectReadOnly", "FixedCostAccrual", "LevelAssignments", "LevelingCanSplit",
        "LevelingDelayFormat", "HideBar", "Rollup", "EarnedValueMethod", "IsPublished", "CommitmentType", "DisplayAsSummary",
        "DisplayOnTimeline", "StatusManager", "WorkGroup", "CanLevel", "AccrueAt", "StandardRateFormat", "OvertimeRateFormat",
        "BookingType", "IsInactive", "IsEnterprise", "IsBaselineCalendar", "UID", "HasFixedRateUnits", "FixedMaterial",
        "RateScale",
        "Milestone", "Initials", "BoardStatusColumnOrderingID", "SprintColumnOrderingID",
        "NextAvailableBoardStatusColumnOrderingID",
        "NextAvailableSprintOrderingID", "WBSLevel", "ExternalTaskProject", "BudgetWork", "BudgetCost", "OutlineLevel", "Name",
        "TimePeriod", "CrossProjectName", "AssnOwner", "AssnOwnerGuid", "UpdateNeeded", "LinkedFields", "Confirmed",
        "ResponsePending", "CostRateTable", "Interim",
    ]

    /// Why an element of its own is not kept, where more can be said than that.
    static let reasons: [String: String] = [
        "TimephasedData": "work by day is computed anew; contours and splits are not kept",
        "Notes": "a plan holds no notes", "ObjectiveNotes": "a plan holds no notes",
        "Hyperlink": "a plan holds no links to pages",
        "HyperlinkAddress": "a plan holds no links to pages", "HyperlinkSubAddress": "a plan holds no links to pages",
        "StandardRate": "a plan holds no pay", "OvertimeRate": "a plan holds no pay", "CostPerUse": "a plan holds no pay",
        "Rates": "a plan holds no pay", "Cost": "a plan has the cost of tasks", "FixedCost": "it is part of the task's cost",
        "AvailabilityPeriods": "a share available at all times is kept, not one that changes",
        "AvailableFrom": "a share available at all times is kept, not one that changes",
        "AvailableTo": "a share available at all times is kept, not one that changes",
        "Baseline": "the baselines of tasks are kept",
    ]
}

extension MSPDIReader {
    /// Tells of the elements that were not read: one line for what is computed anew, one for what is display, one for each other kind.
    func countLosses(_ unknowns: [XMLUnknown]) {
        var groups: [(what: String, why: String, names: [String], count: Int, line: Int)] = []
        for unknown in unknowns {
            let (row, name) = Self.split(unknown.path)
            guard let (what, why) = Self.group(row, name) else {
                notes.losses.add(
                    .dropped, "\(row)/\(name)", MSPDILosses.reasons[name] ?? "a plan has no place for it", line: unknown.line,
                    count: unknown.count)
                continue
            }
            if let place = groups.firstIndex(where: { $0.what == what && $0.why == why }) {
                groups[place].count += unknown.count
                groups[place].names.append(name)
            } else {
                groups.append((what, why, [name], unknown.count, unknown.line))
            }
        }
        for group in groups {
            notes.losses.add(
                .changed, "\(group.what) (\(group.names.joined(separator: ", ")))", group.why, line: group.line,
                count: group.count)
        }
    }

    /// The row and the field of a path: `Project/Tasks/Task/Notes` is `Task` and `Notes`.
    private static func split(_ path: String) -> (row: String, name: String) {
        let parts = path.split(separator: "/")
        return (parts.count > 1 ? String(parts[parts.count - 2]) : "", parts.last.map(String.init) ?? "")
    }

    private static func group(_ row: String, _ name: String) -> (what: String, why: String)? {
        if row == "Project" { return ("Project's settings", "of editing and display, and of the file; not part of a plan") }
        if row == "ExtendedAttribute" { return ("Custom fields' settings", "of editing and display; not part of a plan") }
        if MSPDILosses.display.contains(name) { return ("\(row) marks", "of editing and display; not part of a plan") }
        if MSPDILosses.computed.contains(name) { return ("\(row) results", "computed anew") }
        return nil
    }
}

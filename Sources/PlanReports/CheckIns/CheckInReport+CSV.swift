import PlanModel
import PlanMonitoring

extension CheckInReport {
    /// One table: the list that was asked for, else the pairs.
    public func csv() -> [UInt8] {
        switch list {
        case .overdue: csv(overdue)
        case .managers: csv(rollUps.managers, column: "manager")
        case .lines: csv(rollUps.lines, column: "manager")
        case .units: csv(rollUps.units, column: "unit")
        case .stale: staleCSV()
        case .pairs, nil: csv(ordered)
        }
    }

    private func csv(_ pairs: [CheckInPair]) -> [UInt8] {
        var csv = CSVWriter(header: [
            "employee", "employee_name", "manager", "manager_name", "current", "from", "to", "every_days", "expected", "held",
            "adherence", "days_since_last", "longest_gap_days", "overdue", "overdue_days", "escalated_to", "with_goals",
            "records",
            "untouched",
        ])
        for pair in pairs {
            csv.cell(id(pair.employee))
            csv.cell(name(pair.employee))
            csv.cell(id(pair.manager))
            csv.cell(name(pair.manager))
            csv.cell(pair.isCurrent)
            csv.cell(date(pair.firstDay).dateText)
            csv.cell(date(pair.lastDay).dateText)
            csv.cell(pair.everyDays)
            csv.cell(pair.expected)
            csv.cell(pair.held)
            csv.cell(pair.adherence)
            csv.cell(pair.daysSinceLast)
            csv.cell(pair.longestGapDays)
            csv.cell(pair.overdue)
            csv.cell(pair.overdueDays)
            csv.cell(checkIns.escalation(of: pair, in: plan).map(id).joined(separator: ";"))
            csv.cell(pair.withGoals)
            csv.cell(pair.records)
            csv.cell(pair.untouched)
            csv.endRow()
        }
        return csv.bytes
    }

    /// Figures that are withheld are empty.
    private func csv(_ groups: [CheckInGroup], column: String) -> [UInt8] {
        var csv = CSVWriter(header: [
            column, "name", "withheld", "employees", "pairs", "judged", "in_rhythm", "expected", "held", "kept", "adherence",
            "overdue", "with_goals",
        ])
        for group in ordered(groups) {
            let figures = group.isWithheld ? nil : group.figures
            csv.cell(group.manager.map(id) ?? group.unit)
            csv.cell(group.manager.map(name) ?? title(group))
            csv.cell(group.isWithheld)
            csv.cell(figures?.employees)
            csv.cell(figures?.pairs)
            csv.cell(figures?.judged)
            csv.cell(figures?.inRhythm)
            csv.cell(figures?.expected)
            csv.cell(figures?.held)
            csv.cell(figures?.kept)
            csv.cell(figures?.adherence)
            csv.cell(figures?.overdue)
            csv.cell(figures?.withGoals)
            csv.endRow()
        }
        return csv.bytes
    }

    private func staleCSV() -> [UInt8] {
        var csv = CSVWriter(header: ["task", "name", "owner", "team", "unit", "last_report", "days", "stale"])
        for entry in staleness.entries {
            let task = Int(entry.task)
            csv.cell(plan.tasks.text(.id, task))
            csv.cell(plan.tasks.text(.name, task))
            csv.cell(plan.tasks.reference(.owner, task).map { plan.people.text(.id, $0) })
            csv.cell(entry.team.map { plan.teams.text(.id, Int($0)) })
            csv.cell(entry.unit)
            csv.cell(entry.lastReport.map { date($0).dateText })
            csv.cell(entry.age)
            csv.cell(entry.isStale)
            csv.endRow()
        }
        return csv.bytes
    }
}

import PlanModel
import PlanNetwork
import PlanSchedule

extension ScheduleReport {
    /// The tasks as CSV, one row each; where paths were asked for, those.
    public func csv() -> [UInt8] {
        if let paths { return paths.csv() }
        var csv = CSVWriter(
            header: [
                "id", "name", "project", "owner", "due", "early_start", "early_finish", "late_start", "late_finish",
                "total_float_minutes", "free_float_minutes", "critical", "longest_path", "driven_by",
            ] + (slippage == nil ? [] : Self.slipColumns))
        for row in rows {
            writeNames(Int(row), to: &csv)
            writeDates(Int(schedule.network.structure.nodeOfTask[Int(row)]), to: &csv)
            if let slippage { write(slippage.tasks[Int(row)], to: &csv) }
            csv.endRow()
        }
        return csv.bytes
    }

    private func writeNames(_ row: Int, to csv: inout CSVWriter) {
        for column in [TaskColumn.id, .name] {
            if let texts = plan.tasks.texts(column) { csv.cell(texts, row) } else { csv.cell(nil as String?) }
        }
        csv.cell(plan.tasks.reference(.project, row).map { plan.projects.text(.id, $0) })
        csv.cell(plan.tasks.reference(.owner, row).map { plan.people.text(.id, $0) })
        csv.cell(plan.tasks.date(.due, row).map(Spelling.ending))
    }

    private func writeDates(_ node: Int, to csv: inout CSVWriter) {
        let isOpen = !schedule.isCompleted(node)
        csv.cell(schedule.date(schedule.earlyStartInstant(node)))
        csv.cell(schedule.date(schedule.earlyFinishInstant(node)))
        csv.cell(schedule.date(schedule.lateStartInstant(node)))
        csv.cell(schedule.date(schedule.lateFinishInstant(node)))
        csv.cell(isOpen ? Int(schedule.totalFloat(node)) : nil)
        csv.cell(isOpen ? Int(schedule.freeFloat[node]) : nil)
        csv.cell(schedule.isCritical(node))
        csv.cell(isOnLongestPath[node])
        csv.cell(drivenBy[node] < 0 ? nil : plan.tasks.text(.id, row(Int(drivenBy[node]))))
    }
}

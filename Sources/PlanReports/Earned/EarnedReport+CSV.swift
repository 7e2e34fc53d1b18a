import PlanModel
import PlanNetwork
import PlanSchedule

extension EarnedReport {
    /// The targets as CSV, one row each; then the tasks without a project, which with the projects add up to the last row, the plan.
    public func csv() -> [UInt8] {
        var csv = CSVWriter(
            header: [
                "kind", "id", "name", "tasks", "tasks_left_out", "bac", "pv", "ev", "sv", "spi", "baseline_start",
                "baseline_finish",
                "planned_duration_minutes", "actual_time_minutes", "earned_schedule_minutes", "earned_schedule", "sv_t_minutes",
                "spi_t", "finished",
            ] + EarnedForecastMethod.allCases.map { "eac_\($0.rawValue.lowercased())" } + ["basis", "baseline"])
        for target in targets + [0] {
            let kind = names.tree.kind(target)
            if kind == .plan { write("without-project", nil, "", value.withoutProject, to: &csv) }
            write(kind.rawValue, names.id(target), names.name(target), value.targets[target], to: &csv)
        }
        return csv.bytes
    }

    private func write(_ kind: String, _ id: String?, _ name: String, _ figures: EarnedTarget, to csv: inout CSVWriter) {
        csv.cell(kind)
        csv.cell(id)
        csv.cell(name)
        csv.cell(figures.tasks)
        csv.cell(figures.tasksLeftOut)
        for units in [figures.budget, figures.planned, figures.earned, figures.variance] { csv.cell(value.amount(units)) }
        csv.cell(figures.performance)
        write(figures.time, to: &csv)
        for method in EarnedForecastMethod.allCases { csv.cell(value.finish(method, figures)) }
        csv.cell(value.basis.rawValue)
        csv.cell(value.baseline)
        csv.endRow()
    }

    private func write(_ time: EarnedTime?, to csv: inout CSVWriter) {
        csv.cell(time?.baselineStart)
        csv.cell((time?.baselineFinish).map(Spelling.ending))
        csv.cell((time?.plannedDuration).map(Int.init))
        csv.cell((time?.actualTime).map(Int.init))
        csv.cell((time?.earnedSchedule).map(Int.init))
        csv.cell(time?.earnedScheduleDate)
        csv.cell((time?.variance).map(Int.init))
        csv.cell(time?.performance)
        csv.cell(time?.isFinished ?? false)
    }
}

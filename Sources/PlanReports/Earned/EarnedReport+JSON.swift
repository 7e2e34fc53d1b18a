import PlanModel
import PlanNetwork
import PlanSchedule

extension EarnedReport {
    /// Earned value as JSON.
    ///
    /// Amounts are money, or working minutes where no costs are given (`unit`); durations are working minutes of the plan's calendar, of
    /// which `minutesPerDay` make a day.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("baseline", value.baseline)
            json.field("basis", value.basis.rawValue)
            json.field("unit", value.basis.isMoney ? "money" : "minutes")
            json.field("accrual", value.accrual.rawValue)
            json.field("minutesPerDay", plan.settings.units.minutesPerDay)
            json.key("whole")
            write(TargetKind.plan.rawValue, nil, whole, to: &json)
            json.key("targets")
            json.array(onLines: true) { json in
                for target in targets {
                    write(names.tree.kind(target).rawValue, names.id(target), value.targets[target], to: &json)
                }
            }
            json.key("withoutProject")
            write("without-project", nil, value.withoutProject, to: &json)
            writeFindings(to: &json)
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func write(_ kind: String, _ id: String?, _ figures: EarnedTarget, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("kind", kind)
            json.field("tasks", figures.tasks)
            json.field("tasksLeftOut", figures.tasksLeftOut)
            json.field("bac", value.amount(figures.budget))
            json.field("pv", value.amount(figures.planned))
            json.field("ev", value.amount(figures.earned))
            json.field("sv", value.amount(figures.variance))
            json.field("spi", figures.performance)
            write(figures.time, to: &json)
            json.key("forecasts")
            json.array { json in
                for method in EarnedForecastMethod.allCases { write(method, figures, to: &json) }
            }
        }
    }

    private func write(_ time: EarnedTime?, to json: inout JSONWriter) {
        json.field("baselineStart", time?.baselineStart)
        json.field("baselineFinish", (time?.baselineFinish).map(Spelling.ending))
        json.field("plannedDurationMinutes", (time?.plannedDuration).map(Int.init))
        json.field("actualTimeMinutes", (time?.actualTime).map(Int.init))
        json.field("earnedScheduleMinutes", (time?.earnedSchedule).map(Int.init))
        json.field("earnedSchedule", time?.earnedScheduleDate)
        json.field("svtMinutes", (time?.variance).map(Int.init))
        json.field("spit", time?.performance)
        json.field("finished", time?.isFinished ?? false)
    }

    private func write(_ method: EarnedForecastMethod, _ figures: EarnedTarget, to json: inout JSONWriter) {
        let minutes = value.duration(method, figures)
        json.object { json in
            json.field("method", method.rawValue)
            json.field("minutes", minutes.flatMap { Int(exactly: $0.rounded()) })
            json.field("finish", value.finish(method, figures))
        }
    }

    private func writeFindings(to json: inout JSONWriter) {
        json.key("findings")
        json.array(onLines: true) { json in
            for finding in value.findings {
                FaultReport.write(finding.file, finding.line, finding.column, finding.code, finding.message, &json)
            }
        }
    }
}

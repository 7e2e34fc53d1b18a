import PlanForecast
import PlanModel
import PlanMonitoring
import PlanNetwork
import PlanSchedule
import PlanStatistics

extension ReviewReport {
    /// The records as JSON.
    ///
    /// - Parameter timing: what the run took; left out where `nil`, so that the same input gives the same bytes.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            ResultHead(of: plan).write(to: &json)
            json.field("from", day(checkIns.period.firstDay))
            json.field("to", day(checkIns.period.lastDay))
            json.field("baseline", baseline)
            json.field("samples", forecast.settings.samples)
            json.key("seed")
            json.unsigned(forecast.settings.seed)
            json.key("records")
            json.array(onLines: true) { json in
                for record in records { write(record, to: &json) }
            }
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private func day(_ day: Int) -> String { LocalDateTime(minutes: Int32(day * 1440)).dateText }

    private func write(_ record: Record, to json: inout JSONWriter) {
        json.object { json in
            json.field("person", plan.people.text(.id, record.person))
            json.field("name", plan.people.text(.name, record.person))
            json.key("goals")
            json.array { json in
                for goal in record.goals { write(goal.entry, goal.part, to: &json) }
            }
            json.key("checkIns")
            json.object { json in
                json.key("asEmployee")
                json.array { json in
                    for pair in record.asEmployee { write("manager", pair.manager, pair, to: &json) }
                }
                let kept = record.asManager.compactMap { $0.isInRhythm(checkIns.settings.rhythm) }
                json.field("peopleInRhythm", kept.count { $0 })
                json.field("people", kept.count)
                json.key("asManager")
                json.array { json in
                    for pair in record.asManager { write("employee", pair.employee, pair, to: &json) }
                }
            }
        }
    }

    private func write(_ entry: GoalContributions.Entry, _ part: OwnPart, to json: inout JSONWriter) {
        let goal = goals[Int(entry.goal)]!
        json.object { json in
            json.field("id", names.id(goal.target))
            json.field("name", names.name(goal.target))
            json.field("role", entry.ownsGoal ? "owner" : entry.ownsProject ? "projectOwner" : "contributor")
            json.field("initiative", plan.goals.reference(.initiative, goal.row).map { plan.initiatives.text(.id, $0) })
            json.field("due", names.due(goal.target).map(Spelling.ending))
            let time = goal.earned?.time
            json.field("plannedFinish", (time?.baselineFinish).map(Spelling.ending))
            json.field("plannedShare", goal.shares?.planned)
            json.field("earnedShare", goal.shares?.earned)
            json.field("svtMinutes", (time?.variance).map(Int.init))
            json.field("spit", time?.performance)
            json.field("actualFinish", goal.actualFinish.map(date))
            writeForecast(goal, to: &json)
            writeMeasure(goal, to: &json)
            write(part, to: &json)
        }
    }

    private func date(_ instant: Int32) -> LocalDateTime { Spelling.ending(network.date(of: instant)) }

    private func writeForecast(_ goal: GoalReview, to json: inout JSONWriter) {
        json.key("forecast")
        guard let outcome = goal.outcome else { return json.null() }
        json.object { json in
            for (key, finish) in [("p10", outcome.p10), ("p50", outcome.p50), ("p90", outcome.p90)] {
                json.field(key, date(finish))
            }
            json.field("probabilityOnTime", outcome.onTime?.value)
            json.field("standardError", outcome.onTime?.standardError)
        }
    }

    private func writeMeasure(_ goal: GoalReview, to json: inout JSONWriter) {
        let (figures, chances) = (goal.measure, goal.measure.chances)
        json.key("measure")
        json.object { json in
            json.field("measure", figures.measure.isEmpty ? nil : figures.measure)
            json.field("current", figures.current)
            json.field("missed", figures.missed)
            json.field("met", figures.met)
            json.field("exceeded", figures.exceeded)
            json.field("outcome", goal.decided)
            json.field("probabilityMissed", chances?.missed.value)
            json.field("probabilityMet", chances?.met.value)
            json.field("probabilityExceeded", chances?.exceeded.value)
            json.field("noOutcome", figures.gap?.rawValue)
        }
    }

    private func write(_ part: OwnPart, to json: inout JSONWriter) {
        json.key("ownPart")
        json.object { json in
            json.field("tasks", part.tasks)
            json.field("done", part.done)
            json.field("planned", part.planned)
            json.field("onTime", part.onTime)
            json.field("late", part.late)
            json.field("lateMinutes", part.lateMinutes)
            json.field("open", part.open)
        }
    }

    private func write(_ key: String, _ person: Int32, _ pair: CheckInPair, to json: inout JSONWriter) {
        json.object { json in
            json.field(key, plan.people.text(.id, Int(person)))
            json.field("name", plan.people.text(.name, Int(person)))
            json.field("from", day(pair.firstDay))
            json.field("to", day(pair.lastDay))
            json.field("expected", pair.expected)
            json.field("held", pair.held)
            json.field("adherence", pair.adherence)
            json.field("daysSinceLast", pair.daysSinceLast)
            json.field("longestGapDays", pair.longestGapDays)
            json.field("overdue", pair.overdue)
        }
    }

    // MARK: CSV

    /// One of the two tables: a row for each goal of a person, or for each pair.
    public func csv() -> [UInt8] { part == .goals ? goalsCSV() : checkInsCSV() }

    private func goalsCSV() -> [UInt8] {
        var csv = CSVWriter(header: [
            "person", "name", "goal", "goal_name", "role", "due", "planned_finish", "planned_share", "earned_share", "spit",
            "actual_finish",
            "p10", "p50", "p90", "probability_on_time", "standard_error", "outcome", "probability_missed", "probability_met",
            "probability_exceeded", "tasks", "done", "planned", "on_time", "late", "late_minutes", "open",
        ])
        for record in records {
            for (entry, part) in record.goals {
                let goal = goals[Int(entry.goal)]!
                let (time, chances) = (goal.earned?.time, goal.measure.chances)
                csv.cell(plan.people.text(.id, record.person))
                csv.cell(plan.people.text(.name, record.person))
                csv.cell(names.id(goal.target))
                csv.cell(names.name(goal.target))
                csv.cell(entry.ownsGoal ? "owner" : entry.ownsProject ? "projectOwner" : "contributor")
                csv.cell(names.due(goal.target).map(Spelling.ending))
                csv.cell((time?.baselineFinish).map(Spelling.ending))
                for value in [goal.shares?.planned, goal.shares?.earned, time?.performance] { csv.cell(value) }
                csv.cell(goal.actualFinish.map(date))
                for finish in [goal.outcome?.p10, goal.outcome?.p50, goal.outcome?.p90] { csv.cell(finish.map(date)) }
                csv.cell(goal.outcome?.onTime?.value)
                csv.cell(goal.outcome?.onTime?.standardError)
                csv.cell(goal.decided)
                for share in [chances?.missed, chances?.met, chances?.exceeded] { csv.cell(share?.value) }
                for count in [part.tasks, part.done, part.planned, part.onTime, part.late, part.lateMinutes, part.open] {
                    csv.cell(count)
                }
                csv.endRow()
            }
        }
        return csv.bytes
    }

    private func checkInsCSV() -> [UInt8] {
        var csv = CSVWriter(header: [
            "person", "name", "role", "with", "with_name", "from", "to", "expected", "held", "adherence", "days_since_last",
            "longest_gap_days",
            "overdue",
        ])
        for record in records {
            let pairs =
                record.asEmployee.map { ("employee", $0.manager, $0) } + record.asManager.map { ("manager", $0.employee, $0) }
            for (role, other, pair) in pairs {
                csv.cell(plan.people.text(.id, record.person))
                csv.cell(plan.people.text(.name, record.person))
                csv.cell(role)
                csv.cell(plan.people.text(.id, Int(other)))
                csv.cell(plan.people.text(.name, Int(other)))
                csv.cell(day(pair.firstDay))
                csv.cell(day(pair.lastDay))
                csv.cell(pair.expected)
                csv.cell(pair.held)
                csv.cell(pair.adherence)
                csv.cell(pair.daysSinceLast)
                csv.cell(pair.longestGapDays)
                csv.cell(pair.overdue ? "yes" : "no")
                csv.endRow()
            }
        }
        return csv.bytes
    }
}

import PlanModel

/// Cells that are read and kept and yet do not do all that their names promise: each kind is one finding with its count.
struct IdleColumns {
    let plan: Plan
    let limits: [DateLimits]

    /// The findings, in a fixed order.
    var findings: [Finding] {
        let (tasks, summaries) = (plan.tasks, plan.summaries)
        let suspended = tasks.rows.count { tasks.integer(.suspend, $0) != nil && tasks.integer(.resume, $0) == nil }
        let timed = tasks.rows.count { isMilestone($0) && (tasks.integer(.duration, $0) ?? 0) > 0 }
        return [
            finding(
                "not-simulated", "tasks.csv", "expected_finish", limits.count { $0.expectedFinish != nil },
                "an expected finish; a forecast draws what is left of the work all the same"),
            finding(
                "not-simulated", "tasks.csv", "constraint", limits.count(where: \.isAsLateAsPossible),
                "to be as late as possible; a forecast has it as soon as possible"),
            finding(
                "no-effect", "tasks.csv", "suspend", suspended,
                "suspended without a date to resume; the work goes on at the data date"),
            finding("milestone-with-duration", "tasks.csv", "kind", timed, "a milestone with a duration; it takes that time"),
            finding(
                "no-effect", "summaries.csv", "deadline", summaries.rows.count { summaries.integer(.deadline, $0) != nil },
                "a deadline of a summary; it gives no float to the tasks below"),
            finding(
                "no-effect", "summaries.csv", "manual_start",
                summaries.rows.count { summaries.integer(.manualStart, $0) != nil },
                "a manual start of a summary; its tasks keep their own dates"),
        ].compactMap(\.self)
    }

    private func isMilestone(_ row: Int) -> Bool {
        let kind = plan.tasks.reference(.kind, row).flatMap { TaskKind(rawValue: Int32($0)) }
        return kind == .startMilestone || kind == .finishMilestone
    }

    private func finding(_ code: String, _ file: String, _ column: String, _ count: Int, _ meaning: String) -> Finding? {
        count == 0 ? nil : Finding(code: code, file: file, column: column, message: "\(count) × \(meaning)")
    }
}

import PlanForecast
import PlanModel
import PlanMonitoring
import PlanNetwork
import PlanSchedule
import PlanStatistics

extension ReviewReport {
    /// The width of the words in front of lines.
    private static let label = 10

    /// The records for people, one after another.
    public func text(_ style: Style) -> String {
        var lines = wrapped(head, width: style.width).map { style.paint($0, .faint) }
        let known = goals.mapValues { self.lines($0, style) }
        for record in records { lines += [""] + self.lines(record, known, style) }
        if records.isEmpty { lines += ["", "Nobody was employed in this period."] }
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: String {
        "\(printable(plan.settings.name)) · data date \(Spelling.day(plan.settings.dataDate)) · "
            + (baseline.map { "baseline \(printable($0))" } ?? "no baseline, so nothing to hold progress against") + " · "
            + "\(Spelling.count(forecast.settings.samples, "sample")), seed \(forecast.settings.seed), people no limit"
    }

    /// `4 Jan 2027 to 30 Jun 2027`.
    private var span: String {
        let ends = [checkIns.period.firstDay, checkIns.period.lastDay].map {
            Spelling.day(LocalDateTime(minutes: Int32($0 * 1440)))
        }
        return "\(ends[0]) to \(ends[1])"
    }

    private func lines(_ record: Record, _ known: [Int: [String]], _ style: Style) -> [String] {
        let name = "\(plan.people.text(.id, record.person)) \(plan.people.text(.name, record.person))"
        var lines = [style.heading(printable("\(name) · \(span)")), "", style.heading("1  Progress on goals")]
        if record.goals.isEmpty { lines.append("   no goals in this period") }
        for goal in record.goals {
            lines += title(goal.entry, style) + known[Int(goal.entry.goal)]! + labelled("Own part", own(goal.part), style)
        }
        lines += ["", style.heading("2  Check-ins")]
        return lines + checkInLines(record, style)
    }

    // MARK: goals

    /// What everybody who has a part in a goal reads of it.
    private func lines(_ goal: GoalReview, _ style: Style) -> [String] {
        labelled("Plan", plan(goal), style) + labelled("Finish", finish(goal), style)
            + labelled("Measure", measure(goal), style)
    }

    private func title(_ entry: GoalContributions.Entry, _ style: Style) -> [String] {
        let goal = goals[Int(entry.goal)]!
        let initiative = plan.goals.reference(.initiative, goal.row).map { " · for \(plan.initiatives.text(.id, $0))" } ?? ""
        let due = names.due(goal.target).map { " · due \(Spelling.lastDay($0))" } ?? " · no due date"
        let title = "\(names.title(goal.target)) · \(Self.role(entry))\(initiative)\(due)"
        return wrapped(printable(title), width: style.width - 3, indent: 2).map { "   " + $0 }
    }

    private func labelled(_ label: String, _ words: String?, _ style: Style) -> [String] {
        guard let words else { return [] }
        return wrapped(words, width: style.width - Self.label - 5).enumerated().map { place, line in
            "     " + (place == 0 ? label : "").padding(Self.label) + line
        }
    }

    /// What somebody is to a goal.
    static func role(_ entry: GoalContributions.Entry) -> String {
        entry.ownsGoal ? "answers for it" : entry.ownsProject ? "answers for a project of it" : "contributes"
    }

    private func plan(_ goal: GoalReview) -> String? {
        guard let shares = goal.shares else { return baseline == nil ? nil : "none of its work is in the baseline" }
        let percent = { (share: Double) in "\(Int((100 * share).rounded())) %" }
        var words = "\(percent(shares.earned)) done of \(percent(shares.planned)) planned by now"
        if let time = goal.earned?.time, let variance = time.variance {
            let days = Spelling.days(Int(variance.magnitude), plan.settings.units)
            words += variance == 0 ? ", on schedule" : ", \(days) of work \(variance < 0 ? "behind" : "ahead of") schedule"
            if let performance = time.performance { words += " (SPI(t) \(Spelling.number(performance, decimals: 2)))" }
        }
        return words
    }

    private func finish(_ goal: GoalReview) -> String? {
        let planned = goal.earned?.time.map { "planned \(Spelling.lastDay($0.baselineFinish))" }
        let date = { (instant: Int32) in Spelling.lastDay(network.date(of: instant)) }
        if let finish = goal.actualFinish {
            return [planned, "done \(date(finish))"].compactMap(\.self).joined(separator: ", ")
        }
        guard let outcome = goal.outcome else { return planned ?? "no task serves it" }
        let range =
            "forecast \(date(outcome.p50)) (P10 \(date(outcome.p10)), P90 \(date(outcome.p90)))"
        let onTime = outcome.onTime.map { "on time with \(Spelling.percentWithError($0))" }
        return [planned, range, onTime].compactMap(\.self).joined(separator: ", ")
    }

    private func measure(_ goal: GoalReview) -> String? {
        let figures = goal.measure
        guard !figures.measure.isEmpty || figures.met != nil else { return nil }
        let number = { (value: Double) in ForecastReport.number(value) }
        let levels = [
            figures.current.map { "now \(number($0))" }, figures.met.map { "met from \(number($0))" },
            figures.exceeded.map { "exceeded from \(number($0))" },
        ].compactMap(\.self).joined(separator: ", ")
        let words = [printable(figures.measure), levels].filter { !$0.isEmpty }.joined(separator: ": ")
        if let decided = goal.decided { return "\(words): \(decided)" }
        guard let chances = figures.chances else { return "\(words) (no outcome: \(figures.gap?.words ?? ""))" }
        return
            "\(words); when due missed with \(Spelling.percent(chances.missed)), met \(Spelling.percent(chances.met)), exceeded "
            + Spelling.percent(chances.exceeded)
    }

    private func own(_ part: OwnPart) -> String? {
        guard part.tasks > 0 else { return nil }
        var words = "\(Spelling.count(part.done)) of \(Spelling.count(part.tasks, "task")) done"
        guard part.planned > 0 else { return words + "; none was to end in the period" }
        words +=
            "; of \(Spelling.count(part.planned)) to end in the period \(Spelling.count(part.onTime)) on time, \(Spelling.count(part.late)) late"
        if part.late > 0 { words += " (\(Spelling.days(part.lateMinutes, plan.settings.units)) in all)" }
        return words + ", \(Spelling.count(part.open)) open"
    }

    // MARK: check-ins

    private func checkInLines(_ record: Record, _ style: Style) -> [String] {
        guard checkIns.hasCadence else { return ["   the plan names no cadence of check-ins"] }
        var lines = record.asEmployee.flatMap { pair in
            wrapped("with their manager \(name(pair.manager)): \(words(pair))", width: style.width - 3, indent: 2).map {
                "   " + $0
            }
        }
        if record.asEmployee.isEmpty { lines.append("   reports to nobody in this period") }
        guard !record.asManager.isEmpty else { return lines }
        let kept = record.asManager.compactMap { $0.isInRhythm(checkIns.settings.rhythm) }
        lines += wrapped(
            "with their own people: kept the rhythm with \(kept.count { $0 }) of \(kept.count)", width: style.width - 3,
            indent: 2
        ).map { "   " + $0 }
        return lines
            + record.asManager.flatMap { pair in
                wrapped("\(name(pair.employee)): \(words(pair))", width: style.width - 5, indent: 2).map { "     " + $0 }
            }
    }

    private func name(_ person: Int32) -> String { printable(plan.people.text(.name, Int(person))) }

    private func words(_ pair: CheckInPair) -> String {
        var parts = ["\(pair.held) held of \(pair.expected) due"]
        if let adherence = pair.adherence { parts[0] += " (\(Int((100 * adherence).rounded())) %)" }
        if let gap = pair.longestGapDays { parts.append("longest gap \(Spelling.count(gap, "day"))") }
        if let last = pair.daysSinceLast { parts.append("last \(Spelling.count(last, "day")) before the end") }
        if pair.overdue { parts.append("overdue by \(Spelling.count(pair.overdueDays, "day"))") }
        return parts.joined(separator: ", ")
    }
}

extension String {
    /// With spaces up to a width.
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

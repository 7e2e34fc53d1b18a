import PlanModel
import PlanSchedule

/// How slips came about, week by week, with names.
struct SlipWeeks: Sendable {
    /// One week of one target or task.
    struct Week: Sendable {
        /// When its last report was made; the data date for the last one; `nil` for what no report dates.
        let date: LocalDateTime?
        /// How much later it finished than by the week before, working minutes.
        let minutes: Int
        /// What explains that; the minutes add up to it. Nothing is undone.
        let lines: [SlipLine]
    }

    /// By end, the weeks in which it had a finish.
    private let weeks: [PathEnd: [Week]]

    init(_ history: SlipHistory, line: (SlipLedger.Line) -> SlipLine) {
        var weeks: [PathEnd: [Week]] = [:]
        for (place, end) in history.ends.enumerated() {
            weeks[end] = history.weeks.compactMap { week in
                week.ledgers[place].map { Week(date: week.date, minutes: $0.minutes, lines: $0.lines.map(line)) }
            }
        }
        self.weeks = weeks
    }

    subscript(end: PathEnd) -> [Week] { weeks[end] ?? [] }
}

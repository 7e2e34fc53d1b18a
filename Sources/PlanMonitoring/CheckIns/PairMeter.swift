import PlanModel
import PlanNetwork

/// Measures one pair after the other against the cadence in force.
struct PairMeter {
    let plan: Plan
    let period: Period
    let days: PersonDays
    let cadences: CadenceRules
    /// Expected and held meetings by day of the period, to be summed into months.
    private(set) var calendar: CheckInCalendar

    init(_ plan: Plan, _ period: Period) {
        (self.plan, self.period) = (plan, period)
        (days, cadences) = (PersonDays(plan), CadenceRules(plan))
        calendar = CheckInCalendar(period)
    }

    /// The pair of a stint; `nil` where none of its days lies in the period.
    ///
    /// - Parameter records: the employee's, by day.
    mutating func pair(
        _ employee: Int, _ stint: ManagerStint, _ records: ArraySlice<CheckInRecords.Record>
    ) -> CheckInPair? {
        let manager = Int(stint.manager)
        let first = max(stint.first, days.first[employee], days.first[manager])
        let last = min(stint.last, days.last[employee], days.last[manager])
        let (from, to) = (max(first, period.firstDay), min(last, period.lastDay))
        guard from <= to else { return nil }
        let own = records.lazy.filter { $0.manager == stint.manager && $0.day >= first && $0.day <= to }
        let away = days.away[employee] + days.away[manager]
        let active = ActiveDays(from: from, to: to, away: away)
        let cadence = cadences.cadence(employee, manager)

        var tally = Tally(begin: from - 1)
        for record in own {
            tally.records += record.day >= from ? 1 : 0
            switch record.answer {
            case .held: tally.meet(Int(record.day), within: active, hasGoals: record.hasGoals)
            case .untouched: tally.untouched += record.day >= from ? 1 : 0
            case .missed: break
            }
            if record.answer == .held, record.day >= from { calendar.hold(Int(record.day)) }
        }
        let expected = cadence.map { active.count / $0.everyDays } ?? 0
        if let cadence, expected > 0 {
            for number in 1...expected { calendar.expect(active.day(number * cadence.everyDays)) }
        }
        tally.end(within: active)
        let isCurrent = last >= period.lastDay
        let since = isCurrent ? sinceLast(tally.last, begin: first, away: away) : 0
        let late = cadence.map { since > $0.everyDays + $0.graceDays } ?? false
        return CheckInPair(
            employee: Int32(employee), manager: stint.manager, isCurrent: isCurrent, firstDay: from, lastDay: to,
            expected: expected, held: tally.held,
            adherence: expected > 0 ? Double(min(tally.held, expected)) / Double(expected) : nil,
            daysSinceLast: tally.last.map { period.lastDay - $0 },
            longestGapDays: active.count > 0 ? tally.longestGap : nil, overdue: late,
            overdueDays: late ? since - cadence!.everyDays : 0, withGoals: tally.withGoals, records: tally.records,
            untouched: tally.untouched,
            escalations: late ? (since - cadence!.graceDays - 1) / cadence!.everyDays : 0, everyDays: cadence?.everyDays)
    }

    /// Active days after the last meeting, or from the pair's beginning on, to the end of the period, wherever the period begins.
    private func sinceLast(_ last: Int?, begin: Int, away: [ClosedRange<Int>]) -> Int {
        // What lies before the epoch is not recorded, so nothing can be due from then.
        let begin = max(begin, min(plan.settings.epoch.day, period.firstDay))
        return ActiveDays(from: last.map { $0 + 1 } ?? begin, to: period.lastDay, away: away).count
    }

    /// What the records of a pair add up to.
    private struct Tally {
        var held = 0, withGoals = 0, records = 0, untouched = 0, longestGap = 0
        /// The last meeting held, before the period too.
        var last: Int?
        /// The day after which the present gap began.
        private var begin: Int

        init(begin: Int) { self.begin = begin }

        mutating func meet(_ day: Int, within active: ActiveDays, hasGoals: Bool) {
            last = day
            guard day >= active.first else { return }
            held += 1
            withGoals += hasGoals ? 1 : 0
            longestGap = max(longestGap, active.count(from: begin + 1, to: day))
            begin = day
        }

        mutating func end(within active: ActiveDays) {
            longestGap = max(longestGap, active.count(from: begin + 1, to: active.last))
        }
    }
}

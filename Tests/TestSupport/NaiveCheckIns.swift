public import Headway

/// Check-ins day by day: who was whose manager, who was there, what fell due; slow, and with nothing clever in it.
public struct NaiveCheckIns {
    /// What `CheckInPair` says, by ids.
    public struct Pair: Equatable {
        /// Who met whom.
        public var employee: String, manager: String
        /// What the days add up to.
        public var expected = 0, held = 0, withGoals = 0, longestGap = 0, activeDays = 0
        /// The days of the pair within the period.
        public var firstDay: Int, lastDay: Int
        /// As `CheckInPair` has them.
        public var daysSinceLast: Int?, overdue = false, overdueDays = 0, isCurrent = false

        /// A pair that has not met.
        public init(employee: String, manager: String, firstDay: Int, lastDay: Int) {
            (self.employee, self.manager, self.firstDay, self.lastDay) = (employee, manager, firstDay, lastDay)
        }
    }

    /// By employee's row, then by time.
    public private(set) var pairs: [Pair] = []
    /// Meetings due and held by year and month.
    public private(set) var dueByMonth: [[Int]: Int] = [:], heldByMonth: [[Int]: Int] = [:]
    private let plan: Plan
    private let period: ClosedRange<Int>

    /// The check-ins of a plan from one day to another.
    public init(_ plan: Plan, _ period: ClosedRange<Int>) {
        (self.plan, self.period) = (plan, period)
        for employee in plan.people.rows { walk(employee) }
    }

    // MARK: who

    private struct Meeting {
        let day: Int, manager: Int, isHeld: Bool, hasGoals: Bool
    }

    private func meetings(of employee: Int) -> [Meeting] {
        let table = plan.checkIns
        return table.rows.filter { table.reference(.employee, $0) == employee }.map { row in
            Meeting(
                day: table.date(.date, row)!.day, manager: table.reference(.manager, row)!,
                isHeld: table.integer(.held, row) == 1, hasGoals: !table.text(.goals, row).isEmpty)
        }.filter { $0.day <= plan.settings.dataDate.day }.sorted { $0.day < $1.day }
    }

    private func isEmployed(_ person: Int, _ day: Int) -> Bool {
        let start = plan.people.date(.start, person).map { $0.day <= day } ?? true
        // An end is the instant after the last minute.
        return start && plan.people.date(.end, person).map { $0.minutes > Int32(day * 1440) } ?? true
    }

    /// Whether availability says 0 at every hour of a day.
    private func isAway(_ person: Int, _ day: Int) -> Bool {
        let rows = plan.availability.rows.filter { plan.availability.reference(.person, $0) == person }
        if rows.isEmpty { return false }
        return (0..<24).allSatisfy { hour in
            let now = Int32(day * 1440 + hour * 60)
            let holding = rows.filter { row in
                plan.availability.date(.from, row)!.minutes <= now
                    && plan.availability.date(.to, row).map { now < $0.minutes } ?? true
            }
            if holding.contains(where: { plan.availability.number(.capacity, $0) == nil }) { return true }
            let latest = holding.max { left, right in order(left) < order(right) }
            return latest.flatMap { plan.availability.number(.capacity, $0) } == 0
        }
    }

    /// Of changes of capacity the later one counts, then the shorter one, then the smaller amount.
    private func order(_ row: Int) -> (Int32, Int32, Double) {
        let table = plan.availability
        return (
            table.date(.from, row)!.minutes, -(table.date(.to, row)?.minutes ?? Int32.max), -(table.number(.capacity, row) ?? 0)
        )
    }

    /// The manager of an employee on a day, employed or not.
    private func manager(of employee: Int, _ day: Int, _ meetings: [Meeting]) -> Int? {
        let present = plan.people.reference(.manager, employee)
        let others = meetings.filter { $0.manager != present }
        let own = meetings.filter { $0.manager == present }
        let begin: Int
        if let since = plan.people.date(.managerSince, employee), present != nil {
            begin = since.day
        } else if others.isEmpty {
            begin = Int.min
        } else if let first = own.first {
            begin = others[0].day < first.day ? first.day : Int.min
        } else {
            begin = meetings.last!.day + 1
        }
        if day >= begin { return present }
        var former: Int?
        for other in Set(others.map(\.manager)).map({ manager in others.first { $0.manager == manager }! }).filter({
            $0.day < begin
        }).sorted(by: { ($0.day, plan.people.text(.id, $0.manager)) < ($1.day, plan.people.text(.id, $1.manager)) })
        where former == nil || other.day <= day { former = other.manager }
        return former
    }

    // MARK: days

    private mutating func walk(_ employee: Int) {
        let meetings = meetings(of: employee)
        var found: [Pair] = []
        // By pair: active days since the last meeting, or since the beginning, in the period and in all.
        var (gap, since, last): (Int, Int, Int?) = (0, 0, nil)
        var (before, pairBefore): (Int?, Int?) = (nil, nil)
        let epoch = min(plan.settings.epoch.day, period.lowerBound)
        let earliest = min(epoch, meetings.first?.day ?? epoch)
        for day in earliest...period.upperBound {
            let manager = manager(of: employee, day, meetings)
            if manager != before { (gap, since, last, before) = (0, 0, nil, manager) }
            guard let manager, isEmployed(employee, day), isEmployed(manager, day) else { continue }
            let isActive = !isAway(employee, day) && !isAway(manager, day)
            since += isActive && day >= epoch ? 1 : 0
            let meeting = meetings.first { $0.day == day && $0.manager == manager && $0.isHeld }
            if meeting != nil { (since, last) = (0, day) }
            guard day >= period.lowerBound else { continue }
            if pairBefore != manager {
                found.append(
                    Pair(
                        employee: plan.people.text(.id, employee), manager: plan.people.text(.id, manager), firstDay: day,
                        lastDay: day))
                (pairBefore, gap) = (manager, 0)
            }
            let place = found.count - 1
            let month = Array([LocalDateTime(minutes: Int32(day * 1440)).date].flatMap { [$0.year, $0.month] })
            found[place].lastDay = day
            let every = cadence(employee, manager)?.everyDays
            if isActive {
                found[place].activeDays += 1
                gap += 1
                if let every, found[place].activeDays % every == 0 {
                    found[place].expected += 1
                    dueByMonth[month, default: 0] += 1
                }
            }
            found[place].longestGap = max(found[place].longestGap, gap)
            if let meeting {
                found[place].held += 1
                found[place].withGoals += meeting.hasGoals ? 1 : 0
                heldByMonth[month, default: 0] += 1
                gap = 0
            }
            found[place].daysSinceLast = last.map { period.upperBound - $0 }
            guard day == period.upperBound else { continue }
            found[place].isCurrent = true
            if let cadence = cadence(employee, manager), since > cadence.everyDays + cadence.graceDays {
                (found[place].overdue, found[place].overdueDays) = (true, since - cadence.everyDays)
            }
        }
        // Whoever is no pair any more still met so long ago.
        pairs += found
    }

    private func cadence(_ employee: Int, _ manager: Int) -> Cadence? {
        guard let common = plan.settings.cadence else { return nil }
        let own = plan.settings.ownCadences
        let unit = common.changed(by: own.units[plan.people.text(.unit, employee)])
        return unit.changed(
            by: own.pairs[.init(employee: plan.people.text(.id, employee), manager: plan.people.text(.id, manager))])
    }
}

public import PlanModel
import PlanNetwork

/// Whether managers and their people meet as the cadence asks: every pair of a plan, measured over a period.
///
/// A meeting counts where its record says that it was held, on a day on which its manager was the employee's. An empty cell is an untouched
/// record and does not
/// count, nor does `no`; the goals named are counted beside it and decide nothing.
public struct CheckIns: Sendable {
    /// The days looked at; the last is no later than the data date.
    public let period: Period
    /// What was asked for.
    public let settings: CheckInSettings
    /// Whether the plan names a cadence; without one nothing is expected.
    public let hasCadence: Bool
    /// By rows of employees, then by first day. An employee who changed managers has several.
    public let pairs: [CheckInPair]
    /// Meetings expected and held by month; together they are those of `pairs`.
    public let months: [CheckInMonth]
    /// Records within the period that nobody has answered.
    public let untouched: Int
    /// Meetings held within the period with somebody who was not the employee's manager at the time; they count for nothing.
    public let heldElsewhere: Int
    /// Records without an answer after the data date: meetings to come.
    public let scheduled: Int

    /// The check-ins of a plan that compiles.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - period: the days looked at; cut at the data date. From the epoch to the data date where `nil`.
    ///   - settings: whose record is looked at, and what it is judged by.
    /// - Complexity: O(people + records + meetings due), where rows are in the order of days.
    public init(of plan: Plan, during period: Period? = nil, settings: CheckInSettings = .init()) {
        let dataDay = plan.settings.dataDate.day
        let asked = period ?? Period(firstDay: min(plan.settings.epoch.day, dataDay), lastDay: dataDay)
        let period = Period(firstDay: min(asked.firstDay, dataDay), lastDay: min(asked.lastDay, dataDay))
        var counts = Counts()
        let records = CheckInRecords(of: plan)
        var meter = PairMeter(plan, period)
        var pairs: [CheckInPair] = []
        pairs.reserveCapacity(plan.people.count)
        let ids = plan.people.texts(.id)
        for employee in plan.people.rows where settings.includes(employee, plan) {
            let own = records.of(employee)
            counts.add(own, period, dataDay, settings)
            let stints = ManagerStint.all(of: employee, plan, meter.days, own) { left, right in
                ids.map { $0[Int(left)].utf8.lexicographicallyPrecedes($0[Int(right)].utf8) } ?? (left < right)
            }
            for stint in stints where settings.includes(manager: stint.manager) {
                guard let pair = meter.pair(employee, stint, own) else { continue }
                pairs.append(pair)
                counts.held -= pair.held
            }
        }
        (self.period, self.settings, hasCadence) = (period, settings, plan.settings.cadence != nil)
        (self.pairs, months) = (pairs, meter.calendar.months)
        (untouched, heldElsewhere, scheduled) = (counts.untouched, counts.held, counts.scheduled)
    }

    /// The managers who should hear of an overdue meeting: the pair's own, then upwards as far as it has climbed; rows of people.
    public func escalation(of pair: CheckInPair, in plan: Plan) -> [Int32] {
        guard pair.escalations > 0 else { return [] }
        var line = [pair.manager]
        while line.count < pair.escalations, let next = plan.people.reference(.manager, Int(line[line.count - 1])) {
            line.append(Int32(next))
        }
        return line
    }

    /// What records add up to, whomever they name.
    private struct Counts {
        var held = 0, untouched = 0, scheduled = 0

        mutating func add(
            _ records: ArraySlice<CheckInRecords.Record>, _ period: Period, _ dataDay: Int, _ settings: CheckInSettings
        ) {
            for record in records where settings.includes(manager: record.manager) {
                let isWithin = record.day >= period.firstDay && record.day <= period.lastDay
                switch record.answer {
                case .held: held += isWithin ? 1 : 0
                case .untouched where record.day > dataDay: scheduled += 1
                case .untouched: untouched += isWithin ? 1 : 0
                case .missed: break
                }
            }
        }
    }
}

extension CheckInSettings {
    /// Whether an employee's record is looked at.
    func includes(_ employee: Int, _ plan: Plan) -> Bool {
        if case .unit(let name) = scope { return plan.people.text(.unit, employee) == name }
        return true
    }

    /// Whether pairs of a manager are looked at.
    func includes(manager: Int32) -> Bool {
        if case .manager(let row) = scope { return row == manager }
        return true
    }
}

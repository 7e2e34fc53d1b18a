import PlanModel
import PlanNetwork

/// The time for which somebody was an employee's manager.
///
/// `people` knows the present manager alone; those before are known from records. The present one begins where `manager_since` says so.
/// Without it, at the
/// first record that names them if an earlier one names somebody else; the day after the last record that names somebody else, if none
/// names them; else with
/// the employee. A manager before lasts from their first record (the first of them from the employee's start) to the day before the next
/// one begins. A manager
/// whose records begin only when the present one is there stood in, and has no time of their own.
struct ManagerStint {
    let manager: Int32
    /// Both ends counted.
    let first: Int, last: Int

    /// An employee's managers, in order of time.
    ///
    /// - Parameters:
    ///   - records: the employee's, by day; those after the data date say nothing about today.
    ///   - isBefore: which of two managers comes first whose records begin on one day.
    static func all(
        of employee: Int, _ plan: Plan, _ days: PersonDays, _ records: ArraySlice<CheckInRecords.Record>,
        isBefore: (Int32, Int32) -> Bool
    ) -> [ManagerStint] {
        let present = plan.people.reference(.manager, employee).map(Int32.init)
        let start = days.first[employee]
        let dataDay = plan.settings.dataDate.day
        let known = records.prefix { $0.day <= dataDay }
        let since = plan.people.date(.managerSince, employee)?.day
        if since == nil, known.allSatisfy({ $0.manager == present }) {
            return present.map { [ManagerStint(manager: $0, first: start, last: days.last[employee])] } ?? []
        }
        var begins: [(manager: Int32, day: Int)] = []
        for record in known where record.manager != present && !begins.contains(where: { $0.manager == record.manager }) {
            begins.append((record.manager, Int(record.day)))
        }
        let end = presentBegin(present, since, start, known)
        begins = begins.filter { $0.day < end }.sorted { $0.day != $1.day ? $0.day < $1.day : isBefore($0.manager, $1.manager) }
        if !begins.isEmpty { begins[0].day = start }
        var stints = begins.indices.map { place in
            let next = place + 1 < begins.count ? begins[place + 1].day : end
            return ManagerStint(manager: begins[place].manager, first: begins[place].day, last: next - 1)
        }
        if let present { stints.append(ManagerStint(manager: present, first: end, last: days.last[employee])) }
        return stints.filter { $0.first <= $0.last }
    }

    /// The day on which the present manager begins; without one, the day after the last record.
    private static func presentBegin(
        _ present: Int32?, _ since: Int?, _ start: Int, _ records: ArraySlice<CheckInRecords.Record>
    ) -> Int {
        if let since, present != nil { return max(since, start) }
        guard let other = records.first(where: { $0.manager != present }) else { return start }
        if let own = records.first(where: { $0.manager == present }) { return own.day <= other.day ? start : Int(own.day) }
        return Int(records.last!.day) + 1
    }
}

import PlanModel

/// The days of a calendar exception of Microsoft Project, most of which recur by a rule.
///
/// Source: the dates that Project itself writes beside its rules (`DayType` 0). Weeks begin on Sunday; months and years are counted from
/// that of the first day.
struct RecurringDays {
    enum Rule {
        /// Every so many days.
        case daily(every: Int)
        /// On weekdays (bit 0 is Sunday), every so many weeks.
        case weekly(every: Int, days: Int32)
        /// On a day of the month, every so many months.
        case monthly(every: Int, day: Int)
        /// On the first to fourth or last (4) of a kind of days in the month: 0 all, 1 Monday to Friday, 2 the weekend, 3 Sunday to 9.
        case relative(every: Int, position: Int, item: Int)
    }

    /// No exception has more days; bounds what a hostile file can ask for.
    static let limit = 40_000

    var rule: Rule
    let first: Int
    let last: Int
    let occurrences: Int
    /// The month, 0-based, in which a yearly rule begins; `nil` for that of the first day.
    var month: Int?

    /// The days that an exception's fields tell; `nil` if it has no dates or a field is no value.
    init?(_ record: XMLRecord, period: ClosedRange<Int>?, _ notes: inout XMLNotes) {
        typealias Field = MSPDIExceptionField
        let faults = notes.faults.count
        let every = Int(record.integer(Field.period, &notes) ?? 1)
        let (type, item) = (record.integer(Field.type, &notes) ?? 1, Int(record.integer(Field.monthItem, &notes) ?? 0))
        let position = Int(record.integer(Field.monthPosition, &notes) ?? 0)
        let monthDay = Int(record.integer(Field.monthDay, &notes) ?? 1)
        let month = Int(record.integer(Field.month, &notes) ?? 0)
        let days = record.integer(Field.daysOfWeek, &notes) ?? 0
        let count = record.flag(Field.enteredByOccurrences, &notes) ? record.integer(Field.occurrences, &notes) ?? 0 : 0
        if !(1...1000).contains(every) { notes.refuse(record, Field.period, "bad-number", "1 to 1000") }
        if !(0...9).contains(item) { notes.refuse(record, Field.monthItem, "bad-number", "0 to 9") }
        if !(0...4).contains(position) { notes.refuse(record, Field.monthPosition, "bad-number", "0 to 4") }
        if !(1...31).contains(monthDay) { notes.refuse(record, Field.monthDay, "bad-number", "1 to 31") }
        if !(0...11).contains(month) { notes.refuse(record, Field.month, "bad-number", "0 to 11") }
        guard notes.faults.count == faults, let period else { return nil }
        (first, last) = (period.lowerBound, period.upperBound)
        switch type {
        case 2: rule = .monthly(every: 12, day: monthDay)
        case 3: rule = .relative(every: 12, position: position, item: item)
        case 4: rule = .monthly(every: every, day: monthDay)
        case 5: rule = .relative(every: every, position: position, item: item)
        case 6: rule = .weekly(every: every, days: days)
        case 7: rule = .daily(every: every)
        case 1, 8, 9: rule = .daily(every: 1)
        default:
            notes.refuse(record, Field.type, "bad-number", "1 to 9")
            return nil
        }
        self.month = type == 2 || type == 3 ? month : nil
        // A plain stretch of days is all of them, whatever number of occurrences stands beside it.
        occurrences = [1, 8, 9].contains(type) || count <= 0 ? Self.limit : min(Int(count), Self.limit)
    }

    /// Whether the rule goes on after so many of its days.
    func isCut(after days: [Int]) -> Bool { days.count >= Self.limit && days[days.count - 1] < last }

    /// The days, since 1970-01-01, ascending.
    func days() -> [Int] {
        switch rule {
        case .daily(let every): Array(stride(from: first, through: last, by: every).prefix(occurrences))
        case .weekly(let every, let days): weekly(every, days)
        case .monthly(let every, let day): monthly(every) { year, month in Self.day(day, year, month) }
        case .relative(let every, let position, let item): monthly(every) { Self.day(item, position, $0, $1) }
        }
    }

    private func weekly(_ every: Int, _ days: Int32) -> [Int] {
        var result: [Int] = []
        guard days & 0x7f != 0 else { return result }
        let sunday = first - (Weekday(day: first).rawValue + 1) % 7
        for week in stride(from: sunday, through: last, by: 7 * every) {
            for bit in 0..<7 where days >> Int32(bit) & 1 == 1 && (first...last).contains(week + bit) {
                guard result.count < occurrences else { return result }
                result.append(week + bit)
            }
        }
        return result
    }

    /// No date lies in or after the year 6000.
    private static let lastMonth = 6000 * 12

    private func monthly(_ every: Int, _ day: (Int, Int) -> Int) -> [Int] {
        var result: [Int] = []
        let start = LocalDateTime(minutes: Int32(first * 1440)).date
        var months = start.year * 12 + (month ?? start.month - 1)
        while result.count < occurrences {
            let found = day(months / 12, months % 12 + 1)
            if found > last || months >= Self.lastMonth { break }
            if found >= first { result.append(found) }
            months += every
        }
        return result
    }

    /// A day of a month, or its last one where it is shorter.
    private static func day(_ day: Int, _ year: Int, _ month: Int) -> Int {
        LocalDateTime.dayNumber(year, month, min(day, LocalDateTime.monthLength(year, month)))
    }

    private static func day(_ item: Int, _ position: Int, _ year: Int, _ month: Int) -> Int {
        let length = LocalDateTime.monthLength(year, month)
        let first = LocalDateTime.dayNumber(year, month, 1)
        let fitting = (first..<first + length).filter { matches(Weekday(day: $0), item) }
        return position == 4 ? fitting.last! : fitting[position]
    }

    private static func matches(_ weekday: Weekday, _ item: Int) -> Bool {
        switch item {
        case 0: true
        case 1: weekday.rawValue < 5
        case 2: weekday.rawValue >= 5
        default: (weekday.rawValue + 1) % 7 == item - 3
        }
    }
}

extension LocalDateTime {
    /// Days since 1970-01-01 of a date that exists, of any year.
    fileprivate static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        LocalDateTime(year: min(max(year, 1), 5999), month: month, day: day)!.day
    }

    fileprivate static func monthLength(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: LocalDateTime(year: min(max(year, 1), 5999), month: 2, day: 29) == nil ? 28 : 29
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

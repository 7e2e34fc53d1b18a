/// A local date and time, without time zone, in whole minutes.
///
/// Days are those of the proleptic Gregorian calendar; every day has 1,440 minutes, because local plans know no leap seconds
/// and no daylight saving.
public struct LocalDateTime: Hashable, Comparable, Sendable {
    /// Minutes since 1970-01-01T00:00; the years 1 to 5999 fit.
    public var minutes: Int32

    /// The moment `minutes` after 1970-01-01T00:00.
    public init(minutes: Int32) { self.minutes = minutes }

    /// A date and time, or `nil` where no calendar has it.
    ///
    /// - Parameters:
    ///   - year: 1 … 5999.
    ///   - month: 1 … 12.
    ///   - day: 1 … the length of the month.
    ///   - minuteOfDay: minutes since midnight, 0 … 1,440 (24:00 is the next day's 00:00).
    public init?(year: Int, month: Int, day: Int, minuteOfDay: Int = 0) {
        guard (1...5999).contains(year), (1...12).contains(month), day >= 1, day <= Self.daysIn(month: month, year: year),
            (0...1440).contains(minuteOfDay)
        else { return nil }
        minutes = Int32(Self.dayNumber(year: year, month: month, day: day) * 1440 + minuteOfDay)
    }

    /// Earlier comes first.
    public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }

    /// The moment `minutes` later, no later than the last one that 32 bits hold.
    public func advanced(byMinutes minutes: Int32) -> LocalDateTime {
        LocalDateTime(minutes: Int32(clamping: Int(self.minutes) + Int(minutes)))
    }

    /// The minutes from `other` to this moment, no more than 32 bits hold.
    public func minutes(since other: LocalDateTime) -> Int32 { Int32(clamping: Int(minutes) - Int(other.minutes)) }

    /// Whole days since 1970-01-01.
    public var day: Int { Int(minutes).floorDivided(by: 1440) }

    /// Minutes since midnight, 0 … 1,439.
    public var minuteOfDay: Int { Int(minutes) - day * 1440 }

    /// The day of the week.
    public var weekday: Weekday { Weekday(day: day) }

    /// Year, month (1 … 12) and day (1 … 31).
    public var date: (year: Int, month: Int, day: Int) { Self.date(ofDay: day) }

    /// Days since 1970-01-01 of a date that exists.
    ///
    /// Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.floorDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date of a day number; the inverse of `dayNumber`.
    static func date(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension LocalDateTime: CustomStringConvertible {
    /// ISO 8601 to the minute: `2026-11-22T17:00`.
    public var description: String { "\(dateText)T\(timeText)" }

    /// The date alone: `2026-11-22`.
    public var dateText: String {
        let (year, month, day) = date
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// The time alone: `17:00`.
    public var timeText: String { "\(padded(minuteOfDay / 60, to: 2)):\(padded(minuteOfDay % 60, to: 2))" }
}

/// A day of the week; Monday is 0, as in ISO 8601.
public enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The weekday of a number of days since 1970-01-01, which was a Thursday.
    public init(day: Int) { self = Self.allCases[(day + 3) - (day + 3).floorDivided(by: 7) * 7] }

    /// `monday` … `sunday`, as plan files spell it.
    public var name: String { "\(self)" }
}

extension Int {
    func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
}

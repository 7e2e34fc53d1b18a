/// A stretch of working time inside one day.
public struct Shift: Hashable, Sendable {
    /// First minute of work, minutes since midnight, 0 … 1,439.
    public var start: Int
    /// The minute after the last one of work, `start` + 1 … 1,440.
    public var end: Int

    /// A shift of `end` − `start` minutes.
    ///
    /// - Precondition: 0 ≤ start < end ≤ 1,440.
    public init(start: Int, end: Int) {
        precondition(0 <= start && start < end && end <= 1440)
        (self.start, self.end) = (start, end)
    }
}

/// A working calendar as people write it: a week of shifts, dated exceptions, and a base that fills in what it does not say.
public struct CalendarDefinition: Sendable, Hashable {
    /// Its name in the plan.
    public var name: String
    /// The calendar that it inherits from; an index into `PlanSettings.calendars`.
    public var base: Int?
    /// Shifts by weekday (`Weekday.rawValue`), ascending and apart; `nil` where the base decides (no base: a free day).
    public var week: [[Shift]?]
    /// Shifts of single dates, by days since 1970-01-01; an empty list is a holiday.
    public var exceptions: [Int: [Shift]]

    /// A calendar; without arguments beside the name one that never works.
    public init(
        name: String, base: Int? = nil, week: [[Shift]?] = Array(repeating: nil, count: 7), exceptions: [Int: [Shift]] = [:]
    ) {
        precondition(week.count == 7)
        (self.name, self.base, self.week, self.exceptions) = (name, base, week, exceptions)
    }

    /// Monday to Friday, 08:00–12:00 and 13:00–17:00: what a plan without calendars works by.
    public static let standard = CalendarDefinition(
        name: "standard",
        week: Weekday.allCases.map { $0.rawValue < 5 ? [Shift(start: 480, end: 720), Shift(start: 780, end: 1020)] : [] })
}

extension [CalendarDefinition] {
    /// The calendar with all that it inherits written out: seven days and every exception of its line.
    ///
    /// - Precondition: inheritance has no cycle; readers refuse one.
    public func resolved(_ index: Int) -> CalendarDefinition {
        var calendar = self[index]
        var ancestor = calendar.base
        while let base = ancestor {
            for day in 0..<7 where calendar.week[day] == nil { calendar.week[day] = self[base].week[day] }
            calendar.exceptions.merge(self[base].exceptions) { own, _ in own }
            ancestor = self[base].base
        }
        calendar.base = nil
        for day in 0..<7 where calendar.week[day] == nil { calendar.week[day] = [] }
        return calendar
    }
}

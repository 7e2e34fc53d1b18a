public import Headway
import Synchronization

/// The naive twin of `WorkingTime`: a mark a minute, counted.
public struct NaiveCalendar: Sendable {
    /// Whether each minute since midnight of the epoch's day is one of work.
    public let works: [Bool]
    /// How many minutes of work lie before each instant; one more value than `works`.
    public let before: [Int]
    /// The instant at which each minute of work begins.
    public let minutes: [Int]

    /// The calendar's first `days` days; inheritance is resolved.
    public init(_ calendar: CalendarDefinition, epochDay: Int, days: Int) {
        var works = [Bool](repeating: false, count: days * 1440)
        for day in 0..<days {
            let weekday = Weekday(day: epochDay + day)
            for shift in calendar.exceptions[epochDay + day] ?? calendar.week[weekday.rawValue] ?? [] {
                for minute in shift.start..<shift.end { works[day * 1440 + minute] = true }
            }
        }
        var (before, minutes) = ([0], [Int]())
        before.reserveCapacity(works.count + 1)
        for (instant, isWork) in works.enumerated() {
            if isWork { minutes.append(instant) }
            before.append(minutes.count)
        }
        (self.works, self.before, self.minutes) = (works, before, minutes)
    }

    /// Minutes of work before an instant; before the epoch there are none.
    public func work(at instant: Int) -> Int { before[max(instant, 0)] }
    /// The earliest instant with so many minutes of work before it: just after the last of them.
    public func finish(at work: Int) -> Int { work <= 0 ? 0 : minutes[work - 1] + 1 }
    /// The latest instant with so many minutes of work before it: just where the next one begins.
    public func start(at work: Int) -> Int { minutes[max(work, 0)] }

    /// The twin of a calendar over four hundred days, made once.
    public static func shared(_ calendar: CalendarDefinition, epochDay: Int) -> NaiveCalendar {
        let key = Key(calendar: calendar, epochDay: epochDay)
        if let known = made.withLock({ $0[key] }) { return known }
        let twin = NaiveCalendar(calendar, epochDay: epochDay, days: 400)
        made.withLock { $0[key] = twin }
        return twin
    }

    private struct Key: Hashable {
        let calendar: CalendarDefinition
        let epochDay: Int
    }

    private static let made = Mutex<[Key: NaiveCalendar]>([:])
}

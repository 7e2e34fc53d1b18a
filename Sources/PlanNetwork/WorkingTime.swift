public import PlanModel

/// A calendar compiled into tables: working minutes by instant and instants by working minute, each one look-up away.
///
/// An *instant* is whole minutes since midnight of the day of the plan's epoch. A *work position* is the number of working minutes
/// between that midnight and an instant. Several instants share a position (17:00 today and 08:00 tomorrow): a finish is spelled
/// as the earliest of them, a start as the latest.
///
/// All shift bounds are multiples of a granule, so time inside a granule is either all work or none. The tables cover the days up
/// to the last exception and one plain week; beyond that the week repeats.
public struct WorkingTime: Sendable, Equatable {
    /// Minutes that divide every bound of a shift.
    public let granule: Int32
    /// Working minutes in a plain week, above 0.
    public let weekWork: Int32
    /// Work position at each granule of time; ascending, first 0.
    public let workAt: [Int32]
    /// The granule of time in which each granule of work lies; ascending.
    public let granuleOf: [Int32]
    /// The instant and position from which on the plain week repeats.
    public let repeatInstant: Int32, repeatWork: Int32

    /// Tables with more entries than this are refused, so that memory stays bounded.
    static let mostEntries = 1 << 24
    /// Once the tables of a plan's calendars have more entries than this, there may be no more calendars: about 1 GiB, 2 where all work
    /// around the clock.
    static let mostEntriesTogether = 1 << 28
    /// A plan has no more calendars, so that 16 bits name them and the one that works around the clock.
    static let mostCalendars = Int(UInt16.max)
    /// Tables reach no further than a plan may, minutes.
    static let longestTable = 1 << 30

    /// Compiles a calendar whose inheritance is resolved; `nil` if its exceptions reach so far, or its shifts are so odd, that
    /// the tables would not fit.
    ///
    /// - Parameters:
    ///   - calendar: the week works at least a minute.
    ///   - epochDay: the day of the plan's epoch, days since 1970-01-01; exceptions before it are ignored.
    /// - Complexity: O(days to the last exception).
    public init?(_ calendar: CalendarDefinition, epochDay: Int) {
        let week = calendar.week.map { $0 ?? [] }
        let exceptions = calendar.exceptions.filter { $0.key >= epochDay }
        let granule = Self.granule(of: week + exceptions.values)
        let plainDays = ((exceptions.keys.max() ?? epochDay - 1) - epochDay + 1 + 6) / 7 * 7
        guard (plainDays + 7) * (1440 / granule) <= Self.mostEntries, plainDays * 1440 <= Self.longestTable else { return nil }
        var (work, granules): ([Int32], [Int32]) = ([], [])
        var total: Int32 = 0
        for day in 0..<plainDays + 7 {
            let number = epochDay + day
            let shifts = exceptions[number] ?? week[Weekday(day: number).rawValue]
            for slot in 0..<1440 / granule {
                work.append(total)
                guard shifts.contains(where: { $0.start <= slot * granule && slot * granule < $0.end }) else { continue }
                granules.append(Int32(day * (1440 / granule) + slot))
                total += Int32(granule)
            }
        }
        work.append(total)
        (workAt, granuleOf, self.granule) = (work, granules, Int32(granule))
        repeatInstant = Int32(plainDays * 1440)
        repeatWork = work[plainDays * (1440 / granule)]
        weekWork = total - repeatWork
        guard weekWork > 0 else { return nil }
    }

    /// A calendar that works around the clock: positions are instants.
    public static let elapsed = WorkingTime(
        CalendarDefinition(name: "elapsed", week: Array(repeating: [Shift(start: 0, end: 1440)], count: 7)), epochDay: 0)!

    private static func granule(of days: [[Shift]]) -> Int {
        var granule = 1440
        for bound in days.joined().flatMap({ [$0.start, $0.end] }) {
            var (a, b) = (granule, bound)
            while b != 0 { (a, b) = (b, a % b) }
            granule = a
        }
        return granule
    }

    /// The work position of an instant.
    ///
    /// - Parameter instant: minutes, 0 or more.
    public func work(at instant: Int32) -> Int32 {
        var (instant, base): (Int32, Int32) = (max(instant, 0), 0)
        if instant >= repeatInstant {
            let weeks = (instant - repeatInstant) / 10_080
            instant -= weeks * 10_080
            base = weeks * weekWork
        }
        let slot = Int(instant / granule)
        let inside = instant - Int32(slot) * granule
        return base + workAt[slot] + min(inside, workAt[slot + 1] - workAt[slot])
    }

    /// The earliest instant with a position: how a finish is spelled.
    ///
    /// - Parameter work: working minutes, 0 or more.
    public func finish(at work: Int32) -> Int32 { work <= 0 ? 0 : instant(of: work - 1) + 1 }

    /// The latest instant with a position: how a start is spelled.
    public func start(at work: Int32) -> Int32 { instant(of: max(work, 0)) }

    /// The instant at which working minute `minute` (0-based) begins.
    private func instant(of minute: Int32) -> Int32 {
        var (minute, base): (Int32, Int32) = (minute, 0)
        if minute >= repeatWork {
            let weeks = (minute - repeatWork) / weekWork
            minute -= weeks * weekWork
            base = weeks * 10_080
        }
        let slot = minute / granule
        return base + granuleOf[Int(slot)] * granule + minute - slot * granule
    }

    /// The largest position whose start spelling is not after an instant: the exact inverse of `start(at:)`.
    public func latestStart(notAfter instant: Int32) -> Int32 {
        let position = work(at: instant)
        return start(at: position) > instant ? position - 1 : position
    }
}

import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// Calendars as tables against calendars as a mark a minute.
struct WorkingTimeTests {
    /// Monday 4 January 2027.
    static let epochDay = LocalDateTime(year: 2027, month: 1, day: 4)!.day

    /// Every minute of 90 days and every minute of work in them, in all spellings.
    @Test(arguments: RandomCalendars.all.indices) func everyMinute(index: Int) throws {
        let definition = RandomCalendars.all.resolved(index)
        let time = try #require(WorkingTime(definition, epochDay: Self.epochDay))
        let naive = NaiveCalendar(definition, epochDay: Self.epochDay, days: 100)
        var wrong: [String] = []
        for instant in 0...90 * 1440 where time.work(at: Int32(instant)) != Int32(naive.work(at: instant)) {
            wrong.append("work at \(instant)")
        }
        for work in 0...naive.before[90 * 1440] {
            if time.finish(at: Int32(work)) != Int32(naive.finish(at: work)) { wrong.append("finish at \(work)") }
            if time.start(at: Int32(work)) != Int32(naive.start(at: work)) { wrong.append("start at \(work)") }
        }
        #expect(wrong.prefix(5) == [])
    }

    /// The latest position whose start is in time: its start is, that of the next one is not.
    @Test(arguments: RandomCalendars.all.indices) func latestStartIsTheInverseOfStart(index: Int) throws {
        let time = try #require(WorkingTime(RandomCalendars.all.resolved(index), epochDay: Self.epochDay))
        for instant in Int32(0)..<40 * 1440 {
            let position = time.latestStart(notAfter: instant)
            guard position < 0 || time.start(at: position) <= instant, time.start(at: position + 1) > instant else {
                if position < 0, time.start(at: 0) > instant { continue }
                Issue.record("instant \(instant), position \(position)")
                return
            }
        }
    }

    /// A thousand years on, weeks repeat: a position p + k W lies k weeks after p, W the week's work. 20 random minutes a calendar.
    @Test(arguments: RandomCalendars.all.indices) func farBeyondTheTable(index: Int) throws {
        let definition = RandomCalendars.all.resolved(index)
        let time = try #require(WorkingTime(definition, epochDay: Self.epochDay))
        let naive = NaiveCalendar(definition, epochDay: Self.epochDay, days: 100)
        var random = SeededGenerator(seed: UInt64(index))
        for _ in 0..<20 {
            let (instant, weeks) = (random.integer(60 * 1440...90 * 1440), random.integer(50_000...52_000))
            let (far, work) = (Int32(instant + weeks * 10_080), naive.work(at: instant) + weeks * Int(time.weekWork))
            #expect(time.work(at: far) == Int32(work))
            #expect(time.finish(at: Int32(work)) == Int32(naive.finish(at: naive.work(at: instant)) + weeks * 10_080))
            #expect(time.start(at: Int32(work)) == Int32(naive.start(at: naive.work(at: instant)) + weeks * 10_080))
        }
    }

    /// Seeded random calendars: odd shifts on odd days, exceptions that are free, longer or shorter; every minute of 30 days.
    @Test(arguments: 0..<30) func randomCalendars(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        func shifts() -> [Shift] {
            var (shifts, start): ([Shift], Int) = ([], random.integer(0...1000))
            while start < 1440, shifts.count < 3 {
                let end = min(1440, start + random.integer(1...300))
                shifts.append(Shift(start: start, end: end))
                start = end + random.integer(1...300)
            }
            return shifts
        }
        var calendar = CalendarDefinition(name: "random", week: (0..<7).map { _ in random.chance(0.6) ? shifts() : [] })
        calendar.week[random.integer(0...6)] = shifts()
        for _ in 0..<5 { calendar.exceptions[Self.epochDay + random.integer(-10...20)] = random.chance(0.5) ? [] : shifts() }
        let time = try #require(WorkingTime(calendar, epochDay: Self.epochDay))
        let naive = NaiveCalendar(calendar, epochDay: Self.epochDay, days: 60)
        let same = (0...30 * 1440).allSatisfy { instant in
            let work = naive.work(at: instant)
            return time.work(at: Int32(instant)) == Int32(work) && time.finish(at: Int32(work)) == Int32(naive.finish(at: work))
                && time.start(at: Int32(work)) == Int32(naive.start(at: work))
        }
        #expect(same)
    }

    /// Instants before the epoch's midnight hold no work; position 0 is finished at once.
    @Test func beforeTheEpoch() throws {
        let time = try #require(WorkingTime(.standard, epochDay: Self.epochDay))
        #expect(time.work(at: -5000) == 0)
        #expect(time.finish(at: 0) == 0)
        #expect(time.finish(at: -7) == 0)
        #expect(time.start(at: -7) == 480)
    }

    /// Tables that would not fit are refused, not cut: a calendar that never works, a minute's granule over a century, a far exception.
    @Test func refusals() {
        #expect(WorkingTime(CalendarDefinition(name: "never"), epochDay: Self.epochDay) == nil)
        var odd = CalendarDefinition(name: "odd", week: Array(repeating: [Shift(start: 1, end: 2)], count: 7))
        odd.exceptions[Self.epochDay + 36_525] = []
        #expect(WorkingTime(odd, epochDay: Self.epochDay) == nil)
        var clock = CalendarDefinition(name: "clock", week: Array(repeating: [Shift(start: 0, end: 1440)], count: 7))
        clock.exceptions[LocalDateTime(year: 5999, month: 12, day: 31)!.day] = []
        #expect(WorkingTime(clock, epochDay: LocalDateTime(year: 1, month: 1, day: 1)!.day) == nil)
    }

    /// Around the clock a position is an instant.
    @Test func elapsedTime() {
        for instant: Int32 in [0, 1, 1439, 1440, 10_079, 10_080, 1 << 30] {
            #expect(WorkingTime.elapsed.work(at: instant) == instant)
            #expect(WorkingTime.elapsed.finish(at: instant) == instant)
            #expect(WorkingTime.elapsed.start(at: instant) == instant)
        }
    }
}

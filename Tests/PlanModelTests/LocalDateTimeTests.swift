import PlanModel
import Testing

struct LocalDateTimeTests {
    /// Days since 1970-01-01 and weekdays, by another calendar (Python's datetime).
    @Test(arguments: [
        (1970, 1, 1, 0, Weekday.thursday), (1969, 12, 31, -1, .wednesday), (2000, 2, 29, 11016, .tuesday),
        (2000, 3, 1, 11017, .wednesday), (1900, 3, 1, -25508, .thursday), (2100, 2, 28, 47540, .sunday),
        (2026, 11, 22, 20779, .sunday),
    ])
    func knownDays(year: Int, month: Int, day: Int, number: Int, weekday: Weekday) throws {
        let date = try #require(LocalDateTime(year: year, month: month, day: day))
        #expect(date.day == number)
        #expect(date.minutes == Int32(number * 1440))
        #expect(date.weekday == weekday)
    }

    /// 2000 is a leap year, 1900 and 2100 are not, 2024 is.
    @Test func leapYears() {
        #expect(LocalDateTime(year: 2000, month: 2, day: 29) != nil)
        #expect(LocalDateTime(year: 1900, month: 2, day: 29) == nil)
        #expect(LocalDateTime(year: 2100, month: 2, day: 29) == nil)
        #expect(LocalDateTime(year: 2024, month: 2, day: 29) != nil)
        #expect(LocalDateTime(year: 2023, month: 2, day: 29) == nil)
    }

    @Test func datesThatDoNotExist() {
        for (year, month, day) in [
            (0, 1, 1), (6000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 4, 31), (2026, 1, 0), (2026, 1, -1),
        ] {
            #expect(LocalDateTime(year: year, month: month, day: day) == nil, "\(year)-\(month)-\(day)")
        }
        #expect(LocalDateTime(year: 2026, month: 1, day: 1, minuteOfDay: 1441) == nil)
        #expect(LocalDateTime(year: 2026, month: 1, day: 1, minuteOfDay: -1) == nil)
    }

    /// 24:00 is the next day's 00:00.
    @Test func endOfDay() {
        #expect(LocalDateTime(year: 2026, month: 12, day: 31, minuteOfDay: 1440) == LocalDateTime(year: 2027, month: 1, day: 1))
    }

    /// Both ends of the range fit: 0001-01-01 is day −719,162; 5999-12-31T24:00 is day 1,471,927.
    @Test func endsOfTheRange() throws {
        let first = try #require(LocalDateTime(year: 1, month: 1, day: 1))
        #expect(first.day == -719_162)
        #expect(first.description == "0001-01-01T00:00")
        let last = try #require(LocalDateTime(year: 5999, month: 12, day: 31, minuteOfDay: 1440))
        #expect(last.date == (6000, 1, 1))
        #expect(last.day == 1_471_927)
    }

    /// Every day from 1900 to 2200, counted one by one: numbers, dates and weekdays go on together.
    @Test func everyDayOfThreeCenturies() throws {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var number = -25567  // 1900-01-01, a Monday
        for year in 1900...2200 {
            let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
            for month in 1...12 {
                for day in 1...(lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)) {
                    let date = LocalDateTime(year: year, month: month, day: day)
                    guard date?.day == number, let date, date.date == (year, month, day),
                        date.weekday.rawValue == (number + 25567) % 7
                    else {
                        Issue.record("\(year)-\(month)-\(day)")
                        return
                    }
                    number += 1
                }
            }
        }
        // 301 years of 365 days and 73 leap days: 1904, 1908 … 2196 are 74, 2100 is none
        #expect(number == -25567 + 301 * 365 + 73)
    }

    /// −1 minute is 23:59 of the day before 1970.
    @Test func momentsBeforeTheEpochOfDays() {
        let moment = LocalDateTime(minutes: -1)
        #expect(moment.day == -1)
        #expect(moment.minuteOfDay == 1439)
        #expect(moment.description == "1969-12-31T23:59")
    }
}

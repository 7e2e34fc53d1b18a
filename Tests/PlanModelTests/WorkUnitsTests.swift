import PlanModel
import Testing

struct WorkUnitsTests {
    private let units = WorkUnits(minutesPerDay: 480, minutesPerWeek: 2400)

    @Test(arguments: [
        (0, "0d"), (480, "1d"), (60, "1h"), (1, "1m"), (479, "7h 59m"), (481, "1d 1m"), (1700, "3d 4h 20m"), (-480, "-1d"),
        (-90, "-1h 30m"), (2400, "5d"),
    ])
    func texts(minutes: Int, text: String) { #expect(units.text(minutes: minutes) == text) }

    /// A day of 45 minutes: 100 = 2 · 45 + 10, and an hour is longer than a day.
    @Test func shortDays() {
        #expect(WorkUnits(minutesPerDay: 45, minutesPerWeek: 45).text(minutes: 100) == "2d 10m")
    }

    /// The parts of a text add up to what was spelled, for every number of minutes in three days of 7 h 13 min.
    @Test func textsAreExact() throws {
        let units = WorkUnits(minutesPerDay: 433, minutesPerWeek: 2165)
        for minutes in 0...1299 {
            let parts = units.text(minutes: minutes).split(separator: " ")
            let sum = try parts.reduce(0) { sum, part in
                let length = try #require(["d": 433, "h": 60, "m": 1][String(part.last!)])
                return try sum + #require(Int(part.dropLast())) * length
            }
            #expect(sum == minutes)
        }
    }

    /// Five days of 8 h and a Saturday of 4 h: 44 h a week, 440 minutes a day over six days.
    @Test func unitsOfACalendar() {
        var calendar = CalendarDefinition.standard
        #expect(WorkUnits(of: calendar) == units)
        calendar.week[5] = [Shift(start: 480, end: 720)]
        #expect(WorkUnits(of: calendar) == WorkUnits(minutesPerDay: 440, minutesPerWeek: 2640))
    }

    /// Days of 1 and 2 minutes: 1.5 rounds up to 2.
    @Test func unevenDaysAreRounded() {
        var calendar = CalendarDefinition(name: "odd")
        (calendar.week[0], calendar.week[1]) = ([Shift(start: 0, end: 1)], [Shift(start: 0, end: 2)])
        #expect(WorkUnits(of: calendar) == WorkUnits(minutesPerDay: 2, minutesPerWeek: 3))
    }

    @Test func aCalendarThatNeverWorks() { #expect(WorkUnits(of: CalendarDefinition(name: "never")) == units) }
}

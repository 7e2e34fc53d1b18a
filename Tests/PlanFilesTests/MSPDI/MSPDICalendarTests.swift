import PlanModel
import Testing

@testable import PlanFiles

/// An exception's fields and the days that come of it.
struct RecurringCase: Sendable, CustomTestStringConvertible {
    var what: String
    var first: String
    var last: String
    var fields: String
    var days: [String]
    var testDescription: String { what }
}

@Suite struct MSPDICalendarTests {
    // The 1st of January 2026 is a Thursday, of February and March a Sunday, of April a Wednesday.
    static let cases: [RecurringCase] = [
        .init(
            what: "a stretch of days", first: "2026-01-01", last: "2026-01-03", fields: "<Type>1</Type>",
            days: ["2026-01-01", "2026-01-02", "2026-01-03"]),
        .init(what: "no type is a stretch", first: "2026-01-01", last: "2026-01-01", fields: "", days: ["2026-01-01"]),
        .init(
            what: "every third day", first: "2026-01-01", last: "2026-01-08", fields: "<Type>7</Type><Period>3</Period>",
            days: ["2026-01-01", "2026-01-04", "2026-01-07"]),
        .init(
            what: "no more than the occurrences", first: "2026-01-01", last: "2026-12-31",
            fields:
                "<Type>7</Type><Period>3</Period><EnteredByOccurrences>1</EnteredByOccurrences><Occurrences>2</Occurrences>",
            days: ["2026-01-01", "2026-01-04"]),
        .init(
            // Bits: 1 Sunday, 2 Monday, 4 Tuesday, 8 Wednesday, 16 Thursday, 32 Friday, 64 Saturday. 2 + 32: Monday and Friday.
            what: "weekly, Monday and Friday", first: "2026-01-01", last: "2026-01-12",
            fields: "<Type>6</Type><Period>1</Period><DaysOfWeek>34</DaysOfWeek>",
            days: ["2026-01-02", "2026-01-05", "2026-01-09", "2026-01-12"]),
        .init(
            // The week of Thursday 1 January began on Sunday 28 December; two weeks on is 11 January.
            what: "every second week, Sunday", first: "2026-01-01", last: "2026-02-01",
            fields: "<Type>6</Type><Period>2</Period><DaysOfWeek>1</DaysOfWeek>", days: ["2026-01-11", "2026-01-25"]),
        .init(
            what: "monthly on the 31st, the last day of shorter months", first: "2026-01-01", last: "2026-04-30",
            fields: "<Type>4</Type><Period>1</Period><MonthDay>31</MonthDay>",
            days: ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
        .init(
            what: "every second month, a day that has passed in the first", first: "2026-01-10", last: "2026-05-31",
            fields: "<Type>4</Type><Period>2</Period><MonthDay>5</MonthDay>", days: ["2026-03-05", "2026-05-05"]),
        .init(
            what: "first Monday of the month", first: "2026-01-01", last: "2026-03-31",
            fields: "<Type>5</Type><Period>1</Period><MonthItem>4</MonthItem><MonthPosition>0</MonthPosition>",
            days: ["2026-01-05", "2026-02-02", "2026-03-02"]),
        .init(
            what: "last Sunday of every second month", first: "2026-01-01", last: "2026-03-31",
            fields: "<Type>5</Type><Period>2</Period><MonthItem>3</MonthItem><MonthPosition>4</MonthPosition>",
            days: ["2026-01-25", "2026-03-29"]),
        .init(
            what: "second working day of the month", first: "2026-01-01", last: "2026-02-28",
            fields: "<Type>5</Type><Period>1</Period><MonthItem>1</MonthItem><MonthPosition>1</MonthPosition>",
            days: ["2026-01-02", "2026-02-03"]),
        .init(
            what: "third day of the weekend", first: "2026-01-01", last: "2026-02-28",
            fields: "<Type>5</Type><Period>1</Period><MonthItem>2</MonthItem><MonthPosition>2</MonthPosition>",
            days: ["2026-01-10", "2026-02-08"]),
        .init(
            what: "last day of the month", first: "2026-01-01", last: "2026-02-28",
            fields: "<Type>5</Type><Period>1</Period><MonthItem>0</MonthItem><MonthPosition>4</MonthPosition>",
            days: ["2026-01-31", "2026-02-28"]),
        .init(
            // Months count from 0: 11 is December.
            what: "yearly on 24 December", first: "2026-01-01", last: "2028-12-23",
            fields: "<Type>2</Type><Month>11</Month><MonthDay>24</MonthDay>",
            days: ["2026-12-24", "2027-12-24"]),
        .init(
            what: "yearly on 29 February, the 28th in other years", first: "2027-01-01", last: "2028-12-31",
            fields: "<Type>2</Type><Month>1</Month><MonthDay>29</MonthDay>", days: ["2027-02-28", "2028-02-29"]),
        .init(
            // The fourth Thursday of November: 26 November 2026, 25 November 2027.
            what: "yearly, fourth Thursday of November", first: "2026-01-01", last: "2027-12-31",
            fields: "<Type>3</Type><Month>10</Month><MonthItem>7</MonthItem><MonthPosition>3</MonthPosition>",
            days: ["2026-11-26", "2027-11-25"]),
    ]

    @Test(arguments: cases) func exceptionsRecur(example: RecurringCase) throws {
        let exception = """
            <Exceptions><Exception><TimePeriod><FromDate>\(example.first)T00:00:00</FromDate><ToDate>\(example.last)T23:59:00</ToDate>\
            </TimePeriod>\(example.fields)<DayWorking>0</DayWorking></Exception></Exceptions>
            """
        let schedule = try MSPDIFixture.schedule(MSPDIFixture.project(calendars: calendar(exception)))
        let calendar = try #require(schedule.calendars.first { $0.name == "C" })
        let days = calendar.exceptions.keys.sorted().map { LocalDateTime(minutes: Int32($0 * 1440)).dateText }
        #expect(days == example.days)
        #expect(calendar.exceptions.values.allSatisfy { $0 == [] })
    }

    private func calendar(_ inside: String) -> String {
        "<Calendar><UID>9</UID><Name>C</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID>\(inside)</Calendar>"
    }

    private func read(_ inside: String) throws -> CalendarDefinition {
        let schedule = try MSPDIFixture.schedule(MSPDIFixture.project(calendars: calendar(inside)))
        return try #require(schedule.calendars.first { $0.name == "C" })
    }

    @Test func theFormOf2002HasDatedWeekDays() throws {
        // 23:59:59 is rounded to midnight, which is still the same day; 2026-01-01 is day 20,454.
        let calendar = try read(
            """
            <WeekDays><WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate>\
            <ToDate>2026-01-02T23:59:59</ToDate></TimePeriod></WeekDay></WeekDays>
            """)
        #expect(calendar.exceptions == [20_454: [], 20_455: []])
        #expect(calendar.week.allSatisfy { $0 == nil })
        #expect(calendar.base == 0)
    }

    @Test func midnightEndsADay() throws {
        let shifts = """
            <WorkingTimes><WorkingTime><FromTime>22:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime>\
            <WorkingTime><FromTime>00:00:00</FromTime><ToTime>06:00:00</ToTime></WorkingTime></WorkingTimes>
            """
        let calendar = try read(
            "<WeekDays><WeekDay><DayType>1</DayType><DayWorking>1</DayWorking>\(shifts)</WeekDay></WeekDays>")
        // DayType 1 is Sunday, the last of the week here.
        #expect(calendar.week[6] == [Shift(start: 0, end: 360), Shift(start: 1320, end: 1440)])
        let whole =
            "<WorkingTimes><WorkingTime><FromTime>00:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes>"
        let other = try read("<WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>\(whole)</WeekDay></WeekDays>")
        #expect(other.week[0] == [Shift(start: 0, end: 1440)])
    }

    @Test func workWeeksBecomeDatesAndExceptionsGoBeforeThem() throws {
        // 5 to 11 January 2026 is a week from Monday (day 20,458); its Monday is free by the work week, its Tuesday by an exception.
        let calendar = try read(
            """
            <Exceptions><Exception><TimePeriod><FromDate>2026-01-06T00:00:00</FromDate><ToDate>2026-01-06T23:59:00</ToDate></TimePeriod>\
            <Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>
            <WorkWeeks><WorkWeek><TimePeriod><FromDate>2026-01-05T00:00:00</FromDate><ToDate>2026-01-11T23:59:00</ToDate></TimePeriod>\
            <Name>Fair</Name><WeekDays><WeekDay><DayType>2</DayType><DayWorking>0</DayWorking></WeekDay><WeekDay><DayType>3</DayType>\
            <DayWorking>1</DayWorking>\(MSPDIFixture.office)</WeekDay></WeekDays></WorkWeek></WorkWeeks>
            """)
        #expect(calendar.exceptions == [20_458: [], 20_459: []])
    }

    @Test func resourceCalendarsWithoutASayAreTheirBase() throws {
        let own = "<Calendar><UID>3</UID><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>9</BaseCalendarUID></Calendar>"
        let resource = "<Resource><UID>1</UID><Name>Ann</Name><Type>1</Type><CalendarUID>3</CalendarUID></Resource>"
        let schedule = try MSPDIFixture.schedule(MSPDIFixture.project(calendars: calendar("") + own, resources: resource))
        #expect(schedule.calendars.map(\.name) == ["Standard", "C"])
        #expect(schedule.resources[0].calendar == 1)
    }

    @Test func faultsNameTheirLine() {
        let bad = """
            <Calendar><UID>9</UID><Exceptions><Exception><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate>\
            <ToDate>2026-01-02T00:00:00</ToDate></TimePeriod>
            <Type>12</Type></Exception>
            <Exception><TimePeriod><FromDate>x</FromDate></TimePeriod></Exception></Exceptions>
            <WeekDays><WeekDay><DayType>9</DayType></WeekDay></WeekDays></Calendar>
            """
        let read = MSPDIFixture.read(MSPDIFixture.project(calendars: bad))
        #expect(read.schedule == nil)
        #expect(
            read.faults.map { "\($0.code) \($0.column ?? "")" } == ["bad-number Type", "bad-date FromDate", "bad-day DayType"])
        #expect(read.faults.allSatisfy { $0.line != nil })
    }

    @Test func daysOfAllExceptionsTogetherAreBounded() {
        let one = """
            <Exception><TimePeriod><FromDate>1900-01-01T00:00:00</FromDate><ToDate>5000-01-01T00:00:00</ToDate></TimePeriod><Type>1</Type>\
            </Exception>
            """
        let read = MSPDIFixture.read(
            MSPDIFixture.project(calendars: calendar("<Exceptions>\(String(repeating: one, count: 200))</Exceptions>")))
        #expect(read.faults.map(\.code) == ["too-many-days"])
    }

    /// 1984 to 2149 has 60,631 days: of every day the first 40,000 are kept, and the file's user hears of it; every second day fits.
    @Test(arguments: [(1, 40_000, true), (2, 30_316, false)]) func aRuleThatIsCutIsTold(every: Int, count: Int, isCut: Bool)
        throws
    {
        let exception = """
            <Exceptions><Exception><TimePeriod><FromDate>1984-01-01T00:00:00</FromDate><ToDate>2149-12-31T23:59:00</ToDate></TimePeriod>\
            <Type>7</Type><Period>\(every)</Period><DayWorking>0</DayWorking></Exception></Exceptions>
            """
        let schedule = try MSPDIFixture.schedule(MSPDIFixture.project(calendars: calendar(exception)))
        #expect(schedule.calendars.first { $0.name == "C" }?.exceptions.count == count)
        #expect(schedule.losses.findings(file: "").contains { $0.column == "Calendar exception of many days" } == isCut)
    }
}

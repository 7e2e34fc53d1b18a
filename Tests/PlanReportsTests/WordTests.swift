import Headway
import PlanStatistics
import Testing

@testable import PlanReports

@Suite struct NaturalOrderTests {
    @Test(arguments: [
        ["G2", "G10"], ["T9", "T10", "T11", "T100"], ["A", "B"], ["A1B2", "A1B10"], ["1", "01", "001", "2"], ["a", "a1"],
        ["9", "a"],
        ["T99999999999999999998", "T99999999999999999999", "T100000000000000000000"], ["x", "x0", "x00"], ["T1", "U0"],
    ])
    func idsStandAsPeopleExpect(ids: [String]) {
        #expect(ids.reversed().sorted(by: NaturalOrder.isBefore) == ids)
        let column = TextColumn(ids.reversed())
        #expect(NaturalOrder.sortedRows(column).map { column[Int($0)] } == ids)
    }

    /// The short way over numbers and the long way over bytes give one order.
    @Test func bothWaysAgree() {
        let ids = (0..<500).map { "T\(String(repeating: "0", count: $0 % 3))\(($0 * 7919) % 503)" }
        let column = TextColumn(ids)
        #expect(NaturalOrder.sortedRows(column).map { column[Int($0)] } == ids.sorted(by: NaturalOrder.isBefore))
        let mixed = TextColumn(ids + ["other"])
        #expect(NaturalOrder.sortedRows(mixed).map { mixed[Int($0)] } == (ids + ["other"]).sorted(by: NaturalOrder.isBefore))
    }
}

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한글", 4), ("ｆｕｌｌ", 8), ("😀", 2), ("👩‍👩‍👧", 2), ("🇨🇭", 2),
        ("❤️", 2),
        ("a\u{200B}b", 2), ("─━●◆", 4), ("ไทย", 3), ("नि", 1),
    ])
    func columns(text: String, expected: Int) { #expect(DisplayWidth.of(text) == expected) }

    @Test func cuttingNeverSplitsAWideCharacter() {
        #expect(DisplayWidth.cut("漢字漢字", to: 6) == "漢字…")
        #expect(DisplayWidth.cut("abcdef", to: 4) == "abc…")
        #expect(DisplayWidth.cut("abcd", to: 4) == "abcd")
    }

    @Test func tablesAlignByColumnsOfTheTerminal() {
        var table = TextTable([.init(title: "Name", isFlexible: true), .init(title: "n", isRight: true)])
        table.add(["漢字", "1"])
        table.add(["abc", "12"])
        #expect(table.lines(Style()) == ["  Name   n", "  漢字   1", "  abc   12"])
    }

    @Test func aFlexibleColumnGivesWay() {
        var table = TextTable([.init(title: "", isFlexible: true), .init(title: "", isRight: true)])
        table.add([.init(String(repeating: "x", count: 90)), "2028"])
        // 40 columns, less 2 before, 2 between and 4 for the year: 32.
        #expect(table.lines(Style(width: 40)) == ["  " + String(repeating: "x", count: 31) + "…  2028"])
    }

    @Test func controlCharactersCannotReachTheTerminal() {
        #expect(printable("a\u{1B}[31mb\nc") == "a\\u{1b}[31mb\\nc")
        #expect(printable("Zoë 漢") == "Zoë 漢")
        #expect(printable("x\u{202E}y") == "x\\u{202e}y")
    }
}

@Suite struct SpellingTests {
    private let day = LocalDateTime(year: 2028, month: 5, day: 14, minuteOfDay: 1020)!

    @Test func datesAreNoFinerThanTheirError() {
        #expect(Spelling.lastDay(day, errorDays: 1.2) == "14 May 2028")
        #expect(Spelling.lastDay(day, errorDays: 5) == "mid May 2028")
        #expect(Spelling.lastDay(day, errorDays: 12) == "May 2028")
    }

    /// The end of 30 June is stored as 1 July, 00:00.
    @Test func midnightEndsTheDayBefore() {
        let end = LocalDateTime(year: 2028, month: 6, day: 30, minuteOfDay: 1440)!
        #expect(Spelling.lastDay(end) == "30 Jun 2028")
        #expect("\(Spelling.ending(end))" == "2028-06-30T23:59")
    }

    @Test(arguments: [
        (660, 2000, "33 %"), (0, 2000, "< 1 %"), (2000, 2000, "> 99 %"), (1999, 2000, "> 99 %"), (1, 1, "100 %"),
        (0, 10, "0 %"),
    ])
    func sharesNeverClaimCertainty(hits: Int, count: Int, expected: String) {
        #expect(Spelling.percent(Proportion(hits: hits, of: count)) == expected)
    }

    /// √(0.33 · 0.67 / 2000) = 0.0105; Wilson for 1 of 1: [0.2065, 1], half of it over 1.96 is 0.2024.
    @Test func sharesCarryTheirError() {
        #expect(Spelling.percentWithError(Proportion(hits: 660, of: 2000)) == "33 % ±1")
        #expect(Spelling.percentWithError(Proportion(hits: 1940, of: 2000)) == "97 % ±0.4")
        #expect(Spelling.percentWithError(Proportion(hits: 1, of: 1)) == "100 % ±20")
    }

    @Test func countsAndDays() {
        #expect(Spelling.count(1_234_567) == "1,234,567")
        #expect(Spelling.count(-1000, "task") == "-1,000 tasks")
        let units = WorkUnits(minutesPerDay: 480, minutesPerWeek: 2400)
        #expect(Spelling.days(720, units) == "1.5 d")
        #expect(Spelling.days(-480, units) == "-1 d")
    }
}

@Suite struct DateAxisTests {
    @Test func datesMapToColumnsInOrder() throws {
        let from = try #require(LocalDateTime(year: 2028, month: 1, day: 1))
        let to = try #require(LocalDateTime(year: 2029, month: 1, day: 1))
        let axis = try #require(DateAxis(over: [to, from], width: 60))
        #expect(axis.column(from) == 0)
        #expect(axis.column(to) == 59)
        // 59 steps for 366 days: 1 April is day 91 and column 14.7, 1 July day 182 and 29.3, 1 October day 274 and 44.2.
        #expect(axis.labels() == "Jan 2028       Apr 2028      Jul 2028       Oct 2028")
    }

    @Test func oneDateIsADay() throws {
        let axis = try #require(DateAxis(over: [LocalDateTime(minutes: 0)], width: 20))
        #expect(axis.column(LocalDateTime(minutes: 0)) == 0)
        #expect(axis.column(LocalDateTime(minutes: 5_000)) == 19)
    }
}

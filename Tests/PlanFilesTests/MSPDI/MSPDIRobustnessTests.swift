import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// Whatever is done to a file, reading it ends in a schedule or in faults.
@Suite struct MSPDIRobustnessTests {
    private static let small: [UInt8] = {
        let exception = """
            <Calendar><UID>2</UID><Name>Ä</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID><Exceptions><Exception>\
            <EnteredByOccurrences>1</EnteredByOccurrences><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate>\
            <ToDate>2026-09-03T23:59:00</ToDate></TimePeriod><Occurrences>3</Occurrences><Type>5</Type><Period>1</Period>\
            <MonthItem>4</MonthItem><MonthPosition>0</MonthPosition><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>
            """
        let link = """
            <Work>PT8H0M0S</Work><CalendarUID>2</CalendarUID><ConstraintType>4</ConstraintType><ConstraintDate>2026-02-02T08:00:00</ConstraintDate>\
            <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>9600</LinkLag><LagFormat>7</LagFormat></PredecessorLink>\
            <Baseline><Number>0</Number><Start>2026-01-05T08:00:00</Start></Baseline>
            """
        return Array(
            MSPDIFixture.project(
                "<CriticalSlackLimit>1</CriticalSlackLimit>", calendars: exception,
                tasks: MSPDIFixture.task(1) + MSPDIFixture.task(2, link, level: 2),
                resources: "<Resource><UID>1</UID><Name>Ann &amp; Bo</Name><MaxUnits>1</MaxUnits></Resource>",
                assignments: "<Assignment><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment>"
            ).utf8)
    }()

    @Test func theFileItselfIsRead() { #expect(MSPDIFixture.read(Self.small).faults.isEmpty) }

    @Test func everyTruncationIsAFault() {
        for count in 0..<Self.small.count {
            let read = MSPDIFixture.read(Array(Self.small.prefix(count)))
            #expect(read.schedule == nil && !read.faults.isEmpty, "\(count) bytes")
        }
    }

    /// One bit of every byte; all eight where long tests are asked for.
    @Test func flippedBitsEndInAScheduleOrFaults() {
        var bytes = Self.small
        for place in bytes.indices {
            for bit in TestFolders.wantsLongTests ? Array(0..<8) : [place * 5 % 8] {
                bytes[place] ^= 1 << UInt8(bit)
                let read = MSPDIFixture.read(bytes)
                #expect((read.schedule == nil) == !read.faults.isEmpty, "byte \(place), bit \(bit)")
                bytes[place] ^= 1 << UInt8(bit)
            }
        }
    }
}

import PlanModel
import Testing

@testable import PlanFiles

@Suite struct PMXMLReaderTests {
    private static let hours =
        "<WorkTime><Start>08:00:00</Start><Finish>11:59:00</Finish></WorkTime>"
        + "<WorkTime><Start>13:00:00</Start><Finish>17:00:00</Finish></WorkTime>"

    /// A project of two lots with two activities, a relation, a person and a baseline.
    static let small = """
        <?xml version="1.0" encoding="UTF-8"?>
        <APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V8.3/API/BusinessObjects">
        <Calendar><ObjectId>7</ObjectId><Name>Days</Name><StandardWorkWeek>
        <StandardWorkHours><DayOfWeek>Monday</DayOfWeek>\(hours)</StandardWorkHours>
        <StandardWorkHours><DayOfWeek>Tuesday</DayOfWeek>\(hours)</StandardWorkHours>
        <StandardWorkHours><DayOfWeek>Sunday</DayOfWeek><WorkTime/></StandardWorkHours></StandardWorkWeek>
        <HolidayOrExceptions><HolidayOrException><Date>2026-01-06T00:00:00</Date></HolidayOrException></HolidayOrExceptions></Calendar>
        <Resource><ObjectId>1</ObjectId><Id>ANN</Id><Name>Ann</Name><ResourceType>Labor</ResourceType></Resource>
        <Project><ObjectId>1</ObjectId><Id>P</Id><Name>One</Name><PlannedStartDate>2026-01-05T08:00:00</PlannedStartDate>
        <DataDate>2026-01-05T08:00:00</DataDate><ActivityDefaultCalendarObjectId>7</ActivityDefaultCalendarObjectId>
        <WBS><ObjectId>11</ObjectId><ProjectObjectId>1</ProjectObjectId><Code>A</Code><Name>Lot &amp; part</Name></WBS>
        <Activity><ObjectId>101</ObjectId><ProjectObjectId>1</ProjectObjectId><WBSObjectId>11</WBSObjectId>
        <CalendarObjectId>7</CalendarObjectId><Id>T1</Id><Name>First</Name><Type>Task Dependent</Type><Status>In Progress</Status>
        <ActualStartDate>2026-01-05T08:00:00</ActualStartDate><PercentCompleteType>Physical</PercentCompleteType>
        <PhysicalPercentComplete>0.25</PhysicalPercentComplete><PlannedDuration>16</PlannedDuration>
        <RemainingDuration>8</RemainingDuration><LevelingPriority>Normal</LevelingPriority></Activity>
        <Activity><ObjectId>102</ObjectId><ProjectObjectId>1</ProjectObjectId><Id>T2</Id><Name>Second</Name>
        <Type>Start Milestone</Type><Status>Not Started</Status><PlannedDuration>0</PlannedDuration>
        <PrimaryConstraintType>Finish On or Before</PrimaryConstraintType>
        <PrimaryConstraintDate>2026-02-03T00:00:00</PrimaryConstraintDate></Activity>
        <Relationship><ObjectId>9</ObjectId><PredecessorActivityObjectId>101</PredecessorActivityObjectId>
        <SuccessorActivityObjectId>102</SuccessorActivityObjectId><Type>Start to Start</Type><Lag>4</Lag></Relationship>
        <ResourceAssignment><ActivityObjectId>101</ActivityObjectId><ResourceObjectId>1</ResourceObjectId>
        <PlannedUnitsPerTime>0.5</PlannedUnitsPerTime><PlannedCost>12</PlannedCost></ResourceAssignment>
        <ScheduleOptions><ProjectObjectId>1</ProjectObjectId><OutOfSequenceScheduleType>Progress Override</OutOfSequenceScheduleType>
        <ComputeTotalFloatType>Smallest of Start Float and Finish Float</ComputeTotalFloatType>
        <RelationshipLagCalendar>24 Hour Calendar</RelationshipLagCalendar></ScheduleOptions></Project>
        <BaselineProject><ObjectId>2</ObjectId><Id>P - B1</Id><Name>One</Name><OriginalProjectObjectId>1</OriginalProjectObjectId>
        <Activity><ObjectId>201</ObjectId><ProjectObjectId>2</ProjectObjectId><Id>T1</Id><PlannedDuration>8</PlannedDuration>
        <PlannedStartDate>2026-01-05T08:00:00</PlannedStartDate><PlannedFinishDate>2026-01-05T17:00:00</PlannedFinishDate></Activity>
        </BaselineProject>
        <UDFType><ObjectId>5</ObjectId><Title>Colour</Title></UDFType>
        </APIBusinessObjects>
        """

    @Test func aSmallFileIsReadWhole() throws {
        let reading = try ImportReading(Self.small, file: "a.xml")
        let plan = try #require(reading.plan, "\(reading.faults)")
        #expect(plan.settings.name == "One")
        #expect(plan.summaries.rows.map { plan.summaries.raw.identifier($0) } == ["P", "P.A"])
        #expect(plan.summaries.text(.name, 1) == "Lot & part")
        #expect(plan.tasks.rows.map { plan.tasks.raw.identifier($0) } == ["T1", "T2"])
        #expect(plan.tasks.integer(.duration, 0) == 960)
        #expect(plan.tasks.integer(.remaining, 0) == 480)
        #expect(plan.tasks.number(.percentComplete, 0) == 25)
        #expect(plan.tasks.reference(.kind, 1) == Int(TaskKind.startMilestone.rawValue))
        #expect(plan.tasks.reference(.constraint, 1) == Int(ConstraintName.finishNoLaterThan.rawValue))
        #expect(plan.tasks.date(.constraintDate, 1)?.description == "2026-02-02T00:00")
        #expect(plan.dependencies.integer(.type, 0) == RelationType.SS.rawValue)
        #expect(plan.dependencies.integer(.lag, 0).map { Lag(raw: $0).minutes } == 240)
        #expect(plan.assignments.number(.units, 0) == 0.5)
        #expect(plan.tasks.number(.cost, 0) == 12)
        #expect(plan.baselines["B1"]?.integer(.duration, 0) == 480)
        #expect(reading.losses.contains("dropped: 1 × UDFType"))
    }

    /// A finish at 11:59 is the last minute of the shift; a day without work times is free.
    @Test func theCalendarIsRead() throws {
        let calendar = try #require(try ImportReading(Self.small, file: "a.xml").plan).settings.calendars[0]
        let day = [Shift(start: 480, end: 720), Shift(start: 780, end: 1020)]
        #expect(calendar.week == [day, day, [], [], [], [], []])
        #expect(calendar.exceptions.values.map(\.count) == [0])
    }

    @Test func optionsAreRead() throws {
        let rules = try #require(try ImportReading(Self.small, file: "a.xml").plan).settings.scheduling
        #expect(rules.progress == .override)
        #expect(rules.totalFloat == .smallest)
        #expect(rules.lagCalendar == .elapsed)
        #expect(!rules.lagsFromActualStart && !rules.usesExpectedFinish)
    }

    @Test(arguments: [
        ("<PlannedDuration>16<", "<PlannedDuration>x<", "bad-number 15 PlannedDuration"),
        ("Task Dependent", "Odd", "unknown-word 13 Type"), ("<Lag>4", "<Lag>4e", "bad-number 22 Lag"),
        ("2026-01-06T00", "2026-13-06T00", "bad-date 7 Date"),
        ("<SuccessorActivityObjectId>102", "<SuccessorActivityObjectId>7", "dangling-reference 21 successor"),
    ])
    func faultsNameTheirLine(old: String, new: String, place: String) throws {
        let parts = Self.small.split(separator: old, maxSplits: 1)
        let reading = try ImportReading(parts.joined(separator: new), file: "a.xml")
        #expect(reading.places == [place], "\(reading.faults)")
    }
}

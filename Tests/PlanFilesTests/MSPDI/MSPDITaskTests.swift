import PlanModel
import Testing

@testable import PlanFiles

@Suite struct MSPDITaskTests {
    private func read(_ tasks: String, _ fields: String = "") throws -> ImportedSchedule {
        try MSPDIFixture.schedule(MSPDIFixture.project(fields, tasks: tasks))
    }

    @Test func theProjectSetsTheConventions() throws {
        let schedule = try read(
            "",
            """
            <StatusDate>2026-02-01T17:00:00</StatusDate><CriticalSlackLimit>2</CriticalSlackLimit><MultipleCriticalPaths>1</MultipleCriticalPaths>
            """)
        #expect(schedule.name == "Plan")
        #expect(schedule.rules.tool == .microsoft)
        #expect(schedule.rules.start?.description == "2026-01-05T08:00")
        #expect(schedule.dataDate?.description == "2026-02-01T17:00")
        #expect(schedule.rules.criticalFloat == 960)
        #expect(schedule.rules.openEndsAreCritical)
        #expect(!schedule.rules.holdsAtDataDate)
        #expect(schedule.rules.lagCalendar == .successor)
        #expect(MSPDIFixture.losses(schedule) == [])
    }

    @Test func theOutlineBecomesHeadings() throws {
        let summary = "<Summary>1</Summary>"
        let schedule = try read(
            MSPDIFixture.task(0, summary, level: 0) + MSPDIFixture.task(1, summary) + MSPDIFixture.task(2, summary, level: 2)
                + MSPDIFixture.task(3, level: 3) + MSPDIFixture.task(4, level: 2) + MSPDIFixture.task(5))
        #expect(schedule.headings.map(\.id) == ["1", "2"])
        #expect(schedule.headings.map(\.parent) == [nil, 0])
        #expect(schedule.tasks.map(\.id) == ["3", "4", "5"])
        #expect(schedule.tasks.map(\.heading) == [1, 0, nil])
    }

    @Test func plannedFieldsAreKept() throws {
        let schedule = try read(
            MSPDIFixture.task(
                7,
                """
                <Work>PT16H30M0S</Work><Cost>123450</Cost><Priority>900</Priority><Deadline>2026-03-02T17:00:00</Deadline>\
                <ConstraintType>6</ConstraintType><ConstraintDate>2026-02-02T17:00:00</ConstraintDate>
                """))
        let task = schedule.tasks[0]
        #expect(task.name == "T7")
        #expect(task.duration == 480)
        #expect(task.effort == 990)
        #expect(task.cost == 1234.5)
        #expect(task.priority == 900)
        #expect(task.deadline?.description == "2026-03-02T17:00")
        #expect(task.constraint == .finishNoEarlierThan)
        #expect(task.constraintDate?.description == "2026-02-02T17:00")
        #expect(task.line == 6)
    }

    @Test(
        arguments: [
            (0, nil), (1, ConstraintName.asLateAsPossible), (2, .mustStartOn), (3, .mustFinishOn), (4, .startNoEarlierThan),
            (5, .startNoLaterThan), (6, .finishNoEarlierThan), (7, .finishNoLaterThan),
        ] as [(Int, ConstraintName?)])
    func constraintsByCode(code: Int, name: ConstraintName?) throws {
        let schedule = try read(
            MSPDIFixture.task(1, "<ConstraintType>\(code)</ConstraintType><ConstraintDate>2026-02-02T08:00:00</ConstraintDate>")
        )
        #expect(schedule.tasks[0].constraint == name)
        #expect((schedule.tasks[0].constraintDate != nil) == (code > 1))
    }

    @Test func progressIsKept() throws {
        let schedule = try read(
            MSPDIFixture.task(
                1,
                """
                <ActualStart>2026-01-05T08:00:00</ActualStart><PercentComplete>25</PercentComplete><RemainingDuration>PT6H0M0S</RemainingDuration>\
                <Stop>2026-01-05T10:00:00</Stop><Resume>2026-01-07T08:00:00</Resume>
                """)
                + MSPDIFixture.task(
                    2,
                    """
                    <ActualStart>2026-01-05T08:00:00</ActualStart><ActualFinish>2026-01-05T17:00:00</ActualFinish>\
                    <PercentComplete>100</PercentComplete><RemainingDuration>PT0H0M0S</RemainingDuration>
                    """)
                + MSPDIFixture.task(3, "<RemainingDuration>PT8H0M0S</RemainingDuration><PercentComplete>0</PercentComplete>"))
        #expect(schedule.tasks.map(\.remaining) == [360, nil, nil])
        #expect(schedule.tasks.map(\.percentComplete) == [25, 100, nil])
        #expect(schedule.tasks.map { $0.resume?.description } == ["2026-01-07T08:00", nil, nil])
        #expect(schedule.tasks[1].actualFinish?.description == "2026-01-05T17:00")
    }

    @Test func manualTasksArePinned() throws {
        let schedule = try read(
            MSPDIFixture.task(
                1, "<Manual>1</Manual><ManualStart>2026-02-02T08:00:00</ManualStart><ManualDuration>PT4H0M0S</ManualDuration>")
                + MSPDIFixture.task(2, "<Manual>0</Manual><ManualStart>2026-02-02T08:00:00</ManualStart>")
                + MSPDIFixture.task(3, "<Manual>1</Manual><Start>2026-03-02T08:00:00</Start>"))
        #expect(schedule.tasks.map { $0.manualStart?.dateText } == ["2026-02-02", nil, "2026-03-02"])
        #expect(schedule.tasks.map(\.duration) == [240, 480, 480])
    }

    @Test(arguments: [4, 6, 8, 10, 12, 36, 38, 40, 42, 44]) func elapsedDurationsRunAroundTheClock(format: Int) throws {
        let schedule = try read(
            "<Task><UID>1</UID><Duration>PT24H0M0S</Duration><DurationFormat>\(format)</DurationFormat></Task>")
        #expect(schedule.calendars.map(\.name) == ["Standard", "elapsed"])
        #expect(schedule.tasks[0].calendar == 1)
        #expect(schedule.tasks[0].duration == 1440)
        #expect(schedule.calendars[1].week.allSatisfy { $0 == [Shift(start: 0, end: 1440)] })
    }

    @Test func whatIsLeftOutIsCounted() throws {
        let schedule = try read(
            "<Task><UID>1</UID><IsNull>1</IsNull></Task>" + MSPDIFixture.task(2, "<Active>0</Active>")
                + MSPDIFixture.task(
                    3,
                    """
                    <LevelingDelay>4800</LevelingDelay><Milestone>1</Milestone><Notes>n</Notes><ConstraintType>4</ConstraintType>\
                    <PredecessorLink><PredecessorUID>2</PredecessorUID></PredecessorLink>\
                    <PredecessorLink><PredecessorUID>99</PredecessorUID></PredecessorLink>\
                    <PredecessorLink><PredecessorUID>3</PredecessorUID></PredecessorLink>\
                    <PredecessorLink><PredecessorUID>3</PredecessorUID><CrossProject>1</CrossProject></PredecessorLink>
                    """) + MSPDIFixture.task(4, "<ExternalTask>1</ExternalTask><Start>2026-02-02T08:00:00</Start>"))
        #expect(schedule.tasks.map(\.id) == ["3", "4"])
        #expect(schedule.relations.isEmpty)
        #expect(schedule.tasks[1].manualStart?.dateText == "2026-02-02")
        #expect(
            MSPDIFixture.losses(schedule) == [
                "dropped 1 × Task: a blank line",
                "dropped 1 × Task/Active: an inactive task takes no part in the schedule",
                "dropped 1 × Task/ConstraintType: a constraint without a date",
                "dropped 1 × Task/LevelingDelay: people's limits are looked at anew",
                "dropped 1 × Task/Milestone: the mark of a task that takes time",
                "changed 1 × Task/ExternalTask: a task or plan of another file is kept as a task at its dates",
                "dropped 1 × Task/PredecessorLink: its predecessor is left out",
                "dropped 1 × Task/PredecessorLink: the file has no such predecessor",
                "dropped 1 × Task/PredecessorLink: a relation of a task with itself",
                "dropped 1 × Task/PredecessorLink: a relation with a task of another file",
                "dropped 1 × Task/Notes: a plan holds no notes",
            ])
    }

    /// A relation's fields and what comes of them.
    static let links: [(fields: String, type: RelationType, lag: Lag)] = [
        ("<Type>0</Type>", .FF, Lag(minutes: 0)), ("<Type>1</Type>", .FS, Lag(minutes: 0)),
        ("<Type>2</Type>", .SF, Lag(minutes: 0)),
        ("<Type>3</Type>", .SS, Lag(minutes: 0)), ("", .FS, Lag(minutes: 0)),
        // Tenths of a minute: two days of eight hours.
        ("<LinkLag>9600</LinkLag><LagFormat>7</LagFormat>", .FS, Lag(minutes: 960)),
        ("<LinkLag>-4800</LinkLag><LagFormat>5</LagFormat>", .FS, Lag(minutes: -480)),
        ("<LinkLag>14400</LinkLag><LagFormat>8</LagFormat>", .FS, Lag(minutes: 1440, isElapsed: true)),
        ("<LinkLag>14400</LinkLag><LagFormat>40</LagFormat>", .FS, Lag(minutes: 1440, isElapsed: true)),
        // Percent come as they are.
        ("<LinkLag>50</LinkLag><LagFormat>19</LagFormat>", .FS, Lag(amount: 5000, unit: .percent)),
        ("<LinkLag>-25</LinkLag><LagFormat>20</LagFormat>", .FS, Lag(amount: -2500, unit: .elapsedPercent)),
        ("<LinkLag>50</LinkLag><LagFormat>51</LagFormat>", .FS, Lag(amount: 5000, unit: .percent)),
        ("<LinkLag>50</LinkLag><LagFormat>52</LagFormat>", .FS, Lag(amount: 5000, unit: .elapsedPercent)),
    ]

    @Test(arguments: links.indices) func relationsAndLags(index: Int) throws {
        let (fields, type, lag) = Self.links[index]
        // The predecessor stands below its successor.
        let schedule = try read(
            MSPDIFixture.task(1, "<PredecessorLink><PredecessorUID>2</PredecessorUID>\(fields)</PredecessorLink>")
                + MSPDIFixture.task(2))
        #expect(schedule.relations.count == 1)
        #expect(schedule.relations[0].predecessor == .task(1))
        #expect(schedule.relations[0].successor == .task(0))
        #expect(schedule.relations[0].type == type)
        #expect(schedule.relations[0].lag == lag)
    }

    @Test func baselinesAreNamedByNumber() throws {
        let schedule = try read(
            MSPDIFixture.task(1)
                + MSPDIFixture.task(
                    2,
                    """
                    <Baseline><Number>0</Number><Start>2026-01-05T08:00:00</Start><Finish>2026-01-06T17:00:00</Finish>\
                    <Duration>PT16H0M0S</Duration><Work>PT8H0M0S</Work><Cost>5000</Cost></Baseline>\
                    <Baseline><Number>10</Number><Start>2026-01-05T08:00:00</Start></Baseline><Baseline><Number>3</Number></Baseline>
                    """))
        #expect(schedule.baselines.map(\.name) == ["baseline", "baseline10"])
        let row = schedule.baselines[0].rows[0]
        #expect(row.task == 1 && row.duration == 960 && row.effort == 480 && row.cost == 50)
        #expect(row.finish?.description == "2026-01-06T17:00")
    }

    @Test func allFaultsAreTold() {
        let read = MSPDIFixture.read(
            MSPDIFixture.project(
                tasks: """
                    <Task><Name>no number</Name></Task>
                    <Task><UID>1</UID><Duration>8h</Duration></Task>
                    <Task><UID>1</UID><Duration>PT8H0M0S</Duration></Task>
                    <Task><UID>2</UID><ConstraintType>8</ConstraintType></Task>
                    <Task><UID>3</UID><PercentComplete>101</PercentComplete><Summary>x</Summary></Task>
                    <Task><UID>4</UID><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>9</Type></PredecessorLink></Task>
                    """))
        #expect(read.schedule == nil)
        #expect(
            read.faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "")" } == [
                "missing-field 6 UID", "bad-duration 7 Duration", "duplicate-id 8 UID", "bad-constraint 9 ConstraintType",
                "bad-flag 10 Summary", "bad-number 10 PercentComplete", "bad-relation 11 Type",
            ])
    }

    @Test func resourcesAndAssignments() throws {
        let resources = """
            <Resource><UID>0</UID><Type>1</Type></Resource>
            <Resource><UID>1</UID><Name>Ann</Name><Type>1</Type><MaxUnits>0.5</MaxUnits></Resource>
            <Resource><UID>2</UID><Name>Crew</Name><Type>1</Type><MaxUnits>3</MaxUnits></Resource>
            <Resource><UID>3</UID><Name>Sand</Name><Type>0</Type></Resource>
            <Resource><UID>4</UID><Name>Travel</Name><Type>2</Type></Resource>
            """
        func assign(_ task: Int, _ resource: Int, _ more: String = "") -> String {
            "<Assignment><TaskUID>\(task)</TaskUID><ResourceUID>\(resource)</ResourceUID>\(more)</Assignment>"
        }
        let schedule = try MSPDIFixture.schedule(
            MSPDIFixture.project(
                tasks: MSPDIFixture.task(1), resources: resources,
                assignments: assign(1, 1, "<Units>0.25</Units>") + assign(1, 2) + assign(1, -65535) + assign(1, 3)
                    + assign(1, 1)
                    + assign(9, 1) + assign(1, 8)))
        #expect(schedule.resources.map(\.name) == ["Ann", "Crew"])
        #expect(schedule.resources.map(\.isPool) == [false, true])
        #expect(schedule.resources.map(\.units) == [0.5, 3])
        #expect(schedule.assignments.map { "\($0.task) \($0.resource) \($0.units ?? -1)" } == ["0 0 0.25", "0 1 -1.0"])
        #expect(
            MSPDIFixture.losses(schedule) == [
                "dropped 1 × Resource: a material, not one who works", "dropped 1 × Resource: a cost, not one who works",
                "dropped 1 × Assignment: its resource is none who works",
                "dropped 1 × Assignment: a second one of the same resource to the same task",
                "dropped 1 × Assignment: its task is a summary, left out, or not there",
                "dropped 1 × Assignment: the file has no such resource",
            ])
    }

    @Test func assignmentsOnOtherCalendarsLayTheTaskOut() throws {
        let calendar = """
            <Calendar><UID>5</UID><Name>Mornings</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID><WeekDays>\
            <WeekDay><DayType>2</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays></Calendar>
            """
        let resource = "<Resource><UID>1</UID><Name>Ann</Name><Type>1</Type><CalendarUID>5</CalendarUID></Resource>"
        func assign(_ task: Int) -> String {
            "<Assignment><TaskUID>\(task)</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units><Work>PT8H0M0S</Work></Assignment>"
        }
        let schedule = try MSPDIFixture.schedule(
            MSPDIFixture.project(
                calendars: calendar,
                tasks: MSPDIFixture.task(1, "<Type>0</Type>", hours: 12) + MSPDIFixture.task(2, "<Type>1</Type>")
                    + MSPDIFixture.task(3, "<CalendarUID>1</CalendarUID>"), resources: resource,
                assignments: assign(1) + assign(2) + assign(3)))
        // Eight hours of work at half a share take sixteen hours of her time.
        #expect(schedule.tasks.map(\.duration) == [960, 480, 480])
        #expect(schedule.tasks.map(\.calendar) == [1, 0, 0])
    }
}

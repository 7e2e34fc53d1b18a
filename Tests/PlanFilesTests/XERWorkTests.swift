import PlanModel
import Testing

@testable import PlanFiles

/// Resources, several projects, baselines.
@Suite struct XERWorkTests {
    private static let crew = XERSource.small.adding(
        "RSRC", "rsrc_id rsrc_short_name rsrc_name rsrc_type clndr_id def_qty_per_hr",
        ["1 ANN Ann RT_Labor 7 1", "2 CREW Crew RT_Labor 7 3", "3 CRANE Crane RT_Equip 7 1", "4 SAND Sand RT_Mat - 1"]
    ).adding(
        "TASKRSRC", "task_id rsrc_id target_qty_per_hr target_cost",
        ["101 1 0.5 100", "101 4 9 50", "102 2 2 -", "102 3 1 7.5"])

    @Test func peopleAndPoolsAreAssigned() throws {
        let plan = try XERReaderTests.plan(Self.crew)
        #expect(plan.people.rows.map { plan.people.raw.identifier($0) } == ["ANN"])
        #expect(plan.teams.rows.map { plan.teams.raw.identifier($0) } == ["CREW", "CRANE"])
        #expect(plan.teams.number(.capacity, 0) == 3)
        #expect(plan.assignments.rows.map { plan.assignments.number(.units, $0) } == [0.5, 2, 1])
        #expect(plan.assignments.reference(.team, 2) == 1)
        // Material is not assigned, yet its cost is the task's.
        #expect(plan.tasks.number(.cost, 0) == 150)
        #expect(plan.findings.contains { $0.message.hasPrefix("1 × assignment of material") })
    }

    @Test func resourceDependentActivitiesRunOnTheirResourcesCalendar() throws {
        let night = "(0||CalendarData()((0||DaysOfWeek()((0||2()((0||0(s|22:00|f|00:00)())))))))"
        let source = Self.crew.adding("8 Night \(night)", to: "CALENDAR").setting("RSRC", 0, "clndr_id", "8")
            .setting("TASK", 0, "task_type", "TT_Rsrc")
        let plan = try XERReaderTests.plan(source)
        let calendar = try #require(plan.tasks.reference(.calendar, 0))
        #expect(plan.settings.calendars[calendar].name == "Night")
        #expect(plan.settings.calendars[calendar].week[0] == [Shift(start: 1320, end: 1440)])
        #expect(plan.tasks.reference(.calendar, 1) == 0)
    }

    private static let two = XERSource.small.adding("2 Q 7 2026-02-02~08:00 2026-01-05~08:00 2026-12-31~17:00", to: "PROJECT")
        .adding("20 2 0 Y Q Project~two -", to: "PROJWBS").adding("201 2 20 7 T1 Other TT_Task TK_NotStart 8 8", to: "TASK")
        .adding("201 103 PR_FS 0", to: "TASKPRED")

    @Test func severalProjectsAreSeveralInitiatives() throws {
        let plan = try XERReaderTests.plan(Self.two)
        #expect(plan.initiatives.rows.map { plan.initiatives.raw.identifier($0) } == ["P", "Q"])
        #expect(plan.initiatives.date(.mustFinish, 1)?.description == "2026-12-31T17:00")
        // A code that two activities have takes its project's name.
        #expect(plan.tasks.rows.map { plan.tasks.raw.identifier($0) } == ["P.T1", "T2", "T3", "Q.T1"])
        #expect(plan.settings.scheduling.floatScope == .initiative)
        #expect(plan.dependencies.count == 3)
        // The plan has the earlier data date; work of the other project waits for its own.
        #expect(plan.settings.dataDate.description == "2026-01-05T08:00")
        #expect(plan.tasks.date(.externalStart, 3)?.description == "2026-02-02T08:00")
        #expect(plan.tasks.date(.externalStart, 0) == nil)
    }

    @Test func aBaselineIsNoProject() throws {
        let source = Self.two.setting("PROJECT", 1, "orig_proj_id", "1").setting("PROJECT", 1, "proj_short_name", "P~-~B1")
            .setting("TASK", 3, "target_start_date", "2026-01-05~08:00").setting(
                "TASK", 3, "target_end_date", "2026-01-05~17:00")
        let plan = try XERReaderTests.plan(source)
        #expect(plan.tasks.count == 3)
        #expect(plan.initiatives.count == 1)
        let baseline = try #require(plan.baselines["B1"])
        #expect(baseline.count == 1)
        #expect(baseline.reference(.task, 0) == 0)
        #expect(baseline.date(.finish, 0)?.description == "2026-01-05T17:00")
    }

    @Test func relationsWithProjectsOutsideTheFileAreCounted() throws {
        let source = XERSource.small.setting("TASKPRED", 0, "pred_proj_id", "1").adding("101 999 PR_FS 0 77", to: "TASKPRED")
        let reading = try ImportReading(source.text())
        #expect(reading.plan?.dependencies.count == 2)
        #expect(reading.losses.contains("dropped: 1 × relation"))
    }

    @Test func exceptionsAreInherited() throws {
        let own = "(0||CalendarData()((0||DaysOfWeek()((0||3()((0||0(s|06:00|f|14:00)())))))))"
        let source = XERSource.small.setting("CALENDAR", 0, "base_clndr_id", "-").adding("8 Own \(own) 7", to: "CALENDAR")
            .setting("TASK", 0, "clndr_id", "8")
        let settings = try XERReaderTests.plan(source).settings
        #expect(settings.calendars[1].base == 0)
        let resolved = settings.calendars.resolved(1)
        #expect(resolved.exceptions.count == 2)
        // Its own week stands: Tuesday only.
        #expect(resolved.week == [[], [Shift(start: 360, end: 840)], [], [], [], [], []])
    }

    @Test func aCalendarWithoutAWeekHasTheHoursOfItsDay() throws {
        let source = XERSource.small.setting("CALENDAR", 0, "clndr_data", "-").setting("CALENDAR", 0, "day_hr_cnt", "10")
        let reading = try ImportReading(source.text())
        #expect(reading.plan?.settings.calendars[0].week[0] == [Shift(start: 480, end: 1080)])
        #expect(reading.losses.contains("supplied: 1 × week of a calendar"))
    }
}

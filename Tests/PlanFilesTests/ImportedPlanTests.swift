import Foundation
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// From a schedule to a plan: the outline into the cascade, names, mappings.
@Suite struct ImportedPlanTests {
    /// Headings 1 to 4 levels deep: a, a.b, a.b.c, a.b.c.d; a task under each, and one under none.
    private static func schedule() -> ImportedSchedule {
        var schedule = ImportedSchedule()
        schedule.name = "Deep"
        schedule.dataDate = LocalDateTime(year: 2026, month: 1, day: 5, minuteOfDay: 480)
        for (place, id) in ["a", "a.b", "a.b.c", "a.b.c.d"].enumerated() {
            var heading = ImportedHeading()
            (heading.id, heading.name, heading.parent, heading.line) = (id, id, place > 0 ? place - 1 : nil, place + 2)
            schedule.headings.append(heading)
            schedule.tasks.append(task("t\(place)", under: place))
        }
        return schedule
    }

    private static func task(_ id: String, under heading: Int?) -> ImportedTask {
        var task = ImportedTask()
        (task.id, task.name, task.heading, task.duration, task.line) = (id, id, heading, 60, 10)
        return task
    }

    private static func plan(_ schedule: ImportedSchedule, _ levels: OutlineLevels = OutlineLevels()) throws -> Plan {
        var imported = ImportedPlan(schedule, file: "f", levels: levels, faults: FaultList())
        return try imported.plan()
    }

    private static func projects(of plan: Plan) -> [String] {
        plan.tasks.rows.map { row in plan.tasks.reference(.project, row).map { plan.projects.raw.identifier($0) } ?? "-" }
    }

    @Test func theFirstThreeLevelsAreTheCascade() throws {
        var schedule = Self.schedule()
        schedule.tasks.append(Self.task("stray", under: nil))
        let plan = try Self.plan(schedule)
        #expect(Self.projects(of: plan) == ["a", "a.b", "a.b.c", "a.b.c", "-"])
        #expect(plan.initiatives.count == 1)
        #expect(plan.goals.rows.map { plan.goals.raw.identifier($0) } == ["a.b", "a"])
        #expect(plan.summaries.count == 4)
        #expect(plan.findings.filter { $0.code == "supplied" }.map(\.message.first) == ["1", "1", "2"])
    }

    @Test func aMappingMovesTheLevels() throws {
        let plan = try Self.plan(Self.schedule(), OutlineLevels(initiative: 1, goal: 1, project: 2))
        #expect(Self.projects(of: plan) == ["a", "a.b", "a.b", "a.b"])
        #expect(plan.goals.rows.map { plan.goals.raw.identifier($0) } == ["a"])
    }

    @Test func withoutHeadingsOneOfEachHoldsAll() throws {
        var schedule = Self.schedule()
        schedule.headings = []
        schedule.tasks = [Self.task("x", under: nil)]
        let plan = try Self.plan(schedule)
        #expect(Self.projects(of: plan) == ["Deep"])
        #expect(plan.findings.count { $0.code == "supplied" } == 4)
    }

    @Test func namesAreMadeUnique() throws {
        var schedule = Self.schedule()
        for place in schedule.tasks.indices { schedule.tasks[place].id = place == 3 ? "" : "t" }
        let plan = try Self.plan(schedule)
        #expect(plan.tasks.rows.map { plan.tasks.raw.identifier($0) } == ["t", "t (2)", "t (3)", "task 1"])
        #expect(plan.findings.contains { $0.message.hasPrefix("2 × id of a task: used before") })
    }

    @Test func onlyInitiativesMustFinish() throws {
        var schedule = Self.schedule()
        schedule.headings[0].mustFinish = schedule.dataDate
        schedule.headings[2].mustFinish = schedule.dataDate
        let plan = try Self.plan(schedule)
        #expect(plan.initiatives.date(.mustFinish, 0) == schedule.dataDate)
        #expect(plan.findings.contains { $0.code == "dropped" && $0.line == 4 })
    }

    @Test(arguments: [
        ("levels: {initiative: 2, goal: 1}", "bad-level 1 levels"), ("levels: {goal: two}", "bad-level 1 levels.goal"),
        ("levels: {project: 0}", "bad-level 1 levels.project"), ("level: 1", "unknown-key 1 level"),
        ("levels: {goal: 2, gaol: 3}", "unknown-key 1 levels.gaol"), ("[1]", "wrong-type 1 -"), ("", "wrong-type 0 -"),
    ])
    func mappingsThatAreNone(text: String, place: String) throws {
        try TestFolders.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: folder + "/m.yaml"))
            let error = #expect(throws: LoadError.self) { try MappingReader.read(path: folder + "/m.yaml") }
            #expect(error?.faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "-")" }.contains(place) ?? false)
        }
    }

    /// What was imported is a plan like any other: written and read again it is the same.
    @Test func aPlanFolderKeepsIt() throws {
        let plan = try XERReaderTests.plan(.small)
        let again = try plan.throughFiles()
        #expect(again.settings.scheduling == plan.settings.scheduling)
        #expect(again.settings.calendars == plan.settings.calendars)
        #expect(again.settings.epoch == plan.settings.epoch && again.settings.dataDate == plan.settings.dataDate)
        for table in [TableName.initiatives, .goals, .projects, .summaries, .tasks, .dependencies] {
            #expect(again[table].columns == plan[table].columns, "\(table)")
        }
    }
}

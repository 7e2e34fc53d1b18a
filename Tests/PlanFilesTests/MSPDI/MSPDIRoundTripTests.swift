import Foundation
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// Plans written as MSPDI and read again.
@Suite struct MSPDIRoundTripTests {
    /// The tables and settings in which two plans differ.
    static func differences(_ left: Plan, _ right: Plan) -> [String] {
        var found: [String] = []
        for name in TableName.allCases where name != .baselines {
            for (place, spec) in left[name].specs.enumerated()
            where !areEqual(left[name].columns[place], right[name].columns[place]) {
                found.append("\(name.rawValue).\(spec.name)")
            }
        }
        if Set(left.baselines.keys) != Set(right.baselines.keys) { found.append("names of baselines") }
        for (name, table) in left.baselines
        where !zip(table.raw.columns, right.baselines[name]?.raw.columns ?? []).allSatisfy(areEqual) {
            found.append("baselines/\(name)")
        }
        let calendars = [left, right].map { plan in
            plan.settings.calendars.indices.map { plan.settings.calendars.resolved($0) }
        }
        if calendars[0] != calendars[1] { found.append("calendars") }
        if left.settings.scheduling != right.settings.scheduling { found.append("scheduling") }
        if left.settings.dataDate != right.settings.dataDate { found.append("dataDate") }
        if left.settings.name != right.settings.name { found.append("name") }
        return found
    }

    /// Whether two columns hold the same; an empty number is no number, which equals nothing.
    private static func areEqual(_ left: ColumnData?, _ right: ColumnData?) -> Bool {
        if case .numbers(let left)? = left, case .numbers(let right)? = right {
            return left.map(\.bitPattern) == right.map(\.bitPattern)
        }
        return left == right
    }

    /// A plan, its MSPDI form read again, and what was lost.
    private func trip(_ plan: Plan, dates: TaskDates? = nil, forecast: TaskForecastFigures? = nil) throws -> (
        back: Plan, losses: [String], text: String
    ) {
        try TestFolders.withTemporaryFolder { path in
            let losses = try plan.writeMSPDI(to: path, dates: dates, forecast: forecast)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            return (try Plan(contentsOf: path), losses.map { "\($0.code) \($0.message)" }, text)
        }
    }

    private func plan(_ files: [String: String]) throws -> Plan {
        try TestFolders.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/baselines", withIntermediateDirectories: true)
            for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
            return try Plan(contentsOf: folder)
        }
    }

    static let files = [
        "plan.yaml": """
        name: Trip & <more>
        epoch: 2026-01-05
        dataDate: 2026-02-01T17:00
        calendar: office
        calendars:
          office:
            week: {monday: [08:00-12:00, 13:00-17:00], tuesday: [08:00-12:00, 13:00-17:00], friday: [08:00-12:00]}
            exceptions: {2026-01-06: [], 2026-01-09: [], 2026-01-12: [09:00-11:00]}
          night: {base: office, week: {sunday: [22:00-24:00]}}
        """,
        "initiatives.csv": "id,name\nI,First\n",
        "goals.csv": "id,name,initiative\nG,Goal,I\n",
        "projects.csv": "id,name,goal\nP,One,G\nQ,Two,G\n",
        "people.csv": "id,name,fte,calendar\nann,Ann,0.5,night\nbo,Bo,,\n",
        "teams.csv": "id,name,capacity\ncrew,Crew,4\n",
        "tasks.csv": """
        id,name,project,duration,effort,calendar,constraint,constraint_date,priority,cost,actual_start,actual_finish,remaining,percent_complete,deadline,manual_start,resume
        a,"A, ""first"" <task>",P,2d,3d,,,,900,12.34,2026-01-05T08:00,2026-01-06T17:00,,100,2026-02-02T17:00,,
        b,B,P,5d,,night,,,,,2026-01-12T09:00,,3d,40,,,2026-02-03T08:00
        c,C,Q,30m,,,snet,2026-03-02T08:00,,,,,,,,,
        d,D,Q,4h,,,fnlt,2026-03-02T17:00,,,,,,,,,
        e,E,Q,4h,,,mfo,2026-03-02,,,,,,,,,
        f,F,Q,4h,,,alap,,,,,,,,,,
        g,G,Q,0d,,,,,,,,,,,,2026-04-01T08:00,

        """,
        "dependencies.csv": """
        predecessor,successor,type,lag
        a,b,FS,
        a,c,SS,2d
        b,d,FF,-3h
        c,e,SF,1ed
        c,f,FS,50%
        d,f,FS,25e%
        P,g,FS,

        """,
        "assignments.csv": "task,person,team,units\na,bo,,0.25\nb,,crew,2\n",
        "baselines/baseline2.csv": "task,start,finish,duration,effort,cost\na,2026-01-05T08:00,2026-01-06T17:00,2d,1d,99.5\n",
    ]

    @Test func whatMSPDIHoldsComesBack() throws {
        let plan = try plan(Self.files)
        let (back, losses, _) = try trip(plan)
        // The cascade is an outline now, and every task names its heading; an empty lag is none, an empty share a whole person.
        let spelledOut = [
            "summaries.id", "summaries.name", "summaries.parent", "people.fte", "tasks.summary", "dependencies.predecessor",
            "dependencies.lag", "scheduling",
        ]
        #expect(Self.differences(plan, back).filter { !spelledOut.contains($0) } == [])
        #expect(
            back.dependencies.rows.map { back.dependencies.integer(.lag, $0) }
                == plan.dependencies.rows.map { plan.dependencies.integer(.lag, $0) ?? 0 })
        #expect(back.summaries.rows.map { back.summaries.text(.id, $0) } == ["I", "G", "P", "Q"])
        #expect(losses == ["changed 1 × scheduling: Microsoft Project finds dates and floats by conventions of its own"])
        // Once it is Project's plan, nothing changes any more.
        let again = try trip(back)
        #expect(Self.differences(back, again.back) == [])
        #expect(again.losses == [])
    }

    @Test func theHospitalComesBack() throws {
        let plan = try Plan(contentsOf: TestFolders.datasets + "/hospital")
        let back = try trip(plan).back
        #expect(back.tasks.count == plan.tasks.count)
        let ids = Dictionary(uniqueKeysWithValues: plan.tasks.rows.map { (plan.tasks[$0].id, $0) })
        for row in back.tasks.rows {
            let old = try #require(ids[back.tasks[row].id])
            #expect(back.tasks[row].name == plan.tasks[old].name)
            #expect(back.tasks[row].actualStart == plan.tasks[old].actualStart)
            #expect(back.tasks[row].actualFinish == plan.tasks[old].actualFinish)
            #expect(back.tasks.integer(.effort, row) ?? 0 == plan.tasks.integer(.effort, old) ?? 0)
            #expect(back.tasks.number(.cost, row) ?? 0 == plan.tasks.number(.cost, old) ?? 0)
        }
        #expect(
            back.dependencies.integers(.lag)?.sorted()
                == plan.dependencies.rows.map { plan.dependencies.integer(.lag, $0) ?? 0 }.sorted())
        #expect(back.assignments.count == plan.assignments.count)
        #expect(back.baselines["baseline"]?.count == plan.baselines["approved"]?.count)
        let again = try trip(back).back
        #expect(Self.differences(back, again) == [])
    }

    @Test func forecastFiguresStandInCustomFields() throws {
        let plan = try plan(Self.files)
        let none = [LocalDateTime?](repeating: nil, count: plan.tasks.count)
        var (p50, p80) = (none, none)
        (p50[2], p80[2]) = (
            LocalDateTime(year: 2026, month: 3, day: 4, minuteOfDay: 1020), LocalDateTime(year: 2026, month: 3, day: 9)
        )
        var index = [Double?](repeating: nil, count: plan.tasks.count)
        index[2] = 0.25
        let (_, _, text) = try trip(plan, forecast: TaskForecastFigures(p50: p50, p80: p80, criticalityIndex: index))
        for alias in ["P50 finish", "P80 finish", "Criticality index"] { #expect(text.contains("<Alias>\(alias)</Alias>")) }
        for value in ["2026-03-04T17:00:00", "2026-03-09T00:00:00", "0.25"] {
            #expect(text.contains("<Value>\(value)</Value>"))
        }
    }

    @Test func headingsSpanTheDatesOfTheirTasks() throws {
        let plan = try plan(Self.files)
        let dates = plan.tasks.rows.map { LocalDateTime(year: 2026, month: 5, day: 4 + $0) }
        let (_, _, text) = try trip(plan, dates: TaskDates(start: dates, finish: dates))
        // Q holds the tasks c to g, rows 2 to 6.
        let heading = try #require(text.components(separatedBy: "<Task>").first { $0.contains("<Name>Two</Name>") })
        #expect(heading.contains("<Start>2026-05-06T00:00:00</Start>"))
        #expect(heading.contains("<Finish>2026-05-10T00:00:00</Finish>"))
    }

    @Test func whatMSPDICannotHoldIsCounted() throws {
        var files = Self.files
        files["risks.csv"] = "id,probability\nR,0.5\n"
        files["tasks.csv"] =
            "id,name,project,duration,optimistic,pessimistic,constraint,constraint_date,due\n1,A,P,2d,1d,3d,mandatory-start,2026-03-02,2026-04-01\n"
        files["dependencies.csv"] = nil
        files["assignments.csv"] = nil
        files["baselines/baseline2.csv"] = nil
        let losses = try trip(plan(files)).losses
        #expect(
            losses == [
                "dropped 1 × tasks.optimistic: MSPDI has no such field",
                "dropped 1 × tasks.pessimistic: MSPDI has no such field",
                "dropped 1 × risks: MSPDI has no such rows",
                "changed 1 × scheduling: Microsoft Project finds dates and floats by conventions of its own",
                "changed 1 × tasks.due: kept as the deadline",
                "changed 1 × tasks.constraint: a mandatory date is one that must be met",
            ])
    }

    @Test func anExistingFileIsNotTouched() throws {
        let plan = try plan(Self.files)
        try TestFolders.withTemporaryFolder { path in
            try Data("mine".utf8).write(to: URL(filePath: path))
            #expect(throws: OutputError.self) { try plan.writeMSPDI(to: path) }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
        }
        #expect(throws: OutputError.self) { try plan.writeMSPDI(to: "/nowhere/at/all.xml") }
    }
}

import Foundation
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

@Suite struct TableReaderTests {
    private func tasks(_ text: String, settings: String = FolderReading.settings, threads: Int = 1) throws -> Plan {
        let reading = try FolderReading(["tasks.csv": text, "plan.yaml": settings], threads: threads)
        #expect(reading.faults.isEmpty)
        return try #require(reading.plan)
    }

    @Test func formsOfRFC4180() throws {
        // A byte-order mark, CRLF, quotes doubled, commas and line ends in quotes, any column order, no line end at the end.
        let plan = try tasks("\u{feff}name,project,id\r\n\"Say \"\"hi\"\", twice\",,1\r\n\"two\r\nlines\",,2\r\n\r\nplain,,3")
        #expect(plan.tasks.rows.map { plan.tasks[$0].name } == ["Say \"hi\", twice", "two\r\nlines", "plain"])
        #expect(plan.tasks.rows.map { plan.tasks[$0].id } == ["1", "2", "3"])
        // Row 0 stands on line 2, row 1 on 3 and 4, line 5 is empty, row 2 stands on 6.
        #expect(plan.tasks.rows.map { plan.tasks.raw.place(ofRow: $0).line } == [2, 3, 6])
    }

    @Test func durations() throws {
        // A day is 480 minutes, a week 2,400: 3 x 480 + 240 = 1,680; 1.5 x 480 = 720; 4.37 x 480 = 2,097.6, to the nearest 2,098.
        let spellings = ["3d 4h", "2w", "1.5d", "30m", "5", "0d", "40h", "4.37d", "2w1d", "0.5", "1e1h", ""]
        let rows = spellings.enumerated().map { "\($0),A,,\($1)\n" }.joined()
        let plan = try tasks("id,name,project,duration\n" + rows)
        #expect(
            plan.tasks.rows.map { plan.tasks[$0].duration } == [
                1680, 4800, 720, 30, 2400, 0, 2400, 2098, 5280, 240, 600, nil,
            ])
        #expect(plan.findings.map(\.code) == ["default-calendar", "rounded-minutes"])
    }

    @Test func lags() throws {
        let reading = try FolderReading([
            "tasks.csv": "id,name,project\n1,A,\n2,B,\n",
            "dependencies.csv":
                "predecessor,successor,type,lag\n1,2,,\n1,2,SS,-1d\n1,2,FF,3ed\n1,2,SF,-1w 2d\n1,2,FS,+2h\n1,2,FS,1ed 2eh\n",
        ])
        let plan = try #require(reading.plan)
        let lags = try #require(plan.dependencies.integers(.lag)).map { $0 == Cell.absent ? nil : Lag(raw: $0) }
        // -(2,400 + 2 x 480) = -3,360; 3 x 1,440 = 4,320; 1,440 + 120 = 1,560
        #expect(
            lags == [
                nil, Lag(minutes: -480), Lag(minutes: 4320, isElapsed: true), Lag(minutes: -3360), Lag(minutes: 120),
                Lag(minutes: 1560, isElapsed: true),
            ])
        #expect(plan.dependencies.integers(.type) == [-1, 1, 2, 3, 0, 0])
    }

    @Test func datesAlone() throws {
        let plan = try tasks(
            "id,name,project,due,actual_start\n1,A,,2027-03-01,2027-01-04T09:00\n", settings: "name: T\nepoch: 2027-01-04")
        #expect(plan.tasks[0].due?.description == "2027-03-02T00:00")
        #expect(plan.settings.epoch.description == "2027-01-04T00:00")
    }

    @Test func unknownColumnsAreKeptAndNamed() throws {
        let plan = try tasks("id,name,colour,project\n1,A,blue,\n")
        #expect(plan.tasks.raw.extras == [ExtraColumn(name: "colour", cells: TextColumn(["blue"]))])
        #expect(plan.findings.contains { $0.code == "unknown-column" && $0.column == "colour" })
    }

    @Test func misspeltFilesAreNamed() throws {
        let reading = try FolderReading(["task.csv": "id\n1\n"])
        #expect(reading.plan?.findings.contains { $0.code == "unknown-file" && $0.file == "task.csv" } == true)
    }

    @Test func aTaskWinsOverAProjectOfTheSameName() throws {
        let reading = try FolderReading([
            "projects.csv": "id,name,goal\nX,P,\nY,Q,\n", "tasks.csv": "id,name,project\nX,A,X\nZ,B,Y\n",
            "dependencies.csv": "predecessor,successor\nX,Y\n",
        ])
        let plan = try #require(reading.plan)
        #expect(ElementReference(raw: plan.dependencies.integers(.predecessor)![0]).table == 0)
        #expect(ElementReference(raw: plan.dependencies.integers(.successor)![0]).table == 1)
    }

    /// Large enough to be cut in pieces: quotes with line ends everywhere, ids of all lengths, any number of threads.
    @Test func piecesMakeTheSameTable() throws {
        var text = "id,name,project,duration\n"
        for row in 0..<60_000 {
            let id = String(repeating: "x", count: row % 13) + "\(row)"
            text += row % 7 == 0 ? "\(id),\"line\none \"\"\(row)\"\"\",,1d\n" : "\(id),Task \(row),,\(row % 9)h\n"
        }
        let links =
            "predecessor,successor\n"
            + (1..<60_000).map { row in
                String(repeating: "x", count: (row - 1) % 13) + "\(row - 1)," + String(repeating: "x", count: row % 13)
                    + "\(row)\n"
            }.joined()
        let plans = try [1, 2, 5].map { threads in
            try #require(try FolderReading(["tasks.csv": text, "dependencies.csv": links], threads: threads).plan)
        }
        for plan in plans {
            #expect(plan.tasks.count == 60_000)
            #expect(plan.tasks.raw.columns == plans[0].tasks.raw.columns)
            #expect(plan.dependencies.raw.columns == plans[0].dependencies.raw.columns)
            #expect(
                plan.tasks.raw.source == plans[0].tasks.raw.source
                    || plan.tasks.raw.place(ofRow: 59_999) == plans[0].tasks.raw.place(ofRow: 59_999))
            #expect(plan.inputHash == plans[0].inputHash)
        }
        #expect((0..<100).allSatisfy { plans[2].dependencies.integers(.successor)![$0] == Int32(($0 + 1) << 2) })
    }

    @Test func theHashKnowsRowsButNotTheirOrder() throws {
        let one = try tasks("id,name,project\n1,A,\n2,B,\n").inputHash
        #expect(try tasks("id,name,project\n2,B,\n1,A,\n").inputHash == one)
        #expect(try tasks("id,name,project\n1,A,\n2,C,\n").inputHash != one)
    }
}

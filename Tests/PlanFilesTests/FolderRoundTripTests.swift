import Foundation
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// What is written reads back the same, and writing it again gives the same bytes.
@Suite struct FolderRoundTripTests {
    private func files(in folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let paths = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
        for path in paths where path.contains(".") { files[path] = try TestFolders.contents(of: "\(folder)/\(path)") }
        return files
    }

    @Test(arguments: ["hospital", "textbook"])
    func datasets(_ name: String) throws {
        let plan = try Plan(contentsOf: "\(TestFolders.datasets)/\(name)")
        try TestFolders.withTemporaryFolder { first in
            try plan.write(to: first)
            let again = try Plan(contentsOf: first)
            #expect(again.settings == plan.settings)
            for table in FolderReader.order {
                #expect(again[table].count == plan[table].count)
                for (column, spec) in plan[table].specs.enumerated() where again[table].columns[column] != nil {
                    #expect(same(again[table].columns[column], plan[table].columns[column]), "\(table).\(spec.name)")
                }
            }
            #expect(again.baselines.keys == plan.baselines.keys)
            try TestFolders.withTemporaryFolder { second in
                try again.write(to: second)
                #expect(try files(in: second) == files(in: first))
            }
        }
    }

    /// Equal cells, NaN meaning nothing on both sides.
    private func same(_ left: ColumnData?, _ right: ColumnData?) -> Bool {
        guard case .numbers(let a) = left, case .numbers(let b) = right else { return left == right }
        return a.elementsEqual(b) { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }

    @Test func nastyTexts() throws {
        let name = "=1+1, \"quoted\"\nsecond line\r\nüñí 🏥 ‮bidi"
        let reading = try FolderReading([
            "tasks.csv": "id,name,project,note\n\"a,b\",\"\(name.replacing("\"", with: "\"\""))\",,-@x\n"
        ])
        let plan = try #require(reading.plan).throughFiles()
        #expect(plan.tasks[0].name == name)
        #expect(plan.tasks[0].id == "a,b")
        #expect(plan.tasks.raw.extras[0].cells[0] == "-@x")
    }

    @Test func nothingIsWrittenOverAFolder() throws {
        let plan = Plan(settings: PlanSettings(name: "T", epoch: LocalDateTime(minutes: 0)))
        try TestFolders.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("keep".utf8).write(to: URL(filePath: "\(folder)/mine.txt"))
            #expect(throws: OutputError.self) { try plan.write(to: folder) }
            #expect(try TestFolders.names(in: folder) == ["mine.txt"])
            #expect(throws: OutputError.self) { try plan.write(to: "/proc/nowhere/plan") }
        }
    }

    @Test func missingInput() {
        #expect(throws: InputError.self) { try Plan(contentsOf: "/nowhere/at/all") }
        #expect(throws: InputError.self) { try Plan(contentsOf: NSTemporaryDirectory()) }
    }
}

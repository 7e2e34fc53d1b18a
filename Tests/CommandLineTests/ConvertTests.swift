import Foundation
import Testing

@Suite struct ConvertTests {
    @Test func aPlanSurvivesTwiceWithTheSameResults() throws {
        try TemporaryFolder.with { folder in
            let (once, twice) = (folder + "/once", folder + "/twice")
            let run = try Program.run(["convert", hospital, once, "--format", "json"])
            #expect(run.code == 0)
            let tables = try #require(try run.object()["tables"] as? [[String: Any]])
            #expect(tables.allSatisfy { $0["rowsIn"] as? Int == $0["rowsKept"] as? Int })
            #expect(try Program.run(["convert", once, twice]).code == 0)
            for name in try TemporaryFolder.names(once) where name.hasSuffix(".csv") || name.hasSuffix(".yaml") {
                #expect(
                    try Data(contentsOf: URL(filePath: "\(once)/\(name)"))
                        == Data(contentsOf: URL(filePath: "\(twice)/\(name)")))
            }
            let (before, after) = (try Program.run(["schedule", hospital]), try Program.run(["schedule", once]))
            #expect(before.text == after.text)
        }
    }

    @Test func whatIsDroppedIsNamed() throws {
        try TemporaryFolder.withPlan(["tasks.csv": "id,name,project,duration,colour\nA,One,,1d,red\n", "extra.csv": "a\n1\n"]) {
            plan in
            let run = try Program.run(["convert", plan, plan + "/out"])
            #expect(run.code == 0)
            #expect(run.text.contains("dropped: extra.csv"))
            #expect(run.text.contains("kept: tasks.csv"))
        }
    }

    @Test func aFolderThatHoldsSomethingIsNotTouched() throws {
        try TemporaryFolder.with { folder in
            try TemporaryFolder.write("mine", folder + "/file")
            #expect(try Program.run(["convert", textbook, folder]).code == 73)
            #expect(try TemporaryFolder.names(folder) == ["file"])
        }
    }
}

@Suite struct GenerateTests {
    @Test func aMadePlanCanBeComputed() throws {
        try TemporaryFolder.with { folder in
            let arguments = ["generate", "--tasks", "300", "--people", "40", "--seed", "5"]
            #expect(try Program.run(arguments + [folder + "/a"]).code == 0)
            #expect(try Program.run(arguments + [folder + "/b"]).code == 0)
            for name in try TemporaryFolder.names(folder + "/a") where name.hasSuffix(".csv") {
                #expect(
                    try Data(contentsOf: URL(filePath: "\(folder)/a/\(name)"))
                        == Data(contentsOf: URL(filePath: "\(folder)/b/\(name)")))
            }
            #expect(try Program.run(["check", folder + "/a"]).code == 0)
            #expect(try Program.run(["forecast", folder + "/a", "--samples", "64"]).code == 0)
        }
    }
}

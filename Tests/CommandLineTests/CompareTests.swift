import Foundation
import TestSupport
import Testing

/// `headway compare` and `forecast --scenario`, as their users type them.
@Suite struct CompareTests {
    private static let scenarios = TestFolders.datasets + "/scenarios"
    private static let sampling = ["--samples", "512", "--resources", "none"]

    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    private func compare(_ arguments: [String]) throws -> Program.Outcome {
        try Program.run(
            ["compare", hospital, "--scenario", Self.scenarios + "/later-promise.yaml"] + arguments + Self.sampling)
    }

    @Test func text() throws {
        let run = try compare([Self.scenarios + "/fewer-favours.yaml"])
        #expect(run.code == 0 && run.error.isEmpty)
        let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0].hasPrefix("A later promise for day surgery: all 6 are on time with "))
        #expect(lines[1].hasPrefix("Fewer favours, smaller scope: I1 Digital patient record is "))
        #expect(run.text.contains("512 samples, seed 1, the same for all\n"))
        #expect(run.text.contains("  · P083: 2 open tasks cancelled, 2 days of work saved\n"))
        #expect(run.text.contains("No difference in any replication: ") && run.text.contains("Common random numbers: "))
        #expect(lines.allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
        let narrow = try Program.run(
            ["compare", hospital, "--scenario", Self.scenarios + "/lean-year.yaml"] + Self.sampling,
            environment: ["COLUMNS": "60"])
        #expect(narrow.text.split(separator: "\n").allSatisfy { $0.count <= 60 })
        #expect(narrow.text.contains("People are no limit in these runs"))
    }

    @Test func json() throws {
        let result = try compare(["--format", "json"]).object()
        #expect(
            Set(result.keys) == [
                "headway", "plan", "dataDate", "inputHash", "samples", "seed", "sampling", "minutesPerDay", "scenarios",
            ])
        let scenario = try #require(try list(result["scenarios"]).first)
        #expect(
            Set(scenario.keys) == [
                "name", "description", "file", "recompiled", "edits", "planFinish", "targets", "joint", "people",
            ])
        let targets = try list(scenario["targets"])
        #expect(targets.count == 115 && targets[4]["id"] as? String == "I5")
        #expect(
            Set(targets[4].keys) == [
                "id", "kind", "before", "after", "deltaP50Minutes", "deltaP80Minutes", "deltaMeanMinutes", "deltaProbability",
                "probabilityBetter", "probabilityBetterInterval", "shareTied", "noDifference", "varianceRatio",
            ])
        let difference = try #require(targets[4]["deltaProbability"] as? [String: Any])
        #expect(Set(difference.keys) == ["value", "low", "high", "samplesNeeded"])
        #expect(try #require(difference["low"] as? Double) > 0.5)
        #expect(targets[4]["probabilityBetter"] as? Double == 0.5 && targets[4]["noDifference"] as? Bool == true)
        // G19 has no task.
        let childcare = try #require(targets.first { $0["id"] as? String == "G19" })
        #expect(childcare["deltaP80Minutes"] is NSNull && childcare["before"] is NSNull)
        #expect(scenario["people"] is NSNull && (scenario["joint"] as? [String: Any])?["deltaProbability"] is [String: Any])
        #expect(try list(scenario["edits"])[0]["summary"] as? String == "I5 due 2028-09-30")
    }

    @Test func csv() throws {
        let rows = try compare(["--format", "csv", "--target", "I5", "--target", "G04"]).text.split(separator: "\r\n")
        #expect(rows.count == 1 + 3)
        #expect(rows[0].hasPrefix("scenario,kind,id,name,before_p50,"))
        #expect(rows[1].hasPrefix("A later promise for day surgery,initiative,I5,Day surgery,2028-"))
        #expect(rows[3].hasPrefix("A later promise for day surgery,plan,,St. Elsewhere 2027,"))
        #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }) == [31])
    }

    @Test(arguments: ["text", "json", "csv"]) func anyNumberOfThreadsGivesTheSameBytes(format: String) throws {
        let all = [Self.scenarios + "/two-engineers.yaml", "--format", format]
        #expect(try compare(all + ["--threads", "1"]).output == compare(all + ["--threads", "3"]).output)
    }

    @Test func faultsOfAllFilesInOneRun() throws {
        try TemporaryFolder.with { folder in
            try TemporaryFolder.write(
                "name: A\nedits:\n  - cancel: {project: P999}\n  - rescope: {project: P001, factor: 1}\n", folder + "/a.yaml")
            try TemporaryFolder.write("name: B\nedits:\n  - cansel: {project: P001}\n", folder + "/b.yaml")
            let arguments = ["compare", hospital, "--scenario", folder + "/a.yaml", folder + "/b.yaml"]
            let run = try Program.run(arguments)
            #expect(run.code == 65 && run.output.isEmpty)
            let lines = run.error.split(separator: "\n")
            #expect(lines.count == 3)
            #expect(
                lines[0].hasPrefix(
                    "error: \(folder)/a.yaml:3: edits[1].cancel.project: no row of projects.csv has the id \"P999\"; nearest: ")
            )
            #expect(lines[1].hasPrefix("error: \(folder)/a.yaml:4: edits[2].rescope.factor: the edit touches nothing: "))
            #expect(lines[2].hasPrefix("error: \(folder)/b.yaml:3: edits[1]: no such edit (expected cancel"))
            let json = try Program.run(arguments + ["--format", "json"])
            let errors = try #require(try JSONSerialization.jsonObject(with: Data(json.error.utf8)) as? [String: Any])
            #expect(try list(errors["errors"]).count == 3 && json.code == 65)
        }
    }

    @Test func wrongUse() throws {
        let file = Self.scenarios + "/later-promise.yaml"
        #expect(try Program.run(["compare", hospital]).code == 2)
        #expect(try Program.run(["compare", hospital, "--scenario"]).code == 2)
        #expect(try compare(["--target", "I9"]).code == 2)
        #expect(try Program.run(["compare", hospital, "--scenario", "/no/such.yaml"]).code == 66)
        #expect(try Program.run(["compare", "/no/such", "--scenario", file]).code == 66)
        // Reports tell scenarios apart by their names.
        #expect(try compare([file]).code == 65)
        #expect(try Program.run(["forecast", hospital, "--scenario", file, "--scenario", file]).code == 2)
        #expect(try Program.run(["forecast", hospital, "--scenario", file, "--save", "x"]).code == 2)
    }

    /// The forecast of a scenario is what the comparison says of it.
    @Test func forecastOfAScenario() throws {
        let file = Self.scenarios + "/fewer-favours.yaml"
        let result = try Program.run(["forecast", hospital, "--scenario", file, "--format", "json"] + Self.sampling).object()
        #expect((result["scenario"] as? [String: Any])?["name"] as? String == "Fewer favours, smaller scope")
        let compared = try Program.run(["compare", hospital, "--scenario", file, "--format", "json"] + Self.sampling).object()
        let after = try #require(try list(list(compared["scenarios"])[0]["targets"])[0]["after"] as? [String: Any])
        let target = try list(result["targets"])[0]
        #expect(target["p80"] as? String == after["p80"] as? String && target["mean"] as? String == after["mean"] as? String)
        let text = try Program.run(["forecast", hospital, "--scenario", file] + Self.sampling).text
        #expect(text.contains("\nScenario Fewer favours, smaller scope: P083: 2 open tasks cancelled"))
    }

    @Test func timing() throws {
        let run = try compare(["--timing", "--format", "json"])
        let result = try run.object()
        #expect(run.error.hasPrefix("timing: load ") && result["timing"] != nil)
    }

    /// Where a plan assigns work, people are held unless said otherwise, and what they do is compared too.
    @Test func peopleAreHeld() throws {
        let arguments = ["compare", hospital, "--scenario", Self.scenarios + "/two-engineers.yaml", "--samples", "128"]
        let result = try Program.run(arguments + ["--format", "json"]).object()
        let people = try #require(try list(result["scenarios"])[0]["people"] as? [String: Any])
        // Two people more, and the same work: less waiting.
        #expect(!people.isEmpty)
        for width in ["60", "100"] {
            let text = try Program.run(arguments, environment: ["COLUMNS": width]).text
            #expect(text.contains("Work of people: ") && !text.contains("People are no limit"))
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= Int(width)! })
        }
    }
}

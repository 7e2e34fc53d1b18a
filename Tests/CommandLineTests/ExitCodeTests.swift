import Foundation
import Testing

@Suite struct ExitCodeTests {
    @Test(arguments: ["check", "schedule", "forecast"])
    func goodPlansGiveZero(command: String) throws {
        let run = try Program.run([command, textbook])
        #expect(run.code == 0)
        #expect(run.error.isEmpty)
        #expect(!run.output.isEmpty)
    }

    @Test(arguments: ["check", "schedule", "forecast"])
    func noPlanGives66(command: String) throws {
        let run = try Program.run([command, "/no/such/plan"])
        #expect(run.code == 66)
        #expect(run.error == "error: /no/such/plan: no such file or folder\n")
        #expect(run.output.isEmpty)
    }

    @Test func aFileThatIsNoPlanGives65AndAFolder66() throws {
        let file = try Program.run(["schedule", textbook + "/plan.yaml"])
        #expect(file.code == 65)
        #expect(file.error.hasPrefix("error: plan.yaml:1: not a kind of plan that is read (expected "))
        let empty = try TemporaryFolder.with { try Program.run(["schedule", $0]) }
        #expect(empty.code == 66)
    }

    @Test func badInputGives65OneLineAnError() throws {
        try TemporaryFolder.withPlan(["tasks.csv": "id,name,project,duration\nT1,One,,5x\nT2,Two,P9,1d\nT2,Again,,1d\n"]) {
            plan in
            let run = try Program.run(["forecast", plan])
            let lines = run.error.split(separator: "\n")
            #expect(run.code == 65)
            #expect(run.output.isEmpty)
            #expect(lines.count == 4)
            #expect(lines[0].wholeMatch(of: /error: tasks\.csv:2: duration: .*\(found "5x"\)/) != nil)
            #expect(lines[1].wholeMatch(of: /error: tasks\.csv:3: project: .*"P9".*/) != nil)
            #expect(lines[2].wholeMatch(of: /error: tasks\.csv:4: id: .*/) != nil)
            #expect(lines[3] == "run `headway check \(plan)` for all errors and findings")
        }
    }

    @Test func badInputAsJSON() throws {
        try TemporaryFolder.withPlan(["tasks.csv": "id,name,project,duration\nT1,One,,5x\n"]) { plan in
            let run = try Program.run(["schedule", plan, "--format", "json"])
            let result = try #require(try JSONSerialization.jsonObject(with: Data(run.error.utf8)) as? [String: Any])
            let errors = try #require(result["errors"] as? [[String: Any]])
            #expect(run.code == 65)
            #expect(errors.count == 1)
            #expect(Set(errors[0].keys) == ["file", "line", "column", "code", "message"])
            #expect(errors[0]["line"] as? Int == 2)
        }
    }

    /// 150 bad durations: a hundred are listed, fifty counted.
    @Test func aHundredErrorsAreEnough() throws {
        let rows = (1...150).map { "T\($0),Task,,x\n" }.joined()
        try TemporaryFolder.withPlan(["tasks.csv": "id,name,project,duration\n" + rows]) { plan in
            let lines = try Program.run(["schedule", plan]).error.split(separator: "\n")
            #expect(lines.count == 102)
            #expect(lines[100] == "and 50 more")
        }
    }

    @Test func aCycleGives65AndNamesItsTasks() throws {
        let files = [
            "tasks.csv": "id,name,project,duration\nA,One,,1d\nB,Two,,1d\n",
            "dependencies.csv": "predecessor,successor\nA,B\nB,A\n",
        ]
        try TemporaryFolder.withPlan(files) { plan in
            let run = try Program.run(["schedule", plan])
            #expect(run.code == 65)
            #expect(run.error.hasPrefix("error: dependencies.csv:"))
            #expect(run.error.contains("cycle: "))
            #expect(try Program.run(["check", plan]).code == 1)
        }
    }

    @Test func checkTellsErrorsOnStdoutAndGives1() throws {
        try TemporaryFolder.withPlan(["tasks.csv": "id,name,project,duration\nT1,One,,5x\n"]) { plan in
            let text = try Program.run(["check", plan])
            #expect(text.code == 1)
            #expect(text.error.isEmpty)
            #expect(text.text.contains("error: tasks.csv:2: duration: "))
            let json = try Program.run(["check", plan, "--format", "json"])
            #expect(json.code == 1)
            #expect(try json.object()["errorCount"] as? Int == 1)
            #expect(try json.object()["plan"] is NSNull)
        }
    }
}

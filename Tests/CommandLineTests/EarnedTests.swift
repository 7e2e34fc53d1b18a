import Foundation
import Testing

@Suite struct EarnedTests {
    /// The hospital has one baseline, so that it need not be named.
    @Test func theOnlyBaselineIsTaken() throws {
        let run = try Program.run(["earned", hospital, "--format", "json"])
        let result = try run.object()
        #expect(run.code == 0 && run.error.isEmpty)
        #expect(result["baseline"] as? String == "approved")
        #expect((result["targets"] as? [Any])?.count == 6 + 25 + 84)
        #expect(try Program.run(["earned", hospital, "--baseline", "approved", "--format", "json"]).output == run.output)
        for format in ["text", "csv"] { #expect(try Program.run(["earned", hospital, "--format", format]).code == 0) }
    }

    @Test func aBaselineThatIsNotThereGives2AndTheNames() throws {
        let run = try Program.run(["earned", hospital, "--baseline", "x"])
        #expect(run.code == 2 && run.output.isEmpty)
        #expect(run.error.contains(#"no baseline is called "x"; the plan has: approved"#))
    }

    @Test func severalBaselinesGive2AndTheNames() throws {
        try TemporaryFolder.withPlan(["tasks.csv": "id,name,project,duration\nA,One,,1d\n"]) { plan in
            let none = try Program.run(["earned", plan])
            #expect(none.code == 65 && none.error.hasPrefix("error: baselines: expected a file baselines/NAME.csv"))
            try FileManager.default.createDirectory(atPath: plan + "/baselines", withIntermediateDirectories: true)
            for name in ["one", "two"] {
                try TemporaryFolder.write(
                    "task,start,finish\nA,2027-01-04,2027-01-04\n", "\(plan)/baselines/\(name).csv")
            }
            let several = try Program.run(["earned", plan])
            #expect(several.code == 2 && several.error.contains("the plan has 2 baselines; say which: one, two"))
            #expect(try Program.run(["earned", plan, "--baseline", "two"]).code == 0)
        }
    }
}

import Foundation
import Testing

/// `check --baseline` and `--fail-below`.
@Suite struct HealthTests {
    /// The textbook passes six points of ten: no people, no baseline, nothing that says when it must finish.
    @Test func theGateGives1AndSaysWhy() throws {
        let run = try Program.run(["check", textbook, "--fail-below", "0.61"])
        #expect(run.code == 1)
        #expect(run.text.contains("6 of 10 applicable DCMA points passed, score 0.60"))
        #expect(
            run.error == "check: health score 0.60 (6 of 10 applicable DCMA points) is below 0.61; "
                + "failed: 1 Logic, 2 Leads, 3 Lags, 4 Relationship types\n")
    }

    @Test(arguments: ["0", "0.6", "0.60"]) func aScoreThatReachesPasses(least: String) throws {
        let run = try Program.run(["check", textbook, "--fail-below", least])
        #expect(run.code == 0 && run.error.isEmpty)
    }

    @Test(arguments: ["-0.1", "1.01", "nan", "most", ""]) func scoresLieBetween0And1(least: String) throws {
        #expect(try Program.run(["check", textbook, "--fail-below=\(least)"]).code == 2)
    }

    @Test func errorsComeBeforeTheGate() throws {
        try TemporaryFolder.withPlan(["tasks.csv": "id,name,project,duration\nT1,One,,5x\n"]) { plan in
            let run = try Program.run(["check", plan, "--fail-below", "0", "--format", "json"])
            #expect(run.code == 1 && run.error.isEmpty)
            #expect(try run.object()["health"] is NSNull)
        }
    }

    @Test func theHospitalInNumbers() throws {
        let result = try Program.run(["check", hospital, "--format", "json", "--baseline", "approved"]).object()
        let health = try #require(result["health"] as? [String: Any])
        #expect(Set(health.keys) == ["score", "passed", "applicable", "baseline", "dcma", "gao"])
        let dcma = try #require(health["dcma"] as? [[String: Any]])
        let parts = dcma.map { "\($0["numerator"] as? Int ?? -1)/\($0["denominator"] as? Int ?? -1)" }
        // Counted from the tables by another program: 1,299 relations to open tasks, of them 39 leads, 218 lags, 1,188 from finish to
        // start; 857 of 1,248 tasks with work are open; 493 were due, of them 468 late; 19 have no baseline; 391 are done.
        #expect(Array(parts[1...3]) == ["39/1299", "218/1299", "1188/1299"])
        #expect(parts[4] == "0/857" && parts[10] == "468/493" && parts[13] == "391/512")
        #expect(health["baseline"] as? String == "approved")
    }

    @Test func anUnknownBaselineIsRefused() throws {
        let run = try Program.run(["check", hospital, "--baseline", "april"])
        #expect(run.code == 2)
        #expect(run.error.contains("--baseline: no baseline is called \"april\"; the plan has: approved"))
    }

    /// With 17 % of lags allowed the hospital passes a point more.
    @Test func thresholdsAreSettings() throws {
        try TemporaryFolder.with { folder in
            let copy = folder + "/plan"
            try FileManager.default.copyItem(atPath: hospital, toPath: copy)
            let settings = try String(contentsOfFile: copy + "/plan.yaml", encoding: .utf8)
            try TemporaryFolder.write(settings + "health: {lags: 0.17}\n", copy + "/plan.yaml")
            #expect(try Program.run(["check", copy]).text.contains("10 of 14 applicable DCMA points passed, score 0.71"))
        }
    }
}

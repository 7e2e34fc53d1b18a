import Foundation
import Testing

/// The keys that scripts may rely on.
@Suite struct ContractTests {
    private static let head: Set<String> = ["headway", "plan", "dataDate", "inputHash"]

    private func keys(_ value: Any?) throws -> Set<String> { Set(try #require(value as? [String: Any]).keys) }

    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    @Test func schedule() throws {
        let result = try Program.run(["schedule", hospital, "--format", "json"]).object()
        #expect(Set(result.keys) == Self.head.union(["finish", "conventions", "tasks", "targets"]))
        let (tasks, targets) = (try list(result["tasks"]), try list(result["targets"]))
        #expect(tasks.count == 1324 && targets.count == 6 + 25 + 84)
        #expect(
            try keys(tasks[0]) == [
                "id", "start", "finish", "earlyStart", "earlyFinish", "lateStart", "lateFinish", "totalFloatMinutes",
                "freeFloatMinutes",
                "critical",
                "longestPath", "drivenBy",
            ])
        #expect(
            try keys(targets[0]) == ["id", "kind", "finish", "due", "totalFloatMinutes", "floatToDueMinutes", "drivingPath"])
        // T0001 was finished in January.
        #expect(tasks[0]["totalFloatMinutes"] is NSNull && tasks[0]["freeFloatMinutes"] is NSNull)
        #expect(targets.map { $0["id"] as? String }.prefix(7) == ["I1", "I2", "I3", "I4", "I5", "I6", "G01"])
    }

    @Test func scheduleAgainstABaseline() throws {
        let slips: Set = [
            "baselineStart", "baselineFinish", "startSlipMinutes", "finishSlipMinutes", "durationGrowthMinutes",
            "startSlipElapsedMinutes", "finishSlipElapsedMinutes",
        ]
        let run = ["schedule", hospital, "--baseline", "approved"]
        let result = try Program.run(run + ["--format", "json"]).object()
        #expect(result["baseline"] as? String == "approved" && (result["tasksNotInBaseline"] as? [String])?.count == 19)
        #expect(result["baselineDatesDerived"] as? Int == 0)
        let (tasks, targets) = (try list(result["tasks"]), try list(result["targets"]))
        #expect(try keys(tasks[0]).isSuperset(of: slips) && keys(targets[0]).isSuperset(of: slips))
        // T0001 was to be done on Wednesday 13 January at 17:00 and was on Monday the 18th at 15:00: two days and six hours of work.
        #expect(tasks[0]["finishSlipMinutes"] as? Int == 2 * 480 + 360 && tasks[0]["startSlipMinutes"] as? Int == 0)
        let csv = try Program.run(run + ["--format", "csv"]).text.split(separator: "\r\n")
        #expect(csv[0].hasSuffix(",start_slip_elapsed_minutes,finish_slip_elapsed_minutes") && csv.count == 1 + 1324)
        let text = try Program.run(run).text
        #expect(text.contains("\nAgainst the baseline approved, in working days\n"))
        #expect(text.contains("19 tasks not in the baseline: T1306, T1307, T1308, T1309, T1310, …\n"))
        #expect(try Program.run(["schedule", hospital, "--baseline", "april"]).code == 2)
    }

    @Test func forecast() throws {
        let result = try Program.run(["forecast", hospital, "--format", "json", "--samples", "200"]).object()
        #expect(
            Set(result.keys)
                == Self.head.union([
                    "samples", "seed", "sampling", "resources", "precision", "mitigated", "planFinish", "targets", "joint",
                    "goals", "tasks",
                    "findings", "minutesPerDay", "drivers", "severityCorrelations", "mergePoints", "certain", "noiseFloor",
                    "ranking",
                ]))
        let targets = try list(result["targets"])
        #expect(targets.count == 115)
        #expect(
            try keys(targets[0]) == [
                "id", "kind", "due", "deterministicFinish", "p10", "p50", "p80", "p90", "mean", "probabilityOnTime",
                "standardError", "interval", "probabilityOnTimeInterval", "histogram",
            ])
        #expect(
            try keys(targets[0]["standardError"]) == [
                "p10Minutes", "p50Minutes", "p80Minutes", "p90Minutes", "meanMinutes", "probabilityOnTime",
            ])
        #expect(try keys(result["planFinish"]) == keys(targets[0]))
        #expect(try keys(result["joint"]) == ["initiatives", "probability", "standardError", "interval", "pairs", "subsets"])
        let task = try #require(try list(result["tasks"]).first)
        let figures: Set = ["cruciality", "ssi", "daysOnDrivingPath", "daysStandardError"]
        #expect(try keys(task) == figures.union(["id", "criticalityIndex", "criticality"]))
        #expect(try keys(list(task["criticality"]).first) == figures.union(["target", "kind", "index", "standardError"]))
        let driver = try #require(try list(result["drivers"]).first)
        #expect(try keys(driver) == ["id", "name", "kind", "probability", "happened", "meanSeverity", "targets"])
        #expect(
            try keys(list(driver["targets"]).first) == [
                "target", "kind", "rankCorrelation", "daysOnDrivingPath", "daysStandardError",
            ])
        // G19 and P084 have no task.
        #expect(try list(result["findings"]).map { $0["code"] as? String } == ["target-without-task", "target-without-task"])
    }

    @Test func onlyTheTargetsAskedFor() throws {
        let arguments = [
            "forecast", hospital, "--format", "json", "--samples", "64", "--target", "P001", "--target", "I5", "--target", "I5",
        ]
        let result = try Program.run(arguments).object()
        #expect(try list(result["targets"]).map { $0["id"] as? String } == ["I5", "P001"])
        let asked = try list(result["tasks"]).flatMap { try list($0["criticality"]) }.compactMap { $0["target"] as? String }
        #expect(Set(asked).isSubset(of: ["I5", "P001"]))
    }

    /// The flaws that were planted in the hospital, as its README counts them.
    @Test func check() throws {
        let result = try Program.run(["check", hospital, "--format", "json"]).object()
        #expect(Set(result.keys) == Self.head.union(["errorCount", "errors", "health", "findings", "counts"]))
        let counts = Dictionary(
            uniqueKeysWithValues: try list(result["counts"]).map { ($0["code"] as? String ?? "", $0["count"] as? Int ?? 0) })
        #expect(counts["orphan-project"] == 4)
        #expect(counts["orphan-task"] == 12)
        #expect(counts["goal-without-project"] == 1)
        #expect(counts["project-without-task"] == 1)
        #expect(counts["out-of-sequence"] == 3)
        // Project P036 and four open tasks.
        #expect(counts["owner-left"] == 5)
        #expect(try keys(list(result["findings"])[0]) == ["file", "line", "column", "code", "message"])
    }

    @Test func duplicateDependenciesAreFound() throws {
        let files = [
            "tasks.csv": "id,name,project,duration\nA,One,,1d\nB,Two,,1d\n",
            "dependencies.csv": "predecessor,successor,type\nA,B,\nA,B,FS\nA,B,SS\n",
        ]
        try TemporaryFolder.withPlan(files) { plan in
            let findings = try list(try Program.run(["check", plan, "--format", "json"]).object()["findings"])
            let duplicates = findings.filter { $0["code"] as? String == "duplicate-dependency" }
            #expect(duplicates.map { $0["line"] as? Int } == [3])
        }
    }
}

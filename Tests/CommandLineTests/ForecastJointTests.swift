import Foundation
import Testing

/// `forecast --joint`, `--joint-of` and `--goals`, as their users type them.
@Suite struct ForecastJointTests {
    private static let sampling = ["--samples", "512"]

    private func object(_ arguments: [String]) throws -> [String: Any] {
        let run = try Program.run(["forecast", hospital, "--format", "json"] + Self.sampling + arguments)
        #expect(run.code == 0, "\(run.error)")
        return try run.object()
    }

    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    @Test func pairsAndSubsets() throws {
        let joint = try #require(try object(["--joint-of", "I1, G02", "--joint-of", "I2,I5,P001"])["joint"] as? [String: Any])
        #expect(try list(joint["pairs"]).count == 15)
        let pair = try list(joint["pairs"])[0]
        #expect(
            Set(pair.keys) == [
                "first", "second", "probability", "standardError", "both", "firstOnTime", "firstGivenSecondLate",
                "firstGivenSecondOnTime", "firstDifference", "secondOnTime", "secondGivenFirstLate", "secondGivenFirstOnTime",
                "secondDifference",
            ])
        #expect(Set(try #require(pair["both"] as? [String: Any]).keys) == ["value", "standardError", "low", "high"])
        let subsets = try list(joint["subsets"])
        #expect(
            try subsets.map { try list($0["targets"]).map { $0["id"] as? String } } == [["I1", "G02"], ["I2", "I5", "P001"]])
        #expect(try list(subsets[1]["pairs"]).count == 3)
    }

    /// Only what is shown is meant by all.
    @Test func namedInitiativesAreAll() throws {
        let joint = try #require(try object(["--target", "I1", "--target", "I5"])["joint"] as? [String: Any])
        #expect(joint["initiatives"] as? [String] == ["I1", "I5"])
        #expect(try object(["--target", "P001"])["joint"] is NSNull)
    }

    @Test func theMatrixFits80Columns() throws {
        let run = try Program.run(
            ["forecast", hospital, "--joint"] + Self.sampling, environment: ["COLUMNS": "80"])
        let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex(of: "Together"))
        #expect(lines[start + 1].hasPrefix("  All 6 initiatives with a due date on time: "))
        #expect(lines[start + 2].split(separator: " ").suffix(6) == ["I1", "I2", "I3", "I4", "I5", "I6"])
        #expect(lines[start + 4].hasPrefix("  if late: I1 Digital patient record "))
        #expect(lines.allSatisfy { $0.count <= 80 && !$0.hasSuffix(" ") })
    }

    @Test func pairsAsCSV() throws {
        let run = try Program.run(["forecast", hospital, "--joint", "--format", "csv"] + Self.sampling)
        let rows = run.text.split(separator: "\r\n")
        try #require(rows.count == 1 + 30)
        #expect(rows[0].hasPrefix("set,set_on_time,set_on_time_error,late_kind,late_id,kind,id,on_time,"))
        #expect(rows[1].hasPrefix("all,") && rows[1].contains(",initiative,I1,initiative,I2,"))
        let only = try Program.run(["forecast", hospital, "--joint-of", "I1,I2", "--format", "csv"] + Self.sampling)
        #expect(only.text.split(separator: "\r\n").count == 1 + 2)
    }

    @Test func goals() throws {
        let goals = try list(try object([])["goals"])
        #expect(goals.count == 25)
        for goal in goals where !(goal["probabilityMet"] is NSNull) {
            let shares = ["probabilityMissed", "probabilityMet", "probabilityExceeded"].map { goal[$0] as? Double ?? -1 }
            // Counts of 512 are exact in binary.
            #expect(shares.reduce(0, +) == 1)
        }
        #expect(goals.filter { $0["probabilityMet"] is NSNull }.map { $0["noOutcome"] as? String } == ["noTask"])
        #expect(
            try list(try object(["--target", "I1"])["goals"]).allSatisfy { ($0["id"] as? String)?.hasPrefix("G") ?? false })
        let csv = try Program.run(["forecast", hospital, "--goals", "--format", "csv"] + Self.sampling)
        #expect(csv.text.split(separator: "\r\n").count == 1 + 25)
        let text = try Program.run(["forecast", hospital, "--goals"] + Self.sampling).text
        #expect(text.contains("\n  G02 Paperless wards ") && text.contains("\n  No outcome: G19 (no task)\n"))
    }

    @Test(arguments: [["--joint"], ["--goals"], ["--joint-of", "I1,I5,G03"]], ["text", "json", "csv"])
    func anyNumberOfThreadsGivesTheSameBytes(arguments: [String], format: String) throws {
        let all = ["forecast", hospital, "--format", format] + Self.sampling + arguments
        let expected = try Program.run(all + ["--threads", "1"]).output
        #expect(try Program.run(all + ["--threads", "3"]).output == expected)
    }
}

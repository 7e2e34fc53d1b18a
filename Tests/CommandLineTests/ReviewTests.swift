import Foundation
import TestSupport
import Testing

/// `headway review` and `headway strength`, as their users type them.
@Suite struct ReviewTests {
    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    /// E110 is assigned to tasks of goals of four initiatives, and met Clara Santos four times in 178 days: twelve times fourteen fit in.
    @Test func onePerson() throws {
        let run = try Program.run(["review", hospital, "--person", "E110", "--samples", "256"])
        #expect(run.code == 0 && run.error.isEmpty)
        for part in [
            "E110 Yusuf Horvat · 4 Jan 2027 to 30 Jun 2027", "1  Progress on goals",
            "G02 Paperless wards · contributes · for I1", "2  Check-ins",
            "with their manager Clara Santos: 4 held of 12 due (33 %)",
        ] { #expect(run.text.contains(part), "\(part)") }
        #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
    }

    /// Everybody who was employed in the period, once; each part of JSON and CSV has the same goals.
    @Test func everybody() throws {
        let records = try list(
            Program.run(["review", hospital, "--all", "--samples", "128", "--format", "json"]).object()["records"])
        let people = try String(contentsOfFile: hospital + "/people.csv", encoding: .utf8).split(separator: "\n").dropFirst()
        #expect(
            Set(records.compactMap { $0["person"] as? String }).count == records.count && records.count <= people.count
                && records.count >= 170)
        let csv = try Program.run(["review", hospital, "--all", "--samples", "128", "--format", "csv"]).text
        #expect(csv.split(separator: "\r\n").count - 1 == (try records.reduce(0) { try $0 + list($1["goals"]).count }))
        let pairs = try Program.run(["review", hospital, "--all", "--samples", "128", "--format", "csv", "--part", "checkins"])
            .text
        let both = try records.reduce(0) { sum, record in
            let checkIns = try #require(record["checkIns"] as? [String: Any])
            return try sum + list(checkIns["asEmployee"]).count + list(checkIns["asManager"]).count
        }
        #expect(pairs.split(separator: "\r\n").count - 1 == both)
    }

    @Test func period() throws {
        let run = try Program.run([
            "review", hospital, "--person", "E110", "--from", "2027-03-01", "--to", "2027-03-28", "--samples", "128",
            "--format", "json",
        ])
        let record = try #require(try list(run.object()["records"]).first)
        let pair = try #require(try list((record["checkIns"] as? [String: Any])?["asEmployee"]).first)
        // Four weeks hold two fortnights.
        #expect(
            pair["expected"] as? Int == 2 && pair["from"] as? String == "2027-03-01" && pair["to"] as? String == "2027-03-28")
    }

    @Test func wrongUse() throws {
        for arguments in [
            [], ["--person", "Nobody"], ["--person", "E110", "--all"], ["--all", "--to", "2027-07-01"],
            ["--all", "--part", "goals"],
            ["--all", "--from", "2027-05-01", "--to", "2027-04-01"], ["--all", "--baseline", "other"],
            ["--all", "--resources", "dynamic"],
        ] {
            let run = try Program.run(["review", hospital] + arguments)
            #expect(run.code == 2 && run.output.isEmpty, "\(arguments)")
        }
    }

    @Test func strength() throws {
        let run = try Program.run(["strength", hospital, "--samples", "64"])
        #expect(run.code == 0 && run.error.isEmpty)
        for part in [
            "Of 6 initiatives 6 fully defined", "I4 Staffing and retention", "goals with a project", "4 of 5", "On course",
        ] {
            #expect(run.text.contains(part), "\(part)")
        }
        #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
        let initiatives = try list(
            Program.run(["strength", hospital, "--samples", "64", "--resources", "none", "--format", "json"]).object()[
                "initiatives"])
        // 25 goals, of which G19 has no project; each serves one initiative.
        let deployed = initiatives.compactMap { ($0["deployed"] as? [String: Any])?["goalsWithProject"] as? [String: Int] }
        #expect(deployed.reduce(0) { $0 + $1["total"]! } == 25 && deployed.reduce(0) { $0 + $1["covered"]! } == 24)
        let csv = try Program.run(["strength", hospital, "--samples", "64", "--format", "csv"]).text.split(separator: "\r\n")
        #expect(csv.count == 1 + 6 * 9)
    }
}

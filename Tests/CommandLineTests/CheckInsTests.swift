import Foundation
import Headway
import TestSupport
import Testing

/// `headway checkins`, as its users type it.
@Suite struct CheckInsTests {
    private func checkIns(_ arguments: [String] = []) throws -> Program.Outcome {
        try Program.run(["checkins", hospital] + arguments)
    }

    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    private func rows(_ outcome: Program.Outcome) -> [[String]] {
        outcome.text.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The rows of a file of the hospital, by column; none of these files has quotes.
    private func table(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOf: URL(filePath: "\(hospital)/\(name).csv"), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { line in Dictionary(uniqueKeysWithValues: zip(lines[0], line)) }
    }

    @Test func text() throws {
        let run = try checkIns()
        #expect(run.code == 0 && run.error.isEmpty)
        for part in [
            "82 % of the check-ins due were held; 32 of 174 pairs are overdue; 15 of 31 managers",
            "1 manager keeps no record at all",
            "3 of grace", "Jan 2027  346   264",
            "E049 Katarzyna Zhang                 8     0 of 8   96    14", "Overdue: 32 pairs",
            "None of 27 tasks under way has gone more than 30 days without a report; 4 were never",
            "T0335 Draw the plans of the upper floor",
            "Withheld are the figures of 5 managers with fewer than five people",
        ] { #expect(run.text.contains(part), "\(part)") }
        #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
        for list in [[], ["--list", "pairs"], ["--list", "lines"], ["--list", "stale"], ["--results"]] {
            let narrow = try Program.run(["checkins", hospital] + list, environment: ["COLUMNS": "62"])
            #expect(narrow.text.split(separator: "\n").allSatisfy { $0.count <= 62 && !$0.hasSuffix(" ") }, "\(list)")
        }
    }

    /// Every manager against a count of the files by plain code: 178 days from 4 January to 30 June, a meeting due after every 14 of the
    /// days on which
    /// both were employed.
    @Test func managersAsCountedByHand() throws {
        let people = try table("people")
        let epoch = LocalDateTime(year: 2027, month: 1, day: 4)!.day
        func day(_ text: String?, _ otherwise: Int) -> Int {
            let parts = (text ?? "").split(separator: "-").compactMap { Int($0) }
            return parts.count == 3 ? LocalDateTime(year: parts[0], month: parts[1], day: parts[2])!.day - epoch : otherwise
        }
        var expected: [String: Int] = [:], held: [String: Int] = [:], kept: [String: Int] = [:]
        let met = Dictionary(grouping: try table("checkins").filter { $0["held"] == "yes" }) { $0["employee"]! }
        let spans = Dictionary(uniqueKeysWithValues: people.map { ($0["id"]!, (day($0["start"], 0), day($0["end"], 177))) })
        for person in people where !person["manager"]!.isEmpty {
            let (id, manager) = (person["id"]!, person["manager"]!)
            let (from, to) = (max(spans[id]!.0, spans[manager]!.0), min(spans[id]!.1, spans[manager]!.1, 177))
            let due = max(0, to - from + 1) / 14
            expected[manager, default: 0] += due
            held[manager, default: 0] += met[id]?.count ?? 0
            kept[manager, default: 0] += min(due, met[id]?.count ?? 0)
        }
        let managers = try list(try checkIns(["--named", "--format", "json"]).object()["managers"])
        #expect(managers.count == expected.count)
        for row in managers {
            let id = try #require(row["id"] as? String)
            #expect(
                row["expected"] as? Int == expected[id] && row["held"] as? Int == held[id] && row["kept"] as? Int == kept[id],
                "\(id)")
        }
        // What the story tells: wards South 14, building projects 27, integration and data 25, surgery 58, controlling nothing.
        for (id, count) in [("E049", 14), ("E130", 27), ("E107", 25), ("E019", 58), ("E158", 0)] { #expect(held[id] == count) }
    }

    @Test func json() throws {
        let run = try checkIns(["--format", "json"])
        let result = try run.object()
        let pairs = try list(result["pairs"])
        let contract: Set = [
            "employee", "manager", "expected", "held", "adherence", "daysSinceLast", "longestGapDays", "overdue",
        ]
        #expect(pairs.allSatisfy { contract.isSubset(of: $0.keys) })
        // 180 people, one of them the chief, two join in September; 7 have no record at all.
        #expect(pairs.count == 177 && pairs.count { $0["records"] as? Int == 0 } == 7 - 2)
        #expect(pairs.reduce(0) { $0 + ($1["held"] as? Int ?? 0) } == 1743)
        let total = try #require(result["total"] as? [String: Any])
        #expect(total["held"] as? Int == 1743 && total["overdue"] as? Int == pairs.count { $0["overdue"] as? Bool == true })
        let managers = try list(result["managers"])
        let withheld = managers.filter { $0["withheld"] as? Bool == true }
        #expect(withheld.count == 5 && withheld.allSatisfy { $0["adherence"] is NSNull && $0["employees"] is NSNull })
        #expect(try list(result["units"]).count { $0["withheld"] as? Bool == true } == 2)
        let staleness = try #require(result["staleness"] as? [String: Any])
        #expect(try staleness["underWay"] as? Int == 27 && list(staleness["tasks"]).count == 4)
        #expect(result["results"] == nil)
        #expect(try checkIns(["--format", "json", "--threads", "3"]).output == run.output)
    }

    @Test func partsAddUp() throws {
        let result = try checkIns(["--named", "--format", "json"]).object()
        let total = try #require(result["total"] as? [String: Any])
        for key in ["managers", "units", "months"] {
            for figure in ["expected", "held"] {
                let sum = try list(result[key]).reduce(0) { $0 + ($1[figure] as? Int ?? 0) }
                #expect(sum == total[figure] as? Int, "\(key) \(figure)")
            }
        }
        // The chief's line is everybody.
        let chief = try list(result["lines"]).first { $0["id"] as? String == "E001" }
        #expect(chief?["expected"] as? Int == total["expected"] as? Int)
    }

    @Test func csv() throws {
        let table = rows(try checkIns(["--format", "csv"]))
        #expect(table.count == 178 && table[0].prefix(4) == ["employee", "employee_name", "manager", "manager_name"])
        #expect(rows(try checkIns(["--list", "overdue", "--format", "csv"])).count == 33)
        for (list, first) in [("managers", "manager"), ("lines", "manager"), ("units", "unit"), ("stale", "task")] {
            #expect(rows(try checkIns(["--list", list, "--format", "csv"]))[0][0] == first)
        }
    }

    @Test func filters() throws {
        let one = try checkIns(["--manager", "E049"]).text
        #expect(one.contains("15 % of the check-ins due were held") && one.contains("5 of 8 pairs are overdue"))
        #expect(try checkIns(["--unit", "Nursing", "--format", "csv"]).text.split(separator: "\r\n").count == 26)
        let spring = try checkIns(["--from", "2027-04-01", "--to", "2027-04-30", "--format", "json"]).object()
        // 30 days: two due for each of 174 pairs and for those who left on the way.
        #expect((spring["total"] as? [String: Any])?["expected"] as? Int ?? 0 >= 2 * 174)
        #expect(spring["to"] as? String == "2027-04-30T00:00")
    }

    @Test func resultsAreAHypothesis() throws {
        let run = try checkIns(["--results"])
        #expect(run.code == 0 && run.text.contains("Check-ins beside results") && run.text.contains("hypothesis"))
        for word in ["because", "caus", "due to", "leads to", "thanks"] {
            let section = run.text.components(separatedBy: "Check-ins beside results")[1]
            #expect(!section.lowercased().contains(word), "\(word)")
        }
        let other = try checkIns(["--results", "--seed", "2", "--format", "json"]).object()
        let results = try #require(other["results"] as? [String: Any])
        let correlation = try #require(results["rankCorrelation"] as? [String: Double])
        #expect(results["shown"] as? Bool == true && correlation["low"]! < correlation["value"]!)
        #expect(correlation["value"]! < correlation["high"]!)
    }

    @Test func noCadence() throws {
        let files = ["people.csv": "id,name,manager\nB,Boss,\nE,Employee,B\n", "checkins.csv": "employee,manager,date,held\n"]
        try TemporaryFolder.withPlan(files) { plan in
            let run = try Program.run(["checkins", plan])
            #expect(
                run.code == 0 && run.text.contains("names no cadence") && run.text.contains("cadence: {every: 14d, grace: 3d}"))
        }
        #expect(try Program.run(["checkins", textbook]).code == 0)
    }

    @Test func wrongUse() throws {
        for arguments in [
            ["--to", "2027-07-01"], ["--from", "2027-06-30", "--to", "2027-06-29"], ["--from", "June"], ["--unit", "Nowhere"],
            ["--manager", "E999"], ["--manager", "E001", "--unit", "Nursing"], ["--list", "all"], ["--stale-after", "0d"],
            ["--baseline", "approved"], ["--seed", "3"], ["--rhythm", "0"], ["--results", "--baseline", "april"],
            ["--to", "2026-12-31"],
        ] {
            let run = try checkIns(arguments)
            #expect(run.code == 2 && run.output.isEmpty, "\(arguments)")
        }
    }

    @Test func faultsHaveTheirPlaces() throws {
        let files = [
            "people.csv": "id,name,manager\nB,Boss,\nE,Employee,B\n",
            "checkins.csv": "employee,manager,date,held\nE,E,2027-01-04,\nE,B,2027-02-04,yes\n",
        ]
        try TemporaryFolder.withPlan(files) { plan in
            let run = try Program.run(["checkins", plan])
            #expect(run.code == 65 && run.output.isEmpty)
            #expect(
                run.error.split(separator: "\n").prefix(2) == [
                    "error: checkins.csv:2: manager: expected somebody else as manager (found E with themself)",
                    "error: checkins.csv:3: held: expected no answer yet to a meeting after the data date 2027-01-04T08:00 (found yes for 2027-02-04)",
                ])
        }
    }
}

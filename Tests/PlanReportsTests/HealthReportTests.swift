import Foundation
import Headway
import PlanReports
import TestSupport
import Testing

@Suite struct HealthReportTests {
    /// A is done by the data date; B has no relations and nobody. Of eight points logic and resources fail; no relations, no baseline.
    private let files = [
        "plan.yaml": "name: Made\nepoch: 2027-01-04T08:00\ndataDate: 2027-01-04T17:00\n",
        "people.csv": "id,name\nX,Somebody\n",
        "tasks.csv": """
        id,name,project,owner,duration,actual_start,actual_finish
        A,One,,X,1d,2027-01-04T08:00,2027-01-04T17:00
        B,Two,,,2d,,

        """,
    ]

    private func report(_ files: [String: String]) throws -> CheckReport {
        let plan = try Plan.made(files)
        let health = Health(of: plan, Schedule(of: try Network(compiling: plan)))
        return CheckReport(of: plan, errors: FaultReport([], count: 0), findings: [], health: health)
    }

    @Test func textShowsNumbersExclusionsAndFormula() throws {
        let text = try report(files).text(Style(width: 90))
        let start = """
            Made: no errors, no findings

            Health  6 of 8 applicable DCMA points passed, score 0.75
                                                 value    limit  of
              ✗   1  Logic                       100 %    ≤ 5 %  1 of 1
                     unfinished tasks without a predecessor or a successor ÷ unfinished tasks; left
                     out: 1 finished task
                     B
              ·   2  Leads                           -    ≤ 0 %  not applicable
                     relations with a lead (negative lag) ÷ relations
                     no relations between unfinished tasks

            """
        #expect(text.hasPrefix(start), "\(text)")
        #expect(text.contains("  ✓  12  Critical path test          100 %  ≥ 100 %  600 d of 600 d\n"))
        #expect(text.contains("         B takes 600 d longer, the finish moves 600 d\n"))
        #expect(text.contains("GAO practices\n  ·   1  Capturing all activities\n         cannot be told from data: work that"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test func coloursOnlyOnTerminals() throws {
        let text = try report(files).text(Style(width: 90, hasColour: true))
        #expect(text.contains("\u{1B}[31m✗\u{1B}[0m") && text.contains("\u{1B}[32m✓\u{1B}[0m"))
    }

    @Test func noLineIsLongerThanTheTerminal() throws {
        for width in [40, 60, 100] {
            let lines = lines(try report(files).text(Style(width: width)))
            // The marks and formulas give way; a table of numbers needs 62 columns at least.
            #expect(lines.allSatisfy { $0.count <= max(width, 62) })
        }
    }

    @Test func jsonHasAllParts() throws {
        let json = try report(files).json()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let health = try #require(object["health"] as? [String: Any])
        #expect(health["score"] as? Double == 0.75 && health["passed"] as? Int == 6 && health["applicable"] as? Int == 8)
        let dcma = try #require(health["dcma"] as? [[String: Any]])
        #expect(dcma.map { $0["point"] as? Int } == Array(1...14))
        #expect(dcma[0]["numerator"] as? Int == 1 && dcma[0]["denominator"] as? Int == 1)
        #expect(dcma[0]["tasks"] as? [String] == ["B"] && dcma[0]["verdict"] as? String == "failed")
        #expect((dcma[0]["exclusions"] as? [[String: Any]])?.first?["reason"] as? String == "finished")
        #expect(dcma[1]["numerator"] is NSNull && dcma[1]["verdict"] as? String == "not-applicable")
        #expect(dcma[11]["movedMinutes"] as? Int == 288_000)
        let gao = try #require(health["gao"] as? [[String: Any]])
        #expect(gao.map { $0["practice"] as? Int } == Array(1...10))
        #expect(gao[0]["verdict"] as? String == "cannot-be-told")
    }

    @Test func withoutHealthThereIsNone() throws {
        let json = CheckReport(of: nil, errors: FaultReport([], count: 0), findings: []).json()
        #expect(String(decoding: json, as: UTF8.self).contains("\"health\":null"))
    }

    @Test func csvHasARowForEachPointAndPractice() throws {
        let rows = String(decoding: try report(files).csv(), as: UTF8.self).split(separator: "\r\n")
        #expect(rows.count == 1 + 14 + 10)
        #expect(rows[0].hasPrefix("severity,code,file,line,column,message,verdict,"))
        #expect(rows[1].hasPrefix("dcma,logic,,,,") && rows[1].hasSuffix(",failed,1,1,1.0,0.05"))
        #expect(rows[2].hasSuffix(",not-applicable,,,,0.0"))
    }

    @Test func theGateSaysScoreAndFailedPoints() throws {
        let plan = try Plan.made(files)
        let health = Health(of: plan, Schedule(of: try Network(compiling: plan)))
        #expect(HealthGate(least: 0.75).refusal(health) == nil)
        #expect(
            HealthGate(least: 0.76).refusal(health)
                == "health score 0.75 (6 of 8 applicable DCMA points) is below 0.76; failed: 1 Logic, 10 Resources")
        let empty = try Plan.made([:])
        let none = Health(of: empty, Schedule(of: try Network(compiling: empty)))
        #expect(HealthGate(least: 0).refusal(none) == "no DCMA point is applicable, so that no score reaches 0.0")
    }
}

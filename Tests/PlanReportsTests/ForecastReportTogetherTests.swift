import Foundation
import Headway
import PlanReports
import TestSupport
import Testing

/// The sections about targets together and about goals.
@Suite struct ForecastReportTogetherTests {
    /// So many initiatives of a task each, due after five days; all follow one task of two to eight days.
    private func report(_ count: Int, _ edit: (inout ForecastRequest) -> Void) throws -> ForecastReport {
        let numbers = 1...count
        func rows(_ header: String, _ row: (Int) -> String) -> String {
            header + "\n" + numbers.map { row($0) + "\n" }.joined()
        }
        let plan = try Plan.made([
            "initiatives.csv": rows("id,name,due") { "I\($0),Initiative with a rather long name \($0),2027-01-12" },
            "goals.csv": rows("id,name,initiative,due,measure,missed,met,exceeded,current") {
                "G\($0),Goal \($0),I\($0),2027-01-12,Beds,2,\($0 % 2 == 0 ? "10" : ""),12,4"
            },
            "projects.csv": rows("id,name,goal") { "P\($0),Project \($0),G\($0)" },
            "tasks.csv": rows("id,name,project,duration,optimistic,most_likely,pessimistic,distribution") {
                "T\($0),Task \($0),P\($0),4d,1d,4d,8d,triangular"
            },
            "risks.csv":
                "id,name,kind,probability,optimistic,most_likely,pessimistic,distribution\nD,Weather,driver,1,0.5,1,2,triangular\n",
            "impacts.csv": rows("risk,task") { "D,T\($0)" },
        ])
        let network = try Network(compiling: plan)
        let forecast = Forecast(of: network, settings: ForecastSettings(samples: 640))
        var request = ForecastRequest(targets: ForecastReport.headTargets(of: network))
        edit(&request)
        return ForecastReport(of: plan, forecast, request)
    }

    /// The section that begins with a heading.
    private func section(_ heading: String, _ report: ForecastReport, width: Int) throws -> [String] {
        let all = lines(report.text(Style(width: width)))
        let start = try #require(all.firstIndex { $0.hasPrefix(heading) })
        return Array(all[start...].prefix { !$0.isEmpty })
    }

    @Test(arguments: [2, 5, 8]) func fewTargetsAreAMatrix(count: Int) throws {
        let found = try section("Together", try report(count) { $0.showsTogether = true }, width: 80)
        #expect(found.allSatisfy { DisplayWidth.of($0) <= 80 })
        #expect(found[1].hasPrefix("  All \(count) initiatives with a due date on time: "))
        #expect(found.count { $0.hasPrefix("  if late: I") } == count)
        // A shared driver: each one late makes each other one less likely.
        #expect(found.joined().count { $0 == "↓" } == count * (count - 1) + 1)
        #expect(found.count { $0.hasPrefix("  If I") } == min(3, count * (count - 1)))
    }

    @Test func manyTargetsAreTheirStrongestPairs() throws {
        let found = try section("Together", try report(12) { $0.showsTogether = true }, width: 80)
        #expect(!found.contains { $0.hasPrefix("  if late:") })
        #expect(found.count { $0.hasPrefix("  If I") } == 10)
    }

    @Test func withoutBeingAskedItIsOneLine() throws {
        let text = try report(3) { _ in }.text(Style())
        #expect(text.contains("\nAll 3 initiatives with a due date on time: ") && !text.contains("Together"))
    }

    @Test func subsetsStandBesides() throws {
        let found = try section("Together", try report(3) { $0.subsets = [[1, 5]] }, width: 100)
        #expect(found[2].hasPrefix("  I1 and G2 on time: "))
    }

    /// Goals with odd numbers have no level to meet; of the twenty others the twelve most at risk are shown.
    @Test func goalsWithAndWithoutOutcome() throws {
        let some = try section("Goals", try report(40) { _ in }, width: 100)
        #expect(some.count { $0.hasPrefix("  G") } == 12)
        #expect(some.contains("  8 more, less likely to be missed; --goals lists all"))
        #expect(some.joined(separator: " ").contains("G1 (no level from which it is met), G3 ("))
        let all = try section("Goals", try report(40) { $0.listsGoals = true }, width: 100)
        #expect(all.count { $0.hasPrefix("  G") } == 20)
        let result = try JSONSerialization.jsonObject(with: Data(try report(2) { _ in }.json())) as? [String: Any]
        #expect(
            (result?["findings"] as? [[String: Any]])?.map { $0["code"] as? String } == ["goal-without-outcome"])
    }
}

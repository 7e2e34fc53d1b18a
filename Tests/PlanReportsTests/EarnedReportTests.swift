import Foundation
import Headway
import PlanReports
import TestSupport
import Testing

@Suite struct EarnedReportTests {
    /// Two projects and a task without one. A is done, B half, C not begun; the data date is the end of Thursday, 7 January 2027.
    private func report() throws -> EarnedReport {
        let plan = try TestFolders.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/baselines", withIntermediateDirectories: true)
            for (name, text) in Self.files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
            return try Plan(contentsOf: folder)
        }
        let network = try Network(compiling: plan)
        return EarnedReport(of: plan, network, EarnedValue(of: plan, network, baseline: "approved"))
    }

    private static let files = [
        "plan.yaml": "name: Made\nepoch: 2027-01-04T08:00\ndataDate: 2027-01-07T17:00\n",
        "initiatives.csv": "id,name\nI1,First\n", "goals.csv": "id,name,initiative\nG1,Goal,I1\n",
        "projects.csv": "id,name,goal\nP1,Cellar,G1\nP2,Roof,G1\n",
        "tasks.csv": """
        id,name,project,duration,actual_start,actual_finish,percent_complete
        A,Dig,P1,2d,2027-01-04T08:00,2027-01-05T17:00,
        B,Beams,P2,4d,2027-01-06T08:00,,50
        C,Party,,1d,,,
        D,Later,P2,1d,,,

        """,
        "baselines/approved.csv": """
        task,start,finish,cost
        A,2027-01-04,2027-01-05,2000
        B,2027-01-04,2027-01-07,4000
        C,2027-01-08,2027-01-08,500

        """,
    ]

    /// PV 2000 + 4000 and EV 2000 + 2000 after 4 days. The baseline had planned 1000 + 1000 a day for two days: 4000 after 2 days.
    /// SPI 2/3; PV1 5 + 2000 · 5 / 6500 = 6.5 days, PV2 = ED2 = 5 / (2/3) = 7.5, ED1 5 + 4 / 3, ES1 4 + 3, ES2 4 + 3 / 0.5 = 10.
    @Test func text() throws {
        #expect(
            try report().text(Style()) == """
                Made: 2 d behind its baseline in working time, SPI(t) 0.50
                Data date 7 Jan 2027 · baseline approved · 3 of 4 tasks · weighed by cost, as the baseline has it,
                due evenly over each task

                Targets   █ earned   ┃ planned by now   of the budget
                                BAC     PV     EV   SPI  SV(t)  SPI(t)
                  whole plan  6,500  6,000  4,000  0.67   -2 d    0.50  ███████····┃·
                  I1 First    6,000  6,000  4,000  0.67   -2 d    0.50  ████████····┃
                  G1 Goal     6,000  6,000  4,000  0.67   -2 d    0.50  ████████····┃

                When it will be done   EAC(t); baseline 8 Jan 2027, planned duration 5 d
                  the rest goes             as planned  as fast as so far  as fast and dear
                  planned value PV1-PV3    12 Jan 2027        13 Jan 2027                 -
                  earned duration ED1-ED3  12 Jan 2027        13 Jan 2027                 -
                  earned schedule ES1-ES3  12 Jan 2027        15 Jan 2027                 -

                Projects, the farthest behind first   they add up to the plan, but for rounding
                                     Tasks    BAC     PV     EV      SV
                  P2 Roof                1  4,000  4,000  2,000  -2,000
                  P1 Cellar              1  2,000  2,000  2,000       0
                  without a project      1    500      0      0       0
                  whole plan             3  6,500  6,000  4,000  -2,000

                note: 1 task not in the baseline and left out of all figures: D
                note: a plan holds no actual costs: AC, CPI and the forecasts PV3, ED3 and ES3, which need them, are
                      left out

                """)
    }

    /// ES2 = 4 + (5 − 2) / 0.5 = 10 days: 4800 minutes, the end of Friday the 15th.
    @Test func json() throws {
        let bytes = try report().json()
        let result = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let whole = try #require(result["whole"] as? [String: Any])
        #expect(result["basis"] as? String == "baselineCost" && result["unit"] as? String == "money")
        #expect(whole["bac"] as? Double == 6500 && whole["pv"] as? Double == 6000 && whole["ev"] as? Double == 4000)
        #expect(whole["earnedScheduleMinutes"] as? Int == 960 && whole["svtMinutes"] as? Int == -960)
        let forecasts = try #require(whole["forecasts"] as? [[String: Any]])
        #expect(forecasts.map { $0["method"] as? String } == ["PV1", "PV2", "PV3", "ED1", "ED2", "ED3", "ES1", "ES2", "ES3"])
        #expect(forecasts[7]["minutes"] as? Int == 4800 && forecasts[7]["finish"] as? String == "2027-01-15T17:00")
        #expect(forecasts[8]["finish"] is NSNull)
        let targets = try #require(result["targets"] as? [[String: Any]])
        #expect(targets.map { $0["id"] as? String } == ["I1", "G1", "P1", "P2"])
        #expect((result["withoutProject"] as? [String: Any])?["bac"] as? Double == 500)
        #expect(
            (result["findings"] as? [[String: Any]])?.map { $0["code"] as? String } == ["not-in-baseline", "no-actual-cost"])
    }

    @Test func csv() throws {
        let rows = String(decoding: try report().csv(), as: UTF8.self).split(separator: "\r\n")
        #expect(
            rows.map { $0.split(separator: ",")[0] } == [
                "kind", "initiative", "goal", "project", "project", "without-project", "plan",
            ])
        #expect(
            rows[4].hasPrefix(
                "project,P2,Roof,1,1,4000.0,4000.0,2000.0,-2000.0,0.5,2027-01-04T08:00,2027-01-07T17:00,1920,1920,960,2027-01-05T17:00,-960,0.5,no,"
            ))
    }
}

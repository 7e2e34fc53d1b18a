import Foundation
import Headway
import PlanReports
import TestSupport
import Testing

/// What drives a forecast, as text, JSON and CSV.
struct SensitivityReportTests {
    private func report(
        _ plan: Plan, samples: Int = 320, targets: [Int]? = nil,
        _ settings: SensitivitySettings = .init(estimatesErrors: true, certain: 2)
    ) throws -> SensitivityReport {
        let program = ForecastProgram(try Network(compiling: plan), seed: 1, explains: true)
        let forecast = Forecast(running: program, settings: .init(samples: samples, criticalityTargets: targets))!
        return SensitivityReport(of: plan, forecast, Sensitivity(of: forecast, program: program, settings: settings)!)
    }

    private func json(_ report: SensitivityReport) throws -> [String: Any] {
        var json = JSONWriter()
        json.object { report.writeJSON(to: &$0) }
        return try #require(try JSONSerialization.jsonObject(with: Data(json.finished())) as? [String: Any])
    }

    /// Two tasks one after the other: A certain with a risk of 1/2 of 2 days, B from 4 over 5 to 12 days by a driver of 1 … 1.5.
    private func small() throws -> Plan {
        try Plan.made([
            "initiatives.csv": "id,name,due\nI1,Records,2027-01-15\n", "goals.csv": "id,name,initiative\nG1,Goal,I1\n",
            "projects.csv": "id,name,goal\nP1,Project,G1\n",
            "tasks.csv":
                "id,name,project,duration,optimistic,most_likely,pessimistic\nA,Plan it,P1,2d,,,\nB,Build it,P1,5d,4d,5d,12d\n",
            "dependencies.csv": "predecessor,successor\nA,B\n",
            "risks.csv":
                "id,name,kind,probability,mitigated_probability,optimistic,most_likely,pessimistic\n"
                + "R1,Late supplier,risk,0.5,0.1,,,\nD1,Sick leave,driver,1,,1,1.1,1.5\n",
            "impacts.csv": "risk,task,delay\nR1,A,2d\nD1,B,\n",
        ])
    }

    @Test func keysOfTheContract() throws {
        let result = try json(try report(try small()))
        let tasks = try #require(result["tasks"] as? [[String: Any]])
        #expect(tasks.map { $0["id"] as? String } == ["A", "B"])
        for task in tasks {
            for key in ["criticalityIndex", "cruciality", "ssi", "daysOnDrivingPath"] { #expect(task[key] is Double, "\(key)") }
            let byTarget = try #require((task["criticality"] as? [[String: Any]])?.first)
            #expect(byTarget["target"] as? String == "I1" && byTarget["index"] as? Double == 1)
            for key in ["cruciality", "ssi", "daysOnDrivingPath"] {
                #expect(byTarget[key] as? Double == task[key] as? Double, "\(key)")
            }
        }
        let drivers = try #require(result["drivers"] as? [[String: Any]])
        #expect(drivers.map { $0["id"] as? String } == ["D1", "R1"])
        #expect(drivers.map { $0["kind"] as? String } == ["driver", "risk"])
        #expect(drivers[0]["happened"] as? Double == 1)
        let risk = try #require((drivers[1]["targets"] as? [[String: Any]])?.first)
        // All that A takes beyond its two days is the risk's: the same days.
        #expect(risk["daysOnDrivingPath"] as? Double == tasks[0]["daysOnDrivingPath"] as? Double)
        #expect(risk["rankCorrelation"] is Double)
        let floor = try #require(result["noiseFloor"] as? [String: Any])
        #expect(floor["confidence"] as? Double == 0.95 && floor["rankCorrelation"] is Double)
        #expect(result["minutesPerDay"] as? Int == 480)
        let certain = try #require(result["certain"] as? [[String: Any]])
        let change = try #require(certain.first)
        for key in ["deltaMeanMinutes", "deltaP50Minutes", "deltaP80Minutes", "deltaProbability"] {
            let estimate = try #require(change[key] as? [String: Any], "\(key)")
            #expect(estimate["value"] is Double, "\(key)")
        }
    }

    /// Nothing is run again where nothing was asked for, and errors are null.
    @Test func withoutErrors() throws {
        let result = try json(try report(try small(), .init()))
        #expect((result["certain"] as? [Any])?.isEmpty == true)
        let tasks = try #require(result["tasks"] as? [[String: Any]])
        #expect(tasks.allSatisfy { $0["daysStandardError"] is NSNull && $0["cruciality"] is Double })
    }

    /// B leads: (4 + 5 + 12)/3 · 1.2 − 5 = 3.4 days, of them the driver's (4 + 5 + 12)/3 · 0.2 = 1.4; the risk 1.
    @Test func tornado() throws {
        let text = try report(try small(), samples: 2048, .init(estimatesErrors: true, certain: 3)).text(Style(width: 80))
        let rows = text.filter { $0.contains("│") }
        #expect(
            rows.map { $0.prefix(5) } == ["  B B", "  D1 ", "  A P", "  R1 "]
                || rows.map { $0.prefix(5) } == ["  B B", "  D1 ", "  R1 ", "  A P"])
        #expect(rows[0].contains("+3.4 ±0.1"))
        #expect(text.contains { $0.hasPrefix("  B without its range: 5 d") })
        #expect(text.contains { $0.hasPrefix("  no D1 Sick leave") })
        #expect(text.contains { $0.contains("is noise (5\u{A0}% chance") })
    }

    @Test(arguments: [40, 56, 60, 66, 72, 80, 100]) func noLineIsWiderThanTheTerminal(width: Int) throws {
        let report = try report(
            try Plan(contentsOf: TestFolders.datasets + "/hospital"), samples: 64, .init(estimatesErrors: true, certain: 1))
        let style = Style(width: width)
        for line in report.text(style) + report.driverText(style) {
            #expect(DisplayWidth.of(line) <= style.width, "\(line)")
            #expect(!line.contains("\u{1B}"))
        }
    }

    /// Where the ranking is cut it says so.
    @Test func leftOutIsTold() throws {
        let plan = try Plan(contentsOf: TestFolders.datasets + "/hospital")
        let report = try report(plan, samples: 64, targets: [1], .init(mostTasks: 3, estimatesErrors: true))
        let text = report.text(Style(width: 80)).joined(separator: " ").replacing("\u{A0}", with: " ")
        #expect(text.contains("not looked at."))
        let ranking = try #require((try json(report)["ranking"] as? [[String: Any]])?.first)
        #expect(ranking["leftOut"] as? Int == (ranking["uncertainTasks"] as? Int ?? 0) - 3)
    }

    @Test func tables() throws {
        let report = try report(try small())
        let rows = String(decoding: report.csv(), as: UTF8.self).split(separator: "\r\n")
        #expect(rows[0].hasPrefix("target_kind,target,kind,id,name,rank,days,days_error,criticality_index"))
        #expect(rows[1].hasPrefix("initiative,I1,task,B,Build it,1,3."))
        #expect(rows.count == 5)
        let drivers = String(decoding: report.driversCSV(), as: UTF8.self).split(separator: "\r\n")
        #expect(drivers.count == 3 && drivers[1].hasPrefix("D1,Sick leave,driver,1.0,1.0,1."))
    }

    @Test func correlationsThatCannotHold() throws {
        let plan = try Plan.made([
            "tasks.csv": "id,name,project,duration\nA,A,,2d\n",
            "risks.csv":
                "id,kind,probability,optimistic,most_likely,pessimistic\nD1,driver,1,1,1.1,1.5\nD2,driver,1,1,1.1,1.5\nD3,driver,1,1,1.1,1.5\n",
            "impacts.csv": "risk,task\nD1,A\nD2,A\nD3,A\n",
            "correlations.csv": "first,second,correlation\nD1,D2,0.9\nD2,D3,0.9\nD1,D3,-0.9\n",
        ])
        let text = try report(plan).driverText(Style(width: 80)).joined(separator: " ")
        #expect(text.contains("3 correlations of severities cannot hold together"))
        #expect(text.contains("D1 and D3 -0.90 →"))
    }
}

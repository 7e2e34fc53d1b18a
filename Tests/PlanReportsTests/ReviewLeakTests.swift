import Foundation
import Headway
import TestSupport
import Testing

@testable import PlanReports

/// Nothing but its two parts gets into the record.
struct ReviewLeakTests {
    /// Every cell that may not appear in Ann's record carries a mark.
    private static let files = [
        "plan.yaml": "name: Small\nepoch: 2027-01-04T08:00\ndataDate: 2027-01-29T17:00\ncadence: {every: 7d, grace: 2d}\n",
        "initiatives.csv": "id,name,owner,weight\nI1,MARKinitiative,zed,1\n",
        "goals.csv": "id,name,initiative,owner,due,measure,missed,met,exceeded,current,grade\n"
            + "G1,Own goal,I1,ann,2027-02-26,Beds,0,10,20,5,MARKgrade\nG2,MARKgoal,I1,zed,2027-02-26,MARKmeasure,0,1,2,1,MARKgrade\n",
        "projects.csv": "id,name,goal,owner,rating\nP1,MARKproject,G1,zed,MARKrating\nP2,MARKproject,G2,zed,MARKrating\n",
        "tasks.csv":
            "id,name,project,owner,due,duration,class,notes\nT1,MARKtask,P1,,2027-01-15,5d,MARKclass,MARKnote\nT2,MARKtask,P2,zed,,5d,MARKclass,MARKnote\n",
        "people.csv": "id,name,manager,unit,team,role,fte,productivity,salary,rating,competence\n"
            + "ann,Ann,max,MARKunit,M1,MARKrole,0.8,1.25,MARKsalary,MARKrating,MARKcompetence\n"
            + "bob,Bob,ann,MARKunit,M1,MARKrole,1,1,MARKsalary,MARKrating,MARKcompetence\n"
            + "max,Max,,MARKunit,M1,MARKrole,1,1,MARKsalary,MARKrating,MARKcompetence\n"
            + "zed,MARKzed,max,MARKunit,M1,MARKrole,1,1,MARKsalary,MARKrating,MARKcompetence\n",
        "teams.csv": "id,name,unit\nM1,MARKteam,MARKunit\n", "assignments.csv": "task,person\nT1,ann\nT2,zed\n",
        "responsibilities.csv": "person,name,share\nann,MARKduty,0.1\n",
        "risks.csv": "id,name,probability\nR1,MARKrisk,0.5\n", "impacts.csv": "risk,task,factor\nR1,T1,1.2\n",
        "checkins.csv":
            "employee,manager,date,held,goals,remarks\nann,max,2027-01-11,yes,G1,MARKremark\nbob,ann,2027-01-12,no,,MARKremark\n"
            + "zed,max,2027-01-13,yes,,MARKremark\n",
        "history.csv": "date,task,percent_complete\n2027-01-12,T1,50\n",
        "baselines/approved.csv": "task,start,finish\nT1,2027-01-04,2027-01-08\n",
    ]

    private static func report(_ part: ReviewReport.Part = .goals) throws -> ReviewReport {
        let plan = try PlanTexts(files).plan()
        let network = try Network(compiling: plan)
        let forecast = Forecast(of: network, settings: ForecastSettings(samples: 128, seed: 1))
        let earned = EarnedValue(of: plan, network, baseline: "approved")
        return ReviewReport(
            of: [plan.people.row(of: "ann")!], in: plan, network, CheckIns(of: plan), forecast, earned, part: part)
    }

    @Test func noMarkGetsIn() throws {
        let forms = [
            try Self.report().text(Style()), String(decoding: try Self.report().json(), as: UTF8.self),
            String(decoding: try Self.report().csv(), as: UTF8.self),
            String(decoding: try Self.report(.checkins).csv(), as: UTF8.self),
        ]
        for form in forms { #expect(!form.contains("MARK") && !form.contains("G2") && !form.contains("zed"), "\(form)") }
        // What may get in does.
        #expect(forms[0].contains("G1 Own goal") && forms[0].contains("manager Max") && forms[0].contains("Bob: 0 held"))
        #expect(forms[3].contains("ann,Ann,employee,max,Max") && forms[3].contains("ann,Ann,manager,bob,Bob"))
    }

    /// The keys of the record, all of them.
    private static let keys: Set<String> = [
        "person", "name", "goals", "checkIns", "id", "role", "initiative", "due", "plannedFinish", "plannedShare",
        "earnedShare", "svtMinutes", "spit",
        "actualFinish", "forecast", "p10", "p50", "p90", "probabilityOnTime", "standardError", "measure", "current", "missed",
        "met", "exceeded",
        "outcome", "probabilityMissed", "probabilityMet", "probabilityExceeded", "noOutcome", "ownPart", "tasks", "done",
        "planned", "onTime", "late",
        "lateMinutes", "open", "asEmployee", "peopleInRhythm", "people", "asManager", "manager", "employee", "from", "to",
        "expected", "held",
        "adherence", "daysSinceLast", "longestGapDays", "overdue",
    ]

    private static func keys(in value: Any) -> Set<String> {
        if let object = value as? [String: Any] {
            return object.reduce(into: Set(object.keys)) { $0.formUnion(keys(in: $1.value)) }
        }
        return (value as? [Any] ?? []).reduce(into: []) { $0.formUnion(keys(in: $1)) }
    }

    @Test func onlyTheseKeys() throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(try Self.report().json())) as? [String: Any])
        let records = try #require(object["records"] as? [[String: Any]])
        #expect(Set(records[0].keys) == ["person", "name", "goals", "checkIns"])
        #expect(Self.keys(in: records).subtracting(Self.keys) == [])
        #expect(
            Set(object.keys) == [
                "headway", "plan", "dataDate", "inputHash", "from", "to", "baseline", "samples", "seed", "records",
            ])
    }
}

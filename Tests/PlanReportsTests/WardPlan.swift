import Foundation
import Headway
import PlanReports
import TestSupport

/// A ward that opens late, against a baseline.
///
/// The data date is the end of Friday, 15 January 2027. A took 7 days for 5 and ended on Tuesday the 12th. B began on Thursday the 14th, has two
/// days behind it and two to go, for 3. C was to begin with two free days after B, which are used up. F took 2 days for 3; K is as planned; N
/// is not in the baseline.
struct WardPlan {
    var files = [
        "plan.yaml": "name: Made\nepoch: 2027-01-04T08:00\ndataDate: 2027-01-15T17:00\n",
        "teams.csv": "id,name\nT1,Fitters\nT2,Trainers\n", "people.csv": "id,name,team\nE1,A. Lee,T1\nE2,B. Ray,\nE3,C. Orr,\n",
        "initiatives.csv": "id,name\nI1,New ward\nI2,Papers\nI3,Garden\nI4,Roof\nI10,Kitchen\n",
        "goals.csv": "id,name,initiative\nG1,G,I1\nG2,G,I2\nG3,G,I3\nG10,G,I10\n",
        "projects.csv": "id,name,goal\nP1,Ward,G1\nP2,Rules,G2\nP3,Trees,G3\nP4,Opening,G1\nP10,Stove,G10\n",
        "tasks.csv": """
        id,name,project,duration,owner,actual_start,actual_finish,remaining
        A,Install beds,P1,5d,,2027-01-04T08:00,2027-01-12T17:00,
        B,Train staff,P1,3d,E2,2027-01-14T08:00,,2d
        C,Open the ward,P4,1d,E3,,,
        F,Write the rules,P2,3d,,2027-01-04T08:00,2027-01-05T17:00,
        K,Light the stove,P10,1d,,2027-01-04T08:00,2027-01-04T17:00,
        N,Plant trees,P3,1d,,,,

        """,
        "dependencies.csv": "predecessor,successor\nA,B\nB,C\n",
        "assignments.csv": "task,person,team\nA,E1,\nB,,T2\nF,E1,\nF,E2,\nC,E1,\n",
        "baselines/approved.csv": """
        task,start,finish
        A,2027-01-04,2027-01-08
        B,2027-01-11,2027-01-13
        C,2027-01-18,2027-01-18
        F,2027-01-04,2027-01-06
        K,2027-01-04,2027-01-04

        """,
    ]

    func plan() throws -> Plan {
        try TestFolders.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/baselines", withIntermediateDirectories: true)
            for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
            return try Plan(contentsOf: folder)
        }
    }

    /// The report of some targets and tasks, by what people type; of every initiative without any.
    func report(_ words: [String] = [], against other: WardPlan? = nil) throws -> SlipReport {
        let plan = try plan()
        let schedule = Schedule(of: try Network(compiling: plan))
        var baseline = SlipBaseline.table("approved")
        if let before = try other?.plan() {
            baseline = .plan(before, Schedule(of: try Network(compiling: before)), name: "before")
        }
        let lookup = PathEndLookup(plan, schedule.network)
        let ends = words.compactMap { word -> PathEnd? in if case .found(let end) = lookup.find(word) { end } else { nil } }
        let analysis = try SlipAnalysis(of: plan, schedule, baseline: baseline)
        return SlipReport(of: plan, schedule, analysis, baseline: baseline, ends: ends)
    }
}

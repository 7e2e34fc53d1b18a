import Foundation
import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport

/// A sound plan that tests spoil in one place.
///
/// Start, A, B, C of five days each one after the other from Monday 4 January 2027, end; the data date is Friday the 8th at 17:00, A is done
/// on that day, B is due on the 15th and C on the 22nd, as the baseline says.
struct HealthFixture {
    var settings = "name: Made\nepoch: 2027-01-04T08:00\ndataDate: 2027-01-08T17:00\n"
    var taskHeader = "id,name,project,duration,actual_start,actual_finish"
    var tasks = [
        "S": "Start,P,0d,2027-01-04T08:00,2027-01-04T08:00", "A": "One,P,5d,2027-01-04T08:00,2027-01-08T17:00",
        "B": "Two,P,5d,,", "C": "Three,P,5d,,", "E": "End,P,0d,,",
    ]
    var relations = ["S,A,,", "A,B,,", "B,C,,", "C,E,,"]
    var baseline = ["A": "2027-01-04,2027-01-08", "B": "2027-01-11,2027-01-15", "C": "2027-01-18,2027-01-22"]
    var assigned = ["A", "B", "C"]
    var files: [String: String] = [:]

    init(_ spoil: (inout HealthFixture) -> Void = { _ in }) { spoil(&self) }

    func plan() throws -> Plan {
        var all = [
            "plan.yaml": settings, "people.csv": "id,name\nX,Somebody\n",
            "initiatives.csv": "id,name\nI,Aim\n", "goals.csv": "id,name,initiative\nG,Goal,I\n",
            "projects.csv": "id,name,goal\nP,Project,G\n",
            "tasks.csv": table(taskHeader, tasks.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)" }),
            "dependencies.csv": table("predecessor,successor,type,lag", relations),
            "assignments.csv": table("task,person", assigned.map { "\($0),X" }),
        ]
        if !baseline.isEmpty {
            all["baselines/b.csv"] = table(
                "task,start,finish", baseline.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)" })
        }
        return try Self.read(all.merging(files) { $1 })
    }

    func health(_ baseline: String? = nil) throws -> Health {
        let plan = try plan()
        return Health(
            of: plan, Schedule(of: try Network(compiling: plan)), baseline: HealthBaseline(of: plan, named: baseline))
    }

    private func table(_ header: String, _ rows: [String]) -> String { ([header] + rows).joined(separator: "\n") + "\n" }

    private static func read(_ files: [String: String]) throws -> Plan {
        try TestFolders.withTemporaryFolder { folder in
            for (name, text) in files {
                let url = URL(filePath: "\(folder)/\(name)")
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url)
            }
            return try Plan(contentsOf: folder)
        }
    }
}

extension Health {
    /// The numbers of a point as `numerator/denominator`, or why it is not applicable.
    func parts(_ point: DCMAPoint) -> String {
        let result = self[point]
        return result.reason ?? "\(result.numerator)/\(result.denominator)"
    }

    /// The points that failed.
    var failed: [DCMAPoint] { dcma.filter { $0.verdict == .failed }.map(\.point) }

    /// What a practice comes to.
    func verdict(_ practice: GAOPractice) -> GAOVerdict { gao[practice.rawValue - 1].verdict }
}

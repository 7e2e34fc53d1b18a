import Foundation
import TestSupport
import Testing

/// `schedule --level`, `forecast --resources` and `slip --level`, as their users type them.
@Suite struct LevelTests {
    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    private func sum(_ rows: [[String: Any]], _ key: String) -> Int { rows.reduce(0) { $0 + ($1[key] as? Int ?? 0) } }

    @Test func waitsAddUp() throws {
        let run = try Program.run(["schedule", hospital, "--level", "--format", "json"])
        #expect(run.code == 0 && run.error.isEmpty)
        let result = try run.object()
        let (tasks, waits) = (try list(result["tasks"]), try list(result["waits"]))
        #expect(tasks.count == 1324 && sum(tasks, "waitMinutes") > 0)
        #expect(sum(waits, "waitMinutes") == sum(tasks, "waitMinutes"))
        #expect(sum(waits, "tasks") == tasks.count { ($0["waitMinutes"] as? Int ?? 0) > 0 })
        let (finish, plain) = (try #require(result["finish"] as? String), try #require(result["plainFinish"] as? String))
        #expect(finish > plain)
    }

    /// A wants E for 2 days, B for 3, C for 1 after A; E is one person. By late finish the longer way A, C goes first: A 1-2, then B 3-5 or C 3: C's late
    /// finish is the plan's (3 days), as is B's. So the plan takes 6 days in any order, 3 more than without limits.
    @Test func oneForThree() throws {
        let files = [
            "plan.yaml": "name: Three\nepoch: 2027-01-04T08:00\n",
            "initiatives.csv": "id,name\nI,One\n", "goals.csv": "id,name,initiative\nG,One,I\n",
            "projects.csv": "id,name,goal\nP,One,G\n", "people.csv": "id,name\nE,Eve\n",
            "tasks.csv": "id,name,project,duration\nA,A,P,2d\nB,B,P,3d\nC,C,P,1d\n",
            "dependencies.csv": "predecessor,successor\nA,C\n", "assignments.csv": "task,person\nA,E\nB,E\nC,E\n",
        ]
        try TemporaryFolder.withPlan(files) { folder in
            for scheme in ["serial", "parallel"] {
                let run = try Program.run(["schedule", folder, "--level", "--scheme", scheme, "--format", "json"])
                let result = try run.object()
                // Monday to Friday, and the sixth day is the next Monday.
                #expect(result["finish"] as? String == "2027-01-11T17:00")
                #expect(result["plainFinish"] as? String == "2027-01-06T17:00")
                #expect(try list(result["infeasible"]).isEmpty)
            }
            let loads = try Program.run(["schedule", folder, "--level", "--loads", "--format", "csv"]).text
            // Plain: A and B on Monday and Tuesday, B and C on Wednesday: six person-days in three, three too much.
            #expect(loads.contains("plain,person,E,2027-01-04T00:00,2880"))
        }
    }

    @Test func aDemandThatIsNeverMetIsNamed() throws {
        let files = [
            "plan.yaml": "name: Two\nepoch: 2027-01-04T08:00\n", "initiatives.csv": "id,name\nI,One\n",
            "goals.csv": "id,name,initiative\nG,One,I\n", "projects.csv": "id,name,goal\nP,One,G\n",
            "people.csv": "id,name,fte,end\nE,Eve,0.5,\nF,Fay,1,2027-01-04\n",
            "tasks.csv": "id,name,project,duration\nA,A,P,2d\nB,B,P,3d\n",
            "assignments.csv": "task,person,units\nA,E,1\nB,F,1\n",
        ]
        try TemporaryFolder.withPlan(files) { folder in
            let result = try Program.run(["schedule", folder, "--level", "--format", "json"]).object()
            let infeasible = try list(result["infeasible"])
            #expect(infeasible.map { $0["task"] as? String } == ["A", "B"])
            #expect(infeasible.map { $0["givenUp"] as? Bool } == [false, true])
            let text = try Program.run(["schedule", folder, "--level"]).text
            #expect(text.contains("Demands that are never met"))
        }
    }

    /// Two jobs of 2 and 3 units that need all of one resource: 5.
    @Test func aResearchFile() throws {
        let text = "4 1\n1\n\n0 0 2 2 3\n2 1 1 4\n3 1 1 4\n0 0 0\n"
        try TemporaryFolder.with { folder in
            let path = folder + "/two.rcp"
            try TemporaryFolder.write(text, path)
            let result = try Program.run(["schedule", path, "--level", "--schedules", "50", "--format", "json"]).object()
            #expect(result["makespan"] as? Int == 5)
        }
    }

    @Test func theSameSeedGivesTheSameBytes() throws {
        let arguments = ["schedule", hospital, "--level", "--schedules", "30", "--seed", "7", "--format", "json"]
        let first = try Program.run(arguments + ["--threads", "1"])
        #expect(first.code == 0)
        #expect(try Program.run(arguments + ["--threads", "2"]).output == first.output)
    }

    @Test func forecastsHoldPeople() throws {
        let arguments = ["forecast", hospital, "--samples", "128", "--format", "json", "--resources"]
        let dynamic = try Program.run(arguments + ["dynamic", "--threads", "1"])
        #expect(dynamic.code == 0 && dynamic.error.isEmpty)
        #expect(try Program.run(arguments + ["dynamic", "--threads", "2"]).output == dynamic.output)
        let people = try #require(try dynamic.object()["people"] as? [String: Any])
        let resources = try list(people["resources"])
        let byResource = resources.reduce(0.0) { $0 + ($1["waitMinutes"] as? Double ?? 0) }
        let total = try #require(people["waitMinutes"] as? Double)
        #expect(total > 0 && abs(byResource - total) < 1e-6 * total)
        let fixed = try Program.run(arguments + ["fixed"])
        #expect(try fixed.code == 0 && fixed.object()["resources"] as? String == "fixed")
    }

    @Test func slipsWaitForPeople() throws {
        let run = try Program.run(["slip", hospital, "--level", "--target", "I5", "--format", "json"])
        #expect(run.code == 0)
        let target = try #require(try list(try run.object()["targets"]).first)
        let ledger = try list(target["ledger"])
        #expect(sum(ledger, "minutes") == target["slipMinutes"] as? Int)
        #expect(ledger.contains { $0["cause"] as? String == "waited for people" })
    }

    @Test(arguments: [
        ["schedule", hospital, "--rule", "best"], ["schedule", hospital, "--level", "--baseline", "approved"],
        ["schedule", hospital, "--level", "--loads"], ["schedule", hospital, "--level", "--schedules", "0"],
        ["schedule", hospital, "--resources", "fixed"], ["slip", hospital, "--level", "--history"],
        ["forecast", hospital, "--resources", "dynamic", "--sensitivity"],
        ["forecast", hospital, "--resources", "fixed", "--save", "x"],
    ])
    func wrongUse(arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.code == 2 && run.output.isEmpty && run.error.hasPrefix("Error: --"))
    }
}

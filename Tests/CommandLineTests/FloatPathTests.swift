import Foundation
import Testing

/// `schedule --target` and `--float-paths`.
@Suite struct FloatPathTests {
    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    private func keys(_ value: Any?) throws -> Set<String> { Set(try #require(value as? [String: Any]).keys) }

    private func lines(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }

    private func schedule(_ plan: String, _ arguments: [String]) throws -> [String: Any] {
        let run = try Program.run(["schedule", plan, "--format", "json"] + arguments)
        #expect(run.code == 0 && run.error.isEmpty)
        return try run.object()
    }

    @Test func keysOfChosenTargets() throws {
        let result = try schedule(hospital, ["--target", "P001", "--target", "I5", "--target", "T0057", "--float-paths", "4"])
        #expect(result["planPaths"] == nil)
        for target in try list(result["targets"]) {
            let isChosen = ["P001", "I5"].contains(target["id"] as? String ?? "")
            #expect(target.keys.contains("floatPaths") == isChosen && target.keys.contains("drags") == isChosen)
        }
        let tasks = try list(result["taskTargets"])
        #expect(try tasks.count == 1 && keys(tasks[0]) == ["id", "finish", "floatPaths", "drags"])
        let paths = try list(tasks[0]["floatPaths"])
        #expect(try paths.count == 4 && keys(paths[0]) == ["path", "floatMinutes", "joins", "tasks"])
        #expect(paths.map { $0["path"] as? Int } == [1, 2, 3, 4] && paths[0]["joins"] is NSNull)
        let drags = try list(tasks[0]["drags"])
        #expect(try keys(drags[0]) == ["task", "dragMinutes"])
        #expect(drags.compactMap { $0["task"] as? String } == paths[0]["tasks"] as? [String])
    }

    /// The first path of a target is its driving path; without a target every initiative is shown, without a count one path.
    @Test func whatIsShownWithoutOptions() throws {
        let result = try schedule(hospital, ["--float-paths", "2"])
        let chosen = try list(result["targets"]).filter { $0["floatPaths"] != nil }
        #expect(chosen.map { $0["kind"] as? String } == Array(repeating: "initiative", count: 6))
        for target in chosen {
            let paths = try list(target["floatPaths"])
            #expect(paths.count == 2 && paths[0]["tasks"] as? [String] == target["drivingPath"] as? [String])
        }
        let plan = try #require(try schedule(hospital, ["--target", "plan"])["planPaths"] as? [String: Any])
        #expect(try list(plan["floatPaths"]).count == 1)
        #expect(try schedule(hospital, ["--float-paths", "0"])["taskTargets"] == nil)
    }

    /// The README of the dataset: E and F may slip 480 minutes before G moves, H 960 before M. Without A, C or D the task G starts with F's end
    /// at 2,880 instead of D's at 3,360; without G all ends with H and J at 3,360 instead of 4,320; without J it still ends with G.
    @Test func textbookAnswer() throws {
        let csv = try Program.run(["schedule", textbook, "--target", "G1", "--float-paths", "2", "--format", "csv"])
        #expect(
            csv.text
                == """
                target,path,float_minutes,joins,place,task,start,finish,drag_minutes
                G1,1,0,,1,A,2027-01-04T08:00,2027-01-05T17:00,480
                G1,1,0,,2,C,2027-01-07T08:00,2027-01-07T17:00,480
                G1,1,0,,3,D,2027-01-12T08:00,2027-01-13T17:00,480
                G1,1,0,,4,G,2027-01-14T08:00,2027-01-15T17:00,960
                G1,1,0,,5,J,2027-01-15T08:00,2027-01-15T17:00,0
                G1,1,0,,6,M,2027-01-15T17:00,2027-01-15T17:00,0
                G1,2,480,G,1,E,2027-01-05T08:00,2027-01-11T17:00,
                G1,2,480,G,2,F,2027-01-12T08:00,2027-01-12T17:00,

                """.replacing("\n", with: "\r\n"))
        let text = try Program.run(
            ["schedule", textbook, "--target", "G1", "--float-paths", "3"], environment: ["COLUMNS": "80"])
        #expect(
            text.text.hasSuffix(
                """
                \n\nG1 The archive in its new room: done 15 Jan 2027
                  driving path, 6 tasks
                  Task                              Start       Finish  Drag
                  A     Plan the move          4 Jan 2027   5 Jan 2027   1 d
                  C     Order the shelves      7 Jan 2027   7 Jan 2027   1 d
                  D     Build the shelves     12 Jan 2027  13 Jan 2027   1 d
                  G     Carry the boxes       14 Jan 2027  15 Jan 2027   2 d
                  J     Tell the departments  15 Jan 2027  15 Jan 2027   0 d
                  M     The archive is open   15 Jan 2027  15 Jan 2027   0 d
                  next float paths
                  Path  Float  Joins  Tasks  Last task
                     2    1 d  G      E, F   Clean the new room
                     3    2 d  M      H      Guard the old room

                """))
    }

    @Test func sectionsOfEveryKind() throws {
        let run = ["schedule", hospital, "--target", "G19", "--target", "plan", "--target", "P001", "--target", "I5"]
        let text = try Program.run(run + ["--float-paths", "9"], environment: ["COLUMNS": "80"]).text
        #expect(text.contains("\nG19 Childcare places for shift workers: no tasks\n"))
        #expect(text.contains("\nWhole plan: done 21 Aug 2028\n  driving path, 49 tasks (the last 40)\n"))
        #expect(text.contains("  no other path\n") && text.contains("  done\n") && !text.contains("Longest path"))
        // Data date and counts stand above on a line of their own.
        #expect(lines(text).dropFirst(2).allSatisfy { $0.count <= 80 })
    }

    @Test func idsOfSeveralKinds() throws {
        let files = [
            "initiatives.csv": "id,name\nX,One\n", "goals.csv": "id,name,initiative\nG,Two,X\n",
            "projects.csv": "id,name,goal\nP,Three,G\n", "tasks.csv": "id,name,project,duration\nX,Work,P,1d\nplan,More,P,2d\n",
        ]
        try TemporaryFolder.withPlan(files) { plan in
            for words in [["X"], ["X", "task:X", "plan", "plan"]] {
                let run = try Program.run(["schedule", plan, "--format", "csv"] + words.flatMap { ["--target", $0] })
                #expect(Set(lines(run.text).dropFirst().map { String($0.prefix { $0 != "," }) }) == Set(words))
            }
        }
    }

    @Test(arguments: [
        ["--float-paths", "-1"], ["--float-paths", "101"], ["--float-paths", "few"],
        ["--float-paths", "1", "--float-paths", "2"],
        ["--target", "T99999"], ["--target", "goal:I1"], ["--target", ""], ["--target", "task:I1"],
        ["--target", "I1", "--baseline", "approved", "--format", "csv"],
        ["--float-paths", "3", "--baseline", "approved", "--format", "csv"],
    ])
    func wrongUseGives2(arguments: [String]) throws {
        let run = try Program.run(["schedule", hospital] + arguments)
        #expect(run.code == 2, "\(run.error)")
        #expect(run.error.hasPrefix("Error: ") && run.output.isEmpty)
    }

    @Test func reasonsAreTold() throws {
        func error(_ arguments: [String]) throws -> String { try Program.run(["schedule", hospital] + arguments).error }
        #expect(try error(["--float-paths", "101"]).contains("--float-paths: expected 0 to 100 (found 101)"))
        #expect(
            try error(["--target", "T99999"]).contains(
                #"--target: no initiative, goal, project or task has the id "T99999"; nearest: T0999, T0099, T0199"#))
        #expect(try error(["--target", "I9"]).contains("nearest: I1, I2, I3"))
        #expect(try error(["--target", "goal:G99"]).contains("nearest: G09, G19"))
        #expect(try error(["--target", "task:T0O57"]).contains("nearest: T0057"))
        #expect(
            try error(["--target", "I1", "--baseline", "approved", "--format", "csv"]).contains(
                "--target: expected no --baseline beside it with --format csv"))
    }
}

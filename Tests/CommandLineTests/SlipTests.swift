import Foundation
import TestSupport
import Testing

/// `headway slip`, and other plans as baselines.
@Suite struct SlipTests {
    private func keys(_ value: Any?) throws -> Set<String> { Set(try #require(value as? [String: Any]).keys) }

    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    private func slip(_ plan: String, _ arguments: [String]) throws -> [String: Any] {
        let run = try Program.run(["slip", plan, "--format", "json"] + arguments)
        #expect(run.code == 0 && run.error.isEmpty, "\(run.error)")
        return try run.object()
    }

    @Test func keys() throws {
        let result = try slip(hospital, ["--target", "I5", "--target", "T0001"])
        #expect(
            Set(result.keys) == [
                "headway", "plan", "dataDate", "inputHash", "baseline", "baselineDatesDerived", "baselineStartsAssumed",
                "tasksNotInBaseline", "tasksOnlyInBaseline", "targets",
            ])
        #expect(result["baseline"] as? String == "approved" && (result["tasksNotInBaseline"] as? [String])?.count == 19)
        let targets = try list(result["targets"])
        #expect(
            try keys(targets[0]) == [
                "id", "kind", "name", "baselineFinish", "currentFinish", "slipMinutes", "slipElapsedMinutes", "minutesPerDay",
                "sentence",
                "ledger",
                "rollUps",
            ])
        #expect(
            try keys(list(targets[0]["ledger"])[0]) == [
                "task", "project", "owner", "team", "cause", "predecessor", "minutes", "undoMinutes",
            ])
        let rollUps = try #require(targets[0]["rollUps"] as? [String: Any])
        for key in ["cause", "owner", "team", "project"] {
            #expect(try keys(list(rollUps["\(key)s"])[0]) == [key, "minutes"])
        }
        // T0001 was to be done on Wednesday 13 January at 17:00 and was on Monday the 18th at 15:00: two days and six hours of work.
        #expect(targets[1]["id"] as? String == "T0001" && targets[1]["kind"] as? String == "task")
        #expect(targets[1]["slipMinutes"] as? Int == 2 * 480 + 360)
    }

    /// The weeks of every initiative add up to its slip, and the lines of every week to its own; CSV has the same.
    @Test func history() throws {
        let targets = try list(try slip(hospital, ["--history"])["targets"])
        var total = 0
        for target in targets {
            let weeks = try list(target["history"])
            #expect(try keys(weeks[0]) == ["date", "minutes", "ledger"] && weeks[0]["date"] is NSNull)
            let minutes = weeks.map { $0["minutes"] as? Int ?? 0 }
            #expect(minutes.reduce(0, +) == target["slipMinutes"] as? Int && weeks.count == 27)
            for (week, sum) in zip(weeks, minutes) {
                #expect(try list(week["ledger"]).reduce(0) { $0 + ($1["minutes"] as? Int ?? 0) } == sum)
            }
            total += target["slipMinutes"] as? Int ?? 0
        }
        let csv = try Program.run(["slip", hospital, "--history", "--format", "csv"])
        let rows = csv.text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows[0].first == "target" && rows[0].last == "minutes" && rows[0].count == 13)
        #expect(rows.dropFirst().reduce(0) { $0 + (Int($1.last!) ?? 0) } == total)
        let text = try Program.run(["slip", hospital, "--target", "I2", "--history"])
        #expect(text.text.contains("I2 New emergency wing, week by week"))
        let none = try Program.run(["slip", textbook, "--baseline", textbook, "--history"])
        #expect(none.code == 2 && none.error.contains("--history: expected progress reports"))
    }

    /// Lines and roll-ups of all initiatives, goals and projects, and of tasks, add up to the slip.
    @Test(arguments: [["--all"], (1...60).flatMap { ["--target", "T00\($0 < 10 ? "0" : "")\($0)"] }])
    func ledgersAddUp(arguments: [String]) throws {
        let targets = try list(try slip(hospital, arguments)["targets"])
        #expect(targets.count == (arguments == ["--all"] ? 6 + 25 + 84 : 60))
        for target in targets {
            func sum(_ lines: Any?) throws -> Int { try list(lines).reduce(0) { $0 + ($1["minutes"] as? Int ?? 0) } }
            let (slip, name) = (target["slipMinutes"] as? Int ?? 0, target["id"] as? String ?? "")
            #expect(try sum(target["ledger"]) == slip, "\(name)")
            for groups in try #require(target["rollUps"] as? [String: Any]).values {
                #expect(try sum(groups) == slip, "\(name)")
            }
        }
        // G19 and P084 have no task.
        let unknown = targets.filter { $0["slipMinutes"] is NSNull }
        #expect(unknown.map { $0["id"] as? String } == (arguments == ["--all"] ? ["G19", "P084"] : []))
    }

    @Test func textAndTable() throws {
        let text = try Program.run(["slip", hospital], environment: ["COLUMNS": "80"]).text
        #expect(
            text.hasPrefix(
                "St. Elsewhere 2027 against the baseline approved\nData date 30 Jun 2027 · 6 initiatives: 6 late\n\n"))
        #expect(text.contains("\nI5 Day surgery is 16.5 working days late (26 Apr → 22 May 2028): "))
        #expect(text.contains("\nBy cause   working days; each row adds up\n"))
        #expect(text.hasSuffix("\n  19 tasks not in the baseline: T1306, T1307, T1308, T1309, T1310, …\n"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let csv = try Program.run(["slip", hospital, "--format", "csv"]).text.split(separator: "\r\n")
        #expect(
            csv[0]
                == "target,kind,baseline_finish,current_finish,slip_minutes,line,task,name,project,owner,team,cause,predecessor,minutes,undo_minutes"
        )
        #expect(csv[1].hasPrefix("I1,initiative,2028-03-13T17:00,2028-06-06T17:00,26880,1,T0001,"))
    }

    /// T0219 runs on the wards' calendar, every day of the week: from 12 February to 24 April are 72 of its days.
    @Test func daysAreThoseOfTheTaskItself() throws {
        let target = try list(try slip(hospital, ["--target", "T0219"])["targets"])[0]
        #expect(target["slipMinutes"] as? Int == 72 * 900 && target["minutesPerDay"] as? Int == 900)
        #expect((target["sentence"] as? String ?? "").contains(" is 72 working days late (12 Feb → 24 Apr 2028): "))
    }

    @Test func aTargetChosenAddsUpByOwnerTeamAndProject() throws {
        let text = try Program.run(["slip", hospital, "--target", "I5"]).text
        for heading in ["By cause", "By owner", "By team", "By project"] { #expect(text.contains("\n\(heading)\n")) }
    }

    // MARK: baselines

    private static let plan = [
        "initiatives.csv": "id,name\nI,Aim\n", "goals.csv": "id,name,initiative\nG,Goal,I\n",
        "projects.csv": "id,name,goal\nP,Project,G\n",
        "tasks.csv": "id,name,project,duration\nA,One,P,3d\nB,Two,P,1d\nC,Three,P,1d\n",
        "dependencies.csv": "predecessor,successor\nA,B\n",
    ]
    private static let before = plan.merging([
        "tasks.csv": "id,name,project,duration\nA,One,P,1d\nB,Two,P,1d\nD,Four,P,1d\n"
    ]) { $1 }

    /// A takes three days for one: the plan is two days late.
    @Test func anotherPlanIsABaseline() throws {
        try TemporaryFolder.withPlan(Self.plan) { plan in
            try TemporaryFolder.withPlan(Self.before) { before in
                let result = try slip(plan, ["--baseline", before])
                #expect(result["baseline"] as? String == before)
                #expect(
                    result["tasksNotInBaseline"] as? [String] == ["C"] && result["tasksOnlyInBaseline"] as? [String] == ["D"])
                let target = try list(result["targets"])[0]
                #expect(target["slipMinutes"] as? Int == 960 && target["baselineFinish"] as? String == "2027-01-05T17:00")
                let ledger = try list(target["ledger"])
                #expect(ledger.map { $0["task"] as? String } == ["A"] && ledger[0]["cause"] as? String == "remaining grew")
                let schedule = try Program.run(["schedule", plan, "--baseline", before])
                #expect(schedule.text.contains("\n  1 task not in the baseline: C\n  1 task only in the baseline: D\n"))
                let json = try Program.run(["schedule", plan, "--baseline", before, "--format", "json"]).object()
                #expect(json["tasksOnlyInBaseline"] as? [String] == ["D"])
                #expect(try list(json["targets"])[0]["finishSlipMinutes"] as? Int == 960)
            }
        }
    }

    /// A folder may have the name of a baseline; this one is no plan.
    @Test func namesOfThePlanWin() throws {
        try TemporaryFolder.withPlan(Self.plan) { plan in
            for folder in ["baselines", "one", "two"] {
                try FileManager.default.createDirectory(atPath: "\(plan)/\(folder)", withIntermediateDirectories: true)
            }
            try TemporaryFolder.write("task,start,finish\nA,2027-01-04,2027-01-04\n", plan + "/baselines/one.csv")
            let run = try Program.shell("cd \(plan) && \"$0\" slip . --baseline one")
            #expect(run.code == 0 && run.text.hasPrefix("Made against the baseline one\n"))
            #expect(try Program.shell("cd \(plan) && \"$0\" slip . --baseline two").code == 66)
        }
    }

    @Test func faultsOfABaselineNameItsFiles() throws {
        try TemporaryFolder.withPlan(Self.plan) { plan in
            for (file, line) in [
                ("tasks.csv", "id,name,project,duration\nA,One,P,soon\n"),
                ("dependencies.csv", "predecessor,successor\nA,B\nB,A\n"),
            ] {
                try TemporaryFolder.withPlan(Self.before.merging([file: line]) { $1 }) { before in
                    for command in ["slip", "schedule"] {
                        let run = try Program.run([command, plan, "--baseline", before])
                        #expect(run.code == 65 && run.output.isEmpty)
                        #expect(run.error.hasPrefix("error: \(before)/\(file):"))
                        #expect(run.error.hasSuffix("run `headway check \(before)` for all errors and findings\n"))
                    }
                }
            }
            let file = "\(plan)/plan.yaml"
            let run = try Program.run(["slip", plan, "--baseline", file])
            #expect(run.code == 65 && run.error.hasPrefix("error: \(file):1: not a kind of plan that is read"))
            try FileManager.default.createDirectory(atPath: plan + "/empty", withIntermediateDirectories: true)
            let empty = try Program.run(["slip", plan, "--baseline", plan + "/empty"])
            #expect(empty.code == 66 && empty.error.contains("not a plan folder"))
        }
    }

    @Test func wrongUse() throws {
        func error(_ plan: String, _ arguments: [String], code: Int32 = 2) throws -> String {
            let run = try Program.run(["slip", plan] + arguments)
            #expect(run.code == code && run.output.isEmpty, "\(run.error)")
            return run.error
        }
        let unknown =
            #"--baseline: no baseline is called "x", and there is no plan folder or file of that name; the plan has: approved"#
        #expect(try error(hospital, ["--baseline", "x"]).contains(unknown))
        #expect(try error(hospital, ["--baseline", ""]).contains(#"no baseline is called """#))
        #expect(try error(hospital, ["--target", "I9"]).contains("nearest: I1, I2, I3"))
        #expect(try error(hospital, ["--target", "I1", "--all"]).contains("--all: expected no --target beside it"))
        #expect(
            try error(textbook, [], code: 65).hasPrefix(
                "error: baselines: expected a file baselines/NAME.csv, or --baseline with another plan, to measure against (found none)\n"
            ))
        #expect(try error(textbook, ["--baseline", "x"]).contains("; the plan has none"))
    }
}

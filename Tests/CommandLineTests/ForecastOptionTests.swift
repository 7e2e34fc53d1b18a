import Foundation
import Testing

/// `--precision`, `--sampling`, `--mitigate`, and what goes wrong with the options of `forecast`.
@Suite struct ForecastOptionTests {
    /// One task whose delay a mitigation takes away, one that may be quick or slow.
    private static let risky = [
        "initiatives.csv": "id,name,due\nI,One,2027-01-12\n", "goals.csv": "id,name,initiative\nG,Goal,I\n",
        "projects.csv": "id,name,goal\nP,Project,G\n", "tasks.csv": "id,name,project,duration\nA,Work,P,5d\n",
        "risks.csv": "id,name,probability,mitigated_probability,branch\nR01,Late parts,0.5,,\nR02,Rain,0.2,,\n"
            + "B1,Left,0.5,0.9,way\nB2,Right,0.5,0.1,way\n",
        "impacts.csv": "risk,task,delay,mitigated_delay\nR01,A,10d,0d\nR02,A,1d,\nB1,A,1d,\nB2,A,2d,\n",
    ]

    @Test(arguments: [
        ["--precision", "0"], ["--precision", "-1d"], ["--precision", "1"], ["--precision", "nand"], ["--precision", "infd"],
        ["--precision", "50%"], ["--precision", "d"], ["--sampling", "none"], ["--joint-of", "I1"], ["--joint-of", "I1,I1"],
        ["--joint-of", "I1,,I2"], ["--joint-of", ""], ["--joint-of", "I1,nobody"], ["--joint-of", "I1,G19"],
        ["--mitigate", "R99"],
        ["--mitigate", "R01"], ["--mitigate", "all"], ["--save", ""], ["--saved", ""], ["--save", "a", "--saved", "a"],
        ["--save", "a", "-o", "a"], ["--saved", "a", "--samples", "5"], ["--saved", "a", "--seed", "5"],
        ["--saved", "a", "--precision", "1d"], ["--saved", "a", "--sampling", "random"], ["--saved", "a", "--mitigate", "R01"],
        ["--goals", "--joint", "--format", "csv"], ["--save", "a", "--save", "b"],
    ])
    func wrongUseGives2(arguments: [String]) throws {
        let run = try Program.run(["forecast", hospital] + arguments)
        #expect(run.code == 2, "\(run.error)")
        #expect(run.error.hasPrefix("Error: ") && run.output.isEmpty)
    }

    @Test func reasonsAreTold() throws {
        func error(_ arguments: [String]) throws -> String { try Program.run(["forecast", hospital] + arguments).error }
        #expect(try error(["--mitigate", "R1"]).contains("no risk has the id \"R1\"; nearest: R01"))
        #expect(try error(["--mitigate", "R01"]).contains("R01 has no mitigation; expected mitigated_probability"))
        #expect(try error(["--joint-of", "I1,G19"]).contains("G19 has no task"))
        #expect(try error(["--joint-of", "I1,I9"]).contains("has the id \"I9\"; nearest: "))
        #expect(try error(["--saved", "a", "--seed", "5"]).contains("--seed: expected none with --saved"))
    }

    @Test func precisionIsToldAndKept() throws {
        let run = try Program.run(["forecast", hospital, "--precision", "1d", "--format", "json"])
        let precision = try #require(try run.object()["precision"] as? [String: Any])
        #expect(
            Set(precision.keys) == ["of", "asked", "reached", "standardError", "target", "samplesNeeded"])
        #expect(precision["reached"] as? Bool == true && precision["asked"] as? Double == 480)
        let text = try Program.run(["forecast", hospital, "--precision", "1d"])
        #expect(text.text.contains("Precision reached: the standard error of every P80 is at most "))
        let missed = try Program.run(["forecast", hospital, "--precision", "0.5m", "--samples", "1500"])
        #expect(missed.code == 0)
        #expect(missed.text.contains("note: after 1,500 samples the standard error of the P80 of "))
        #expect(missed.text.contains(" more than asked for; it would take about "))
    }

    /// Every format runs as many replications, so one plan has one answer.
    @Test func theFormatDoesNotChangeTheSamples() throws {
        let json = try Program.run(["forecast", hospital, "--precision", "1%", "--format", "json"]).object()
        let csv = try Program.run(["forecast", hospital, "--precision", "1%", "--format", "csv"]).text
        let samples = try #require(json["samples"] as? Int)
        #expect(csv.contains(",\(samples),1\r\n"))
    }

    @Test func samplingIsTold() throws {
        func run(_ arguments: [String]) throws -> [String: Any] {
            try Program.run(["forecast", textbook, "--samples", "500", "--format", "json"] + arguments).object()
        }
        #expect(try run([])["sampling"] as? String == "stratified")
        #expect(try run(["--sampling", "random"])["sampling"] as? String == "random")
        let text = try Program.run(["forecast", textbook, "--samples", "500", "--sampling", "random"]).text
        #expect(text.contains("500 samples, seed 1, random sampling"))
    }

    /// Five days from Monday 4 January; B1 or B2 adds one or two. Without R01's ten days and R02's one the due date of six days is kept where B1 happens.
    @Test func mitigationsAreAssumed() throws {
        try TemporaryFolder.withPlan(Self.risky) { plan in
            func probability(_ arguments: [String]) throws -> Double {
                let run = try Program.run(["forecast", plan, "--samples", "4096", "--format", "json"] + arguments)
                #expect(run.code == 0, "\(run.error)")
                let targets = try #require(try run.object()["targets"] as? [[String: Any]])
                return targets[0]["probabilityOnTime"] as? Double ?? -1
            }
            // Due by the end of 12 January, seven days: without mitigation not R01, and not both R02 and B2: 0.5 (1 − 0.2 · 0.5) = 0.45.
            // 4 standard errors of 4,096 independent replications: 0.0311.
            #expect(abs(try probability([]) - 0.45) < 0.0311)
            // R01 mitigated: 0.9; R02 has no mitigation.
            #expect(abs(try probability(["--mitigate", "R01"]) - 0.9) < 0.0311)
            // B1 brings B2 along: 0.5 (1 − 0.2 · 0.1) = 0.49.
            #expect(abs(try probability(["--mitigate", "B1"]) - 0.49) < 0.0311)
            #expect(try probability(["--mitigate", "B1"]) == probability(["--mitigate", "B2"]))
            // All: 1 − 0.2 · 0.1 = 0.98.
            #expect(abs(try probability(["--mitigate", "all"]) - 0.98) < 0.0311)
            let text = try Program.run(["forecast", plan, "--samples", "64", "--mitigate", "B1", "--mitigate", "R01"]).text
            #expect(text.contains("Taken as in force: the mitigation of B1 Left, B2 Right and R01 Late parts\n"))
        }
    }
}

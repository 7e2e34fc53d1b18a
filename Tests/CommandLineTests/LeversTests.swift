import Foundation
import TestSupport
import Testing

/// `headway levers`, as its users type it.
@Suite struct LeversTests {
    private static let moves = TestFolders.datasets + "/moves/finance-renewal.yaml"
    /// People are no limit, and few sets: quick, and the same on every machine.
    private static let quick = ["--samples", "128", "--resources", "none", "--sets", "18", "--seconds", "1000"]

    private func levers(_ arguments: [String], moves: String = moves) throws -> Program.Outcome {
        try Program.run(
            ["levers", hospital, "--target", "I6", "--probability", "0.9999", "--moves", moves] + Self.quick + arguments)
    }

    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    /// Eve has four tasks of a week each to do one after the other; I is due after three. A colleague, or less work, brings it there.
    private static let files = [
        "plan.yaml": "name: Queue\nepoch: 2027-01-04T08:00\n", "initiatives.csv": "id,name,due\nI6,One,2027-01-22\n",
        "goals.csv": "id,name,initiative\nG,One,I6\n", "projects.csv": "id,name,goal\nP,One,G\n",
        "teams.csv": "id,name\nT,Team\n", "people.csv": "id,name,team\nE,Eve,T\n",
        "tasks.csv": "id,name,project,duration,optimistic,pessimistic\n"
            + "ABCD".map { "\($0),Task \($0),P,5d,4d,6d\n" }.joined(),
        "assignments.csv": "task,person\nA,E\nB,E\nC,E\nD,E\n",
        "moves.yaml": """
        unit: kEUR
        moves:
          - name: A colleague
            cost: 80
            edits: [addPeople: {team: T, takes: team}]
          - name: Without the last
            cost: 30
            edits: [cancel: {task: D}]
          - name: Smaller
            cost: 20
            edits: [rescope: {project: P, factor: 0.9}]

        """,
    ]

    @Test func text() throws {
        try TemporaryFolder.withPlan(Self.files) { folder in
            let arguments = ["levers", folder, "--target", "I6", "--probability", "90%", "--moves", folder + "/moves.yaml"]
            let run = try Program.run(arguments)
            #expect(run.code == 0 && run.error.isEmpty)
            // Three weeks of about five days each are done in time half the times; with a tenth less, always.
            for part in [
                "I6 One by 22 Jan 2027: the cheapest way to 90 % that was found costs 50 kEUR: Without the last and\n  Smaller; on time in",
                "What money buys", "50 kEUR", "▶ Without the last + Smaller", "Each move alone",
                "What one more person would bring", "T Team", "What was tried", "; confirmed with",
                "All single moves and pairs that cost less than the answer were tried",
            ] { #expect(run.text.contains(part), "\(part)") }
            #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
            let narrow = try Program.run(arguments, environment: ["COLUMNS": "62"])
            #expect(narrow.text.split(separator: "\n").allSatisfy { $0.count <= 62 })
        }
    }

    @Test func json() throws {
        let result = try levers(["--format", "json"]).object()
        #expect(
            Set(result.keys) == [
                "headway", "plan", "dataDate", "inputHash", "samples", "seed", "resources", "minutesPerDay", "target", "unit",
                "asItIs", "answer", "best", "everything", "confirmations", "frontier", "moves", "oneMorePerson", "trials",
                "refusals", "untriedPairs", "untriedTeams", "cutShort",
            ])
        let moves = try list(result["moves"])
        #expect(moves.count == 15 && moves[0]["name"] as? String == "One more integration engineer")
        let trials = try list(result["trials"])
        #expect(trials.count <= 18 && trials.count >= 15)
        #expect(
            Set(trials[0].keys) == [
                "moves", "cost", "verdict", "samples", "seed", "probabilityOnTime", "deltaProbability", "deltaMeanMinutes",
                "deltaP80Minutes",
            ])
        // Nobody waits where people are no limit: nothing is said of one more.
        #expect(try list(result["oneMorePerson"]).isEmpty && result["resources"] as? String == "none")
    }

    @Test func csv() throws {
        let rows = try levers(["--format", "csv"]).text.split(separator: "\r\n")
        #expect(rows[0].hasPrefix("moves,size,cost,probability_on_time,"))
        #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }) == [17])
    }

    @Test func anyNumberOfThreadsGivesTheSameBytes() throws {
        try TemporaryFolder.withPlan(Self.files) { folder in
            func run(_ threads: Int) throws -> Data {
                let run = try Program.run([
                    "levers", folder, "--target", "I6", "--probability", "0.9", "--moves", folder + "/moves.yaml", "--format",
                    "json",
                    "--samples", "512", "--threads", "\(threads)",
                ])
                #expect(run.code == 0)
                return run.output
            }
            let (one, three) = (try run(1), try run(3))
            #expect(one == three)
        }
    }

    @Test func faultsOfAllMovesInOneRun() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/m.yaml"
            try TemporaryFolder.write(
                """
                moves:
                  - name: A
                    cost: 1
                    edits: [cancel: {project: P999}]
                  - name: B
                    cost: 1
                    edits: [rescope: {project: P077, factor: 1}]

                """, path)
            let run = try levers([], moves: path)
            #expect(run.code == 65 && run.output.isEmpty)
            let lines = run.error.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines[0].hasPrefix("error: \(path):4: moves[1].edits[1].cancel.project: no row of projects.csv has the id"))
            #expect(lines[1].hasPrefix("error: \(path):7: moves[2].edits[1].rescope.factor: the edit touches nothing: "))
        }
    }

    @Test func wrongUse() throws {
        #expect(try levers([], moves: "/no/such.yaml").code == 66)
        #expect(try levers(["--seconds", "0"]).code == 2)
        #expect(try levers(["--sets", "0"]).code == 2)
        for (target, probability) in [("I6", "1"), ("I6", "0"), ("I6", "nan"), ("I9", "0.8"), ("G19", "0.8")] {
            let run = try Program.run(
                ["levers", hospital, "--target", target, "--probability", probability, "--moves", Self.moves])
            #expect(run.code == 2 && run.output.isEmpty, "\(target) \(probability)")
        }
    }
}

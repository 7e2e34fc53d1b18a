import PlanFiles
import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics
import TestSupport
import Testing

/// Levers on a small plan whose answers are found by hand, and beside a search over all sets.
struct LeverTests {
    /// I1 of the ward: T1 of 5 days, T2 of 10, both certain, done on Friday 29 January. Due a week earlier, on the 22nd, five working days
    /// have to go.
    private func ward() -> Ward {
        var ward = Ward()
        ward.files["initiatives.csv"] = "id,name,due\nI1,One,2027-01-22\nI2,Two,2027-02-26\n"
        return ward
    }

    private func list(_ text: String) throws -> MoveList {
        try MoveList(yaml: text, file: "m.yaml", units: ward().plan().settings.units)
    }

    /// A list of moves, each `name cost edit`.
    private func moves(_ moves: [(String, Double, String)]) throws -> MoveList {
        try list("moves:\n" + moves.map { "  - name: \($0)\n    cost: \($1)\n    edits: [\($2)]\n" }.joined())
    }

    private func run(
        _ list: MoveList, ward: Ward? = nil, target: String = "I1", probability: Double = 0.8,
        _ change: (inout LeverSettings) -> Void = { _ in },
        watch: LeverSearch.Watch = .init()
    ) throws -> LeverOutcome? {
        let plan = try (ward ?? self.ward()).plan()
        let network = try Network(compiling: plan)
        var settings = LeverSettings()
        settings.samples = 256
        change(&settings)
        let row = try #require(plan.initiatives.row(of: target))
        let goal = LeverGoal(target: network.structure.targets.target(.initiative, row: row), probability: probability)
        return LeverSearch.run(plan, network, list, goal, settings: settings, watch: watch)
    }

    private func answer(_ outcome: LeverOutcome?) throws -> [String] {
        let outcome = try #require(outcome)
        return try #require(outcome.answer).moves.places.map { outcome.list.moves[$0].name }
    }

    /// Two days by A (T2 8 of 10 days) and three by B (T1 2 of 5 days) are just enough together, for 3; C alone (T2 5 of 10 days) costs 10.
    /// None but C gains anything alone.
    @Test func movesThatHelpOnlyTogetherAreFound() throws {
        let outcome = try run(
            moves([
                ("A", 1, "rescope: {task: T2, factor: 0.8}"), ("B", 2, "rescope: {task: T1, factor: 0.4}"),
                ("C", 10, "rescope: {task: T2, factor: 0.5}"), ("D", 0.5, "rescope: {project: P2, factor: 0.5}"),
            ]))
        #expect(try answer(outcome) == ["A", "B"])
        let found = try #require(outcome)
        #expect(found.answer?.cost == 3 && found.answer?.onTime.value == 1 && found.answer?.seed == 2)
        #expect(found.confirmations.count == 1 && found.untriedPairs == 0 && !found.isCutShort)
        #expect(found.alone.map(\.gain.value) == [0, 0, 1, 0])
        // Two days of 480 minutes earlier, three, five, and none.
        #expect(found.alone.map(\.change.meanMinutes.value) == [-960, -1440, -2400, 0])
        // What each could touch: T2 and T1 are always on the path, with 10 and 5 days; T3 and T4 never.
        #expect(found.reach == [4800, 2400, 4800, 0])
        #expect(found.frontier.map(\.cost) == [0, 3])
    }

    @Test func excludedMovesAreNeverTogether() throws {
        let outcome = try #require(
            try run(
                list(
                    """
                    unit: kEUR
                    moves:
                      - name: A
                        cost: 1
                        excludes: B
                        edits: [rescope: {task: T2, factor: 0.8}]
                      - name: B
                        cost: 2
                        edits: [rescope: {task: T1, factor: 0.4}]
                      - name: C
                        cost: 10
                        edits: [rescope: {task: T2, factor: 0.5}]
                    """)))
        #expect(try answer(outcome) == ["C"])
        #expect(outcome.trials.allSatisfy { !($0.moves.contains(0) && $0.moves.contains(1)) })
        #expect(outcome.list.moves[1].excludes == [0] && outcome.list.unit == "kEUR")
    }

    @Test func aPlanThatIsGoodEnoughNeedsNothing() throws {
        let outcome = try #require(
            try run(moves([("A", 1, "rescope: {task: T2, factor: 0.8}")]), target: "I2", probability: 0.5))
        #expect(outcome.answer?.moves == MoveSet.none && outcome.answer?.cost == 0)
    }

    /// T2 takes 8 days of 10 at best: three days are missing, and nothing hides it.
    @Test func whatNothingReachesHasNoAnswer() throws {
        let outcome = try #require(
            try run(moves([("A", 1, "rescope: {task: T2, factor: 0.8}"), ("D", 2, "rescope: {project: P2, factor: 0.5}")])))
        #expect(outcome.answer == nil && outcome.confirmations.isEmpty)
        #expect(outcome.everything?.onTime.value == 0 && outcome.best?.onTime.value == 0)
    }

    /// Both cancel the same task: the second edit touches nothing any more, so the two are told apart, not dropped.
    @Test func contradictingMovesAreRefusedTogether() throws {
        let outcome = try #require(
            try run(
                moves([
                    ("A", 1, "cancel: {task: T2}"), ("B", 2, "cancel: {task: T2}"),
                    ("C", 0.5, "rescope: {task: T1, factor: 0.4}"),
                ])))
        #expect(try answer(outcome) == ["A"])
        #expect(outcome.refusals.allSatisfy { $0.moves.contains(0) && $0.moves.contains(1) })
    }

    /// Random moves on certain work: the answer costs what the cheapest of all sets costs that are on time.
    @Test(arguments: UInt64(1)...30)
    func theAnswerIsTheCheapestOfAllSets(seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let count = 6
        let edits = (0..<count).map { place -> (String, Double, String) in
            let task = Bool.random(using: &dice) ? "T1" : "T2"
            let factor = Double(Int.random(in: 4...9, using: &dice)) / 10
            return ("M\(place)", Double(Int.random(in: 1...20, using: &dice)), "rescope: {task: \(task), factor: \(factor)}")
        }
        let list = try moves(edits)
        let outcome = try #require(try run(list) { $0.samples = 64 })
        let plan = try ward().plan()
        let network = try Network(compiling: plan)
        let target = network.structure.targets.target(.initiative, row: 0)
        var cheapest = Double.infinity
        for bits in 0..<1 << count {
            let chosen = (0..<count).filter { bits >> $0 & 1 == 1 }
            let scenario = Scenario(name: "S", edits: chosen.flatMap { list.moves[$0].edits })
            let applied = try plan.applying(scenario, compiled: network)
            let forecast = Forecast(of: applied.network, settings: .init(samples: 1))
            if forecast.onTime(of: target) == [true] { cheapest = min(cheapest, chosen.reduce(0) { $0 + list.moves[$1].cost }) }
        }
        #expect(outcome.answer?.cost ?? .infinity == cheapest)
    }

    @Test func threadsChangeNothing() throws {
        let list = try moves([
            ("A", 1, "rescope: {task: T3, factor: 0.8}"), ("B", 2, "mitigate: {risk: R1}"),
            ("C", 3, "rescope: {task: T4, factor: 0.5}"),
        ])
        var ward = ward()
        ward.files["initiatives.csv"] = "id,name,due\nI1,One,2027-01-22\nI2,Two,2027-01-22\n"
        func told(_ threads: Int) throws -> [String] {
            let outcome = try #require(try run(list, ward: ward, target: "I2", probability: 0.7) { $0.threads = threads })
            return outcome.trials.map { "\($0.moves.bits) \($0.samples) \($0.onTime.hits)" }
                + outcome.people.map { "\($0.team) \($0.criticalWait) \($0.change?.meanMinutes.value ?? 0)" }
        }
        let one = try told(1)
        #expect(try told(2) == one && told(5) == one && one.count > 3)
    }

    @Test func theBudgetEndsTheSearchAndIsTold() throws {
        let list = try moves((0..<6).map { ("M\($0)", Double($0 + 1), "rescope: {task: T\($0 % 2 + 1), factor: 0.\($0 + 4)}") })
        let few = try #require(try run(list) { $0.mostTrials = 3 })
        #expect(few.trials.count == 3 && few.isCutShort && few.untriedPairs > 0)
        var watch = LeverSearch.Watch()
        watch.timeUsed = { 1 }
        let none = try #require(try run(list, watch: watch))
        #expect(none.trials.isEmpty && none.isCutShort && none.answer == nil)
    }

    @Test func stoppingGivesNothing() throws {
        var watch = LeverSearch.Watch()
        watch.goesOn = { false }
        #expect(try run(moves([("A", 1, "rescope: {task: T2, factor: 0.8}")]), watch: watch) == nil)
    }

    /// T1 and T6 want Ada on the same days, which makes T1, and with it I1, wait for the two days that are left of T6: a colleague who takes
    /// one of them spares just these.
    @Test func oneMorePersonSparesTheWait() throws {
        var ward = ward()
        ward.files["assignments.csv"] = "task,person,team,units\nT1,A,,1\nT2,A,,1\nT3,B,,1\nT6,A,,1\n"
        ward.files["teams.csv"] = "id,name,capacity\nTA,Diggers,\nTB,Nurses,\n"
        let outcome = try #require(try run(moves([("A", 1, "rescope: {task: T2, factor: 0.8}")]), ward: ward))
        let value = try #require(outcome.people.first)
        #expect(outcome.people.count == 1 && value.team == 0 && value.criticalWait == 960)
        #expect(value.change?.meanMinutes == DifferenceEstimate(exactly: -960))
    }
}

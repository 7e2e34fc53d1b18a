import PlanForecast
import PlanModel
import PlanNetwork
import PlanScenario
import PlanStatistics
import TestSupport
import Testing

/// Plans beside scenarios of them: known answers and properties.
struct ComparisonTests {
    private func compare(
        _ scenarios: [Scenario], of ward: Ward = Ward(), samples: Int = 1_024, seed: UInt64 = 1, threads: Int = 1
    ) throws -> (Plan, ScenarioComparison) {
        let plan = try ward.plan()
        let network = try Network(compiling: plan)
        let applied = try scenarios.map { try plan.applying($0, compiled: network) }
        let targets = Array(0..<network.structure.targets.count)
        let comparison = ScenarioComparison(
            of: plan, network, with: applied, .init(targets: targets, together: [1, 2]),
            runner: .simulation(.init(samples: samples, seed: seed, threads: threads)))
        return (plan, try #require(comparison))
    }

    /// I1 has no range: a week later, 5 days of 480 minutes; due 29 January and done on 5 February.
    @Test func certainWorkGivesExactDifferences() throws {
        let (_, result) = try compare([Ward().scenario("defer: {initiative: I1, until: 2027-01-18}")])
        let change = try #require(result.effects[0].targets[1].change)
        for difference in [change.p50Minutes, change.p80Minutes, change.meanMinutes] {
            #expect(difference == DifferenceEstimate(exactly: 2400))
        }
        #expect(change.onTime == DifferenceEstimate(exactly: -1) && change.better == DifferenceEstimate(exactly: 0))
        #expect(change.varianceRatio == nil && change.shareTied == 0 && !change.isSame)
        // I2 waits for none of it.
        #expect(try #require(result.effects[0].targets[2].change).isSame)
    }

    /// T3 begins on 18 January instead of 11, T4 follows: a week later in every replication, whatever is drawn.
    @Test func shiftedByAConstant() throws {
        let (_, result) = try compare([Ward().scenario("defer: {project: P2, until: 2027-01-18}")])
        let change = try #require(result.effects[0].targets[2].change)
        for difference in [change.p50Minutes, change.p80Minutes, change.meanMinutes] {
            #expect(difference.value == 2400 && difference.interval == 2400...2400)
        }
        #expect(change.varianceRatio == 0 && change.better.value == 0 && change.better.interval!.upperBound < 0.01)
    }

    @Test func anEmptyScenarioChangesNothing() throws {
        let (_, result) = try compare([Scenario(name: "Empty")])
        for target in result.effects[0].targets where target.change != nil {
            let change = target.change!
            #expect(change.isSame && change.shareTied == 1 && change.better == DifferenceEstimate(exactly: 0.5))
            for difference in [change.p50Minutes, change.p80Minutes, change.meanMinutes, change.onTime ?? .init(exactly: 0)] {
                #expect(difference == DifferenceEstimate(exactly: 0))
            }
        }
        #expect(result.effects[0].joint?.change == DifferenceEstimate(exactly: 0))
    }

    @Test func aLaterPromiseChangesOnlyTheChance() throws {
        let (_, result) = try compare([Ward().scenario("changeDue: {initiative: I2, due: 2027-01-26}")])
        let change = try #require(result.effects[0].targets[2].change)
        #expect(change.isSame && change.p80Minutes.value == 0 && change.onTime!.value < -0.05 && change.onTime!.isClear)
        let joint = try #require(result.effects[0].joint)
        #expect(joint.targets == [1, 2] && joint.change.value == joint.after.value - joint.before.value)
    }

    @Test func cancelledTargetsHaveNoFigures() throws {
        var ward = Ward()
        ward.files["tasks.csv"] = ward.files["tasks.csv"]!.split(separator: "\n").filter { !$0.hasPrefix("T5") }.joined(
            separator: "\n")
        let (_, result) = try compare([ward.scenario("cancel: {initiative: I1}")], of: ward)
        let target = result.effects[0].targets[1]
        #expect(target.before != nil && target.after == nil && target.change == nil)
        #expect(result.effects[0].joint?.targets == [2])
        // P3 never had a task.
        #expect(result.effects[0].targets[7].before == nil)
    }

    @Test func severalAtOnceAreAsEachAlone() throws {
        let scenarios = [
            try Ward().scenario("rescope: {task: T3, factor: 0.7}", name: "A"),
            try Ward().scenario("mitigate: {risk: R1}", name: "B"),
        ]
        let together = try compare(scenarios).1
        for (place, scenario) in scenarios.enumerated() {
            let alone = try compare([scenario]).1.effects[0]
            #expect(String(describing: alone.targets) == String(describing: together.effects[place].targets))
        }
    }

    @Test(arguments: [1, 2, 3]) func threadsAndSeedsGiveTheSameBits(threads: Int) throws {
        let scenario = try Ward().scenario("rescope: {task: T3, factor: 0.7}", "addPeople: {team: TA, takes: team}")
        let expected = try compare([scenario], seed: 5).1.effects[0].targets
        let found = try compare([scenario], seed: 5, threads: threads).1.effects[0].targets
        #expect(String(describing: found) == String(describing: expected))
    }

    /// Rows in the reverse order: the same differences for the same ids, and the same people on the same tasks.
    @Test func theOrderOfRowsDoesNotMatter() throws {
        var reversed = Ward()
        for name in [
            "tasks.csv", "people.csv", "assignments.csv", "dependencies.csv", "risks.csv", "impacts.csv", "projects.csv",
        ] {
            var lines = reversed.files[name]!.split(separator: "\n", omittingEmptySubsequences: true)
            lines = [lines[0]] + lines.dropFirst().reversed()
            reversed.files[name] = lines.joined(separator: "\n") + "\n"
        }
        let edits = try Ward().scenario(
            "addPeople: {team: TA, takes: team}", "removePerson: {person: A, handOver: team}",
            "rescope: {goal: G2, factor: 1.3}",
            "addRisk: {id: R7, probability: 0.3, initiative: I1, delay: 3d}")
        let (first, second) = (try compare([edits]).1.effects[0], try compare([edits], of: reversed).1.effects[0])
        for target in 1...4 { #expect(String(describing: first.targets[target]) == String(describing: second.targets[target])) }
        for task in ["T1", "T2", "T3", "T4", "T6"] {
            #expect(first.applied.people(on: task) == second.applied.people(on: task))
        }
    }

    /// A runner that tells of people fills their section: each replication takes 100 person-minutes less.
    @Test func peopleAreCompared() throws {
        let plan = try Ward().plan()
        let network = try Network(compiling: plan)
        let applied = try plan.applying(Ward().scenario("cancel: {task: T1}"), compiled: network)
        let plain = ScenarioRunner.simulation(.init(samples: 512), targets: [0, 1])
        let runner = ScenarioRunner { plan, network, progress in
            plain.run(plan, network, progress).map { outcome in
                let work = plan.cancelledTasks.isEmpty ? 500.0 : 400
                return .init(
                    outcome.forecast,
                    peopleUse: PeopleUse(
                        workMinutes: Array(repeating: work, count: 512), waitingMinutes: (0..<512).map { Double($0) * work },
                        utilisation: Array(repeating: 0.5, count: 512)))
            }
        }
        let comparison = try #require(
            ScenarioComparison(of: plan, network, with: [applied], .init(targets: [0, 1], together: []), runner: runner))
        let people = try #require(comparison.effects[0].people)
        #expect(people.workMinutes == 500 && people.workChange == DifferenceEstimate(exactly: -100))
        #expect(people.waitingChange.value == -100 * 255.5 && people.waitingChange.standardError! > 0)
        #expect(people.utilisationChange == DifferenceEstimate(exactly: 0) && comparison.effects[0].joint == nil)
    }

    @Test func itCanBeStopped() throws {
        let plan = try Ward().plan()
        let network = try Network(compiling: plan)
        let applied = try plan.applying(Scenario(name: "Empty"), compiled: network)
        let stopped = ScenarioComparison(
            of: plan, network, with: [applied], .init(targets: [0], together: []),
            runner: .simulation(.init(samples: 6_400)), progress: { done, total in done * 2 < total })
        #expect(stopped == nil)
    }

    // MARK: coverage

    /// Two tasks in a row, uniform from 2 to 10 days and from 4 to 8; in the scenario the first takes 0.75 times as long. Their sum is a
    /// trapezium: medians and means fall by 1.5 days, the P80 by the areas of its tails.
    ///
    /// 200 seeds of 1,024 replications: hits are binomial, 190 ± 3.1; fewer than 177 come with chance 7e-5.
    @Test func intervalsHoldTheTruth() throws {
        var ward = Ward()
        ward.files["tasks.csv"] = """
            id,name,project,duration,optimistic,pessimistic,distribution
            T1,One,P1,6d,2d,10d,uniform
            T2,Two,P1,6d,4d,8d,uniform
            """
        for name in ["dependencies.csv", "assignments.csv", "impacts.csv", "risks.csv"] { ward.files[name] = nil }
        ward.files["dependencies.csv"] = "predecessor,successor\nT1,T2\n"
        let plan = try ward.plan()
        let network = try Network(compiling: plan)
        let applied = try plan.applying(ward.scenario("rescope: {task: T1, factor: 0.75}"), compiled: network)
        let p80 = Self.percentile80(wide: 6) - Self.percentile80(wide: 8) - 1.5
        let truth: [(KeyPath<TargetChange, DifferenceEstimate>, Double)] = [
            (\.p50Minutes, -1.5 * 480), (\.p80Minutes, p80 * 480), (\.meanMinutes, -1.5 * 480),
        ]
        var hits = [Int](repeating: 0, count: 3)
        for seed in 1...200 as ClosedRange<UInt64> {
            let settings = ForecastSettings(samples: 1_024, seed: seed, criticalityTargets: [])
            let (old, new) = (Forecast(of: network, settings: settings), Forecast(of: applied.network, settings: settings))
            let change = try #require(TargetChange(1, old, new))
            for (place, (figure, value)) in truth.enumerated() {
                let interval = change[keyPath: figure].interval!
                // Whole minutes: half a minute of rounding to either side.
                hits[place] += interval.lowerBound - 0.5 <= value && value <= interval.upperBound + 0.5 ? 1 : 0
            }
        }
        for (place, count) in hits.enumerated() { #expect((177...200).contains(count), "figure \(place): \(count) of 200") }
    }

    /// P80 less the median of the sum of a uniform law `wide` days wide and one 4 days wide. Its density is flat, 1/`wide`, in the middle
    /// `wide` - 4 days, which hold (`wide` - 4)/`wide`; beyond, the tail above x from the end holds x²/(8 `wide`).
    private static func percentile80(wide: Double) -> Double {
        let tail = (0.2 * 8 * wide).squareRoot()
        return tail <= 4 ? (wide + 4) / 2 - tail : (wide - 4) / 2 - (0.2 - 2 / wide) * wide
    }
}

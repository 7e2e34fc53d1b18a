import CKernels
import Headway
import TestSupport
import Testing

@testable import PlanForecast
@testable import PlanSchedule

/// Nobody does more than they can in any replication, whatever is drawn: part-time people, teams, steps of capacity, absences planned and by chance.
@Suite("Capacity in every replication")
struct ReplicationCapacityTests {
    /// Random plans with everything; every third one without anything that happens to people by chance.
    private static func plan(_ seed: UInt64) -> PlanBuilder {
        var shape = RandomPlan()
        shape.taskCount = 60
        (shape.hasRanges, shape.hasPeople, shape.hasProgress) = (true, true, seed % 3 == 1)
        (shape.hasRelationTypes, shape.hasCalendars) = (seed % 2 == 0, seed % 4 < 2)
        shape.hasConstraints = seed % 5 == 4
        var plan = shape.make(seed: seed)
        if seed % 3 == 0 { return plan }
        (plan.settings.people.sicknessPerYear, plan.settings.people.sicknessLength) = (20, .init(300, 1440, 9000))
        plan.settings.people.attrition = ["default": seed % 2 == 0 ? 0.9 : 0.5]
        if seed % 4 < 3 { plan.settings.people.hiringDelay = .init(1440, 10_000, 60_000) }
        return plan
    }

    /// Runs replications of a plan and checks all of them; returns how many placements there were.
    private static func check(_ seed: UInt64, blocks: Int) throws -> Int {
        let plan = plan(seed).plan()
        let network = try Network(compiling: plan)
        let people = HeldPeople(plan, network)
        let program = ForecastProgram(network, seed: seed, explains: true)
        let problem = DispatchProblem(network, people.capacity, ranks: people.ranks, usesExpectedFinish: false).arranged()
        let settings = ForecastSettings(samples: blocks * Int(HW_LANES), seed: seed)
        let sampler = AbsenceSampler(people.capacity, seed: seed, from: network.values.dataDate, upTo: 1 << 20)
        var worker = DispatchWorker(
            program: program, problem: problem, absences: sampler, targets: [], tables: KernelTables(network),
            settings: settings)
        // Drawn once more, by another way.
        let nodes = network.structure.taskOfNode.indices.filter {
            network.structure.taskOfNode[$0] >= 0 && network.values.progress(of: $0) != .completed
        }
        let drawn = DurationSamples(of: nodes, in: program, settings: settings)
        var checker = PlacementChecker(network, people.capacity)
        let never = problem.shortfalls.filter(\.isGivenUp)
        for block in 0..<blocks {
            worker.run(block, count: Int(HW_LANES)) { replication, dispatcher in
                let place = block * Int(HW_LANES) + replication.lane
                var durations = [Int32](repeating: 0, count: network.structure.nodeCount)
                for (row, node) in nodes.enumerated() { durations[node] = drawn.minutes[row * settings.samples + place] }
                checker.check(
                    start: durations.indices.map { dispatcher.start(of: $0) }, finish: dispatcher.finish,
                    durations: durations, absences: sampler?.absences(UInt32(place)) ?? people.capacity.absences,
                    unmet: Set(
                        (never + dispatcher.shortfalls).map { PlacementChecker.Unmet(node: $0.node, resource: $0.resource) }))
            }
        }
        #expect(checker.complaints == [], "seed \(seed)")
        return checker.placements
    }

    @Test(arguments: UInt64(0)..<30) func nobodyDoesMoreThanTheyCan(seed: UInt64) throws {
        #expect(try Self.check(seed, blocks: 1) > 0)
    }

    /// 200 plans, 512 replications each: some five million placements.
    @Test(.enabled(if: TestFolders.wantsLongTests, "set HEADWAY_LONG_TESTS=1 to run it; about six minutes"))
    func nobodyDoesMoreThanTheyCanInMillionsOfPlacements() throws {
        let placements = try (100..<300).reduce(0) { sum, seed in try sum + Self.check(UInt64(seed), blocks: 8) }
        #expect(placements > 3_000_000)
        print("placements checked: \(placements)")
    }
}

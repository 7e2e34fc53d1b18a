import PlanSchedule
import Testing
import TestSupport

/// What holds of every schedule, on seeded random problems; the engine against its naive twins.
@Suite struct GenerationPropertyTests {
    static let features: [RandomActivities.Features] = [
        .init(), .init(weights: true), .init(steps: true), .init(releases: true),
        .init(weights: true, steps: true, releases: true),
    ]

    /// Calls `body` with random problems of every kind.
    static func forEach(
        _ number: Int, seed: UInt64, _ body: (RandomActivities, ActivityProblem, inout SeededGenerator) throws -> Void
    )
        rethrows
    {
        var random = SeededGenerator(seed: seed)
        for feature in features {
            for _ in 0..<number {
                let (count, kinds) = (random.integer(1...24), random.pick([0, 1, 2, 4, 9, 20]))
                let lists = RandomActivities(count: count, resources: kinds, features: feature, random: &random)
                guard let problem = try? lists.problem() else {
                    Issue.record("a random problem has a cycle or no end")
                    continue
                }
                try body(lists, problem, &random)
            }
        }
    }

    /// A random order that keeps the arcs.
    static func order(_ problem: ActivityProblem, _ random: inout SeededGenerator) -> [Int32] {
        problem.order(by: (0..<problem.count).map { _ in Int32(random.integer(0...1000)) })
    }

    @Test func serialIsItsTwin() throws {
        Self.forEach(20, seed: 1) { lists, problem, random in
            var decoder = ActivityDecoder(problem)
            for _ in 0..<3 {
                let order = Self.order(problem, &random)
                let schedule = decoder.serial(order)
                #expect(schedule.starts == lists.naiveSerial(order))
                #expect(schedule.isFeasible)
                #expect(lists.checker.faults(schedule.starts) == [])
                #expect(schedule.makespan >= problem.lowerBound())
            }
        }
    }

    @Test func justificationIsItsTwinAndNeverLonger() throws {
        Self.forEach(20, seed: 2) { lists, problem, random in
            var decoder = ActivityDecoder(problem)
            let schedule = decoder.serial(Self.order(problem, &random))
            let late = decoder.movedLate(schedule)
            #expect(late.starts == lists.naiveJustified(schedule.starts, late: true, topological: problem.topologicalOrder))
            #expect(lists.checker.faults(late.starts) == [])
            #expect(zip(schedule.starts, late.starts).allSatisfy { $0 <= $1 })
            let justified = decoder.justified(schedule)
            #expect(justified.starts == lists.naiveJustified(late.starts, late: false, topological: problem.topologicalOrder))
            #expect(lists.checker.faults(justified.starts) == [])
            #expect(justified.makespan <= schedule.makespan)
        }
    }

    @Test func parallelAndRulesAreFeasible() throws {
        Self.forEach(15, seed: 3) { lists, problem, random in
            var decoder = ActivityDecoder(problem)
            let given = (0..<problem.count).map { _ in Int32(random.integer(-9...9)) }
            for rule in [.latestFinish, .latestStart, .minimumFloat, .mostTotalSuccessors, ActivityRule.given(given)] {
                for schedule in [decoder.serial(rule), decoder.parallel(rule)] {
                    #expect(lists.checker.faults(schedule.starts) == [])
                    #expect(schedule.isFeasible && schedule.makespan >= problem.lowerBound())
                }
            }
        }
    }

    @Test func searchesAreFeasibleAndRepeat() throws {
        Self.forEach(4, seed: 4) { lists, problem, random in
            let seed = UInt64(random.integer(0...1000))
            var first = ActivityDecoder(problem)
            var second = ActivityDecoder(problem)
            let outcome = PopulationSearch.run(&first, seed: seed, budget: .init(schedules: 400))
            #expect(outcome == PopulationSearch.run(&second, seed: seed, budget: .init(schedules: 400)))
            // A decoder that was used before gives the same.
            #expect(outcome == PopulationSearch.run(&first, seed: seed, budget: .init(schedules: 400)))
            #expect(outcome.schedules <= 400)
            #expect(lists.checker.faults(outcome.starts) == [])
            #expect(problem.makespan(ofStarts: outcome.starts) == outcome.score)
            // So many schedules more never make it worse.
            #expect(PopulationSearch.run(&second, seed: seed, budget: .init(schedules: 1)).score >= outcome.score)
        }
    }

    @Test func orderOfInputDoesNotMatter() throws {
        Self.forEach(8, seed: 5) { lists, problem, random in
            var turned = lists
            turned.arcs.reverse()
            turned.demands.shuffle(using: &random)
            guard let other = try? turned.problem() else {
                Issue.record("a problem that does not compile turned round")
                return
            }
            var first = ActivityDecoder(problem)
            var second = ActivityDecoder(other)
            let order = Self.order(problem, &random)
            #expect(first.serial(order) == second.serial(order))
            #expect(first.parallel(.latestFinish) == second.parallel(.latestFinish))
            #expect(
                PopulationSearch.run(&first, seed: 7, budget: .init(schedules: 100))
                    == PopulationSearch.run(&second, seed: 7, budget: .init(schedules: 100)))
        }
    }

    @Test func capacitiesThatNeverBindLeaveTheCriticalPath() throws {
        Self.forEach(5, seed: 6) { lists, _, _ in
            let isForward = lists.arcs.allSatisfy { $0.weight >= 0 }
            var free = lists
            free.resources = lists.resources.map { _ in ActivityResource(capacity: 2_000_000) }
            guard let problem = try? free.problem() else {
                Issue.record("a problem that does not compile")
                return
            }
            var decoder = ActivityDecoder(problem)
            #expect(decoder.serial(.latestFinish).starts == problem.earliestStarts())
            // Parallel generation does not go back to a moment that is over.
            #expect(!isForward || decoder.parallel(.latestFinish).starts == problem.earliestStarts())
        }
    }

    /// A clock ends a search between schedules; the outcome is that of as many schedules without a clock.
    @Test func aClockOnlyCutsShort() throws {
        var random = SeededGenerator(seed: 8)
        let problem = try RandomActivities(count: 40, resources: 3, features: .init(), random: &random).problem()
        var decoder = ActivityDecoder(problem)
        let cut = PopulationSearch.run(&decoder, seed: 3, budget: .init(schedules: 3000, seconds: 0))
        #expect(cut.schedules >= 1)
        #expect(cut == PopulationSearch.run(&decoder, seed: 3, budget: .init(schedules: cut.schedules)))
    }
}

import Headway
import PlanStatistics
import TestSupport
import Testing

@testable import PlanForecast

/// Forecasts under capacity against what they must equal: the plain forecast where people are unlimited, the schemes where durations are certain.
@Suite("Forecasts under capacity")
struct CapacityForecastTests {
    /// Random plans with ranges and people who are in several places at once.
    static func plan(_ seed: UInt64, ranges: Bool = true, people count: Int = 3) -> PlanBuilder {
        var shape = RandomPlan()
        shape.taskCount = 30
        (shape.hasRanges, shape.hasProgress) = (ranges, seed % 3 == 0)
        (shape.hasRelationTypes, shape.hasCalendars) = (seed % 2 == 0, seed % 4 < 2)
        var plan = shape.make(seed: seed)
        var random = SeededGenerator(seed: seed &+ 999)
        for person in 0..<count { plan.people.append(.init(id: "E\(person)", fte: 1, calendar: nil)) }
        for task in plan.tasks where random.chance(0.8) {
            plan.assignments.append(
                .init(task: task.id, person: "E\(random.integer(0...count - 1))", units: random.chance(0.5) ? 1 : 0.5))
        }
        return plan
    }

    private static func settings(_ samples: Int = 96, threads: Int = 1) -> ForecastSettings {
        ForecastSettings(samples: samples, seed: 5, threads: threads)
    }

    private static func finishes(_ forecast: Forecast) -> [[Int32]] {
        forecast.network.structure.targets.order.indices.map { forecast.target($0)?.sample.values ?? [] }
    }

    private static func dispatched(_ network: Network, _ people: HeldPeople, threads: Int = 1) -> Forecast {
        Forecast(of: network, dispatching: people.capacity, ranks: people.ranks, settings: settings(threads: threads))!
    }

    @Test("With unlimited people both ways of holding them give the plain forecast, bit for bit", arguments: UInt64(1)...40)
    func unlimited(seed: UInt64) throws {
        let plan = Self.plan(seed).plan()
        let network = try Network(compiling: plan)
        let people = HeldPeople(plan, network)
        let free = HeldPeople(capacity: people.capacity.withoutLimits, ranks: people.ranks)
        let plain = Forecast(of: network, settings: Self.settings())
        #expect(Self.finishes(Self.dispatched(network, free)) == Self.finishes(plain))
        let program = ForecastProgram(network, seed: 5, chains: free.chains(network))
        let fixed = Forecast(running: program, settings: Self.settings())!
        #expect(Self.finishes(fixed) == Self.finishes(plain))
        #expect(fixed.criticality.entries.map(\.count) == plain.criticality.entries.map(\.count))
    }

    @Test("With certain durations dispatching is the parallel scheme", arguments: UInt64(1)...40)
    func certain(seed: UInt64) throws {
        let plan = Self.plan(seed, ranges: false).plan()
        let network = try Network(compiling: plan)
        let people = HeldPeople(plan, network)
        let scheme = ParallelSGS(network, people.capacity).schedule(ranks: people.ranks)
        let forecast = Self.dispatched(network, people)
        // Every replication is the same: the targets of the levelled network.
        let targets = TargetSchedule(of: Schedule(of: scheme.network))
        for target in targets.finish.indices where targets.finish[target] >= 0 {
            let found = try #require(forecast.target(target))
            #expect(Set(found.sample.values).count == 1)
            #expect(found.percentile(50) == max(targets.finish[target], network.epoch))
        }
    }

    @Test("Threads and rows in another order change nothing", arguments: UInt64(1)...12)
    func sameBits(seed: UInt64) throws {
        let builder = Self.plan(seed)
        var random = SeededGenerator(seed: seed)
        let other = builder.shuffled(using: &random)
        var all: [[[Int32]]] = []
        var waits: [[Int64]] = []
        for (plan, threads) in [(builder.plan(), 1), (builder.plan(), 3), (other.plan(), 2)] {
            let network = try Network(compiling: plan)
            let forecast = Self.dispatched(network, HeldPeople(plan, network), threads: threads)
            let people = try #require(forecast.people)
            waits.append(people.waitingByReplication)
            let ids = ["I0", "I1"].map { id in network.structure.targets.target(.initiative, row: plan.initiatives.row(of: id)!)
            }
            all.append(ids.map { forecast.target($0)?.sample.values ?? [] })
        }
        #expect(all[1] == all[0] && all[2] == all[0])
        #expect(waits[1] == waits[0] && waits[2] == waits[0])
    }

    @Test("Waiting adds up: by task, by resource, by replication", arguments: UInt64(1)...12)
    func waitsAddUp(seed: UInt64) throws {
        let plan = Self.plan(seed).plan()
        let network = try Network(compiling: plan)
        let people = try #require(Self.dispatched(network, HeldPeople(plan, network)).people)
        let total = people.waitedMinutes.reduce(0, +)
        #expect(people.waitingByReplication.reduce(0, +) == total)
        let byResource = people.waits.reduce(0) { $0 + $1.value } * Double(people.samples)
        #expect(abs(byResource - Double(total)) < 1e-6 * Double(max(total, 1)))
    }

    @Test(
        "The order of the levelled plan, with its durations, finishes no later than the levelled plan",
        arguments: UInt64(1)...40)
    func fixedKeepsTheOrder(seed: UInt64) throws {
        let plan = Self.plan(seed, ranges: false).plan()
        let network = try Network(compiling: plan)
        let people = HeldPeople(plan, network)
        let levelled = people.levelled(network)
        let chains = ResourceChains(of: levelled, people.capacity)
        let program = ForecastProgram(network, seed: 5, chains: chains)
        let forecast = Forecast(running: program, settings: Self.settings(1))!
        let finish = try #require(forecast.target(0)).percentile(50)
        #expect(finish <= levelled.planFinish || chains.droppedArcs > 0)
    }

    @Test("Work that keeps people beyond the day they leave is counted, by task and by replication")
    func heldBeyond() throws {
        var builder = PlanBuilder()
        builder.person("E1") { row in row.end = LocalDateTime(year: 2027, month: 1, day: 15, minuteOfDay: 1020) }
        builder.person("E2")
        for (task, person) in [("A", "E1"), ("B", "E2")] {
            builder.task(task, 2400) { row in
                (row.optimistic, row.mostLikely, row.pessimistic) = (2880, 2880, 6720)
                row.distribution = .uniform
            }
            builder.assign(task, person)
        }
        let plan = builder.plan()
        let network = try Network(compiling: plan)
        let chains = HeldPeople(plan, network).chains(network)
        // E1 is there for two weeks, ten days of eight hours; nobody takes over from A, planned for five of them.
        let a = Int32(network.structure.nodeOfTask[plan.tasks.row(of: "A")!])
        #expect(chains.falls.map(\.node) == [a])
        let settings = ForecastSettings(samples: 1000, seed: 3)
        let program = ForecastProgram(network, seed: 3, explains: true, chains: chains)
        let beyond = Forecast(running: program, settings: settings)!.heldBeyond
        // Uniform from 6 to 14 days: half of the replications take longer than 10; stratified, so that at most a few of 1,000 differ.
        #expect(beyond.nodes.map(\.node) == [a])
        #expect(beyond.nodes[0].count == beyond.count)
        #expect(abs(beyond.count - 500) <= 16)
        // Counted one by one as well: E2 goes nowhere, and both kept targets and nodes have their own rows.
        let drawn = DurationSamples(of: [Int(a)], in: program, settings: settings)
        #expect(beyond.count == drawn.minutes.count { $0 > 4800 })
    }
}

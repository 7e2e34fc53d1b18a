import Headway
import PlanStatistics
import TestSupport
import Testing

@testable import PlanReports

/// Finishes of single tasks, and what is done by when, against a plan in which every task has a goal of its own.
@Suite struct WatchedTaskTests {
    private static func plan(_ seed: UInt64) -> Plan {
        var shape = RandomPlan()
        (shape.taskCount, shape.hasRanges, shape.hasRisks) = (20, true, seed % 2 == 0)
        (shape.hasProgress, shape.hasConstraints) = (seed % 3 == 0, seed % 5 == 0)
        return shape.make(seed: seed).plan()
    }

    private static let settings = ForecastSettings(samples: 150, seed: 9, threads: 2)

    private static func open(_ network: Network) -> [Int] {
        (0..<network.structure.nodeCount).filter {
            network.structure.taskOfNode[$0] >= 0 && network.values.progress(of: $0) != .completed
        }
    }

    /// A task's own finish is that of a goal which it alone serves; to watch it changes no other figure.
    @Test(arguments: UInt64(1)...30) func finishes(seed: UInt64) throws {
        let plan = Self.plan(seed)
        let network = try Network(compiling: plan)
        let nodes = Self.open(network)
        let program = ForecastProgram(network, seed: 9, watching: nodes)
        let watching = try #require(Forecast(running: program, settings: Self.settings))
        let plain = Forecast(of: network, settings: Self.settings)
        for target in 0..<network.structure.targets.count {
            #expect(watching.target(target)?.sample.values == plain.target(target)?.sample.values)
        }
        #expect(plain.finishes(ofNodes: nodes).isEmpty)
        let twinPlan = TaskForecast.planWithTargets(plan)
        let twin = Forecast(of: try Network(compiling: twinPlan), settings: Self.settings)
        let found = watching.finishes(ofNodes: nodes)
        #expect(found.count == nodes.count)
        for node in nodes {
            let sorted = try #require(found[node]).sorted()
            let goal = plan.goals.count + Int(network.structure.taskOfNode[node])
            let forecast = try #require(twin.target(twin.network.structure.targets.target(.goal, row: goal)))
            for percent in [1, 10, 50, 90, 100] {
                #expect(
                    sorted[(percent * sorted.count + 99) / 100 - 1] == forecast.percentile(percent), "node \(node), P\(percent)"
                )
            }
        }
    }

    /// The fan counts, date by date and replication by replication, the tasks whose finish has come.
    @Test(arguments: UInt64(1)...30) func fan(seed: UInt64) throws {
        let network = try Network(compiling: Self.plan(seed))
        let nodes = Self.open(network)
        let program = ForecastProgram(network, seed: 9, watching: nodes)
        let finishes = try #require(Forecast(running: program, settings: Self.settings)).finishes(ofNodes: nodes)
        let last = finishes.values.flatMap(\.self).max() ?? network.values.dataDate
        let instants = LeadershipReport.fanInstants(from: network.values.dataDate, to: last)
        let fan = try #require(CompletionFan(of: network, at: instants, settings: Self.settings))
        #expect(fan.openTasks == nodes.count && fan.samples == 150 && fan.slices.map(\.instant) == instants)
        for slice in fan.slices {
            let counts = (0..<150).map { replication in
                nodes.count { finishes[$0]![replication] <= slice.instant }
            }.sorted()
            // P10 of 150 is the 15th, P50 the 75th.
            #expect([slice.p10, slice.p25, slice.p50, slice.p75, slice.p90] == [14, 37, 74, 112, 134].map { counts[$0] })
        }
        #expect(fan.slices.last?.p10 == nodes.count)
        var other = Self.settings
        (other.threads, other.blocksAtATime) = (3, 2)
        #expect(try #require(CompletionFan(of: network, at: instants, settings: other)).slices == fan.slices)
        #expect(CompletionFan(of: network, at: instants, settings: Self.settings) { _, _ in false } == nil)
    }

    /// Where people go is told as before, whatever is watched.
    @Test(arguments: UInt64(1)...10) func heldBeyond(seed: UInt64) throws {
        var shape = RandomPlan()
        (shape.taskCount, shape.hasRanges, shape.hasPeople) = (20, true, true)
        let plan = shape.make(seed: seed).plan()
        let network = try Network(compiling: plan)
        let chains = HeldPeople(plan, network).chains(network)
        let forecasts = [[], Self.open(network)].compactMap { nodes in
            Forecast(running: ForecastProgram(network, seed: 9, chains: chains, watching: nodes), settings: Self.settings)
        }
        try #require(forecasts.count == 2)
        #expect(
            forecasts[0].heldBeyond.nodes.map { [Int($0.node), $0.count] }
                == forecasts[1].heldBeyond.nodes.map { [Int($0.node), $0.count] })
        #expect(forecasts[0].heldBeyond.count == forecasts[1].heldBeyond.count)
    }
}

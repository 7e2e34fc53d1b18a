@testable import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics
import TestSupport
import Testing

/// Numbers of replications beside whole blocks, targets without work, joint outcomes, odd estimates.
struct EdgeTests {
    private func make(_ edit: (inout PlanBuilder) -> Void) throws -> Network {
        var plan = PlanBuilder()
        edit(&plan)
        return try Network(compiling: plan.plan())
    }

    private func range(_ task: inout PlanBuilder.TaskRow) {
        (task.optimistic, task.mostLikely, task.pessimistic) = (100, 480, 3000)
    }

    /// Blocks hold 64 replications; the last may be short. Counts never exceed the samples.
    @Test(arguments: [1, 63, 64, 65, 2000]) func samples(count: Int) throws {
        let network = try make {
            $0.task("a", 480, range)
            $0.task("b", 480, range)
        }
        let all = Forecast(of: network, settings: .init(samples: 2048))
        let some = Forecast(of: network, settings: .init(samples: count, threads: 2))
        #expect(some.finishes.positions(of: 0)! == Array(all.finishes.positions(of: 0)!.prefix(count)))
        #expect(some.target(0)?.sample.order.count == count)
        let counts = (0..<2).map { some.criticality.entries(of: $0).first?.count ?? 0 }
        #expect(counts[0] + counts[1] >= count)
        #expect(counts.allSatisfy { $0 <= count })
    }

    /// A finished project has its actual finish in every replication; an empty one has none.
    @Test func finishedAndEmptyTargets() throws {
        let network = try make { plan in
            plan.settings.dataDate = plan.moment(5000)
            plan.project("P", due: plan.moment(1000))
            plan.project("Q")
            let dates = [480, 1000].map { plan.moment($0) }
            plan.task("p", 480, in: "P") { ($0.actualStart, $0.actualFinish) = (dates[0], dates[1]) }
        }
        let forecast = Forecast(of: network, settings: .init(samples: 100))
        #expect([10, 50, 90].map { forecast.target(1)?.percentile($0) } == [1000, 1000, 1000])
        #expect(forecast.target(1)?.onTime?.value == 1)
        #expect(forecast.target(2) == nil)
        #expect(forecast.target(0)?.percentile(50) == 1000)
        #expect(forecast.criticality.nodes.isEmpty)
    }

    @Test func emptyPlan() throws {
        let forecast = Forecast(of: try make { _ in }, settings: .init(samples: 100))
        #expect(forecast.target(0) == nil)
    }

    /// How often two goals were on time together, counted by hand; a due date that nobody can miss changes nothing.
    @Test func jointOutcomes() throws {
        let network = try make {
            $0.goal("G", due: $0.moment(2 * 1440 + 720))
            $0.goal("H", due: $0.moment(1440 + 1020))
            $0.goal("E", due: $0.moment(99_999))
            $0.goal("N")
            $0.project("P", goal: "G")
            $0.project("Q", goal: "H")
            $0.project("R", goal: "E")
            $0.project("S", goal: "N")
            for (name, project) in [("p", "P"), ("q", "Q"), ("r", "R"), ("s", "S")] { $0.task(name, 480, in: project, range) }
            $0.relate("q", "p", .SS)
        }
        let forecast = Forecast(of: network, settings: .init(samples: 500))
        // Due on Wednesday noon: 960 + 240 = 1,200 minutes of work; on Tuesday 17:00: 960.
        let (g, h) = (forecast.finishes.positions(of: 1)!, forecast.finishes.positions(of: 2)!)
        let (inTimeG, inTimeH) = (g.count { $0 <= 1200 }, h.count { $0 <= 960 })
        let both = zip(g, h).count { $0 <= 1200 && $1 <= 960 }
        #expect(forecast.target(1)?.onTime?.hits == inTimeG)
        let joint = try #require(forecast.joint([1, 2, 3]))
        #expect(joint.all.hits == both)
        #expect(joint.both(0, 1).hits == both)
        #expect(joint.alone(0).hits == inTimeG)
        #expect(joint.alone(1).hits == inTimeH)
        #expect(joint.alone(2).hits == 500)
        // A target without a due date has no outcome.
        #expect(forecast.joint([1, 4]) == nil)
    }

    /// What was due before the plan began is late, also where it takes no time.
    @Test func dueBeforeTheEpoch() throws {
        let network = try make {
            $0.project("P", due: $0.moment(-1440))
            $0.task("m", 0, in: "P")
        }
        let forecast = Forecast(of: network, settings: .init(samples: 64))
        #expect(forecast.target(1)?.onTime?.hits == 0)
        #expect(forecast.joint([1])?.all.hits == 0)
    }

    /// Estimates closer together than floats can tell are one number, to the precision of floats: 2⁻²³ of 20 million is 2.4; the lognormal
    /// rounds the logarithm, 16.8, whose 2⁻²⁴ is as good as 20 minutes.
    @Test(arguments: DistributionName.ofThreePoints) func narrowEstimates(name: DistributionName) throws {
        let network = try make {
            $0.task("a", 20_000_000) { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (20_000_000, 20_000_000, 20_000_001) }
            $0.tasks[0].distribution = name
        }
        let found = try #require(Forecast(of: network, settings: .init(samples: 64)).target(0))
        for percent in [1, 99] {
            #expect(abs(found.sample.order.percentile(percent) - 20_000_000) <= (name == .lognormal ? 20 : 3))
        }
    }

    /// A simulation that is told to stop gives nothing; one that goes on tells how far it is.
    @Test func stopping() throws {
        let network = try make { $0.task("a", 480, range) }
        let stopped = Forecast(of: network, settings: .init(samples: 1000)) { _, _ in false }
        #expect(stopped == nil)
        let finished = Forecast(of: network, settings: .init(samples: 1000)) { done, of in done <= of && of == 1000 }
        #expect(finished != nil)
    }
}

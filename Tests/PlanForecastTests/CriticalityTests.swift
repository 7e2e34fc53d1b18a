import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics
import TestSupport
import Testing

/// Shares of replications in which tasks decide.
struct CriticalityTests {
    private func forecast(_ samples: Int = 16_384, _ edit: (inout PlanBuilder) -> Void) throws -> (Forecast, [Int]) {
        var plan = PlanBuilder()
        edit(&plan)
        let network = try Network(compiling: plan.plan())
        return (Forecast(of: network, settings: .init(samples: samples)), network.structure.nodeOfTask.map(Int.init))
    }

    private func range(_ task: inout PlanBuilder.TaskRow) {
        (task.optimistic, task.mostLikely, task.pessimistic) = (10_000, 20_000, 90_000)
    }

    /// Two equal tasks at once: 1/2 each, n = 16,384, bound 4 standard errors of √(1/4n) (a false alarm in 16,000 seeds; this seed never).
    /// Together 1 and the ties, of which there are about n/50,000.
    @Test func twoEqualTasks() throws {
        let (forecast, nodes) = try forecast {
            $0.task("a", 20_000, range)
            $0.task("b", 20_000, range)
        }
        let shares = nodes.map { forecast.criticality.index(of: $0, for: 0) }
        for share in shares { #expect(abs(share - 0.5) < 4 * (0.25 / 16_384).squareRoot()) }
        #expect(shares[0] + shares[1] >= 1)
        #expect(shares[0] + shares[1] < 1.001)
    }

    /// Everything on a chain always decides, a short task beside it never does, and is not listed.
    @Test func chain() throws {
        let (forecast, nodes) = try forecast(1000) {
            $0.task("a", 20_000, range)
            $0.task("b", 20_000, range)
            $0.task("c", 100)
            $0.relate("a", "b")
        }
        #expect(nodes.map { forecast.criticality.index(of: $0, for: 0) } == [1, 1, 0])
        #expect(forecast.criticality.nodes == nodes.prefix(2).map { Int32($0) }.sorted())
    }

    /// Ties are all on the path: two certain equal tasks, and what follows both.
    @Test func ties() throws {
        let (forecast, nodes) = try forecast(100) {
            for name in ["a", "b", "c"] { $0.task(name, 480) }
            $0.relate("a", "c")
            $0.relate("b", "c")
        }
        #expect(nodes.map { forecast.criticality.index(of: $0, for: 0) } == [1, 1, 1])
    }

    /// For each target its own: a task of Q is on Q's path, not on P's.
    @Test func byTarget() throws {
        let (forecast, nodes) = try forecast(100) {
            $0.initiative("I")
            $0.initiative("J")
            $0.goal("G", initiative: "I")
            $0.goal("H", initiative: "J")
            $0.project("P", goal: "G")
            $0.project("Q", goal: "H")
            $0.task("p", 480, in: "P")
            $0.task("q", 480, in: "Q")
        }
        #expect(forecast.criticality.targets == [1, 2])
        #expect(
            nodes.map { node in forecast.criticality.entries(of: node).map { [$0.target, $0.count] } } == [
                [[1, 100]], [[2, 100]],
            ])
    }

    /// Only tasks are listed, not the hubs of relations between projects.
    @Test func hubsAreNotListed() throws {
        let (forecast, nodes) = try forecast(100) {
            $0.project("P")
            $0.project("Q")
            $0.task("p", 480, in: "P")
            $0.task("q", 480, in: "Q")
            $0.relate("P", "Q")
        }
        #expect(forecast.criticality.nodes == nodes.map { Int32($0) }.sorted())
    }
}

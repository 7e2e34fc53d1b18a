import PlanModel
import TestSupport
import Testing

@testable import PlanNetwork

/// Longest durations bound whatever may be drawn.
struct RiskBoundTests {
    private func longest(_ edit: (inout PlanBuilder) -> Void) throws -> Int32 {
        var plan = PlanBuilder()
        plan.task("a", 480)
        edit(&plan)
        return try Network(compiling: plan.plan()).values.laws[0].longest
    }

    /// No more above what can be drawn than rounding needs.
    private func expect(_ found: Int32, _ greatest: Double) {
        #expect(Double(found) >= greatest && Double(found) <= greatest * 1.0001 + 8, "\(found) for \(greatest)")
    }

    @Test func certainWork() throws {
        // (480 + 60) · 2 = 1080, if the delay is multiplied too
        let delayed = try longest {
            $0.risk("r", 0.5)
            $0.impact("r", "a", factor: 2, delay: 60)
        }
        expect(delayed, 1080)
        // 480 · 1.5² · 2 = 2160
        let weighted = try longest {
            $0.risk("r", 0.5) { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (0.5, 1, 1.5) }
            $0.impact("r", "a", factor: 2, weight: 2)
        }
        expect(weighted, 2160)
    }

    /// A factor of a half, and existence.
    @Test func whatNeverLengthens() throws {
        let half = try longest {
            $0.risk("r", 0.5)
            $0.impact("r", "a", factor: 0.5)
        }
        expect(half, 480)
        let existence = try longest {
            $0.risk("r", 0.5) { $0.kind = .existence }
            $0.impact("r", "a")
        }
        expect(existence, 480)
    }

    /// Range up to 600, a third of it left: 200 · 3 + 30 · 3 = 690. Mitigation counts as it is or as it was.
    @Test func startedWork() throws {
        let found = try longest {
            $0.settings.dataDate = $0.moment(1440)
            $0.tasks[0].actualStart = $0.moment(480)
            $0.tasks[0].remaining = 160
            ($0.tasks[0].optimistic, $0.tasks[0].pessimistic) = (400, 600)
            $0.risk("r", 0.5) { $0.isMitigated = true }
            $0.impact("r", "a", factor: 3, delay: 10) { ($0.mitigatedFactor, $0.mitigatedDelay) = (1, 30) }
        }
        expect(found, 690)
    }

    /// Ten times the worst of ten effects of 10³⁰⁸ stays a number, and the plan is refused.
    @Test func hugeFactors() throws {
        var plan = PlanBuilder()
        plan.task("a", 480)
        plan.task("none", 0)
        for number in 0..<10 {
            plan.risk("r\(number)", 0.5) { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (1, 1e300, 1e308) }
            plan.impact("r\(number)", "none", factor: 1e308, delay: 1, weight: 1e300)
        }
        let model = try Network(compiling: plan.plan()).values.risks
        #expect(model.effects.allSatisfy { $0.factor.isFinite && $0.weight.isFinite })
        plan.impact("r0", "a", factor: 1e308)
        #expect(throws: CompileError.self) { try Network(compiling: plan.plan()) }
    }

    /// Random plans compile, their invariants hold, and every law and severity stays inside its bounds.
    @Test(arguments: 0..<300) func randomPlans(seed: Int) throws {
        var maker = RandomPlan()
        (maker.hasRisks, maker.hasRanges) = (true, true)
        (maker.hasProgress, maker.hasConstraints) = (seed % 2 == 0, seed % 3 == 0)
        let network = try Network(compiling: maker.make(seed: UInt64(seed)).plan())
        #expect(network.brokenInvariant == nil)
        for (law, left) in zip(network.values.laws, network.values.remaining) where law.shape == .fixed {
            #expect(law.longest >= left)
        }
        let events = network.values.risks.events.filter(\.isBranch).sorted { $0.lower < $1.lower }
        for (one, next) in zip(events, events.dropFirst()) { #expect(one.upper <= next.lower) }
    }
}

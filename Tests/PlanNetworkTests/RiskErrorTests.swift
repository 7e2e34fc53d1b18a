import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// Every code that compiling risks can raise, with its place.
struct RiskErrorTests {
    private func faults(_ edit: (inout PlanBuilder) -> Void) -> [String] {
        var plan = PlanBuilder()
        plan.task("a", 480)
        plan.task("b", 480)
        edit(&plan)
        do throws(CompileError) { _ = try Network(compiling: plan.plan()) } catch {
            #expect(error.faults.allSatisfy { !$0.message.isEmpty })
            return error.faults.map { "\($0.code) \($0.file):\($0.line ?? 0) \($0.column ?? "-")" }
        }
        return []
    }

    @Test func branchProbabilities() {
        let found = faults {
            for (id, share) in [("x", 0.5), ("y", 0.6)] {
                $0.risk(id, share) { $0.branch = "way" }
                $0.impact(id, "a", factor: 2)
            }
        }
        #expect(found == ["branch-probability risks.csv:2 probability"])
    }

    /// 0.5 + 0.5 fits, 0.6 + 0.5 does not; then what is in force: 0.5 + 0.6.
    @Test func mitigatedBranchProbabilities() {
        let all = faults {
            for id in ["x", "y"] {
                $0.risk(id, 0.5) { ($0.branch, $0.mitigatedProbability) = ("way", id == "x" ? 0.6 : 0.5) }
                $0.impact(id, "a", factor: 2)
            }
        }
        #expect(all == ["branch-probability risks.csv:2 mitigated_probability"])
        let inForce = faults {
            $0.risk("x", 0.5) { ($0.branch, $0.mitigatedProbability) = ("way", 0.25) }
            $0.risk("y", 0.5) { ($0.branch, $0.mitigatedProbability, $0.isMitigated) = ("way", 0.75, true) }
            for id in ["x", "y"] { $0.impact(id, "a", factor: 2) }
        }
        #expect(inForce == ["branch-probability risks.csv:2 mitigated"])
    }

    /// Ten tenths are 1 for all purposes.
    @Test func tenTenths() {
        let found = faults {
            for number in 0..<10 {
                $0.risk("r\(number)", 0.1) { $0.branch = "way" }
                $0.impact("r\(number)", "a", factor: 2)
            }
        }
        #expect(found == [])
    }

    @Test func windows() {
        let (epoch, next) = (PlanBuilder().moment(0), PlanBuilder().moment(1440))
        let found = faults { plan in
            plan.risk("d") { ($0.kind, $0.optimistic, $0.pessimistic, $0.from) = (.driver, 0.5, 2, epoch) }
            plan.risk("e", 0.5) { ($0.kind, $0.to) = (.existence, next) }
            plan.risk("r", 0.5) { ($0.from, $0.to) = (next, next) }
            for id in ["d", "e"] { plan.impact(id, "a") }
            plan.impact("r", "a", factor: 2)
        }
        #expect(
            found == ["misplaced-window risks.csv:2 from", "misplaced-window risks.csv:3 to", "empty-window risks.csv:4 to"])
    }

    @Test func existenceSaysOnlyWhetherTasksExist() {
        let found = faults {
            $0.risk("e", 0.5) { ($0.kind, $0.optimistic, $0.pessimistic) = (.existence, 0.5, 2) }
            $0.impact("e", "a", factor: 2)
            $0.impact("e", "b", weight: 2)
        }
        #expect(
            found == [
                "misplaced-effect risks.csv:2 distribution", "misplaced-effect impacts.csv:2 factor",
                "misplaced-effect impacts.csv:3 weight",
            ])
    }

    @Test func severities() {
        let edits: [(String, (inout PlanBuilder.RiskRow) -> Void)] = [
            ("optimistic", { $0.optimistic = 1 }),
            ("optimistic", { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (1, 3, 2) }),
            ("optimistic", { ($0.optimistic, $0.pessimistic, $0.distribution) = (0, 2, .lognormal) }),
            ("distribution", { $0.distribution = .empirical }), ("distribution", { $0.distribution = .pert }),
            ("most_likely", { $0.distribution = .fixed }), ("distribution", { $0.mean = 1 }),
            ("distribution", { $0.mostLikely = 1 }),
            ("optimistic", { ($0.mean, $0.deviation, $0.distribution) = (1, 0.5, .pert) }),
            ("outcomes", { $0.distribution = .discrete }), ("outcomes", { $0.outcomes = "1:0.5;2:0.25" }),
            ("outcomes", { ($0.outcomes, $0.distribution) = ("1:0.5;2:0.5", .pert) }),
        ]
        for (column, edit) in edits {
            let found = faults {
                $0.risk("r", 0.5, edit)
                $0.impact("r", "a", factor: 2)
            }
            #expect(found == ["bad-estimate risks.csv:2 \(column)"])
        }
    }

    /// A severity that may be 0 has no power but 1: a triangle from 0, a normal, P10 and P90 whose triangle begins below 0.
    @Test func weights() {
        let edits: [(inout PlanBuilder.RiskRow) -> Void] = [
            { ($0.optimistic, $0.mostLikely, $0.pessimistic) = (0, 1, 2) },
            { ($0.mean, $0.deviation, $0.distribution) = (1, 0.5, .normal) },
            { ($0.optimistic, $0.mostLikely, $0.pessimistic, $0.distribution) = (0.1, 1, 5, .triangularP10P90) },
            { $0.outcomes = "0:0.5;2:0.5" },
        ]
        for edit in edits {
            let found = faults {
                $0.risk("r", 0.5, edit)
                $0.impact("r", "a", weight: 1)
                $0.impact("r", "b", weight: 0.5)
            }
            #expect(found == ["bad-weight impacts.csv:3 weight"])
        }
    }

    @Test func duplicateImpacts() {
        let found = faults {
            $0.risk("r", 0.5)
            for task in ["a", "b", "a", "a"] { $0.impact("r", task, factor: 2) }
        }
        #expect(found == ["duplicate-impact impacts.csv:4 task", "duplicate-impact impacts.csv:5 task"])
    }

    @Test func correlations() {
        let found = faults {
            for id in ["x", "y"] { $0.risk(id) { ($0.kind, $0.optimistic, $0.pessimistic) = (.driver, 0.5, 2) } }
            $0.risk("r", 0.5)
            for id in ["x", "y", "r"] { $0.impact(id, "a", factor: 2) }
            $0.correlate("x", "x", 1)
            $0.correlate("x", "r", 0.5)
            $0.correlate("x", "y", 0.5)
            $0.correlate("y", "x", 0.5)
            $0.correlate("y", "x", 0.25)
        }
        #expect(
            found == [
                "self-correlation correlations.csv:2 second", "correlation-without-range correlations.csv:3 second",
                "contradictory-correlation correlations.csv:6 correlation",
            ])
    }

    /// 2²⁰ minutes that may become 2,000 times as long reach beyond 2³⁰, with mitigation in force or not.
    @Test func plansThatRisksMakeTooLong() {
        for isMitigated in [false, true] {
            let found = faults {
                $0.task("c", 1 << 20)
                $0.risk("r", 0.5) { $0.isMitigated = isMitigated }
                $0.impact("r", "c", factor: 2000) { $0.mitigatedFactor = 1 }
            }
            #expect(found == ["plan-too-long tasks.csv:4 duration"])
        }
        let delayed = faults {
            $0.risk("r", 0.5)
            $0.impact("r", "b", delay: 1 << 29)
        }
        #expect(delayed == ["plan-too-long tasks.csv:3 duration"])
    }
}

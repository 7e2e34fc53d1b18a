import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// Estimates that are given and not used are told, and only these.
struct IdleEstimateTests {
    private func findings(_ edit: (inout PlanBuilder) -> Void) throws -> [String] {
        var plan = PlanBuilder()
        edit(&plan)
        return try Network(compiling: plan.plan()).findings.map { finding in
            [finding.code, finding.file ?? "-", finding.column ?? "-", finding.message].joined(separator: " ")
        }
    }

    private func range(_ task: inout PlanBuilder.TaskRow) {
        (task.optimistic, task.mostLikely, task.pessimistic) = (240, 480, 960)
    }

    @Test func secondEstimateOfATask() throws {
        let found = try findings {
            $0.task("used", 480) { range(&$0) }
            $0.task("beside outcomes", 480) {
                range(&$0)
                $0.outcomes = "240:0.5;480:0.5"
            }
            $0.task("beside moments", 480) {
                range(&$0)
                ($0.mean, $0.deviation) = (500, 50)
            }
            $0.task("fixed", 480) {
                range(&$0)
                $0.distribution = .fixed
            }
        }
        #expect(
            found == [
                "no-effect tasks.csv distribution "
                    + "3 × an estimate that is not used, because another or the distribution goes before"
            ])
    }

    @Test func distributionWithoutEstimate() throws {
        let found = try findings {
            $0.settings.ranges["build"] = .factors(RangeFactors(optimistic: 0.5, mostLikely: 1, pessimistic: 2), nil)
            $0.task("certain", 480)
            $0.task("shapeless", 480) { $0.distribution = .triangular }
            $0.task("of a class", 480) { ($0.distribution, $0.workClass) = (.triangular, "build") }
        }
        #expect(
            found == [
                "no-effect tasks.csv distribution 1 × a distribution without an estimate; the duration is taken as certain"
            ])
    }

    @Test func secondEstimateOfARisk() throws {
        let found = try findings {
            $0.task("a", 480)
            $0.risk("r") {
                ($0.optimistic, $0.mostLikely, $0.pessimistic) = (1, 1.25, 2)
                $0.outcomes = "1:0.5;1.5:0.5"
            }
            $0.impact("r", "a", factor: 2)
        }
        #expect(found == ["no-effect risks.csv distribution 1 × an estimate that is not used, because another goes before"])
    }

    @Test func emptyMitigation() throws {
        let found = try findings {
            $0.task("a", 480)
            for id in ["empty", "less likely", "idle"] { $0.risk(id, 0.5) { $0.isMitigated = id != "idle" } }
            $0.risks[1].mitigatedProbability = 0.25
            for id in ["empty", "less likely", "idle"] { $0.impact(id, "a", factor: 2) }
        }
        #expect(
            found == [
                "no-effect risks.csv mitigated "
                    + "1 × a mitigation in force that changes nothing: no mitigated probability, factor or delay"
            ])
    }
}

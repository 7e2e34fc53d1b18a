import PlanModel
import TestSupport
import Testing

@testable import PlanNetwork

/// Discrete and empirical durations: quantile tables and the laws that name them.
struct TabulatedLawTests {
    private func network(_ edit: (inout PlanBuilder) -> Void) throws -> Network {
        var plan = PlanBuilder()
        edit(&plan)
        return try Network(compiling: plan.plan())
    }

    private func law(_ id: String, _ network: Network, _ plan: PlanBuilder) -> DurationLaw {
        network.values.laws[Int(network.structure.nodeOfTask[plan.tasks.firstIndex { $0.id == id }!])]
    }

    @Test func discreteDurations() throws {
        let network = try network {
            $0.task("a", 480) { $0.outcomes = "4800:0.25;1440:0.5;2400:0.25" }
            $0.task("b", 60) { ($0.outcomes, $0.distribution) = ("2400:0.25;1440:0.25;4800:0.25;1440:0.25", .discrete) }
        }
        // ascending, equal values together: 1440 below 0.5, 2400 below 0.75
        #expect(
            network.values.quantileTables
                == [StepQuantile(bounds: [0, 0.5, 0.75], values: [1440, 2400, 4800], slopes: [0, 0, 0])])
        #expect(network.values.laws.allSatisfy { ($0.shape, $0.first, $0.second) == (.tabulated, 1, 0) })
        #expect(network.values.laws.allSatisfy { (4800...4807).contains($0.longest) })
        let table = network.values.quantileTables[0]
        #expect([0, 0.49, 0.5, 0.74, 0.75, 0.99].map { table.value(at: $0) } == [1440, 1440, 2400, 2400, 4800, 4800])
    }

    /// A third is left: 1,600 of 4,800 at the most.
    @Test func startedDiscreteWork() throws {
        let network = try network {
            $0.settings.dataDate = $0.moment(1440)
            $0.task("a", 480) { ($0.outcomes, $0.remaining) = ("4800:0.5;1440:0.5", 160) }
            $0.tasks[0].actualStart = $0.moment(480)
        }
        #expect(network.values.laws[0].first == Float(1.0 / 3))
        #expect((1600...1604).contains(network.values.laws[0].longest))
    }

    /// Six finished tasks of a day (480 minutes from Monday 08:00), which took 4, 6, 8, 8, 12 and 20 working hours:
    /// ratios 0.5, 0.75, 1, 1, 1.5, 2.5; pieces of 0.2, slopes differences times 5.
    private func history(_ plan: inout PlanBuilder, _ workClass: String?) {
        plan.settings.dataDate = plan.moment(20 * 1440)
        // instants of the finish: 12:00; 15:00 (an hour's break at 12:00); 17:00; 17:00; Tuesday 12:00; Wednesday 12:00
        for (number, finish) in [720, 900, 1020, 1020, 2160, 3600].enumerated() {
            plan.task("h\(number)", 480) { $0.workClass = workClass }
            plan.tasks[plan.tasks.count - 1].actualStart = plan.moment(480)
            plan.tasks[plan.tasks.count - 1].actualFinish = plan.moment(Int32(finish))
        }
    }

    private let ratios = StepQuantile(
        bounds: [0, 0.2, 0.4, 0.6, 0.8], values: [0.5, 0.75, 1, 1, 1.5], slopes: [1.25, 1.25, 0, 2.5, 5])

    @Test func empiricalByClass() throws {
        var plan = PlanBuilder()
        history(&plan, "novel")
        // another class, without a planned duration, without a finish: none counts
        plan.task("other", 60) { $0.workClass = "routine" }
        plan.task("unplanned") { $0.workClass = "novel" }
        for row in [6, 7] {
            (plan.tasks[row].actualStart, plan.tasks[row].actualFinish) = (plan.moment(480), plan.moment(1020))
        }
        plan.task("a", 1000) { ($0.workClass, $0.distribution) = ("novel", .empirical) }
        plan.task("b", 10) { $0.workClass = "novel" }
        plan.settings.ranges["novel"] = .empirical
        let network = try Network(compiling: plan.plan())
        #expect(network.values.quantileTables == [ratios])
        let (a, b) = (law("a", network, plan), law("b", network, plan))
        #expect((a.shape, a.first, a.second) == (.tabulated, 1000, 0))
        #expect((b.shape, b.first, b.second) == (.tabulated, 10, 0))
        // 2.5 · 1000
        #expect((2500...2505).contains(a.longest))
        // at u = 0.7, half between 1 and 1.5
        #expect((network.values.quantileTables[0].value(at: 0.7) - 1.25).magnitude < 1e-6)
    }

    @Test func empiricalOfAllWork() throws {
        var plan = PlanBuilder()
        history(&plan, "novel")
        plan.task("a", 1000) { $0.distribution = .empirical }
        let network = try Network(compiling: plan.plan())
        #expect(network.values.quantileTables == [ratios])
    }

    @Test func tooLittleHistory() throws {
        var plan = PlanBuilder()
        history(&plan, "novel")
        for row in 0..<2 { plan.tasks[row].workClass = "routine" }
        for id in ["a", "b"] { plan.task(id, 1000) { ($0.workClass, $0.distribution) = ("novel", .empirical) } }
        plan.task("c", 1000) { $0.workClass = "routine" }
        plan.settings.ranges["routine"] = .empirical
        let error = try #require(throws: CompileError.self) { try Network(compiling: plan.plan()) }
        #expect(error.faults.map(\.code) == ["too-little-history", "too-little-history"])
        #expect(error.faults.map(\.line) == [8, 10])
        #expect(error.faults[0].message.hasSuffix("(found 4)") && error.faults[1].message.hasSuffix("(found 2)"))
        #expect(error.faults[0].column == "distribution")
    }

    @Test func rangesOfClasses() throws {
        var plan = PlanBuilder()
        plan.settings.ranges = [
            "plain": .factors(RangeFactors(optimistic: 0.5, mostLikely: 1, pessimistic: 2), nil),
            "shaped": .factors(RangeFactors(optimistic: 0.5, mostLikely: 1, pessimistic: 2), .pert),
            "steps": .outcomes(Outcomes([.init(1, 0.75), .init(3, 0.25)])!),
        ]
        for (id, name) in [("a", "plain"), ("b", "shaped"), ("c", "steps")] { plan.task(id, 100) { $0.workClass = name } }
        plan.task("d", 100) { ($0.workClass, $0.distribution) = ("shaped", .uniform) }
        let network = try Network(compiling: plan.plan())
        #expect(["a", "b", "c", "d"].map { law($0, network, plan).shape } == [.triangular, .pert, .tabulated, .uniform])
        #expect(law("b", network, plan).third == 200)
        #expect(law("c", network, plan).first == 100)
        #expect(network.values.quantileTables == [StepQuantile(bounds: [0, 0.75], values: [1, 3], slopes: [0, 0])])
    }

    @Test func faults() {
        let edits: [(String, (inout PlanBuilder.TaskRow) -> Void)] = [
            ("bad-estimate", { $0.distribution = .discrete }), ("bad-estimate", { $0.outcomes = "60:0.5" }),
            ("bad-estimate", { ($0.outcomes, $0.distribution) = ("60:1", .pert) }),
            ("bad-estimate", { ($0.workClass, $0.distribution) = ("steps", .pert) }),
            ("too-little-history", { $0.distribution = .empirical }),
        ]
        for (code, edit) in edits {
            var plan = PlanBuilder()
            plan.settings.ranges["steps"] = .outcomes(Outcomes([.init(1, 1)])!)
            plan.task("a", 480, edit)
            let error = #expect(throws: CompileError.self) { try Network(compiling: plan.plan()) }
            #expect(error?.faults.map(\.code) == [code])
        }
    }

    /// Nothing planned and something left is certain; 10³⁰⁰ times nothing is not a number to trip over.
    @Test func nothingPlanned() throws {
        var plan = PlanBuilder()
        plan.settings.ranges["steps"] = .outcomes(Outcomes([.init(1, 0.5), .init(1e300, 0.5)])!)
        plan.task("a", 0) { ($0.workClass, $0.remaining) = ("steps", 60) }
        #expect(try Network(compiling: plan.plan()).values.laws == [DurationLaw(longest: 60)])
        plan.task("b", 1) { $0.workClass = "steps" }
        #expect(throws: CompileError.self) { try Network(compiling: plan.plan()) }
    }

    /// A step that floats cannot hold gives way: its probability is below 2⁻²⁵ of what lies before.
    @Test func tinySteps() throws {
        let outcomes = try #require(Outcomes([.init(1, 0.5), .init(2, 1e-12), .init(3, 0.5)]))
        #expect(StepQuantile(outcomes) == StepQuantile(bounds: [0, 0.5], values: [1, 3], slopes: [0, 0]))
    }
}

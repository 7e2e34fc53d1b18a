import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// Sizes at the ends: long chains do not recurse, wide stars do not square, nothing at all is a plan too.
struct SizeTests {
    private func checkChain(_ count: Int) throws {
        var plan = LargePlan(taskCount: count)
        for task in 1..<count { plan.relate(task - 1, task) }
        let network = try Network(compiling: plan.plan())
        // Task k has k predecessors before it, so it is node k.
        #expect(network.structure.nodeOfTask == Array(0..<Int32(count)))
        #expect(network.structure.predecessors.items == Array(0..<Int32(count - 1)))
    }

    @Test func chainOfAMillion() throws { try checkChain(1_000_000) }

    @Test(.enabled(if: TestFolders.wantsLongTests, "set HEADWAY_LONG_TESTS=1")) func chainOfTenMillion() throws {
        try checkChain(10_000_000)
    }

    /// One task before and one after 100,000 others.
    @Test func star() throws {
        let count = 100_002
        var plan = LargePlan(taskCount: count)
        for task in 1..<count - 1 {
            plan.relate(0, task)
            plan.relate(task, count - 1)
        }
        let network = try Network(compiling: plan.plan())
        #expect(network.structure.nodeOfTask[0] == 0)
        #expect(network.structure.nodeOfTask[count - 1] == Int32(count - 1))
        #expect(network.structure.predecessors[count - 1].count == 100_000)
        #expect(network.structure.successors[0].count == 100_000)
    }

    @Test func emptyPlan() throws {
        let network = try Network(compiling: PlanBuilder().plan())
        #expect(network.structure.nodeCount == 0)
        #expect(network.structure.predecessors.offsets == [0])
        #expect(network.structure.targets.count == 1)
    }

    @Test func oneTask() throws {
        var plan = PlanBuilder()
        plan.task("a", 60)
        let network = try Network(compiling: plan.plan())
        #expect(network.values.planned == [60])
        #expect(network.values.remaining == [60])
        #expect(network.structure.targets.members.items == [0])
    }
}

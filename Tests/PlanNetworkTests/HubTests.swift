import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// Relations between projects cost a hub each, not a product of arcs.
struct HubTests {
    /// 200 tasks before 200 tasks: 400 arcs, not 40,000; the written-out plan has them all.
    @Test func oneHubARelation() throws {
        var plan = PlanBuilder()
        plan.project("P")
        plan.project("Q")
        for number in 0..<200 {
            plan.task("p\(number)", 60, in: "P")
            plan.task("q\(number)", 60, in: "Q")
        }
        plan.relate("P", "Q")
        let network = try Network(compiling: plan.plan())
        #expect(network.structure.nodeCount == 401)
        #expect(network.structure.predecessors.items.count == 400)
        #expect(try Network(compiling: plan.writtenOut().plan()).structure.predecessors.items.count == 40_000)
    }

    /// A task before a project and a project before a task; an orphan belongs to none.
    @Test func tasksAndProjects() throws {
        var plan = PlanBuilder()
        plan.project("P")
        plan.task("a", 60)
        plan.task("p", 60, in: "P")
        plan.task("z", 60)
        plan.relate("a", "P")
        plan.relate("P", "z")
        let structure = try Network(compiling: plan.plan()).structure
        #expect(structure.nodeCount == 5)
        #expect(structure.nodeOfTask[0] < structure.nodeOfTask[1])
        #expect(structure.nodeOfTask[1] < structure.nodeOfTask[2])
    }
}

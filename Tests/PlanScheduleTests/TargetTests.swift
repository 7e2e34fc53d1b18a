import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// The finish, float and driving path of initiatives, goals and projects.
struct TargetTests {
    /// P (a: 480, then b: 480) serves G and I; Q (c: 240) serves H and I; c also serves G by a link; R is empty.
    private func plan() -> PlanBuilder {
        var plan = PlanBuilder()
        plan.initiative("I", due: plan.moment(1440 + 720))
        plan.goal("G", initiative: "I")
        plan.goal("H", initiative: "I", due: plan.moment(480))
        plan.project("P", goal: "G")
        plan.project("Q", goal: "H")
        plan.project("R")
        plan.task("a", 480, in: "P")
        plan.task("b", 480, in: "P")
        plan.task("c", 240, in: "Q")
        plan.task("z", 1440)
        plan.relate("a", "b")
        plan.links = [("c", "G")]
        return plan
    }

    @Test func finishesAndFloats() throws {
        let network = try Network(compiling: plan().plan())
        let targets = TargetSchedule(of: Schedule(of: network))
        // Plan: z, 3 days, Wednesday 17:00. I, G, P: b, Tuesday 17:00. H, Q: c, Monday 12:00. R: nothing.
        let (monday, tuesday, wednesday): (Int32, Int32, Int32) = (720, 1440 + 1020, 2 * 1440 + 1020)
        #expect(targets.finish == [wednesday, tuesday, tuesday, monday, tuesday, monday, -1])
        // One day less than z's three; c 240 of 1,440.
        #expect((0..<7).map(targets.totalFloat) == [0, 480, 480, 1200, 480, 1200, nil])
        // I is due on Tuesday noon, 240 minutes before 17:00; H on Monday 08:00, 240 before noon.
        #expect((0..<7).map(targets.floatToDue) == [nil, -240, nil, -240, nil, nil, nil])
    }

    @Test func drivingPaths() throws {
        let network = try Network(compiling: plan().plan())
        let targets = TargetSchedule(of: Schedule(of: network))
        let nodes = network.structure.nodeOfTask.map(Int.init)
        #expect(targets.drivingPath(1) == [nodes[0], nodes[1]])
        #expect(targets.drivingPath(3) == [nodes[2]])
        #expect(targets.drivingPath(6) == [])
    }

    /// Ties do not depend on the order of rows: of several last tasks, and of several drivers, through projects too.
    @Test(arguments: 0..<30) func tiesAreTheSameInAnyOrder(seed: Int) throws {
        var plan = PlanBuilder()
        for name in ["P", "Q", "R"] { plan.project(name) }
        for (number, name) in ["P", "Q", "R", "P", "Q"].enumerated() { plan.task("t\(number)", 480, in: name) }
        plan.task("u", 480)
        plan.task("v", 480)
        for (from, to) in [("P", "u"), ("Q", "u"), ("R", "u"), ("P", "v"), ("t2", "v")] { plan.relate(from, to) }
        func path(_ plan: PlanBuilder) throws -> [String] {
            let network = try Network(compiling: plan.plan())
            return TargetSchedule(of: Schedule(of: network)).drivingPath(0).map {
                plan.tasks[Int(network.structure.taskOfNode[$0])].id
            }
        }
        var random = SeededGenerator(seed: UInt64(seed))
        #expect(try path(plan.shuffled(using: &random)) == path(plan))
        #expect(try path(plan).count == 2)
    }

    /// A relation to an empty project does not hide the task that drives: m (0 minutes) ends where the empty project's hub stands.
    @Test func emptyProjectsDoNotDrive() throws {
        var plan = PlanBuilder()
        plan.project("P")
        plan.task("m", 0)
        plan.task("b", 60)
        plan.relate("P", "b")
        plan.relate("m", "b")
        let network = try Network(compiling: plan.plan())
        let nodes = network.structure.nodeOfTask.map(Int.init)
        #expect(Schedule(of: network).drivingPath(to: nodes[1]) == nodes)
    }
}

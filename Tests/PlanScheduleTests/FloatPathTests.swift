import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Float paths and drags of small plans, by hand.
struct FloatPathTests {
    private static let day: Int32 = 480

    /// What was found, with ids: float, what it joins, tasks.
    private struct Row: Hashable {
        var float: Int
        var joins: String?
        var tasks: [String]

        init(_ float: Int, _ joins: String?, _ tasks: [String]) { (self.float, self.joins, self.tasks) = (float, joins, tasks) }
    }

    private func rows(_ plan: PlanBuilder, into task: String? = nil, count: Int = 10) throws -> [Row] {
        let network = try Network(compiling: plan.plan())
        func id(_ node: Int) -> String { plan.tasks[Int(network.structure.taskOfNode[node])].id }
        let place = task.flatMap { task in plan.tasks.firstIndex { $0.id == task } }
        let end = place.map { PathEnd.task(Int(network.structure.nodeOfTask[$0])) } ?? .target(0)
        return FloatPaths(into: end, of: TargetSchedule(of: Schedule(of: network)), count: count).paths.map {
            Row($0.float, $0.joins.map(id), $0.nodes.map(id))
        }
    }

    /// a (3 d), b (4 d) and z (1 d) drive. z starts after 7 days: c (5 d) may slip 2, d and e (1 d each) may slip 5. x, alone, takes 1 of the
    /// plan's 8 days.
    private func network() -> PlanBuilder {
        var plan = PlanBuilder()
        for (id, days) in [("a", 3), ("b", 4), ("c", 5), ("d", 1), ("e", 1), ("z", 1), ("x", 1)] as [(String, Int32)] {
            plan.task(id, days * Self.day)
        }
        for (from, to) in [("a", "b"), ("b", "z"), ("c", "z"), ("d", "e"), ("e", "z")] { plan.relate(from, to) }
        return plan
    }

    @Test func threePathsAndOneBeside() throws {
        let all = [
            Row(0, nil, ["a", "b", "z"]), Row(2 * 480, "z", ["c"]), Row(5 * 480, "z", ["d", "e"]), Row(7 * 480, nil, ["x"]),
        ]
        #expect(try rows(network()) == all)
        #expect(try rows(network(), count: 2) == Array(all.prefix(2)))
        #expect(try rows(network(), count: 0) == [])
        // x does not lead to z, and only a leads to b.
        #expect(try rows(network(), into: "z") == Array(all.prefix(3)))
        #expect(try rows(network(), into: "b") == [Row(0, nil, ["a", "b"])])
    }

    /// Without a the plan ends after c and z, 2 days earlier; without b likewise; without z after b, 1 day earlier.
    @Test func drags() throws {
        let network = try Network(compiling: network().plan())
        let nodes = ["a", "b", "z"].map { id in
            Int(network.structure.nodeOfTask[self.network().tasks.firstIndex { $0.id == id }!])
        }
        var targets = IncrementalTargets(of: network)
        #expect(PathDrags(of: nodes, into: .target(0), &targets)?.minutes == [960, 960, 480])
        // b's own finish has no way around a.
        #expect(PathDrags(of: [nodes[0], nodes[1]], into: .task(nodes[1]), &targets)?.minutes == [3 * 480, 4 * 480])
        #expect(PathDrags(of: nodes, into: .target(0), &targets) { false } == nil)
    }

    /// c waits a day after a (2 d) and starts after 3: b (2 d) may slip 1. d, which may end half a day before c does, ends after 1 of 4 days:
    /// 4 − 1 − 0.5 = 2.5.
    @Test func lags() throws {
        var plan = PlanBuilder()
        for (id, days) in [("a", 2), ("b", 2), ("c", 1), ("d", 1)] as [(String, Int32)] { plan.task(id, days * Self.day) }
        plan.relate("a", "c", lag: Self.day)
        plan.relate("b", "c")
        plan.relate("d", "c", .FF, lag: Self.day / 2)
        #expect(
            try rows(plan, into: "c") == [
                Row(0, nil, ["a", "c"]), Row(480, "c", ["b"]), Row(1200, "c", ["d"]),
            ])
    }

    /// a works in the office until 17:00, b from 08:00 to 09:00, c around the clock after both: b may slip the 8 hours of c's calendar, of which
    /// the office works 7. x ends beside c (at 18:00) on the plan's calendar, the office's: 09:00 to 17:00 without the hour of lunch.
    @Test func twoCalendars() throws {
        var plan = PlanBuilder()
        plan.settings.calendars = RandomCalendars.all
        plan.settings.calendar = 0
        plan.task("a", 480)
        plan.task("b", 60)
        plan.task("c", 60) { $0.calendar = "clock" }
        plan.task("x", 60)
        for from in ["a", "b"] { plan.relate(from, "c") }
        #expect(try rows(plan) == [Row(0, nil, ["a", "c"]), Row(420, nil, ["x"]), Row(480, "c", ["b"])])
    }

    /// Relations between projects are seen through: P ends with p (2 d), q (1 d) may slip 1 before u and v (of Q, 1 d each) do.
    @Test func projects() throws {
        var plan = PlanBuilder()
        for name in ["P", "Q"] { plan.project(name) }
        plan.task("p", 2 * Self.day, in: "P")
        plan.task("q", Self.day, in: "P")
        plan.task("u", Self.day, in: "Q")
        plan.task("v", Self.day, in: "Q")
        plan.relate("P", "Q")
        plan.relate("u", "v")
        #expect(try rows(plan, into: "v") == [Row(0, nil, ["p", "u", "v"]), Row(480, "u", ["q"])])
    }

    /// Finished tasks begin no path and end those that come to them.
    @Test func finishedTasks() throws {
        var plan = PlanBuilder()
        let (start, finish) = (plan.moment(480), plan.moment(1020))
        plan.settings.dataDate = plan.moment(1440 + 480)
        plan.task("f", Self.day) { ($0.actualStart, $0.actualFinish) = (start, finish) }
        plan.task("g", Self.day)
        plan.task("h", 2 * Self.day)
        plan.task("z", Self.day)
        for (from, to) in [("f", "g"), ("f", "h"), ("g", "z"), ("h", "z")] { plan.relate(from, to) }
        let paths = try rows(plan, into: "z")
        #expect(paths.map { $0.tasks.filter { $0 != "f" } } == [["h", "z"], ["g"]] && paths[1] == Row(480, "z", ["g"]))
    }

    @Test(arguments: 0..<20) func sameInAnyOrderOfRows(seed: Int) throws {
        var make = RandomPlan()
        (make.taskCount, make.hasProjectRelations) = (20, true)
        let plan = make.make(seed: UInt64(seed))
        var random = SeededGenerator(seed: UInt64(seed))
        #expect(try rows(plan.shuffled(using: &random), count: 100) == rows(plan, count: 100))
    }

    @Test func nothingServes() throws {
        var plan = PlanBuilder()
        plan.project("P")
        let network = try Network(compiling: plan.plan())
        let targets = TargetSchedule(of: Schedule(of: network))
        #expect(FloatPaths(into: .target(1), of: targets, count: 3).paths.isEmpty)
        #expect(targets.finish(of: .target(1)) == -1 && targets.lastNode(of: .target(1)) == nil)
    }

    /// A chain of forty thousand tasks needs no stack; none of it waits for another path.
    @Test func longChain() throws {
        var plan = PlanBuilder()
        for number in 0..<40_000 { plan.task("t\(number)", 1) }
        for number in 1..<40_000 { plan.relate("t\(number - 1)", "t\(number)") }
        let network = try Network(compiling: plan.plan())
        let paths = FloatPaths(into: .target(0), of: TargetSchedule(of: Schedule(of: network)), count: 5).paths
        #expect(paths.count == 1 && paths[0].nodes.count == 40_000)
    }
}

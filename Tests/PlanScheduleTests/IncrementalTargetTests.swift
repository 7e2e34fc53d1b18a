import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Finishes of targets after single changes against full schedules, and what a task alone adds.
struct IncrementalTargetTests {
    /// Several calendars, progress, constraints, spans and late tasks, tasks that serve several targets.
    @Test(arguments: 0..<60) func equalsAFullSchedule(seed: Int) throws {
        var make = RandomPlan()
        (make.taskCount, make.hasProgress, make.hasProjectRelations) = (25, seed % 3 == 0, seed % 4 == 1)
        (make.hasConstraints, make.hasSummaries) = (seed % 2 == 0, seed % 5 == 2)
        var network = try Network(compiling: make.make(seed: UInt64(seed)).plan())
        var (targets, random) = (IncrementalTargets(of: network), SeededGenerator(seed: UInt64(seed)))
        for number in 0..<40 {
            let node = random.integer(0...network.structure.nodeCount - 1)
            if network.structure.taskOfNode[node] < 0 || network.values.progress(of: node) == .completed { continue }
            if random.chance(0.3) {
                var limits = DateLimits()
                let position = Int32(random.integer(0...8000))
                if random.chance(0.2) { limits.isAsLateAsPossible = true } else { limits.startFloor = position }
                let new = random.chance(0.5) ? limits : nil
                network.values.setLimits(new, of: node)
                targets.setLimits(new, of: node)
            } else {
                network.values.remaining[node] = Int32(random.integer(0...1500))
                targets.setRemaining(network.values.remaining[node], of: node)
            }
            targets.update()
            let full = TargetSchedule(of: Schedule(of: network)).finish
            try #require(targets.finish == full, "seed \(seed), change \(number)")
        }
    }

    /// a (5 h) before b (10 h) and c (7 h), both before d (1 h): a adds 5 hours, d one, b the 3 that it is longer than c, and c none.
    @Test func drag() throws {
        var plan = PlanBuilder()
        plan.settings.calendar = 0
        plan.project("P")
        for (id, hours) in [("a", 5), ("b", 10), ("c", 7), ("d", 1)] as [(String, Int32)] { plan.task(id, hours * 60, in: "P") }
        for (from, to) in [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")] { plan.relate(from, to) }
        let network = try Network(compiling: plan.plan())
        var targets = IncrementalTargets(of: network)
        let before = targets.finish
        let calendar = network.structure.calendars[network.structure.planCalendar]
        let project = network.structure.targets.target(.project, row: 0)
        let hours = (0..<4).map { task in
            let without = targets.finish(of: project, without: Int(network.structure.nodeOfTask[task]))
            return (calendar.work(at: before[project]) - calendar.work(at: without)) / 60
        }
        #expect(hours == [5, 3, 0, 1])
        #expect(targets.finish == before)
    }

    /// On any plan: nothing off the driving path of a target that one path decides, never more than what is left, and nothing is left behind.
    @Test(arguments: 0..<30) func dragIsARun(seed: Int) throws {
        var make = RandomPlan()
        (make.hasProgress, make.hasConstraints) = (seed % 2 == 0, seed % 3 == 0)
        let network = try Network(compiling: make.make(seed: UInt64(seed)).plan())
        var targets = IncrementalTargets(of: network)
        let before = (targets.finish, targets.pass.earlyFinish)
        for node in 0..<network.structure.nodeCount
        where network.structure.taskOfNode[node] >= 0 && network.values.progress(of: node) != .completed {
            var without = network
            without.values.remaining[node] = 0
            if var limits = network.values.limits(of: node) {
                limits.expectedFinish = nil
                without.values.setLimits(limits, of: node)
            }
            let full = TargetSchedule(of: Schedule(of: without)).finish
            for target in full.indices { #expect(targets.finish(of: target, without: node) == full[target], "seed \(seed)") }
        }
        #expect(targets.finish == before.0 && targets.pass.earlyFinish == before.1)
    }
}

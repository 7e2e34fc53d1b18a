import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// What holds for float paths and drags of any plan.
struct FloatPathPropertyTests {
    private func ends(_ network: Network) -> [PathEnd] {
        (0..<network.structure.targets.count).map(PathEnd.target)
            + network.structure.nodeOfTask.enumerated().filter { $0.offset % 5 == 0 }.map { .task(Int($0.element)) }
    }

    /// Several calendars, progress, constraints, spans and summaries: what the definition says.
    @Test(arguments: 0..<60) func definition(seed: Int) throws {
        var make = RandomPlan()
        (make.taskCount, make.hasProgress, make.hasProjectRelations) = (25, seed % 3 == 0, seed % 4 == 1)
        (make.hasConstraints, make.hasSummaries) = (seed % 2 == 0, seed % 5 == 2)
        let network = try Network(compiling: make.make(seed: UInt64(seed)).plan())
        let schedule = Schedule(of: network)
        let targets = TargetSchedule(of: schedule)
        for end in ends(network) {
            let paths = FloatPaths(into: end, of: targets, count: 100).paths
            guard let last = targets.lastNode(of: end) else {
                #expect(paths.isEmpty)
                continue
            }
            try #require(paths[0].nodes == schedule.drivingPath(to: last) && paths[0].float == 0 && paths[0].joins == nil)
            var seen = Set(paths[0].nodes)
            for (place, path) in paths.enumerated().dropFirst() {
                #expect(path.float >= paths[place - 1].float, "seed \(seed)")
                #expect(path.joins.map(seen.contains) ?? true)
                for (node, next) in zip(path.nodes, path.nodes.dropFirst()) {
                    #expect(schedule.drivingPredecessor(of: next) == node)
                }
                for node in path.nodes {
                    #expect(network.structure.taskOfNode[node] >= 0 && !schedule.isCompleted(node))
                    #expect(seen.insert(node).inserted)
                }
            }
            let some = FloatPaths(into: end, of: targets, count: 3).paths
            #expect(some == Array(paths.prefix(3)))
        }
    }

    /// On one calendar, where relations leave finishes: a task may grow by its path's float, and by no minute more; one on no path by anything.
    @Test(arguments: 0..<40) func floatIsWhatMaySlip(seed: Int) throws {
        var make = RandomPlan()
        (make.taskCount, make.hasCalendars, make.hasRelationTypes) = (14, false, false)
        (make.hasProgress, make.hasProjectRelations) = (seed % 3 == 0, seed % 2 == 0)
        var plan = make.make(seed: UInt64(seed))
        var random = SeededGenerator(seed: UInt64(seed))
        for row in plan.relations.indices { plan.relations[row].lag = Lag(minutes: Int32(random.integer(-200...400))) }
        let network = try Network(compiling: plan.plan())
        let targets = TargetSchedule(of: Schedule(of: network))
        func finish(_ end: PathEnd, adding minutes: Int, to node: Int) -> Int32 {
            var network = network
            network.values.remaining[node] += Int32(minutes)
            return TargetSchedule(of: Schedule(of: network)).finish(of: end)
        }
        for end in ends(network) {
            let (paths, before) = (FloatPaths(into: end, of: targets, count: 100).paths, targets.finish(of: end))
            var seen = Set<Int>()
            for path in paths {
                seen.formUnion(path.nodes)
                for node in path.nodes where network.values.progress(of: node) != .completed {
                    #expect(finish(end, adding: path.float, to: node) == before, "seed \(seed)")
                    #expect(finish(end, adding: path.float + 1, to: node) > before, "seed \(seed)")
                }
            }
            for node in network.structure.nodeOfTask.map(Int.init)
            where !seen.contains(node) && network.values.progress(of: node) != .completed {
                #expect(finish(end, adding: 30_000, to: node) == before, "seed \(seed)")
            }
        }
    }

    /// A drag is a run with that duration set to 0, and leaves nothing behind.
    @Test(arguments: 0..<40) func dragIsARun(seed: Int) throws {
        var make = RandomPlan()
        (make.hasProgress, make.hasConstraints, make.hasSummaries) = (seed % 2 == 0, seed % 3 == 0, seed % 5 == 2)
        let network = try Network(compiling: make.make(seed: UInt64(seed)).plan())
        let targets = TargetSchedule(of: Schedule(of: network))
        let calendar = network.structure.calendars[network.structure.planCalendar]
        var incremental = IncrementalTargets(of: network)
        for end in ends(network) {
            #expect(incremental.finish(of: end) == targets.finish(of: end), "seed \(seed)")
            let path = FloatPaths(into: end, of: targets, count: 1).paths.first?.nodes ?? []
            let drags = try #require(PathDrags(of: path, into: end, &incremental)).minutes
            for (node, drag) in zip(path, drags) {
                if network.values.progress(of: node) == .completed {
                    #expect(drag == 0)
                    continue
                }
                var without = network
                without.values.remaining[node] = 0
                if var limits = network.values.limits(of: node) {
                    limits.expectedFinish = nil
                    without.values.setLimits(limits, of: node)
                }
                let early = TargetSchedule(of: Schedule(of: without)).finish(of: end)
                #expect(drag == calendar.work(at: targets.finish(of: end)) - calendar.work(at: early), "seed \(seed)")
            }
            #expect(incremental.finish(of: end) == targets.finish(of: end))
        }
    }
}

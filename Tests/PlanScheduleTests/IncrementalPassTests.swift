import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// The incremental pass against full passes: after any change the dates are those of a network that was always so.
struct IncrementalPassTests {
    /// Everything that scheduling knows, in plans of all sorts; single changes and several at a time.
    @Test(arguments: 0..<60) func equalsAFullPass(seed: Int) throws {
        var make = RandomPlan()
        (make.taskCount, make.hasProgress, make.hasProjectRelations) = (25, seed % 3 == 0, seed % 4 == 1)
        (make.hasConstraints, make.hasSummaries) = (seed % 2 == 0, seed % 5 == 2)
        try check(make.make(seed: UInt64(seed)), seed: seed, changes: 60) { network, random in
            let node = random.integer(0...network.structure.nodeCount - 1)
            let relations = network.structure.relations.count
            switch random.integer(0...4) {
            case 2: return .delay(node, Int32(random.integer(0...600)))
            case 0 where relations > 0: return .lag(random.integer(0...relations - 1), Int32(random.integer(-300...900)))
            case 1: return .limits(node, Self.limits(&random))
            default: return .remaining(node, Int32(random.chance(0.2) ? 0 : random.integer(1...1500)))
            }
        }
    }

    /// Tasks that change their calendars; every relation carries dates.
    @Test(arguments: 0..<20) func equalsAFullPassOnOtherCalendars(seed: Int) throws {
        var make = RandomPlan()
        (make.taskCount, make.hasProgress, make.hasProjectRelations) = (25, seed % 3 == 0, seed % 4 == 1)
        try check(make.make(seed: UInt64(seed)), seed: seed, changes: 60, converts: true) { network, random in
            let node = random.integer(0...network.structure.nodeCount - 1)
            if network.structure.taskOfNode[node] < 0 || random.chance(0.3) {
                return .remaining(node, Int32(random.integer(1...1500)))
            }
            return .calendar(node, random.integer(0...network.structure.calendars.count - 1))
        }
    }

    /// Makes every relation one that carries dates, which changes none.
    private static func convertAll(_ network: inout Network) {
        let before = Schedule(of: network).earlyFinish
        for node in 0..<network.structure.nodeCount {
            for place in network.structure.predecessors[node] {
                let item = network.structure.predecessors.items[place]
                let leavesLate = item >= 0 && network.startMilestones.contains(Int(item))
                let index = network.structure.relation(at: place, into: node, leavesLate: leavesLate)
                network.structure.convert(relation: index)
            }
        }
        #expect(Schedule(of: network).earlyFinish == before)
    }

    /// One calendar, plain relations: the short path.
    @Test(arguments: 0..<20) func equalsAPlainPass(seed: Int) throws {
        var make = RandomPlan()
        (make.taskCount, make.hasCalendars, make.hasRelationTypes) = (120, false, false)
        try check(make.make(seed: UInt64(seed)), seed: seed, changes: 60, isPlain: true) { network, random in
            .remaining(random.integer(0...network.structure.nodeCount - 1), Int32(random.integer(0...1500)))
        }
    }

    /// A change that nothing waits for reaches one node; one that float swallows ends where the float is.
    @Test func reachesNoMoreThanItMust() throws {
        var plan = PlanBuilder()
        for (id, duration) in [("a", 480), ("b", 240), ("c", 480), ("d", 60)] as [(String, Int32)] { plan.task(id, duration) }
        for (from, to) in [("a", "c"), ("b", "c"), ("c", "d")] { plan.relate(from, to) }
        let network = try Network(compiling: plan.plan())
        func node(_ id: Int) -> Int { Int(network.structure.nodeOfTask[id]) }
        var pass = IncrementalPass(of: network)
        pass.setRemaining(480, of: node(1))
        pass.update()
        #expect(pass.changed == [Int32(node(1))])
        pass.setRemaining(500, of: node(1))
        pass.update()
        #expect(pass.changed == [node(1), node(2), node(3)].map(Int32.init))
        #expect(pass.earlyFinish[node(3)] == 500 + 480 + 60)
        pass.update()
        #expect(pass.changed.isEmpty)
        // There and back within one update is no change.
        pass.setRemaining(9, of: node(3))
        pass.setRemaining(60, of: node(3))
        pass.update()
        #expect(pass.changed.isEmpty)
    }

    private enum Change {
        case remaining(Int, Int32), limits(Int, DateLimits?), lag(Int, Int32), delay(Int, Int32), calendar(Int, Int)
    }

    private func check(
        _ plan: PlanBuilder, seed: Int, changes: Int, isPlain: Bool = false, converts: Bool = false,
        _ pick: (Network, inout SeededGenerator) -> Change
    ) throws {
        var network = try Network(compiling: plan.plan())
        #expect(network.isPlain || !isPlain)
        if converts { Self.convertAll(&network) }
        var (pass, random) = (IncrementalPass(of: network), SeededGenerator(seed: UInt64(seed)))
        for number in 0..<changes {
            let before = pass.earlyFinish
            var isRecounted = false
            for _ in 0..<(random.chance(0.7) ? 1 : 3) {
                switch pick(network, &random) {
                case .remaining(let node, let minutes):
                    // What is finished has nothing left, and a hub is no work.
                    if network.values.progress(of: node) == .completed || network.structure.taskOfNode[node] < 0 { continue }
                    network.values.remaining[node] = minutes
                    pass.setRemaining(minutes, of: node)
                case .limits(let node, let limits):
                    network.values.setLimits(limits, of: node)
                    pass.setLimits(limits, of: node)
                case .lag(let index, let minutes):
                    let lag = Lag(minutes: minutes, isElapsed: network.structure.relations[index].lag.isElapsed)
                    network.structure.setLag(lag, ofRelation: index)
                    pass.setLag(lag, ofRelation: index)
                case .delay(let node, let minutes):
                    network.values.setDelay(minutes, of: node)
                    pass.setDelay(minutes, of: node)
                case .calendar(let node, let calendar):
                    network.structure.setCalendar(calendar, of: node)
                    pass.setCalendar(calendar, of: node)
                    isRecounted = true
                }
            }
            pass.update()
            let full = Schedule(of: network)
            let remaining = network.values.remaining.indices.map(pass.remaining(of:))
            try #require(pass.earlyFinish == full.earlyFinish, "seed \(seed), change \(number)")
            try #require(remaining == full.network.values.remaining, "seed \(seed), change \(number)")
            let moved = before.indices.filter { before[$0] != pass.earlyFinish[$0] }
            #expect(isRecounted || pass.changed == moved.map(Int32.init), "seed \(seed), change \(number)")
        }
    }

    private static func limits(_ random: inout SeededGenerator) -> DateLimits? {
        if random.chance(0.3) { return nil }
        var limits = DateLimits()
        let position = Int32(random.integer(0...8000))
        switch random.integer(0...7) {
        case 0: limits.startFloor = position
        case 1: limits.finishFloor = position
        case 2: limits.startCap = position
        case 3: limits.finishCap = position
        case 4: limits.startPin = position
        case 5: limits.finishPin = position
        case 6: limits.expectedFinish = position
        default: limits.isAsLateAsPossible = true
        }
        return limits
    }
}

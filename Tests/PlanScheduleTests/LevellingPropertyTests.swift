import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// What holds for every levelled schedule, on seeded random plans.
struct LevellingPropertyTests {
    private func both(_ setting: LevellingCase, _ rule: PriorityRule = .given, _ capacity: CapacityModel? = nil)
        -> [LevelledSchedule]
    {
        let ranks = setting.ranks(rule)
        let capacity = capacity ?? setting.capacity
        return [
            SerialSGS(setting.network, capacity).schedule(ranks: ranks),
            ParallelSGS(setting.network, capacity).schedule(ranks: ranks),
        ]
    }

    @Test(arguments: 0..<120) func unlimitedPeopleAreThePlainPlan(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        for levelled in both(setting, .given, setting.capacity.withoutLimits) {
            #expect(levelled.finish == setting.schedule.earlyFinish, "seed \(seed)")
            #expect(levelled.waits.allSatisfy { $0 == 0 } && levelled.shortfalls.isEmpty)
            #expect(levelled.waitedFor.allSatisfy { $0 == -1 })
        }
    }

    /// The network that levelling hands on has its dates, and the whole plan's finish.
    @Test(arguments: 0..<80) func theNetworkSaysTheDates(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        for levelled in both(setting) {
            let again = Schedule(of: levelled.network)
            #expect(again.earlyFinish == levelled.finish)
            for node in levelled.start.indices where !setting.isDone(node) {
                #expect(
                    again.earlyFinish[node] - again.network.values.remaining[node] == levelled.start[node], "\(seed) \(node)")
            }
        }
    }

    @Test(arguments: 0..<80) func theOrderOfRowsChangesNothing(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        var random = SeededGenerator(seed: UInt64(seed) + 7)
        let shuffled = try LevellingCase(setting.builder.shuffled(using: &random))
        for rule in PriorityRule.allCases {
            for (one, other) in zip(both(setting, rule), both(shuffled, rule)) {
                #expect(setting.dates(one) == shuffled.dates(other), "seed \(seed), \(rule)")
            }
        }
    }

    /// Who waits, waits for somebody; in the serial scheme without exception.
    @Test(arguments: 0..<80) func whoWaitsKnowsForWhom(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        let levelled = both(setting)[0]
        for node in levelled.start.indices {
            #expect((levelled.waits[node] > 0) == (levelled.waitedFor[node] >= 0), "seed \(seed), node \(node)")
            let resources = setting.capacity.demands(of: node).map { setting.capacity.demandResource[$0] }
            #expect(levelled.waitedFor[node] < 0 || resources.contains(levelled.waitedFor[node]))
        }
    }

    /// In the parallel scheme nobody is idle while a task that could begin waits for them: with capacities that do not change, and relations
    /// that look forward, a task that waits finds too little of somebody at every moment of its wait.
    @Test(arguments: 0..<60) func parallelIsNonDelay(seed: Int) throws {
        var make = RandomPlan()
        (make.hasPeople, make.hasCalendars, make.hasRelationTypes, make.taskCount) = (true, seed % 2 == 0, false, 16)
        var builder = make.make(seed: UInt64(seed))
        builder.availability = []
        builder.settings.people.rampUp = 0
        for row in builder.people.indices { (builder.people[row].start, builder.people[row].end) = (nil, nil) }
        let setting = try LevellingCase(builder)
        let (network, capacity) = (setting.network, setting.capacity)
        let levelled = both(setting)[1]
        func span(_ node: Int) -> Range<Int32> {
            let calendar = network.structure.calendars[network.structure.calendar(of: node)]
            return calendar.start(
                at: levelled.start[node])..<max(
                    calendar.finish(at: levelled.finish[node]), calendar.start(at: levelled.start[node]))
        }
        let nodes = levelled.start.indices
        for node in nodes where levelled.waits[node] > 0 {
            let calendar = network.structure.calendars[network.structure.calendar(of: node)]
            for position in levelled.start[node] - levelled.waits[node]..<levelled.start[node] {
                let instant = calendar.start(at: position)
                let isShort = capacity.demands(of: node).contains { place in
                    let resource = Int(capacity.demandResource[place])
                    let most = capacity.steps[resource].most
                    let used = nodes.filter { span($0).contains(instant) }.reduce(Int32(0)) { sum, other in
                        let mine = capacity.demands(of: other).first { Int(capacity.demandResource[$0]) == resource }
                        return sum + (mine.map { min(capacity.demandAmount[$0], most) } ?? 0)
                    }
                    return used + min(capacity.demandAmount[place], most) > most
                }
                #expect(isShort, "seed \(seed), node \(node) could begin at \(instant)")
                if !isShort { return }
            }
        }
    }
}

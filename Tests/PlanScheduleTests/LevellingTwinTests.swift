import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// A random plan with its people, compiled.
struct LevellingCase {
    let builder: PlanBuilder
    let plan: Plan
    let network: Network
    let capacity: CapacityModel
    let schedule: Schedule

    init(_ builder: PlanBuilder) throws {
        self.builder = builder
        plan = builder.plan()
        network = try Network(compiling: plan)
        capacity = CapacityModel(of: plan, network)
        schedule = Schedule(of: network)
    }

    /// What a seed makes: progress, constraints, project relations and plain plans take turns.
    init(seed: Int) throws {
        var make = RandomPlan()
        make.hasPeople = true
        (make.hasCalendars, make.hasRelationTypes) = (seed % 4 != 0, seed % 5 != 0)
        (make.hasProgress, make.hasConstraints) = (seed % 3 == 0, seed % 2 == 1)
        make.hasProjectRelations = seed % 7 == 0
        try self.init(make.make(seed: UInt64(seed)))
    }

    func ranks(_ rule: PriorityRule) -> [Int32] {
        rule.ranks(schedule, priorities: TaskPriorities(plan, network).byNode)
    }

    /// The dates of tasks by name: start and finish, instants.
    func dates(_ levelled: LevelledSchedule) -> [String: [Int32]] {
        Dictionary(
            uniqueKeysWithValues: plan.tasks.rows.map { row in
                let node = Int(network.structure.nodeOfTask[row])
                let calendar = network.structure.calendars[network.structure.calendar(of: node)]
                let who = levelled.waitedFor[node]
                let resource =
                    who < 0
                    ? 0
                    : Int32(truncatingIfNeeded: capacity.identities[Int(who)])
                return (
                    plan.tasks[row].id,
                    [
                        calendar.start(at: levelled.start[node]), calendar.finish(at: levelled.finish[node]),
                        levelled.waits[node],
                        resource,
                    ]
                )
            })
    }
}

/// The two schemes against their naive twins, to the minute, on seeded random plans.
struct LevellingTwinTests {
    private func compare(
        _ found: LevelledSchedule, _ twin: NaiveLevelling, _ setting: LevellingCase, _ what: String
    ) {
        #expect(found.start == twin.start.enumerated().map { setting.isDone($0) ? found.start[$0] : $1 }, "starts, \(what)")
        #expect(found.finish == twin.finish, "finishes, \(what)")
        let unmet = found.shortfalls.map { NaiveLevelling.Unmet(node: $0.node, resource: $0.resource, isGivenUp: $0.isGivenUp) }
        #expect(unmet.count == Set(unmet).count && Set(unmet) == twin.unmet, "shortfalls, \(what)")
        let checker = CapacityChecker(
            setting.network, setting.capacity, start: found.start, finish: found.finish, unmet: Set(unmet))
        #expect(checker.complaints == [], "\(what)")
        let again = Schedule(of: found.network)
        #expect(again.earlyFinish == found.finish, "the network does not say these dates, \(what)")
    }

    @Test(arguments: 0..<120) func serial(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        let rule = PriorityRule.allCases[seed % 5]
        let ranks = setting.ranks(rule)
        let found = SerialSGS(setting.network, setting.capacity).schedule(ranks: ranks)
        compare(found, .serial(setting.network, setting.capacity, ranks: ranks), setting, "seed \(seed), \(rule)")
    }

    @Test(arguments: 0..<120) func parallel(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        let rule = PriorityRule.allCases[seed % 5]
        let ranks = setting.ranks(rule)
        let found = ParallelSGS(setting.network, setting.capacity).schedule(ranks: ranks)
        compare(found, .parallel(setting.network, setting.capacity, ranks: ranks), setting, "seed \(seed), \(rule)")
    }

    @Test(arguments: 1000..<1003) func allRules(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        for rule in PriorityRule.allCases {
            let ranks = setting.ranks(rule)
            #expect(ranks.sorted() == Array(0..<Int32(ranks.count)))
            let serial = SerialSGS(setting.network, setting.capacity).schedule(ranks: ranks)
            compare(serial, .serial(setting.network, setting.capacity, ranks: ranks), setting, "seed \(seed), \(rule)")
            let parallel = ParallelSGS(setting.network, setting.capacity).schedule(ranks: ranks)
            compare(parallel, .parallel(setting.network, setting.capacity, ranks: ranks), setting, "seed \(seed), \(rule)")
        }
    }
}

extension LevellingCase {
    func isDone(_ node: Int) -> Bool { network.values.progress(of: node) == .completed }
}

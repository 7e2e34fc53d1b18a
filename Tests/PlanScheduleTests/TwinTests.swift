import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// `Schedule` against its naive twin, to the minute, on seeded random plans. The seeds are fixed, so there is no false alarm.
struct TwinTests {
    static func compare(_ make: RandomPlan, seed: UInt64) throws {
        let builder = make.make(seed: seed)
        let network = try Network(compiling: builder.plan())
        let schedule = Schedule(of: network)
        let naive = NaiveSchedule(builder)
        let nodes = network.structure.nodeOfTask.map(Int.init)
        #expect(schedule.finish == Int32(naive.finish), "seed \(seed)")
        #expect(nodes.map { Int(schedule.earlyFinish[$0]) } == naive.items.map(\.earlyFinish), "early, seed \(seed)")
        #expect(nodes.map { Int(schedule.lateFinish[$0]) } == naive.items.map(\.lateFinish), "late, seed \(seed)")
        #expect(nodes.map { Int(schedule.freeFloat[$0]) } == naive.items.map(\.freeFloat), "free float, seed \(seed)")
    }

    @Test func plainPlans() throws {
        var make = RandomPlan()
        (make.hasCalendars, make.hasRelationTypes) = (false, false)
        for seed in 0..<100 { try Self.compare(make, seed: UInt64(seed)) }
    }

    @Test func plainRelationsOnSeveralCalendars() throws {
        var make = RandomPlan()
        (make.hasRelationTypes, make.density) = (false, 0.2)
        for seed in 0..<100 { try Self.compare(make, seed: UInt64(seed)) }
    }

    @Test func allRelationsAndLags() throws {
        for seed in 0..<150 { try Self.compare(RandomPlan(), seed: UInt64(seed)) }
    }

    @Test func relationsBetweenProjects() throws {
        var make = RandomPlan()
        make.hasProjectRelations = true
        for seed in 0..<100 { try Self.compare(make, seed: UInt64(seed)) }
        (make.hasCalendars, make.hasRelationTypes) = (false, false)
        for seed in 0..<100 { try Self.compare(make, seed: UInt64(seed)) }
    }

    @Test func progressInEveryState() throws {
        var make = RandomPlan()
        make.hasProgress = true
        for seed in 0..<150 { try Self.compare(make, seed: UInt64(seed)) }
        make.hasProjectRelations = true
        for seed in 0..<100 { try Self.compare(make, seed: UInt64(seed)) }
    }

    @Test func constraintsAndConventions() throws {
        var make = RandomPlan()
        make.hasConstraints = true
        for seed in 0..<250 { try Self.compare(make, seed: UInt64(seed)) }
        make.hasProgress = true
        for seed in 0..<150 { try Self.compare(make, seed: UInt64(seed)) }
        make.hasProjectRelations = true
        for seed in 0..<100 { try Self.compare(make, seed: UInt64(seed)) }
    }
}

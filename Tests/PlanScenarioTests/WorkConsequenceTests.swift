import Headway
import PlanStatistics
import TestSupport
import Testing

/// What unaligned work costs by taking people, by hand.
struct WorkConsequenceTests {
    /// Ann alone does A for the initiative, five days, and B for nothing, two days; B goes first. Bob does C for the initiative, four days.
    private static func plan(priorityOfB: Int32 = 9) -> PlanBuilder {
        var builder = PlanBuilder()
        builder.initiative("I1")
        builder.goal("G1", initiative: "I1")
        builder.project("P1", goal: "G1")
        builder.project("P2")
        builder.person("ann")
        builder.person("bob")
        builder.task("A", 5 * 480, in: "P1") { $0.priority = 5 }
        builder.task("B", 2 * 480, in: "P2") { $0.priority = priorityOfB }
        builder.task("C", 4 * 480, in: "P1")
        builder.assign("A", "ann")
        builder.assign("B", "ann")
        builder.assign("C", "bob")
        return builder
    }

    private static func consequence(_ builder: PlanBuilder, samples: Int = 64) throws -> (UnalignedWork, WorkConsequence) {
        let plan = builder.plan()
        let network = try Network(compiling: plan)
        let people = HeldPeople(plan, network)
        let alignment = try Alignment(of: plan, network)
        let work = UnalignedWork(of: plan, network, alignment, people.capacity)
        let initiative = network.structure.targets.target(.initiative, row: 0)
        let run = try #require(
            WorkConsequence(
                of: work.isUnaligned, network, people, targets: [initiative, 0],
                settings: ForecastSettings(samples: samples, seed: 7)))
        return (work, run)
    }

    /// B takes Ann from Monday to Tuesday, A then ends on day 7 instead of day 5: two days. The plan ends then too, and without B's need of Ann
    /// both begin at once: day 5.
    @Test func twoDays() throws {
        let (work, run) = try Self.consequence(Self.plan())
        #expect(work.tasks == [1] && work.minutes == 960 && work.people == [0])
        for effect in run.effects {
            let cost = try #require(effect.cost)
            #expect(cost.p50Minutes.value == 960 && cost.p80Minutes.value == 960 && cost.meanMinutes.value == 960)
            #expect(cost.p80Minutes.halfWidth == 0)
        }
    }

    /// Where A goes first nothing is lost.
    @Test func nothingWhereTheInitiativeGoesFirst() throws {
        let (_, run) = try Self.consequence(Self.plan(priorityOfB: 1))
        #expect(run.effects[0].cost?.isSame == true)
    }

    /// What serves no initiative keeps its place in the logic: C waits for B, with or without anybody working for B.
    @Test func logicStays() throws {
        var builder = Self.plan(priorityOfB: 1)
        builder.relate("B", "C")
        // As it is: A to day 5, B to day 7, C to day 11. Without: B from the start to day 2, C to day 6.
        let (_, run) = try Self.consequence(builder)
        #expect(run.effects[0].cost?.p50Minutes.value == 2400)
    }

    @Test func freeing() throws {
        let plan = Self.plan().plan()
        let network = try Network(compiling: plan)
        let capacity = HeldPeople(plan, network).capacity
        let nodes = ["A", "B", "C"].map { Int(network.structure.nodeOfTask[plan.tasks.row(of: $0)!]) }
        var isFreed = [Bool](repeating: false, count: network.structure.nodeCount)
        #expect(capacity.freeing(isFreed).demandResource == capacity.demandResource)
        isFreed[nodes[1]] = true
        let freed = capacity.freeing(isFreed)
        #expect(nodes.map { freed.demands(of: $0).count } == [1, 0, 1])
        #expect(freed.demandAmount[freed.demands(of: nodes[2])] == capacity.demandAmount[capacity.demands(of: nodes[2])])
    }
}

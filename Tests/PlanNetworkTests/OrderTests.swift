import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// What the layout promises, on seeded random plans.
struct OrderTests {
    private func make(_ seed: Int) -> PlanBuilder {
        var make = RandomPlan()
        (make.taskCount, make.hasProjectRelations, make.hasProgress) = (40, true, seed % 2 == 0)
        return make.make(seed: UInt64(seed))
    }

    /// Arcs lead forward; both lists hold the same arcs; tasks and nodes are one to one.
    @Test(arguments: 0..<40) func arcsLeadForward(seed: Int) throws {
        let structure = try Network(compiling: make(seed).plan()).structure
        #expect(structure.taskOfNode.filter { $0 >= 0 }.sorted() == Array(0..<Int32(structure.taskCount)))
        var (into, out): (Set<[Int32]>, Set<[Int32]>) = ([], [])
        for node in 0..<structure.nodeCount {
            for place in structure.predecessors[node] {
                let item = structure.predecessors.items[place]
                let from = item >= 0 ? item : structure.relations[Int(~item)].predecessor
                #expect(from < node)
                into.insert([from, Int32(node), min(item, 0)])
            }
            for place in structure.successors[node] {
                let item = structure.successors.items[place]
                let to = item >= 0 ? item : structure.relations[Int(~item)].successor
                out.insert([Int32(node), to, min(item, 0)])
            }
        }
        #expect(into == out)
    }

    /// A chain inside each of two projects, rows mixed: each project's nodes lie side by side.
    @Test func projectsLieTogether() throws {
        var plan = PlanBuilder()
        plan.project("P")
        plan.project("Q")
        for number in 0..<10 { plan.task("t\(number)", 60, in: number % 2 == 0 ? "P" : "Q") }
        for number in 0..<8 { plan.relate("t\(number)", "t\(number + 2)") }
        let network = try Network(compiling: plan.plan())
        #expect(network.structure.nodeOfTask == [0, 5, 1, 6, 2, 7, 3, 8, 4, 9])
    }

    /// A task's random numbers are keyed by its name, wherever its row stands.
    @Test(arguments: 0..<10) func identitiesFollowNames(seed: Int) throws {
        let builder = make(seed)
        var random = SeededGenerator(seed: UInt64(seed))
        let (plan, other) = (builder.plan(), builder.shuffled(using: &random).plan())
        let (network, shuffled) = (try Network(compiling: plan), try Network(compiling: other))
        func byName(_ network: Network, _ plan: Plan) -> [String: UInt64] {
            .init(
                uniqueKeysWithValues: plan.tasks.rows.map {
                    (plan.tasks[$0].id, network.identities[Int(network.structure.nodeOfTask[$0])])
                })
        }
        #expect(byName(network, plan) == byName(shuffled, other))
    }

    /// Threads change nothing.
    @Test func threads() throws {
        let plan = make(1).plan()
        let (one, three) = (try Network(compiling: plan), try Network(compiling: plan, threads: 3))
        #expect(one.structure.nodeOfTask == three.structure.nodeOfTask)
        #expect(one.structure.predecessors.items == three.structure.predecessors.items)
        #expect(one.values.remaining == three.values.remaining)
        #expect(one.identities == three.identities)
    }
}

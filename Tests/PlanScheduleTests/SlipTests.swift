import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Floats by trying: the twin runs again with one task begun later.
struct SlipTests {
    /// A slip of the free float moves no other task and not the plan's finish; a minute more moves one of them. A slip of the total float
    /// keeps the plan's finish; a minute more does not.
    @Test(arguments: 0..<25) func floatsAreWhatCanBeTried(seed: Int) throws {
        var make = RandomPlan()
        (make.taskCount, make.hasProjectRelations, make.hasProgress) = (8, seed % 2 == 0, seed % 3 == 0)
        let plan = make.make(seed: UInt64(seed))
        let network = try Network(compiling: plan.plan())
        let schedule = Schedule(of: network)
        let before = NaiveSchedule(plan, lates: false)
        func slipped(_ row: Int, by delay: Int32) -> (others: Bool, finish: Bool) {
            let after = NaiveSchedule(plan, delays: [row: Int(delay)], lates: false)
            let others = plan.tasks.indices.contains {
                $0 != row && after.items[$0].earlyFinish != before.items[$0].earlyFinish
            }
            return (others, workIsLater(after.finish, than: before.finish, of: network))
        }
        for row in plan.tasks.indices where !before.items[row].isCompleted {
            let node = Int(network.structure.nodeOfTask[row])
            let name = "seed \(seed), \(plan.tasks[row].id)"
            let (free, total) = (schedule.freeFloat[node], schedule.totalFloat(node))
            #expect(slipped(row, by: free) == (false, false), "\(name)")
            let more = slipped(row, by: free + 1)
            #expect(more.others || more.finish, "\(name)")
            #expect(!slipped(row, by: total).finish, "\(name)")
            #expect(slipped(row, by: total + 1).finish, "\(name)")
        }
    }

    /// Later, not only spelled later: some calendar of the plan has work between.
    private func workIsLater(_ finish: Int, than before: Int, of network: Network) -> Bool { finish > before }
}

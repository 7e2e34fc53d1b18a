import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// How positions are spelled as dates, progress, and plans without work.
struct DateTests {
    private func schedule(_ edit: (inout PlanBuilder) -> Void) throws -> (Schedule, [Int]) {
        var plan = PlanBuilder()
        edit(&plan)
        let network = try Network(compiling: plan.plan())
        return (Schedule(of: network), network.structure.nodeOfTask.map(Int.init))
    }

    /// A day's task from Monday 08:00 ends at 17:00; the next starts on Tuesday 08:00; the milestone between is at Monday 17:00, as a
    /// start and as a finish.
    @Test func spelling() throws {
        let (schedule, nodes) = try schedule {
            $0.task("a", 480)
            $0.task("m", 0)
            $0.task("b", 480)
            $0.relate("a", "m")
            $0.relate("m", "b")
        }
        #expect(nodes.map(schedule.startInstant) == [480, 1020, 1440 + 480])
        #expect(nodes.map(schedule.finishInstant) == [1020, 1020, 1440 + 1020])
        #expect(nodes.map(schedule.lateStartInstant) == [480, 1020, 1440 + 480])
        #expect(schedule.finish == 1440 + 1020)
        #expect(schedule.date(schedule.finish).description == "2027-01-05T17:00")
    }

    /// A milestone at the very beginning stands at the epoch, Monday 08:00, not at midnight or on Friday.
    @Test func milestoneAtTheEpoch() throws {
        let (schedule, nodes) = try schedule { $0.task("m", 0) }
        #expect(schedule.startInstant(nodes[0]) == 480)
        #expect(schedule.finishInstant(nodes[0]) == 480)
        #expect(schedule.finish == 480)
    }

    /// Without a task the finish is the data date, also where projects without tasks are tied.
    @Test func nothingToDo() throws {
        let (empty, _) = try schedule { $0.settings.dataDate = $0.moment(3000) }
        #expect(empty.finish == 3000)
        let (tied, _) = try schedule {
            $0.settings.dataDate = $0.moment(3000)
            $0.project("P")
            $0.project("Q")
            $0.relate("P", "Q")
        }
        #expect(tied.finish == 3000)
    }

    /// All is done: the finish is the last actual one, Tuesday noon, also where projects are tied.
    @Test func allIsDone() throws {
        let (schedule, nodes) = try schedule { plan in
            plan.settings.dataDate = plan.moment(10_000)
            plan.project("P")
            plan.project("Q")
            plan.relate("P", "Q")
            let dates = [480, 720, 1440 + 720].map { plan.moment($0) }
            plan.task("a", 100, in: "P") { ($0.actualStart, $0.actualFinish) = (dates[0], dates[2]) }
            plan.task("b", 100, in: "Q") { ($0.actualStart, $0.actualFinish) = (dates[0], dates[1]) }
        }
        #expect(schedule.finish == 1440 + 720)
        #expect(nodes.map(schedule.totalFloat) == [0, 0])
        #expect(nodes.map(schedule.isCritical) == [false, false])
    }

    /// Retained logic: b started on Monday although a is not done, so the rest of b (240 of 480 minutes) waits for a's last 120 minutes
    /// from the data date, Tuesday 08:00: 10:00, then 2 h to noon and 2 h to 15:00.
    @Test func retainedLogic() throws {
        let (schedule, nodes) = try schedule { plan in
            plan.settings.dataDate = plan.moment(1440 + 480)
            let monday = plan.moment(480)
            plan.task("a", 480) { ($0.actualStart, $0.remaining) = (monday, 120) }
            plan.task("b", 480) { ($0.actualStart, $0.percentComplete) = (monday, 50) }
            plan.relate("a", "b")
        }
        #expect(nodes.map(schedule.startInstant) == [480, 480])
        #expect(nodes.map(schedule.finishInstant) == [1440 + 600, 1440 + 900])
        #expect(schedule.drivingPath(to: nodes[1]) == nodes)
    }

    /// A finished predecessor holds nobody beyond its actual finish plus lag: done on Monday 12:00, lag a day, so Tuesday 13:00 (the noon
    /// break is the same instant of work), though the data date is Tuesday 08:00.
    @Test func lagAfterFinishedWork() throws {
        let (schedule, nodes) = try schedule { plan in
            plan.settings.dataDate = plan.moment(1440 + 480)
            let dates = [480, 720].map { plan.moment($0) }
            plan.task("a", 480) { ($0.actualStart, $0.actualFinish) = (dates[0], dates[1]) }
            plan.task("b", 60)
            plan.relate("a", "b", lag: 480)
        }
        #expect(schedule.startInstant(nodes[1]) == 1440 + 780)
    }

    /// Work done on a Saturday after all that is left: the plan ends then, not on Friday. Data date Sunday, a milestone left.
    @Test func lastWorkWasOvertime() throws {
        let (schedule, _) = try schedule { plan in
            plan.settings.dataDate = plan.moment(6 * 1440)
            let dates = [5 * 1440 + 480, 5 * 1440 + 720].map { plan.moment($0) }
            plan.task("a", 240) { ($0.actualStart, $0.actualFinish) = (dates[0], dates[1]) }
            plan.task("m", 0)
        }
        #expect(schedule.finish == 5 * 1440 + 720)
        #expect(TargetSchedule(of: schedule).finish[0] == schedule.finish)
    }

    /// A lag into a project that is empty, or all done, holds nobody: no negative float.
    @Test func lagsIntoNothing() throws {
        let (schedule, nodes) = try schedule { plan in
            plan.project("P")
            plan.project("Q")
            plan.task("a", 480, in: "P")
            plan.task("b", 960)
            plan.relate("P", "Q", lag: 4800)
        }
        #expect(nodes.map(schedule.totalFloat) == [480, 0])
        #expect(nodes.map { schedule.freeFloat[$0] } == [480, 0])
    }
}

import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Relations and constraints on headings of the outline.
struct SummaryTests {
    /// A summary of A, 480 minutes, and B, 480, after it; the plan runs around the clock of its one calendar.
    private func plan() -> PlanBuilder {
        var plan = PlanBuilder()
        plan.summaries = [.init(id: "S"), .init(id: "Inner", parent: "S")]
        plan.task("A", 480) { $0.summary = "S" }
        plan.task("B", 480) { $0.summary = "Inner" }
        plan.relate("A", "B")
        return plan
    }

    private func schedule(_ plan: PlanBuilder) throws -> (Schedule, (String) -> Int) {
        let read = plan.plan()
        let schedule = Schedule(of: try Network(compiling: read))
        return (schedule, { Int(schedule.network.structure.nodeOfTask[read.tasks.row(of: $0)!]) })
    }

    /// C starts 480 after the first task of S starts, at 480; D after the last ends, at 960. D ends the plan at 1440. C may end then too, so
    /// that it starts at 960 at the latest; A, whose start it follows by 480, must be done by 480 because of B and D.
    @Test func startOfASummaryIsItsFirstTask() throws {
        var plan = plan()
        plan.task("C", 480)
        plan.task("D", 480)
        plan.relate("S", "C", .SS, lag: 480)
        plan.relate("S", "D")
        let (schedule, node) = try schedule(plan)
        #expect(["A", "B", "C", "D"].map { schedule.earlyFinish[node($0)] } == [480, 960, 960, 1440])
        #expect(["A", "B", "C", "D"].map { schedule.lateFinish[node($0)] } == [480, 960, 1440, 1440])
        #expect(["A", "B", "C", "D"].map { schedule.totalFloat(node($0)) } == [0, 0, 480, 0])
    }

    /// "Start no earlier than Tuesday" on S holds A and B; B starts after A anyway.
    @Test func constraintsHoldAllTasksBelow() throws {
        var plan = plan()
        plan.summaries[0].constraint = .startNoEarlierThan
        plan.summaries[0].constraintDate = plan.moment(1440 + 480)
        let (schedule, node) = try schedule(plan)
        #expect(schedule.earlyFinish[node("A")] == 960)
        #expect(schedule.earlyFinish[node("B")] == 1440)
    }

    /// Headings that contain each other are an error with a name.
    @Test func circlesAreRefused() throws {
        var plan = plan()
        plan.summaries[0].parent = "Inner"
        let error = #expect(throws: CompileError.self) { try Network(compiling: plan.plan()) }
        #expect(error?.faults.map(\.code) == ["cycle"])
        #expect(error?.faults.first?.column == "parent")
    }

    /// From the start of A to the finish of B, whichever way its relations say so; nothing waits for it.
    @Test func levelOfEffortSpansItsNeighbours() throws {
        var plan = plan()
        plan.task("Lead") { $0.kind = .levelOfEffort }
        plan.task("E", 60)
        plan.relate("A", "Lead", .SS)
        plan.relate("B", "Lead", .FF)
        plan.relate("Lead", "E", .FS)
        let (schedule, node) = try schedule(plan)
        #expect(schedule.isSpan(node("Lead")))
        #expect(schedule.date(schedule.startInstant(node("Lead"))) == plan.moment(480))
        #expect(schedule.date(schedule.finishInstant(node("Lead"))) == plan.moment(1440 + 1020))
        // Nothing holds E, which starts at once.
        #expect(schedule.earlyFinish[node("E")] == 60)
        #expect(schedule.freeFloat[node("Lead")] == 0)
    }

    /// A summary activity lasts from its first task to its last.
    @Test func summaryActivitySpansItsHeading() throws {
        var plan = plan()
        plan.task("All") {
            $0.kind = .summaryActivity
            $0.summary = "S"
        }
        let (schedule, node) = try schedule(plan)
        #expect(schedule.date(schedule.startInstant(node("All"))) == plan.moment(480))
        #expect(schedule.date(schedule.finishInstant(node("All"))) == plan.moment(1440 + 1020))
    }

    /// Two levels of effort in a row: L over A, M two days after L, in either order of rows.
    @Test(arguments: [["L", "M"], ["M", "L"]]) func levelsOfEffortInARow(order: [String]) throws {
        var plan = PlanBuilder()
        plan.task("A", 480)
        for id in order { plan.task(id) { $0.kind = .levelOfEffort } }
        plan.relate("A", "L", .SS)
        plan.relate("A", "L", .FF)
        plan.relate("L", "M", lag: 960)
        let (schedule, node) = try schedule(plan)
        #expect(schedule.date(schedule.finishInstant(node("L"))) == plan.moment(1020))
        #expect(schedule.date(schedule.finishInstant(node("M"))) == plan.moment(2 * 1440 + 1020))
    }

    /// A level of effort that ends with a summary ends with its last task.
    @Test func levelOfEffortBesideASummary() throws {
        var plan = plan()
        plan.task("L") { $0.kind = .levelOfEffort }
        plan.relate("A", "L", .SS)
        plan.relate("L", "S", .FF)
        let (schedule, node) = try schedule(plan)
        #expect(schedule.date(schedule.finishInstant(node("L"))) == plan.moment(1440 + 1020))
    }

    /// A lag that no plan can hold is refused on a level of effort too.
    @Test func farLagsAreRefused() throws {
        var plan = PlanBuilder()
        plan.task("A", 480)
        plan.task("L") { $0.kind = .levelOfEffort }
        plan.relate("A", "L", lag: 1_100_000 * 480)
        let error = #expect(throws: CompileError.self) { try Network(compiling: plan.plan()) }
        #expect(error?.faults.map(\.code) == ["plan-too-long"])
    }

    /// A thousand levels compile, one more is refused.
    @Test func nestingIsBounded() throws {
        var plan = PlanBuilder()
        plan.summaries = (0..<1_000).map { .init(id: "S\($0)", parent: $0 == 0 ? nil : "S\($0 - 1)") }
        plan.task("A", 480) { $0.summary = "S999" }
        plan.task("B", 480)
        plan.relate("S0", "B")
        let (schedule, node) = try schedule(plan)
        #expect(schedule.earlyFinish[node("B")] == 960)
        plan.summaries.append(.init(id: "Deep", parent: "S999"))
        let error = #expect(throws: CompileError.self) { try Network(compiling: plan.plan()) }
        #expect(error?.faults.map(\.code) == ["outline-too-deep"])
    }
}

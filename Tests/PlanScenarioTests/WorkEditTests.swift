import PlanModel
import PlanNetwork
import PlanScenario
import Testing

/// Edits of work and logic, with dates worked out by hand.
struct WorkEditTests {
    @Test func theWardAsItIs() throws {
        let none = try Ward().plan().applying(try Ward().scenario(), compiled: .init(compiling: try Ward().plan()))
        #expect(try none.finish("I1") == "2027-01-29T17:00" && none.finish("I2") == "2027-01-25T17:00")
        #expect(none.touches.isEmpty && !none.isRecompiled)
    }

    @Test func halfTheScope() throws {
        // T1 takes 2.5 days, to Wednesday noon; T2 5 days, to the Wednesday after at noon.
        let result = try Ward().with("rescope: {project: P1, factor: 0.5}")
        #expect(try result.finish("I1") == "2027-01-20T12:00")
        #expect(result.touches[0].tasks == 2 && result.touches[0].workMinutes == -7200 / 2)
        #expect(!result.isRecompiled)
        // Ranges go with durations: 2 … 5 days become 1 … 2.5.
        let range = try Ward().with("rescope: {task: T3, factor: 0.5}").plan.tasks
        #expect(range.integer(.optimistic, 2) == 480 && range.integer(.pessimistic, 2) == 1200)
    }

    @Test func whatHasBegunLosesARest() throws {
        // 2 of 4 days are left.
        let result = try Ward().with("rescope: {task: T6, factor: 0.5}")
        #expect(result.plan.tasks.integer(.remaining, 5) == 480 && result.plan.tasks.integer(.duration, 5) == 1920)
        let twice = try Ward().with("rescope: {task: T6, factor: 0.5}", "rescope: {task: T6, factor: 3}")
        #expect(twice.plan.tasks.integer(.remaining, 5) == 1440)
    }

    @Test func deferred() throws {
        // A week later: 18 January to 5 February.
        let result = try Ward().with("defer: {initiative: I1, until: 2027-01-18}")
        #expect(try result.finish("I1") == "2027-02-05T17:00")
        #expect(try result.finish("I2") == "2027-01-25T17:00")
        #expect(result.touches[0].tasks == 2)
        // T6 is under way and goes on.
        #expect(try Ward().with("defer: {project: P2, until: 2027-01-18}").touches[0].tasks == 2)
    }

    @Test func aPinnedStartMovesToo() throws {
        var ward = Ward()
        ward.files["tasks.csv"] = "id,name,project,duration,constraint,constraint_date\nT1,Dig,P1,5d,mso,2027-01-13T08:00\n"
        for name in ["dependencies.csv", "assignments.csv", "impacts.csv"] { ward.files[name] = nil }
        #expect(try ward.with("rescope: {task: T1, factor: 2}").finish("I1") == "2027-01-26T17:00")
        #expect(try ward.with("defer: {task: T1, until: 2027-01-18}").finish("I1") == "2027-01-22T17:00")
    }

    @Test func cancelledWorkPassesLogicOn() throws {
        // Without T1, T2 begins on 11 January.
        let first = try Ward().with("cancel: {task: T1}")
        #expect(try first.finish("I1") == "2027-01-22T17:00")
        #expect(first.people(on: "T1") == [] && first.touches[0].tasks == 1 && first.touches[0].workMinutes == 2400)
        // T3 is uncertain and has a risk; both go. T4 takes 8 days from 11 January.
        let third = try Ward().with("cancel: {task: T3}")
        #expect(try third.finish("I2") == "2027-01-20T17:00")
        #expect(third.plan.impacts.count == 1 && !third.network.values.laws.contains { $0.shape != .fixed })
    }

    @Test func cancelledWorkServesNoTarget() throws {
        // What is left of I1 is T5, done on the 5th.
        #expect(try Ward().with("cancel: {project: P1}").finish("I1") == "2027-01-05T17:00")
        // T2 would end on 29 January; T1 on the 15th.
        #expect(try Ward().with("cancel: {task: T2}").finish("I1") == "2027-01-15T17:00")
        // It waits for the other initiative, and nobody waits for it.
        let result = try Ward().with(
            "addDependency: {predecessor: T4, successor: T2}", "cancel: {task: T2}")
        #expect(try result.finish("I1") == "2027-01-15T17:00")
    }

    @Test func dueDates() throws {
        let result = try Ward().with("changeDue: {initiative: I1, due: 2027-02-12}", "changeDue: {initiative: I2, due: none}")
        #expect(result.plan.initiatives[0].due?.description == "2027-02-13T00:00" && result.plan.initiatives[1].due == nil)
        #expect(try result.finish("I1") == "2027-01-29T17:00" && !result.isRecompiled)
        #expect(result.network.structure.targets.due[1] == 40 * 1440)  // 13 February is day 40 after 4 January
        let others = try Ward().with("changeDue: {tasks: [T1, T2], due: 2027-02-12}", "changeDue: {goals: G1, due: 2027-02-12}")
        #expect(others.plan.tasks[1].due != nil && others.plan.goals[0].due != nil && others.touches.map(\.tasks) == [2, 0])
    }

    @Test func priorities() throws {
        let result = try Ward().with("reprioritise: {goal: G1, priority: 900}")
        #expect(result.plan.projects.integers(.priority) == [900, 500, 900])
        #expect(result.plan.tasks.integers(.priority)?.prefix(3) == [900, 900, Cell.absent])
    }

    @Test func relations() throws {
        // T3 to the 13th, a day of lag; T1 15 to 21 January, T2 to 4 February.
        let added = try Ward().with("addDependency: {predecessor: T3, successor: T1, lag: 1d}")
        #expect(try added.finish("I1") == "2027-02-04T17:00")
        #expect(added.isRecompiled)
        #expect(try Ward().with("dropDependency: {predecessor: T1, successor: T2}").finish("I1") == "2027-01-22T17:00")
        // All of P1 before P2: T3 begins on 1 February, 3 and 8 days.
        let projects = try Ward().with("addDependency: {predecessor: P1, successor: P2}")
        #expect(try projects.finish("I2") == "2027-02-15T17:00")
        let both = try Ward().with(
            "addDependency: {predecessor: P1, successor: P2}", "dropDependency: {predecessor: P1, successor: P2, type: FS}")
        #expect(try both.finish("I2") == "2027-01-25T17:00")
    }

    @Test func calendars() throws {
        // 40 hours on mornings of four: ten of them, to 22 January at noon; T2 from 13:00, ten days.
        let result = try Ward().with("changeCalendar: {task: T1, calendar: mornings}")
        #expect(try result.finish("I1") == "2027-02-05T12:00")
        // A takes both tasks to mornings: T2 another 20.
        #expect(try Ward().with("changeCalendar: {person: A, calendar: mornings}").finish("I1") == "2027-02-19T12:00")
        #expect(try Ward().with("changeCalendar: {project: P1, calendar: mornings}").finish("I1") == "2027-02-19T12:00")
    }

    @Test func risks() throws {
        let mitigated = try Ward().with("mitigate: {risk: R1}")
        #expect(mitigated.network.values.risks.events[0].isMitigated && mitigated.plan.risks.integer(.mitigated, 0) == 1)
        let own = try Ward().with("mitigate: {risk: R3, probability: 0.2, factor: 1.1}")
        #expect(own.plan.risks.number(.mitigatedProbability, 1) == 0.2 && own.plan.impacts.number(.mitigatedFactor, 1) == 1.1)
        let added = try Ward().with("addRisk: {id: R0, probability: 0.25, project: P1, delay: 1d, factor: 1.5}")
        #expect(added.plan.risks.row(of: "R0") == 2 && added.plan.impacts.count == 4 && !added.isRecompiled)
        #expect(added.network.values.risks.events.count == 3 && added.network.values.risks.effects.count == 4)
        // Events stand in the order of ids; the first one is new.
        #expect(added.network.values.risks.events[0].upper - added.network.values.risks.events[0].lower == 0.25)
    }

    @Test func editsSeeWhatThoseBeforeLeft() throws {
        let result = try Ward().with(
            "addRisk: {id: R9, probability: 0.5, task: T1, delay: 1d}", "mitigate: {risk: R9, probability: 0}")
        #expect(result.plan.risks.number(.mitigatedProbability, 2) == 0)
        #expect(
            try Ward().faults("cancel: {task: T1}", "defer: {task: T1, until: 2027-02-01}") == [
                "touches-nothing 4 edits[2].defer.task"
            ])
    }
}

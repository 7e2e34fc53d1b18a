import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// What each constraint does, worked out by hand: A, one day, then B, one day, from Monday 4 January 2027 at 08:00; days of 480 minutes.
struct ConstraintTests {
    private func schedule(
        _ edit: (inout PlanBuilder) -> Void
    ) throws -> (early: [Int32], late: [Int32], schedule: Schedule) {
        var plan = PlanBuilder()
        plan.task("A", 480)
        plan.task("B", 480)
        plan.relate("A", "B")
        edit(&plan)
        let read = plan.plan()
        let schedule = Schedule(of: try Network(compiling: read))
        let nodes = plan.tasks.map { Int(schedule.network.structure.nodeOfTask[read.tasks.row(of: $0.id)!]) }
        return (nodes.map { schedule.earlyFinish[$0] }, nodes.map { schedule.lateFinish[$0] }, schedule)
    }

    /// Thursday 08:00 is position 1440: three days of work lie before it.
    private func thursday(_ plan: PlanBuilder, _ minute: Int32 = 480) -> LocalDateTime { plan.moment(3 * 1440 + minute) }

    @Test func noEarlierThan() throws {
        let start = try schedule { ($0.tasks[1].constraint, $0.tasks[1].constraintDate) = (.startNoEarlierThan, thursday($0)) }
        #expect(start.early == [480, 1920] && start.late == [1440, 1920])
        // Done on Thursday at 17:00 at the earliest: the same.
        let finish = try schedule {
            ($0.tasks[1].constraint, $0.tasks[1].constraintDate) = (.finishNoEarlierThan, thursday($0, 1020))
        }
        #expect(finish.early == [480, 1920] && finish.late == [1440, 1920])
    }

    /// B must be done by Monday evening, which logic denies: nothing moves, and both are a day late.
    @Test func noLaterThanGivesNegativeFloat() throws {
        for (name, minute) in [(ConstraintName.finishNoLaterThan, Int32(1020)), (.startNoLaterThan, 480)] {
            let found = try schedule { ($0.tasks[1].constraint, $0.tasks[1].constraintDate) = (name, $0.moment(minute)) }
            #expect(found.early == [480, 960] && found.late == [0, 480])
            #expect(found.schedule.network.structure.nodeOfTask.map { found.schedule.totalFloat(Int($0)) } == [-480, -480])
        }
    }

    /// The same where constraints win: B is done on Monday beside A, and A is what is late.
    @Test func noLaterThanCanWinOverLogic() throws {
        let found = try schedule {
            $0.settings.scheduling.constraintsOverrideLogic = true
            ($0.tasks[1].constraint, $0.tasks[1].constraintDate) = (.startNoLaterThan, $0.moment(480))
        }
        #expect(found.early == [480, 480] && found.late == [0, 480])
    }

    /// On Thursday: logic may push it later, and it may not be later.
    @Test func mustStartOn() throws {
        let found = try schedule { ($0.tasks[1].constraint, $0.tasks[1].constraintDate) = (.mustStartOn, thursday($0)) }
        #expect(found.early == [480, 1920] && found.late == [1440, 1920])
        let pushed = try schedule {
            $0.tasks[0].duration = 4 * 480
            ($0.tasks[1].constraint, $0.tasks[1].constraintDate) = (.mustStartOn, thursday($0))
        }
        // A ends on Thursday evening, B on Friday; B should have started on Thursday morning: a day late, and A too.
        #expect(pushed.early == [1920, 2400] && pushed.late == [1440, 1920])
    }

    /// A mandatory start holds whatever logic says; what comes before is late, what stands there is not.
    @Test func mandatoryStart() throws {
        let found = try schedule {
            $0.tasks[0].duration = 4 * 480
            ($0.tasks[1].constraint, $0.tasks[1].constraintDate) = (.mandatoryStart, thursday($0))
        }
        #expect(found.early == [1920, 1920] && found.late == [1440, 1920])
        #expect(found.schedule.drivingPredecessor(of: Int(found.schedule.network.structure.nodeOfTask[1])) == nil)
    }

    /// A deadline on Monday evening moves nothing and gives a float of minus one day to B and to A before it.
    @Test func deadlinesGiveFloatOnly() throws {
        let found = try schedule { $0.tasks[1].deadline = $0.moment(1020) }
        #expect(found.early == [480, 960] && found.late == [0, 480])
    }

    /// C ends the plan on Thursday evening (1920). B, as late as possible, moves up to it by its free float; A, which drives B, keeps its date.
    @Test func asLateAsPossibleUsesFreeFloat() throws {
        let found = try schedule {
            $0.tasks[1].constraint = .asLateAsPossible
            $0.task("C", 4 * 480)
        }
        #expect(found.early == [480, 1920, 1920] && found.late == [1440, 1920, 1920])
        #expect(found.schedule.freeFloat[Int(found.schedule.network.structure.nodeOfTask[0])] == 960)
    }

    /// Where constraints win it is done at its late dates, and what follows it moves with it.
    @Test func asLateAsPossibleCanTakeLateDates() throws {
        let found = try schedule {
            $0.settings.scheduling.constraintsOverrideLogic = true
            $0.tasks[0].constraint = .asLateAsPossible
            $0.task("C", 4 * 480)
        }
        // A's late finish is 1440: B follows there, at 1920.
        #expect(found.early == [480, 1920, 1920] && found.late == [1440, 1920, 1920])
        let a = Int(found.schedule.network.structure.nodeOfTask[0])
        #expect(found.schedule.date(found.schedule.finishInstant(a)).description == "2027-01-06T17:00")
        #expect(found.schedule.totalFloat(a) == 0)
    }

    /// A is expected on Wednesday evening: three days of it are left, not one.
    @Test func expectedFinishSetsWhatIsLeft() throws {
        let found = try schedule { $0.tasks[0].expectedFinish = $0.moment(2 * 1440 + 1020) }
        #expect(found.early == [1440, 1920])
        let ignored = try schedule {
            $0.tasks[0].expectedFinish = $0.moment(2 * 1440 + 1020)
            $0.settings.scheduling.usesExpectedFinish = false
        }
        #expect(ignored.early == [480, 960])
    }

    /// Half of A's day passes before B may start: 240 minutes of lag.
    @Test func lagsMayBeSharesOfADuration() throws {
        let found = try schedule { $0.relations[0].lag = Lag(amount: 5000, unit: .percent) }
        #expect(found.early == [480, 1200])
    }

    /// A of 480 minutes in project P of goal G of initiative I.
    private func cascade(initiatives: [String] = ["I"]) -> PlanBuilder {
        var plan = PlanBuilder()
        for id in initiatives { plan.initiative(id) }
        plan.goal("G", initiative: "I")
        plan.project("P", goal: "G")
        plan.task("A", 480, in: "P")
        return plan
    }

    /// The initiative must finish on Tuesday morning's eve, Monday 17:00 (480): late dates run back from there.
    @Test func mustFinishOfAnInitiative() throws {
        var plan = cascade()
        plan.task("B", 480, in: "P")
        plan.task("Other", 480)
        plan.relate("A", "B")
        var read = plan.plan()
        read.initiatives.raw.columns[InitiativeColumn.mustFinish.rawValue] = .integers([plan.moment(1020).minutes])
        let schedule = Schedule(of: try Network(compiling: read))
        #expect(schedule.network.structure.nodeOfTask.map { schedule.lateFinish[Int($0)] } == [0, 480, 960])
    }

    /// A second constraint counts although there is no first.
    @Test func secondConstraintAlone() throws {
        var plan = PlanBuilder()
        plan.task("A", 480)
        var read = plan.plan()
        read.tasks.raw.columns[TaskColumn.secondConstraint.rawValue] = .integers([ConstraintName.startNoEarlierThan.rawValue])
        read.tasks.raw.columns[TaskColumn.secondConstraintDate.rawValue] = .integers([thursday(plan).minutes])
        #expect(Schedule(of: try Network(compiling: read)).earlyFinish == [1920])
    }

    /// P serves two initiatives, due on Monday and on Wednesday evening: the earlier one counts, whichever row stands first.
    @Test(arguments: [["I", "J"], ["J", "I"]]) func tasksOfSeveralInitiatives(order: [String]) throws {
        var plan = cascade(initiatives: order)
        plan.links = [("P", "J")]
        var read = plan.plan()
        let dates = ["I": plan.moment(2 * 1440 + 1020).minutes, "J": plan.moment(1020).minutes]
        read.initiatives.raw.columns[InitiativeColumn.mustFinish.rawValue] = .integers(order.map { dates[$0]! })
        #expect(Schedule(of: try Network(compiling: read)).lateFinish == [480])
    }

    /// Dates at the end of time with leads are refused, not computed.
    @Test func farDatesAreRefused() throws {
        var plan = cascade()
        plan.task("B", 480, in: "P")
        plan.relate("A", "B", elapsed: -347_000 * 1440)
        var read = plan.plan()
        let end = try #require(LocalDateTime(year: 5999, month: 12, day: 30))
        read.initiatives.raw.columns[InitiativeColumn.mustFinish.rawValue] = .integers([end.minutes])
        let error = #expect(throws: CompileError.self) { try Network(compiling: read) }
        #expect(error?.faults.map(\.code) == ["plan-too-long"])
    }
}

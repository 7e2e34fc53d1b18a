import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// What holds for the health of every plan, on seeded random ones.
@Suite struct HealthPropertyTests {
    private func test(_ builder: PlanBuilder, delay: Int32 = 288_000) throws -> CriticalPathTest? {
        CriticalPathTest(of: Schedule(of: try Network(compiling: builder.plan())), delay: delay)
    }

    /// Without constraints, on one calendar, with working lags only, the end of the plan moves by the delay, to the minute.
    @Test(arguments: 0..<60) func logicPassesTheWholeDelay(seed: Int) throws {
        var make = RandomPlan()
        (make.hasCalendars, make.hasProgress, make.hasProjectRelations) = (false, seed % 2 == 0, seed % 3 == 0)
        var builder = make.make(seed: UInt64(seed))
        builder.relations.removeAll { $0.lag.isElapsed }
        guard let test = try test(builder) else { return }
        #expect(!test.isMixed && test.moved == 288_000)
    }

    /// With several calendars and elapsed lags free time may take some of it, and the point still passes.
    @Test(arguments: 0..<60) func calendarsDoNotFailThePoint(seed: Int) throws {
        let plan = PropertyTests.make(seed).plan()
        let health = Health(of: plan, Schedule(of: try Network(compiling: plan)))
        #expect(health[.criticalPathTest].verdict != .failed)
    }

    /// The order of rows changes no number.
    @Test(arguments: 0..<30) func theOrderOfRowsDoesNotMatter(seed: Int) throws {
        func values(_ builder: PlanBuilder) throws -> [[Int]] {
            let plan = builder.plan()
            let health = Health(of: plan, Schedule(of: try Network(compiling: plan)))
            return health.dcma.map { [$0.numerator, $0.denominator, $0.offenders.count] }
        }
        let builder = PropertyTests.make(seed)
        var random = SeededGenerator(seed: UInt64(seed))
        #expect(try values(builder) == values(builder.shuffled(using: &random)))
    }

    /// A calendar that works a minute a week: 600 days of 480 minutes would last 5,500 years.
    @Test func aDelayBeyondTheRangeIsNotTried() throws {
        var builder = PlanBuilder()
        let minute = CalendarDefinition(name: "rare", week: [[Shift(start: 480, end: 481)], nil, nil, nil, nil, nil, nil])
        builder.settings.calendars.append(minute)
        builder.task("A", 5) { $0.calendar = "rare" }
        let plan = builder.plan()
        let health = Health(of: plan, Schedule(of: try Network(compiling: plan)))
        #expect(health[.criticalPathTest].reason == "so long a delay passes the engine's range of 2,000 years")
        #expect(try test(builder, delay: 100)?.moved == 100)
    }

    /// Work tied project by project: P's task ends before Q's begins.
    @Test func relationsBetweenProjectsPassTheDelay() throws {
        var builder = PlanBuilder()
        for id in ["P", "Q"] {
            builder.project(id)
            builder.task("T" + id, 480, in: id)
        }
        builder.relate("P", "Q")
        let plan = builder.plan()
        let health = Health(of: plan, Schedule(of: try Network(compiling: plan)))
        #expect(health[.criticalPathTest].offenders == .tasks([0]) && health[.criticalPathTest].numerator == 288_000)
        // One relation, of two projects; TP has no predecessor, TQ no successor.
        #expect(health[.finishToStart].denominator == 1 && health[.logic].numerator == 2)
    }
}

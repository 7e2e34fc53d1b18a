import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Levelled plans whose dates are found by hand: from Monday 4 January 2027, eight hours a day, a day being 480 minutes. Positions count from the
/// start of Monday's work, 8:00.
struct LevellingTests {
    private struct Outcome: Equatable, CustomStringConvertible {
        var start: [Int32], finish: [Int32], waits: [Int32], rests: [Int32]
        var shortfalls: [Shortfall]
        var description: String { "\(start) \(finish) waits \(waits) rests \(rests) \(shortfalls)" }
    }

    /// What both schemes make of a plan, by row of its tasks.
    private func level(_ rule: PriorityRule = .given, _ edit: (inout PlanBuilder) -> Void) throws -> (
        serial: Outcome, parallel: Outcome
    ) {
        var plan = PlanBuilder()
        edit(&plan)
        let setting = try LevellingCase(plan)
        let ranks = setting.ranks(rule)
        func outcome(_ levelled: LevelledSchedule) -> Outcome {
            let nodes = setting.network.structure.nodeOfTask.map(Int.init)
            #expect(Schedule(of: levelled.network).earlyFinish == levelled.finish)
            return Outcome(
                start: nodes.map { levelled.start[$0] }, finish: nodes.map { levelled.finish[$0] },
                waits: nodes.map { levelled.waits[$0] }, rests: nodes.map { levelled.rests[$0] },
                shortfalls: levelled.shortfalls)
        }
        return (
            outcome(SerialSGS(setting.network, setting.capacity).schedule(ranks: ranks)),
            outcome(ParallelSGS(setting.network, setting.capacity).schedule(ranks: ranks))
        )
    }

    /// Two tasks of a day want ann, who is one: the second begins on Tuesday. Half of her each, and both begin at once.
    @Test func onePersonOneTask() throws {
        for (units, starts) in [(nil, [0, 480]), (0.5, [0, 0]), (0.51, [0, 480])] as [(Double?, [Int32])] {
            let (serial, parallel) = try level { plan in
                plan.person("ann")
                for task in ["a", "b"] {
                    plan.task(task, 480) { $0.priority = task == "a" ? 900 : nil }
                    plan.assign(task, "ann", units: units)
                }
            }
            #expect(serial.start == starts && serial.waits == [0, starts[1]], "\(serial)")
            #expect(serial == parallel)
        }
    }

    /// A task wants two people and waits for both: ann is busy until Tuesday noon (720 minutes), bob until Wednesday evening (1440).
    @Test func allMustBeThere() throws {
        let (serial, parallel) = try level { plan in
            plan.person("ann")
            plan.person("bob")
            for (task, minutes) in [("a", 720), ("b", 1440)] as [(String, Int32)] {
                plan.task(task, minutes) { $0.priority = 900 }
                plan.assign(task, task == "a" ? "ann" : "bob")
            }
            plan.task("both", 60)
            plan.assign("both", "ann")
            plan.assign("both", "bob")
        }
        #expect(serial.start == [0, 0, 1440] && serial == parallel, "\(serial) \(parallel)")
    }

    /// The serial scheme fills a hole that the parallel one does not see: a (2 days, priority) needs the crew of 2; b (1 day) follows c (1 day of ann).
    /// Crew of 2: x needs 1 for 3 days from the start, a needs 2, so a waits until day 3. Serial: y (1 of the crew, 4 days, last in rank) would
    /// delay nobody: it is placed after a, from day 5. Parallel: y starts at once as half of the crew is idle, and a waits for it until day 4.
    @Test func theSchemesDiffer() throws {
        let (serial, parallel) = try level { plan in
            plan.team("crew", capacity: 2)
            for (task, days, priority, units) in [("x", 3, 900, 1), ("a", 2, 800, 2), ("y", 4, 700, 1)]
                as [(String, Int32, Int32, Double)]
            {
                plan.task(task, days * 480) { $0.priority = priority }
                plan.assign(task, team: "crew", units: units)
            }
        }
        #expect(serial.start == [0, 3 * 480, 5 * 480], "\(serial)")
        #expect(parallel.start == [0, 4 * 480, 0], "\(parallel)")
    }

    /// ann is away on Tuesday: a task of three days from Monday rests a day and ends on Thursday; one that would begin on Tuesday waits a day.
    @Test func workRests() throws {
        let (serial, parallel) = try level { plan in
            plan.person("ann")
            plan.person("bob")
            plan.available("ann", from: 1440, to: 2 * 1440)
            plan.available("bob", from: 0, to: 1440)
            plan.task("a", 3 * 480)
            plan.assign("a", "ann")
            plan.task("b", 480)
            plan.assign("b", "bob")
        }
        #expect(serial.finish == [4 * 480, 2 * 480] && serial.start == [0, 480], "\(serial)")
        #expect(serial.rests == [480, 0] && serial.waits == [0, 480] && serial == parallel)
    }

    /// Started work does not wait but rests: one day of two is left on Tuesday, when ann is away and bob's task runs.
    @Test func startedWorkGoesOn() throws {
        let (serial, parallel) = try level { plan in
            plan.settings.dataDate = plan.moment(1440)
            plan.person("ann")
            plan.available("ann", from: 1440, to: 2 * 1440)
            let start = plan.moment(480)
            plan.task("a", 960) { ($0.actualStart, $0.remaining) = (start, 480) }
            plan.assign("a", "ann")
            plan.task("b", 480) { $0.priority = 1000 }
            plan.assign("b", "ann")
        }
        // a: from Tuesday, rests it, works on Wednesday; b begins on Thursday although it goes first.
        #expect(serial.start == [480, 3 * 480] && serial.finish == [3 * 480, 4 * 480] && serial.rests[0] == 480, "\(serial)")
        #expect(serial == parallel, "\(parallel)")
    }

    /// A mandatory start on Wednesday holds ann before anybody else in the serial scheme: a task of four days cannot end before it.
    @Test func datesThatCannotMoveComeFirst() throws {
        let (serial, _) = try level { plan in
            plan.person("ann")
            let wednesday = plan.moment(2 * 1440 + 480)
            plan.task("long", 4 * 480) { $0.priority = 1000 }
            plan.task("fixed", 480) { ($0.constraint, $0.constraintDate) = (.mandatoryStart, wednesday) }
            for task in ["long", "fixed"] { plan.assign(task, "ann") }
        }
        #expect(serial.start == [3 * 480, 2 * 480], "\(serial)")
    }

    /// A start no later than Tuesday, where constraints win: the task waits until then and no longer.
    @Test func constraintsEndAWait() throws {
        let (serial, parallel) = try level { plan in
            plan.settings.scheduling.constraintsOverrideLogic = true
            plan.person("ann")
            let tuesday = plan.moment(1440 + 480)
            plan.task("long", 5 * 480) { $0.priority = 1000 }
            plan.task("late", 480) { ($0.constraint, $0.constraintDate) = (.startNoLaterThan, tuesday) }
            for task in ["long", "late"] { plan.assign(task, "ann") }
        }
        #expect(serial.start == [0, 480] && serial.waits == [0, 480] && serial == parallel, "\(serial) \(parallel)")
    }

    /// Three of a team of two, and half of somebody who is a quarter: all that there is is taken. ann ends on Tuesday evening; what takes three days
    /// goes on without her.
    @Test func neverEnough() throws {
        let (serial, parallel) = try level { plan in
            plan.team("crew", capacity: 2)
            plan.person("bob", fte: 0.25)
            let end = plan.moment(2 * 1440)
            plan.person("ann") { $0.end = end }
            for (task, days) in [("a", 1), ("b", 1), ("c", 3)] as [(String, Int32)] { plan.task(task, days * 480) }
            plan.assign("a", team: "crew", units: 3)
            plan.assign("b", "bob", units: 0.5)
            plan.assign("c", "ann")
        }
        #expect(serial.start == [0, 0, 0] && serial == parallel, "\(serial) \(parallel)")
        let found = serial.shortfalls.map { [$0.demanded, $0.most, $0.isGivenUp ? 1 : 0] }
        #expect(Set(found) == [[30_000, 20_000, 0], [5_000, 2_500, 0], [10_000, 10_000, 1]])
    }

    /// FF: b ends no earlier than a (3 days). b takes a day, so it begins on Wednesday; ann is away on Wednesday, so it begins on Thursday, and the
    /// delay keeps it there.
    @Test func relationsThatHoldTheFinish() throws {
        let (serial, parallel) = try level { plan in
            plan.person("ann")
            plan.available("ann", from: 2 * 1440, to: 3 * 1440)
            plan.task("a", 3 * 480)
            plan.task("b", 480)
            plan.relate("a", "b", .FF)
            plan.assign("b", "ann")
        }
        #expect(
            serial.start == [0, 3 * 480] && serial.finish == [3 * 480, 4 * 480] && serial == parallel, "\(serial) \(parallel)")
        // A task of two days from Tuesday on rests Wednesday and ends on Thursday.
        let (longer, same) = try level { plan in
            plan.person("ann")
            plan.available("ann", from: 2 * 1440, to: 3 * 1440)
            plan.task("a", 3 * 480)
            plan.task("b", 960)
            plan.relate("a", "b", .FF)
            plan.assign("b", "ann")
        }
        #expect(longer.start == [0, 480] && longer.finish == [3 * 480, 4 * 480] && longer == same, "\(longer) \(same)")
    }

    /// People expect to be done by Friday: five days from Monday on. The task waits for ann until Wednesday and then takes five days all the same.
    @Test func expectationsSayHowMuchIsLeft() throws {
        let (serial, parallel) = try level { plan in
            plan.settings.scheduling.usesExpectedFinish = true
            plan.person("ann")
            let friday = plan.moment(4 * 1440 + 1020)
            plan.task("first", 960) { $0.priority = 900 }
            plan.task("expected", 480) { $0.expectedFinish = friday }
            for task in ["first", "expected"] { plan.assign(task, "ann") }
        }
        #expect(
            serial.start == [0, 960] && serial.finish == [960, 960 + 5 * 480] && serial == parallel, "\(serial) \(parallel)")
    }

    /// Somebody who works nights and somebody who works days hold the same machine, of which there is one, around the clock while they use it.
    @Test func calendarsMeet() throws {
        var plan = PlanBuilder()
        plan.settings.calendars = RandomCalendars.all
        plan.settings.calendar = plan.calendar("clock")
        plan.team("machine", capacity: 1)
        // From Monday 8:00 for two working days of the office: until Tuesday 17:00. Nights begin at 22:00.
        plan.task("day", 960) { ($0.calendar, $0.priority) = ("office", 900) }
        plan.task("night", 60) { $0.calendar = "night" }
        for task in ["day", "night"] { plan.assign(task, team: "machine") }
        let setting = try LevellingCase(plan)
        for levelled in [
            SerialSGS(setting.network, setting.capacity).schedule(ranks: setting.ranks(.given)),
            ParallelSGS(setting.network, setting.capacity).schedule(ranks: setting.ranks(.given)),
        ] {
            let dates = setting.dates(levelled)
            #expect(dates["day"]!.prefix(2) == [480, 1440 + 1020] && dates["night"]!.prefix(2) == [1440 + 1320, 1440 + 1380])
        }
    }

    /// Rules by hand: a (5 days, then c of 1 day) and b (2 days) want ann. Late finishes: the plan takes 6 days by logic, so a's is 5, b's 6, and
    /// late starts 0 and 4; floats 0 and 4; successors 1 and 0: all rules begin with a, given priorities may not.
    @Test func rules() throws {
        for rule in PriorityRule.allCases {
            let (serial, parallel) = try level(rule) { plan in
                plan.person("ann")
                plan.task("a", 5 * 480)
                plan.task("b", 2 * 480) { $0.priority = 501 }
                plan.task("c", 480)
                plan.relate("a", "c")
                for task in ["a", "b"] { plan.assign(task, "ann") }
            }
            #expect(
                serial.start == (rule == .given ? [960, 0, 7 * 480] : [0, 5 * 480, 5 * 480]) && serial == parallel,
                "\(rule) \(serial)")
        }
    }
}

/// How one of many schedules is chosen.
struct LevellingChoiceTests {
    private func chosen(_ setting: LevellingCase, _ choice: LevellingChoice) -> LevellingSearch.Result {
        choice.levelled(setting.schedule, setting.capacity, priorities: TaskPriorities(setting.plan, setting.network).byNode)
    }

    @Test(arguments: 0..<20) func theBestRuleIsTheBest(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        for scheme in LevellingScheme.allCases {
            let alone = PriorityRule.allCases.map { rule in
                chosen(setting, LevellingChoice(rule: rule, scheme: scheme)).schedule.planFinish
            }
            let best = chosen(setting, LevellingChoice(rule: nil, scheme: scheme))
            #expect(best.schedule.planFinish == alone.min() && best.schedules == 5 && best.scheme == scheme)
        }
    }

    private func sampling(_ schedules: Int, _ seed: UInt64) -> LevellingChoice {
        LevellingChoice(
            rule: .latestStart, scheme: .parallel, budget: LevellingBudget(schedules: schedules, seed: seed), search: .sampling)
    }

    /// A search begins with what was asked for, is never worse the longer it goes on, and its result depends on the seed alone.
    @Test(arguments: 0..<12) func searches(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        func search(_ count: Int, seed: UInt64 = 1) -> LevellingSearch.Result {
            chosen(setting, sampling(count, seed))
        }
        let one = search(1)
        #expect(one.rule == .latestStart && one.scheme == .parallel && one.schedules == 1)
        let (ten, many) = (search(10), search(40))
        #expect(ten.schedule.planFinish <= one.schedule.planFinish && many.schedule.planFinish <= ten.schedule.planFinish)
        #expect(many.schedules == 40 && search(40).schedule.finish == many.schedule.finish)
        var random = SeededGenerator(seed: 3)
        let shuffled = try LevellingCase(setting.builder.shuffled(using: &random))
        let other = chosen(shuffled, sampling(40, 1))
        #expect(shuffled.dates(other.schedule) == setting.dates(many.schedule))
        let stopped = chosen(
            setting, LevellingChoice(budget: LevellingBudget(schedules: 40, seed: 1, seconds: 0), search: .sampling))
        #expect(stopped.schedules == 1)
    }
}

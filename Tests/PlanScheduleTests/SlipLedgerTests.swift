import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Slip ledgers by hand. The calendar is the standard week of 8-hour days from Monday 4 January 2027, 08:00; a day is 480 minutes.
struct SlipLedgerTests {
    /// a (2 d) before b (3 d) before d (1 d), and c (4 d) before d: d is done on day 6 by way of b; c leaves a day.
    private func network() -> PlanBuilder {
        var plan = PlanBuilder()
        plan.project("P")
        for (id, days) in [("a", 2), ("b", 3), ("c", 4), ("d", 1)] as [(String, Int32)] { plan.task(id, days * 480, in: "P") }
        for (from, to) in [("a", "b"), ("b", "d"), ("c", "d")] { plan.relate(from, to) }
        return plan
    }

    /// A ledger as words: task, cause, days, days undone.
    private func words(_ plan: PlanBuilder, before: PlanBuilder, of task: String? = nil) throws -> (days: Int, lines: [String])
    {
        let (now, then) = (plan.plan(), before.plan())
        let schedules = (Schedule(of: try Network(compiling: now)), Schedule(of: try Network(compiling: then)))
        let analysis = try SlipAnalysis(of: now, schedules.0, baseline: .plan(then, schedules.1, name: "before"))
        let end = task.map { PathEnd.task(Int(schedules.0.network.structure.nodeOfTask[now.tasks.row(of: $0)!])) } ?? .target(0)
        let ledger = try #require(analysis.ledgers(of: [end]).first)
        return (
            ledger.minutes / 480,
            ledger.lines.map { line in
                let name: String
                switch line.task {
                case .row(let row): name = now.tasks.text(.id, row)
                case .gone(let row): name = then.tasks.text(.id, row)
                }
                return "\(name) \(line.cause.rawValue) \(line.minutes / 480) \(line.undoMinutes.map { "\($0 / 480)" } ?? "-")"
            }
        )
    }

    private func edit(_ plan: PlanBuilder, _ id: String, _ change: (inout PlanBuilder.TaskRow) -> Void) -> PlanBuilder {
        var plan = plan
        change(&plan.tasks[plan.tasks.firstIndex { $0.id == id }!])
        return plan
    }

    /// b takes 5 d instead of 3: d two days later. Undone, both days come back.
    @Test func longer() throws {
        let ledger = try words(edit(network(), "b") { $0.duration = 5 * 480 }, before: network())
        #expect(ledger.days == 2 && ledger.lines == ["b remaining grew 2 2"])
    }

    /// c takes 7 d instead of 4: its day of float is used up, and d comes two days later.
    @Test func floatIsUsedUp() throws {
        let ledger = try words(edit(network(), "c") { $0.duration = 7 * 480 }, before: network())
        #expect(ledger.days == 2 && ledger.lines == ["c remaining grew 3 2", "d absorbed by float -1 0"])
    }

    /// b grows by 2 d and c by 3: both paths are 7 long, so that undoing b leaves c: nothing comes back.
    @Test func anotherPathTakesOver() throws {
        let both = edit(edit(network(), "b") { $0.duration = 5 * 480 }, "c") { $0.duration = 7 * 480 }
        let ledger = try words(both, before: network())
        #expect(ledger.days == 2 && ledger.lines.count <= 2 && ledger.lines.contains { $0.hasSuffix(" 0") })
    }

    /// b takes 1 d instead of 3: c's path of 5 days decides, and a day of the gain is lost to it.
    @Test func shorter() throws {
        let ledger = try words(edit(network(), "b") { $0.duration = 480 }, before: network())
        #expect(ledger.days == -1 && ledger.lines == ["b remaining grew -2 -1", "d absorbed by float 1 0"])
    }

    /// At the end of day 5, a was done a day late after a day's late start, took 2 days as planned; b began a day after that and has 3 d left of 3:
    /// a started late 1, b 1, and the rest of b another day: day 5 + 3 + 1 = 9 instead of 6.
    @Test func thePast() throws {
        var plan = network()
        let day: (Int32) -> LocalDateTime = { plan.moment(($0 + ($0 >= 5 ? 2 : 0)) * 1440 + 480) }
        let evening: (Int32) -> LocalDateTime = { plan.moment($0 * 1440 + 1020) }
        let (started, done, next, today) = (day(1), evening(2), day(4), evening(4))
        plan = edit(plan, "a") { ($0.actualStart, $0.actualFinish) = (started, done) }
        plan = edit(plan, "b") { ($0.actualStart, $0.remaining) = (next, 3 * 480) }
        plan = edit(plan, "c") { ($0.actualStart, $0.remaining) = (day(0), 0) }
        plan.settings.dataDate = today
        let ledger = try words(plan, before: network())
        #expect(ledger.days == 3)
        #expect(ledger.lines == ["a started late 1 1", "b started late 1 1", "b remaining grew 1 1"])
    }

    /// A level of effort that ends two days after d: what made d late made it late.
    @Test func levelOfEffort() throws {
        var plan = network()
        plan.task("e", 480) { $0.kind = .levelOfEffort }
        plan.relate("a", "e", .SS)
        plan.relate("d", "e", .FF, lag: 960)
        let ledger = try words(edit(plan, "b") { $0.duration = 5 * 480 }, before: plan)
        #expect(ledger.days == 2 && ledger.lines == ["b remaining grew 2 2"])
    }

    /// A task dropped between b and d, and one added: what goes and what comes.
    @Test func scope() throws {
        var with = network()
        with.task("n", 2 * 480, in: "P")
        with.relations.removeAll { $0.from == "b" }
        with.relate("b", "n")
        with.relate("n", "d")
        let added = try words(with, before: network())
        #expect(added.days == 2 && added.lines == ["n scope added 2 2"])
        // Without n the path of a and b is 6 long, that of c 5.
        let gone = try words(network(), before: with)
        #expect(gone.days == -2 && gone.lines == ["n scope added -2 -2"])
    }

    /// A task of its own: b is late by what a was, and c not at all.
    @Test func tasks() throws {
        let later = edit(network(), "a") { $0.duration = 3 * 480 }
        #expect(try words(later, before: network(), of: "b") == (1, ["a remaining grew 1 1"]))
        #expect(try words(later, before: network(), of: "c") == (0, []))
    }

    /// b waited for a (2 d), which takes 3 d now, and waits no more, but grew from 1 d to 4: 4 instead of 3. The link alone would have it start
    /// on day 3: it saves 3 of the days that a and b grew by.
    @Test func aLinkThatIsGone() throws {
        var before = PlanBuilder()
        before.task("a", 2 * 480)
        before.task("b", 480)
        before.relate("a", "b")
        var now = edit(edit(before, "a") { $0.duration = 3 * 480 }, "b") { $0.duration = 4 * 480 }
        now.relations.removeAll()
        let ledger = try words(now, before: before, of: "b")
        #expect(ledger.days == 1)
        #expect(ledger.lines == ["a remaining grew 1 0", "b logic changed -3 -3", "b remaining grew 3 3"])
    }

    /// A level of effort whose links have turned round: the walk comes to its start and ends there.
    @Test func turnedRound() throws {
        var (now, before) = (PlanBuilder(), PlanBuilder())
        now.task("A", 960)
        now.task("L") { $0.kind = .levelOfEffort }
        now.task("D", 5 * 480)
        now.relate("A", "L", .SS)
        now.relate("L", "D", .FF)
        for (id, minutes) in [("L", 7), ("M", 0), ("A", 960), ("D", 0)] as [(String, Int32)] { before.task(id, minutes) }
        before.relate("L", "M", .SS, lag: 960)
        before.relate("M", "A", lag: -480)
        before.relate("L", "D")
        let schedule = Schedule(of: try Network(compiling: before.plan()))
        let baseline = SlipBaseline.plan(before.plan(), schedule, name: "before")
        let analysis = try SlipAnalysis(of: now.plan(), Schedule(of: try Network(compiling: now.plan())), baseline: baseline)
        var twin = SlipTwin(analysis)
        twin.check(twin.subjects, "turned round")
        #expect(twin.lines > 0)
    }

    /// Levels of effort in random plans: lines add up, and undo values are those of full runs.
    @Test(arguments: 0..<20) func spans(seed: Int) throws {
        var make = RandomPlan()
        make.taskCount = 16
        var before = make.make(seed: UInt64(seed))
        var random = SeededGenerator(seed: UInt64(seed))
        for number in 0..<4 {
            let task = before.tasks.firstIndex { $0.id == "T\(number * 4 + 1)" }!
            before.tasks[task].kind = .levelOfEffort
        }
        var after = before
        for number in 0..<5 {
            if let change = PlanChange.random(after, number: number, &random) { after = after.changed([change]) }
        }
        guard let network = try? Network(compiling: after.plan()), let old = try? Network(compiling: before.plan()) else {
            return
        }
        let baseline = SlipBaseline.plan(before.plan(), Schedule(of: old), name: "before")
        var twin = SlipTwin(try SlipAnalysis(of: after.plan(), Schedule(of: network), baseline: baseline))
        twin.check(twin.subjects, "seed \(seed)")
    }
}

import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Ledgers of random plans that changed at random.
struct SlipLedgerPropertyTests {
    private func analysis(_ plan: PlanBuilder, before: PlanBuilder) throws -> (SlipAnalysis, Plan) {
        let (now, then) = (plan.plan(), before.plan())
        let schedules = (Schedule(of: try Network(compiling: now)), Schedule(of: try Network(compiling: then)))
        return (try SlipAnalysis(of: now, schedules.0, baseline: .plan(then, schedules.1, name: "before")), now)
    }

    /// Any number of changes to plans with everything: lines add up to the slip, and undo values are those of full runs.
    @Test(arguments: 0..<60) func linesAddUp(seed: Int) throws {
        var make = RandomPlan()
        (make.taskCount, make.hasProgress, make.hasProjectRelations) = (18, seed % 3 == 0, seed % 4 == 1)
        (make.hasConstraints, make.hasSummaries) = (seed % 5 == 2, seed % 5 == 3)
        let before = make.make(seed: UInt64(seed))
        var random = SeededGenerator(seed: UInt64(seed))
        var after = before
        for number in 0..<random.integer(1...8) {
            if let change = PlanChange.random(after, number: number, &random) { after = after.changed([change]) }
        }
        if random.chance(0.3) { after = after.changed([.remove(task: random.pick(after.tasks).id)]) }
        guard (try? Network(compiling: after.plan())) != nil else { return }
        let (analysis, _) = try analysis(after, before: before)
        var twin = SlipTwin(analysis)
        twin.checkBuilt("seed \(seed)")
        twin.check(twin.subjects, "seed \(seed)")
    }

    /// Progress beside changes: the baseline is the plan before anything began.
    @Test(arguments: 0..<40) func progressIsExplained(seed: Int) throws {
        var make = RandomPlan()
        (make.taskCount, make.hasProgress) = (18, true)
        let after = make.make(seed: UInt64(seed))
        var before = after
        before.settings.dataDate = before.settings.epoch
        for row in before.tasks.indices {
            (before.tasks[row].actualStart, before.tasks[row].actualFinish) = (nil, nil)
            (before.tasks[row].remaining, before.tasks[row].percentComplete) = (nil, nil)
        }
        let (analysis, _) = try analysis(after, before: before)
        var twin = SlipTwin(analysis)
        twin.checkBuilt("seed \(seed)")
        twin.check(twin.subjects, "seed \(seed)")
    }

    /// One change is one line, the right one, wherever it is felt; undone, it gives the baseline.
    @Test(arguments: 0..<400) func oneChangeIsOneLine(seed: Int) throws {
        var make = RandomPlan()
        make.taskCount = 15
        let before = make.make(seed: UInt64(seed))
        var random = SeededGenerator(seed: UInt64(seed) + 1000)
        guard let change = PlanChange.random(before, number: 0, &random) else { return }
        let after = before.changed([change])
        let (analysis, plan) = try analysis(after, before: before)
        let twin = SlipTwin(analysis)
        for ledger in analysis.ledgers(of: twin.subjects) where ledger.minutes != 0 {
            let causes = ledger.lines.filter { $0.cause != .absorbedByFloat }
            let named = causes.map { line in
                change.explains(
                    line.cause, Self.id(line.task, plan, before),
                    predecessor: line.predecessor.map { Self.id($0, plan, before) })
            }
            if named != [true] {
                Issue.record("seed \(seed), \(change), \(ledger.end), \(ledger.minutes): \(ledger.lines)")
            } else if causes[0].undoMinutes != ledger.minutes {
                Issue.record("seed \(seed), \(change), \(ledger.end), undone \(ledger.minutes): \(ledger.lines)")
            }
        }
    }

    /// Several changes: what the lines of the whole plan's ledger name is undone, then what the next ledger names, until the plan finishes as
    /// the baseline does; every ledger names something that was changed.
    @Test(arguments: 0..<150) func undoingAllLinesGivesTheBaseline(seed: Int) throws {
        var make = RandomPlan()
        make.taskCount = 20
        let before = make.make(seed: UInt64(seed))
        var (random, changes, touched) = (SeededGenerator(seed: UInt64(seed) + 5000), [PlanChange](), Set<String>())
        for number in 0..<12 {
            guard let change = PlanChange.random(before, number: number, &random), touched.isDisjoint(with: change.touched)
            else {
                continue
            }
            touched.formUnion(change.touched)
            changes.append(change)
        }
        guard (try? Network(compiling: before.changed(changes).plan())) != nil else { return }
        for round in 0...changes.count {
            let (analysis, plan) = try analysis(before.changed(changes), before: before)
            let ledger = try #require(analysis.ledgers(of: [.target(0)]).first)
            if ledger.minutes == 0 { return }
            let named = changes.filter { change in
                ledger.lines.contains { line in
                    change.explains(
                        line.cause, Self.id(line.task, plan, before),
                        predecessor: line.predecessor.map { Self.id($0, plan, before) })
                }
            }
            if named.isEmpty { Issue.record("seed \(seed), round \(round), \(changes): \(ledger.minutes), \(ledger.lines)") }
            changes.removeAll { named.contains($0) }
        }
        Issue.record("seed \(seed): something is left")
    }

    private static func id(_ task: SlipLedger.Task, _ plan: Plan, _ before: PlanBuilder) -> String {
        switch task {
        case .row(let row): plan.tasks.text(.id, row)
        case .gone(let row): before.plan().tasks.text(.id, row)
        }
    }
}

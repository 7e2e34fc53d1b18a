import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// What holds for every plan, on seeded random ones.
struct PropertyTests {
    static func make(_ seed: Int) -> PlanBuilder {
        var make = RandomPlan()
        (make.hasProjectRelations, make.hasProgress) = (seed % 3 == 0, seed % 2 == 0)
        return make.make(seed: UInt64(seed))
    }

    /// All dates of each task by name.
    static func dates(_ builder: PlanBuilder) throws -> [String: [Int32]] {
        let (plan, network) = (builder.plan(), try Network(compiling: builder.plan()))
        let schedule = Schedule(of: network)
        return Dictionary(
            uniqueKeysWithValues: plan.tasks.rows.map { row in
                let node = Int(network.structure.nodeOfTask[row])
                return (
                    plan.tasks[row].id,
                    [
                        schedule.startInstant(node), schedule.finishInstant(node), schedule.lateStartInstant(node),
                        schedule.lateFinishInstant(node), schedule.totalFloat(node), schedule.freeFloat[node], schedule.finish,
                    ]
                )
            })
    }

    /// Another relation never makes anything earlier.
    @Test(arguments: 0..<60) func moreRelationsNeverHelp(seed: Int) throws {
        var plan = Self.make(seed)
        let before = try Self.dates(plan)
        var random = SeededGenerator(seed: UInt64(seed) + 1000)
        let to = random.integer(1...11)
        plan.relate(
            "T\(random.integer(0...to - 1))", "T\(to)", random.pick(RelationType.allCases),
            lag: Int32(random.integer(-300...500)))
        for (name, dates) in try Self.dates(plan) {
            #expect(dates[0] >= before[name]![0], "start of \(name)")
            #expect(dates[1] >= before[name]![1], "finish of \(name)")
        }
    }

    @Test(arguments: 0..<40) func theOrderOfRowsChangesNothing(seed: Int) throws {
        let plan = Self.make(seed)
        var random = SeededGenerator(seed: UInt64(seed))
        #expect(try Self.dates(plan.shuffled(using: &random)) == Self.dates(plan))
    }

    @Test(arguments: 0..<40) func namesChangeNothing(seed: Int) throws {
        let plan = Self.make(seed)
        let renamed = try Self.dates(plan.renamed { "\($0.reversed())é" })
        let original = try Self.dates(plan)
        #expect(renamed == Dictionary(uniqueKeysWithValues: original.map { ("\($0.reversed())é", $1) }))
    }

    /// Written to files and read again, a plan has the same dates.
    @Test(arguments: 0..<10) func filesChangeNothing(seed: Int) throws {
        let builder = Self.make(seed)
        let (direct, read) = (try Network(compiling: builder.plan()), try Network(compiling: builder.plan().throughFiles()))
        #expect(Schedule(of: direct).earlyFinish == Schedule(of: read).earlyFinish)
        #expect(Schedule(of: direct).lateFinish == Schedule(of: read).lateFinish)
    }

    /// The last task has no float, no float is negative, and no task can slip freely by more than in all.
    @Test(arguments: 0..<60) func floats(seed: Int) throws {
        let network = try Network(compiling: Self.make(seed).plan())
        let schedule = Schedule(of: network)
        for node in network.structure.nodeOfTask.map(Int.init) where !schedule.isCompleted(node) {
            #expect(schedule.freeFloat[node] >= 0)
            #expect(schedule.freeFloat[node] <= schedule.totalFloat(node))
            if schedule.finishInstant(node) == schedule.finish { #expect(schedule.totalFloat(node) == 0) }
        }
    }

    /// Tasks on the longest path have a chain of deciding relations to the plan's finish: a minute more on one of those that are not yet
    /// done moves the finish, unless the plan's last dates are actual ones.
    @Test(arguments: 0..<40) func longestPathDecides(seed: Int) throws {
        var make = RandomPlan()
        (make.hasCalendars, make.hasRelationTypes) = (false, false)
        let plan = make.make(seed: UInt64(seed))
        let network = try Network(compiling: plan.plan())
        let schedule = Schedule(of: network)
        let path = schedule.longestPath()
        for (row, node) in network.structure.nodeOfTask.map(Int.init).enumerated() {
            var longer = plan
            longer.tasks[row].duration! += 1
            let moved = Schedule(of: try Network(compiling: longer.plan())).finish > schedule.finish
            #expect(moved == path[node], "seed \(seed), \(plan.tasks[row].id)")
            // On one calendar with plain relations the longest path and zero float are the same.
            #expect(path[node] == schedule.isCritical(node))
        }
    }
}

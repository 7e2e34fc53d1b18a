import Headway
import TestSupport
import Testing

/// The work of teams by span of time, beside what there is of them.
@Suite struct LoadProfileTests {
    /// Two days of two people: A works the first whole, half of B the second; the team is theirs.
    @Test func byHand() throws {
        var builder = PlanBuilder()
        builder.team("T")
        builder.person("A") { $0.team = "T" }
        builder.person("B") { $0.team = "T" }
        builder.person("C")
        // One working day each, of 480 minutes.
        builder.task("first", 480)
        builder.task("second", 480)
        builder.task("apart", 240)
        builder.relate("first", "second")
        builder.assign("first", "A")
        builder.assign("second", "B", units: 0.5)
        builder.assign("apart", "C")
        let (plan, days) = (builder.plan(), try spans([0, 1440, 2880], builder))
        let network = try Network(compiling: plan)
        let profile = LoadProfile(of: plan, Schedule(of: network), CapacityModel(of: plan, network), spans: days)
        #expect(profile.rows.map(\.carrier) == [.team(0), .others])
        #expect(profile.rows.map(\.work) == [[480, 240], [240, 0]])
        // Two people of 480 minutes a day, and one.
        #expect(profile.rows.map(\.capacity) == [[960, 960], [480, 480]])
        #expect([0, 1].map { profile.rows[0].load($0) } == [0.5, 0.25] && profile.rows[1].load(1) == 0)
    }

    /// Without teams units stand in; nobody's capacity is nobody's load, and work of an unlimited team has no share.
    @Test func unitsAndLimits() throws {
        let plan = try PlanTexts([
            "people.csv": "id,name,unit\nA,A,Works\nB,B,Wards\n", "tasks.csv": "id,name,project,duration\none,One,,1d\n",
            "assignments.csv": "task,person\none,A\n",
        ]).plan()
        let network = try Network(compiling: plan)
        let first = network.values.dataDate
        let profile = LoadProfile(
            of: plan, Schedule(of: network), CapacityModel(of: plan, network), spans: [first..<first + 1440])
        #expect(profile.rows.map(\.carrier) == [.unit("Works")] && profile.rows[0].load(0) == 1)
        var open = PlanBuilder()
        open.team("T")
        open.team("F", capacity: 2)
        open.task("one", 480)
        open.task("two", 480)
        open.assign("one", team: "T")
        open.assign("two", team: "F")
        let other = open.plan()
        let otherNetwork = try Network(compiling: other)
        let found = LoadProfile(
            of: other, Schedule(of: otherNetwork), CapacityModel(of: other, otherNetwork), spans: try spans([0, 1440], open))
        #expect(found.rows.map(\.capacity) == [nil, [960]] && found.rows[0].load(0) == nil && found.rows[1].load(0) == 0.5)
    }

    /// Whatever the plan, the spans hold all the work that its demands come to.
    @Test(arguments: UInt64(1)...40) func addsUp(seed: UInt64) throws {
        var shape = RandomPlan()
        (shape.taskCount, shape.hasPeople, shape.hasProgress) = (25, true, seed % 2 == 0)
        let builder = shape.make(seed: seed)
        let plan = builder.plan()
        let network = try Network(compiling: plan)
        let (schedule, capacity) = (Schedule(of: network), CapacityModel(of: plan, network))
        let start = network.values.dataDate
        let end = (0..<network.structure.nodeCount).map(schedule.earlyFinishInstant).max()! + 1
        let cuts = (0...7).map { start + Int32(Int(end - start) * $0 / 7) }
        let spans = zip(cuts, cuts.dropFirst()).map { $0..<$1 }
        let profile = LoadProfile(of: plan, schedule, capacity, spans: spans)
        var all: Int64 = 0
        for node in 0..<network.structure.nodeCount where network.values.progress(of: node) != .completed {
            let calendar = network.structure.calendars[network.structure.calendar(of: node)]
            let from = max(schedule.earlyStartInstant(node), start)
            let minutes = Int64(calendar.work(at: max(schedule.earlyFinishInstant(node), from)) - calendar.work(at: from))
            for place in capacity.demands(of: node) { all += minutes * Int64(capacity.demandAmount[place]) }
        }
        // Each cell is rounded down from ten-thousandths of a person.
        let sum = profile.rows.flatMap(\.work).reduce(0, +)
        #expect(sum <= all / 10_000 && sum + Int64(profile.rows.count * spans.count) >= all / 10_000)
    }

    /// Spans between moments, minutes after the midnight of the epoch's day.
    private func spans(_ cuts: [Int32], _ builder: PlanBuilder) throws -> [Range<Int32>] {
        let network = try Network(compiling: builder.plan())
        let instants = cuts.map { network.instant(of: builder.moment($0)) }
        return zip(instants, instants.dropFirst()).map { $0..<$1 }
    }
}

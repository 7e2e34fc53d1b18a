import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// What is demanded of people week by week.
struct LoadsTests {
    /// ann (0.8, away on the second Monday) has five days of work from Monday 4 January at 1 and three at 0.5 beside; the plan begins at 8:00.
    /// First week: demanded 5 · 480 + 3 · 240 = 3,120, there are 0.8 · 2,400 = 1,920; too much on three days by 0.7 and on two by 0.2:
    /// 480 · (3 · 0.7 + 2 · 0.2) = 1,200. A task of one day on the second Monday: demanded 480, there are 4 · 384, all of the 480 too much.
    @Test func byHand() throws {
        var plan = PlanBuilder()
        plan.person("ann", fte: 0.8)
        plan.available("ann", from: 7 * 1440, to: 8 * 1440)
        plan.task("a", 5 * 480)
        plan.task("b", 3 * 480)
        plan.task("c", 480)
        plan.relate("a", "c")
        for (task, units) in [("a", 1), ("b", 0.5), ("c", 1)] as [(String, Double)] { plan.assign(task, "ann", units: units) }
        let setting = try LevellingCase(plan)
        let loads = Loads(of: setting.plan, setting.schedule, setting.capacity)
        let expected: [[Int64]] = [[3120, 1920, 1200], [480, 4 * 384, 480]]
        #expect(loads.entries.map { [$0.demanded, $0.available!, $0.over].map { $0 / 10_000 } } == expected)
        #expect(loads.entries.map { loads.monday($0) } == [plan.moment(0), plan.moment(7 * 1440)])
        // Levelled, c begins on Tuesday of the third week: a waits for b or b for a, and all of them take 0.8 of ann at most.
        let levelled = SerialSGS(setting.network, setting.capacity).schedule(ranks: setting.ranks(.given))
        #expect(levelled.shortfalls.map(\.demanded) == [10_000, 10_000])
    }

    /// Teams without a limit have nothing available to tell, and are never asked too much.
    @Test func withoutALimit() throws {
        var plan = PlanBuilder()
        plan.team("crew")
        plan.task("a", 480)
        plan.assign("a", team: "crew", units: 7)
        let setting = try LevellingCase(plan)
        let loads = Loads(of: setting.plan, setting.schedule, setting.capacity)
        #expect(loads.entries.count == 1 && loads.entries[0].available == nil && loads.entries[0].over == 0)
        #expect(loads.entries[0].demanded == 480 * 70_000)
    }

    /// Minute by minute, of the plain schedule and of a levelled one.
    @Test(arguments: 0..<30) func asCountedMinuteByMinute(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        let (network, capacity) = (setting.network, setting.capacity)
        let starts = setting.schedule.earlyFinish.indices.map {
            setting.schedule.earlyFinish[$0] - setting.schedule.network.values.remaining[$0]
        }
        let plain = Loads(of: setting.plan, setting.schedule, capacity)
        compare(plain, setting, starts, setting.schedule.earlyFinish, "plain, seed \(seed)") { _, _ in false }
        let levelled = SerialSGS(network, capacity).schedule(ranks: setting.ranks(.given))
        let loads = Loads(of: setting.plan, levelled, capacity)
        let givenUp = Set(levelled.shortfalls.filter(\.isGivenUp).map { [$0.node, $0.resource] })
        compare(loads, setting, levelled.start, levelled.finish, "levelled, seed \(seed)") { node, instant in
            levelled.rests[node] > 0
                && capacity.demands(of: node).contains { place in
                    let resource = Int(capacity.demandResource[place])
                    return !givenUp.contains([node, resource]) && capacity.absences[resource].contains { $0.contains(instant) }
                }
        }
    }

    private func compare(
        _ loads: Loads, _ setting: LevellingCase, _ start: [Int32], _ finish: [Int32], _ what: String,
        rests: (Int, Int32) -> Bool
    ) {
        let (network, capacity) = (setting.network, setting.capacity)
        var demand = [[Int32: Int64]](repeating: [:], count: capacity.resourceCount)
        for node in start.indices where finish[node] > start[node] && !setting.isDone(node) {
            let calendar = network.structure.calendars[network.structure.calendar(of: node)]
            for position in start[node]..<finish[node] {
                let instant = calendar.start(at: position)
                if rests(node, instant) { continue }
                for place in capacity.demands(of: node) {
                    demand[Int(capacity.demandResource[place])][instant, default: 0] += Int64(capacity.demandAmount[place])
                }
            }
        }
        // The plan begins on a Monday, so weeks are plain.
        var expected: [[Int64]] = []
        for resource in demand.indices {
            let hasLimit = capacity.steps[resource].most < CapacityModel.unlimited
            func there(_ instant: Int32) -> Int64 {
                capacity.absences[resource].contains { $0.contains(instant) }
                    ? 0 : Int64(capacity.steps[resource].amount(at: instant))
            }
            for (week, minutes) in Dictionary(grouping: demand[resource].keys, by: { $0 / 10_080 }).sorted(by: {
                $0.key < $1.key
            }) {
                let demanded = minutes.reduce(0) { $0 + demand[resource][$1]! }
                let over = minutes.reduce(0) { $0 + max(demand[resource][$1]! - there($1), 0) }
                let own = network.structure.calendars[network.structure.planCalendar]
                let available = (own.work(at: week * 10_080)..<own.work(at: (week + 1) * 10_080)).reduce(Int64(0)) {
                    $0 + there(own.start(at: $1))
                }
                expected.append([Int64(resource), Int64(week), demanded, hasLimit ? available : -1, hasLimit ? over : 0])
            }
        }
        let found = loads.entries.map { [Int64($0.resource), Int64($0.week), $0.demanded, $0.available ?? -1, $0.over] }
        #expect(found == expected, "\(what)")
    }
}

import PlanModel
import TestSupport
import Testing

@testable import PlanNetwork

/// How much there is of people and teams, from Monday 4 January 2027 at 8:00 on; instants are minutes since its midnight.
struct CapacityModelTests {
    private func model(_ edit: (inout PlanBuilder) -> Void) throws -> CapacityModel {
        var plan = PlanBuilder()
        edit(&plan)
        let made = plan.plan()
        return CapacityModel(of: made, try Network(compiling: made))
    }

    private func steps(_ pairs: [(Int32, Int32)]) -> CapacitySteps { CapacitySteps(pairs.map { (from: $0.0, amount: $0.1) }) }

    /// FTE, one where it is not said, less what duties take: 0.8 · (1 − 0.25 − 0.25) = 0.4, and nobody is less than nothing.
    @Test func sharesOfPeople() throws {
        let model = try model { plan in
            plan.person("usual")
            plan.person("part", fte: 0.8)
            plan.person("busy")
            plan.responsibilities = [
                .init(person: "part", share: 0.25), .init(person: "part", share: 0.25), .init(person: "busy", share: 0.7),
                .init(person: "busy", share: 0.7),
            ]
        }
        #expect(model.steps == [10_000, 4_000, 0].map { CapacitySteps(amount: $0) } && model.personCount == 3 && model.isIdle)
    }

    /// There from Wednesday to the end of Friday.
    @Test func comingAndGoing() throws {
        let model = try model { plan in
            let (start, end) = (plan.moment(2 * 1440), plan.moment(5 * 1440))
            plan.person("ann") { ($0.start, $0.end) = (start, end) }
            let before = plan.moment(-5000)
            plan.person("old") { $0.start = before }
            plan.person("gone") { $0.end = before }
        }
        #expect(model.steps[0] == steps([(0, 0), (2 * 1440, 10_000), (5 * 1440, 0)]))
        #expect(model.steps[1] == CapacitySteps(amount: 10_000) && model.steps[2] == CapacitySteps(amount: 0))
    }

    /// Eight days of ramping up from day 10: a quarter of 0.8 from then on, a half from day 12, three quarters from 14, all from 16. bob's own: a
    /// working week is a week around the clock, in quarters of 2,520 minutes. Who was there before the epoch has none.
    @Test func rampUp() throws {
        let model = try model { plan in
            plan.settings.people.rampUp = 8 * 1440
            let (start, epoch) = (plan.moment(10 * 1440), plan.settings.epoch)
            plan.person("ann", fte: 0.8) { $0.start = start }
            plan.person("bob") { ($0.start, $0.rampUp) = (start, 2400) }
            plan.person("old") { $0.start = epoch }
            plan.person("quick") { ($0.start, $0.rampUp) = (start, 0) }
        }
        let day: Int32 = 1440
        #expect(model.steps[0] == steps([(0, 0), (10 * day, 2000), (12 * day, 4000), (14 * day, 6000), (16 * day, 8000)]))
        let quarter: Int32 = 2520
        #expect(
            model.steps[1]
                == steps([
                    (0, 0), (10 * day, 2500), (10 * day + quarter, 5000), (10 * day + 2 * quarter, 7500),
                    (10 * day + 3 * quarter, 10_000),
                ]))
        // Whoever comes at the epoch, 8:00, has been there.
        #expect(model.steps[2] == steps([(0, 0), (480, 10_000)]) && model.steps[3] == steps([(0, 0), (10 * day, 10_000)]))
    }

    /// Half-time from day 3, nothing for two days from day 5, where rows overlap the one that begins later; then half-time again. Absences are kept
    /// apart, joined where they touch. Duties take their share of what a row says.
    @Test func availability() throws {
        let day: Int32 = 1440
        let model = try model { plan in
            plan.person("ann")
            plan.responsibilities = [.init(person: "ann", share: 0.2)]
            plan.available("ann", from: 5 * day, to: 7 * day, capacity: 0)
            plan.available("ann", from: 3 * day, capacity: 0.5)
            plan.available("ann", from: 10 * day, to: 12 * day)
            plan.available("ann", from: 12 * day, to: 13 * day)
            plan.available("ann", from: 20 * day, to: 21 * day)
        }
        #expect(model.steps[0] == steps([(0, 8000), (3 * day, 4000), (5 * day, 0), (7 * day, 4000)]))
        #expect(model.absences == [[10 * day..<13 * day, 20 * day..<21 * day]])
    }

    /// A team is what it says; else its people together, with their coming and going; without people there is no limit. Nobody of a team is there while
    /// it is away.
    @Test func teams() throws {
        let day: Int32 = 1440
        let model = try model { plan in
            plan.team("given", capacity: 2.5)
            plan.team("derived")
            plan.team("open")
            let end = plan.moment(4 * day)
            plan.person("ann", fte: 0.5) { $0.team = "derived" }
            plan.person("bob") { ($0.team, $0.end) = ("derived", end) }
            plan.available(team: "given", from: 2 * day, to: 3 * day)
            plan.available(team: "open", from: day, to: 2 * day, capacity: 1)
        }
        #expect(model.steps[2] == steps([(0, 25_000), (2 * day, 0), (3 * day, 25_000)]))
        #expect(model.steps[3] == steps([(0, 15_000), (4 * day, 5_000)]))
        #expect(model.steps[4] == steps([(0, CapacityModel.unlimited), (day, 10_000), (2 * day, CapacityModel.unlimited)]))
        #expect(
            model.absences == [[], [], [], [], []]
                && model.withoutLimits.steps.allSatisfy { $0.most == CapacityModel.unlimited })
    }

    /// Without units: all of a person, one of a team. Rows of one task and person are added; finished tasks and rows of nothing want nobody.
    @Test func demands() throws {
        var plan = PlanBuilder()
        plan.settings.dataDate = plan.moment(1440)
        plan.person("ann", fte: 0.6)
        plan.team("crew", capacity: 4)
        let (start, finish) = (plan.moment(480), plan.moment(960))
        plan.task("a", 480)
        plan.task("done", 480) { ($0.actualStart, $0.actualFinish) = (start, finish) }
        plan.assign("a", "ann")
        plan.assign("a", team: "crew")
        plan.assign("a", team: "crew", units: 0.5)
        plan.assign("done", "ann")
        plan.task("free", 480)
        plan.assign("free", "ann", units: 0)
        let made = plan.plan()
        let network = try Network(compiling: made)
        let model = CapacityModel(of: made, network)
        func demands(_ row: Int) -> [Int32: Int32] {
            Dictionary(
                uniqueKeysWithValues: model.demands(of: Int(network.structure.nodeOfTask[row])).map {
                    (model.demandResource[$0], model.demandAmount[$0])
                })
        }
        #expect(demands(0) == [0: 6000, 1: 15_000] && demands(1) == [:] && demands(2) == [:] && !model.isIdle)
        #expect(model.demandOffsets.count == network.structure.nodeCount + 1)
    }

    /// A share s leaves in a year at the rate −ln(1 − s); by role, `default` for others.
    @Test func chances() throws {
        let quiet = try model { $0.person("ann") }
        #expect(quiet.chances.isEmpty)
        let model = try model { plan in
            plan.person("ann")
            plan.settings.people.attrition = ["default": 0.5]
            plan.settings.people.hiringDelay = .init(1, 2, 3)
            (plan.settings.people.sicknessPerYear, plan.settings.people.sicknessLength) = (2, .init(4, 5, 6))
        }
        #expect(abs(model.chances.leavesPerYear[0] - 0.6931471805599453) < 1e-12 && model.chances.hiringDelay == .init(1, 2, 3))
        #expect(model.chances.illnessesPerYear == 2 && model.chances.illnessLength == .init(4, 5, 6) && !model.chances.isEmpty)
    }

    /// At any moment, what the rows say by their definitions.
    @Test(arguments: 0..<100) func asTheRowsSay(seed: Int) throws {
        var make = RandomPlan()
        make.hasPeople = true
        let plan = make.make(seed: UInt64(seed))
        let made = plan.plan()
        let model = CapacityModel(of: made, try Network(compiling: made))
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<40 {
            let instant = Int32(random.integer(0...70_000))
            let moment = plan.moment(instant)
            func given(_ rows: [PlanBuilder.AvailabilityRow]) -> Double? {
                let now = rows.filter {
                    $0.capacity != nil && $0.from <= moment && moment < $0.to ?? LocalDateTime(minutes: Int32.max)
                }
                let latest = now.map(\.from).max()
                let ends = now.filter { $0.from == latest }.map { $0.to ?? LocalDateTime(minutes: Int32.max) }
                return now.filter { $0.from == latest && ($0.to ?? LocalDateTime(minutes: Int32.max)) == ends.min() }
                    .compactMap(\.capacity).min()
            }
            var amounts: [String: Int32] = [:]
            for (row, person) in plan.people.enumerated() {
                let usual = given(plan.availability.filter { $0.person == person.id }) ?? person.fte ?? 1
                let duties = plan.responsibilities.filter { $0.person == person.id }.map(\.share).reduce(0, +)
                var share = 1.0
                if let start = person.start, start > plan.settings.epoch {
                    let working = person.rampUp.map { Int32(Int64($0) * 10_080 / Int64(plan.settings.units.minutesPerWeek)) }
                    let length = working ?? plan.settings.people.rampUp
                    if length >= 4 { share = min(1, Double((moment.minutes - start.minutes) / (length / 4) + 1) / 4) }
                }
                let isThere = person.start.map { $0 <= moment } ?? true && person.end.map { moment < $0 } ?? true
                let amount = isThere ? Int32((usual * max(0, 1 - duties) * share * 10_000).rounded()) : 0
                amounts[person.id] = amount
                #expect(abs(model.steps[row].amount(at: instant) - amount) <= 1, "\(person.id) at \(instant), seed \(seed)")
                let isAway = plan.availability.contains {
                    $0.person == person.id && $0.capacity == nil && $0.from <= moment && moment < $0.to!
                }
                #expect(model.absences[row].contains { $0.contains(instant) } == isAway)
            }
            for (row, team) in plan.teams.enumerated() {
                let rows = plan.availability.filter { $0.team == team.id }
                let members = plan.people.filter { $0.team == team.id }
                var amount =
                    team.capacity.map { Int32($0 * 10_000) }
                    ?? (members.isEmpty ? CapacityModel.unlimited : members.reduce(0) { $0 + amounts[$1.id]! })
                if let capacity = given(rows) { amount = Int32(capacity * 10_000) }
                if rows.contains(where: { $0.capacity == nil && $0.from <= moment && moment < $0.to! }) { amount = 0 }
                #expect(
                    abs(model.steps[plan.people.count + row].amount(at: instant) - amount) <= Int32(members.count),
                    "\(team.id) at \(instant), seed \(seed)")
            }
        }
    }
}

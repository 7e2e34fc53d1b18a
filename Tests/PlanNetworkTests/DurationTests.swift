import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// What a task lasts and what is left of it.
struct DurationTests {
    private func values(_ edit: (inout PlanBuilder) -> Void) throws -> (planned: Int32, remaining: Int32) {
        var plan = PlanBuilder()
        edit(&plan)
        let network = try Network(compiling: plan.plan())
        let node = Int(network.structure.nodeOfTask[0])
        return (network.values.planned[node], network.values.remaining[node])
    }

    /// Duration before most likely before mean before effort.
    @Test func firstOfFour() throws {
        func planned(_ duration: Int32?, _ likely: Int32?, _ mean: Int32?, _ effort: Int32?) throws -> Int32 {
            try values {
                $0.task("a", duration) {
                    ($0.mostLikely, $0.mean, $0.effort) = (likely, mean, effort)
                    if likely != nil { ($0.optimistic, $0.pessimistic) = (1, 1000) }
                }
            }.planned
        }
        #expect(try planned(1, 2, 3, 4) == 1)
        #expect(try planned(nil, 2, 3, 4) == 2)
        #expect(try planned(nil, nil, 3, 4) == 3)
        #expect(try planned(nil, nil, nil, 4) == 4)
        #expect(try planned(0, 2, 3, 4) == 0)
    }

    /// 960 minutes of effort by ann at 0.5 FTE and bob at half his time and 1 FTE: 960 / (0.5 + 0.5) = 960; by ann alone 1,920.
    @Test func effortIsShared() throws {
        func planned(_ names: [String]) throws -> Int32 {
            try values { plan in
                plan.person("ann", fte: 0.5)
                plan.person("bob")
                plan.task("a") { $0.effort = 960 }
                for name in names { plan.assign("a", name, units: name == "bob" ? 0.5 : nil) }
            }.planned
        }
        #expect(try planned(["ann", "bob"]) == 960)
        #expect(try planned(["ann"]) == 1920)
        #expect(try planned([]) == 960)
        // 100 minutes by three people at 1 FTE: 33.3 minutes each, 33.
        let thirds = try values { plan in
            plan.task("a") { $0.effort = 100 }
            for name in ["x", "y", "z"] {
                plan.person(name)
                plan.assign("a", name)
            }
        }
        #expect(thirds.planned == 33)
    }

    /// Units are full-time people, whoever the person is: 960 minutes by half of ann, whose FTE is 0.5, take 1,920; twice as productive, 960. All of what
    /// duties leave of her, 0.5 · (1 − 0.2) = 0.4: 2,400. Two of a team: 480.
    @Test func whatUnitsMean() throws {
        func planned(units: Double?, productivity: Double? = nil, duties: Double = 0) throws -> Int32 {
            try values { plan in
                plan.person("ann", fte: 0.5) { $0.productivity = productivity }
                if duties > 0 { plan.responsibilities = [.init(person: "ann", share: duties)] }
                plan.task("a") { $0.effort = 960 }
                plan.assign("a", "ann", units: units)
            }.planned
        }
        #expect(try planned(units: 0.5) == 1920 && planned(units: 0.5, productivity: 2) == 960)
        #expect(try planned(units: nil, duties: 0.2) == 2400 && planned(units: 1, duties: 0.2) == 960)
        // Nobody is left of her: as if one person did it.
        #expect(try planned(units: nil, duties: 1) == 960)
        let team = try values { plan in
            plan.team("crew")
            plan.task("a") { $0.effort = 960 }
            plan.assign("a", team: "crew", units: 2)
        }
        #expect(team.planned == 480)
    }

    /// Each person beyond the first adds a tenth: three do 960 · 1.2 = 1,152 minutes, 384 each; ann and two of a team are three as well. One alone, or half of
    /// a team, adds nothing.
    @Test func manyOnATaskCost() throws {
        func planned(people: Int, team: Double? = nil) throws -> Int32 {
            try values { plan in
                plan.settings.people.overheadPerPerson = 0.1
                plan.team("crew")
                plan.task("a") { $0.effort = 960 }
                for number in 0..<people {
                    plan.person("E\(number)")
                    plan.assign("a", "E\(number)")
                }
                if let team { plan.assign("a", team: "crew", units: team) }
            }.planned
        }
        #expect(try planned(people: 3) == 384 && planned(people: 1, team: 2) == 384)
        #expect(try planned(people: 1) == 960 && planned(people: 0) == 960 && planned(people: 0, team: 0.5) == 1920)
        // Overhead never undoes the help: two take 960 · 1.1 / 2.
        #expect(try planned(people: 2) == 528)
    }

    /// A finished task without a duration lasted from Monday 09:00 to Tuesday 10:00 on the standard calendar: 7 h + 2 h = 540 minutes.
    @Test func actualDuration() throws {
        let done = try values { plan in
            plan.settings.dataDate = plan.moment(5 * 1440)
            let (start, finish) = (plan.moment(540), plan.moment(1440 + 600))
            plan.task("a") { ($0.actualStart, $0.actualFinish) = (start, finish) }
        }
        #expect(done == (540, 0))
    }

    /// Left of 480 minutes: 100 as reported though 50 % are too, 240 by percentage, all of it without a report, 0 when finished.
    @Test func remaining() throws {
        func left(_ reported: Int32?, _ percent: Double?, finished: Bool = false) throws -> Int32 {
            try values { plan in
                plan.settings.dataDate = plan.moment(5 * 1440)
                let start = plan.moment(480)
                plan.task("a", 480) {
                    ($0.actualStart, $0.actualFinish) = (start, finished ? start : nil)
                    ($0.remaining, $0.percentComplete) = (reported, percent)
                }
            }.remaining
        }
        #expect(try left(100, 50) == 100)
        #expect(try left(nil, 50) == 240)
        #expect(try left(nil, nil) == 480)
        #expect(try left(100, 50, finished: true) == 0)
        // 480 · (1 − 0.333) = 320.16
        #expect(try left(nil, 33.3) == 320)
    }

    @Test func findings() throws {
        var plan = PlanBuilder()
        plan.settings.dataDate = plan.moment(1440)
        let start = plan.moment(480)
        plan.task("a", 480) { $0.actualStart = start }
        plan.task("b", 480) { $0.percentComplete = 50 }
        let findings = try Network(compiling: plan.plan()).findings
        #expect(findings.map(\.code) == ["started-without-progress", "progress-without-start"])
        #expect(findings.map(\.line) == [2, 3])
    }
}

import PlanModel
import PlanNetwork
import TestSupport
import Testing

@testable import PlanAlignment

/// `Clinic`, every figure by hand.
struct ClinicTests {
    private let plan: Plan
    private let alignment: Alignment

    init() throws {
        plan = try Clinic.texts.plan()
        alignment = try Alignment(of: plan, try Network(compiling: plan))
    }

    private func person(_ id: String) -> Int { plan.people.row(of: id)! }

    /// A carrier's minutes: unaligned, I1, I2, I3.
    private func minutes(_ effort: SparseEffort, _ row: Int) -> [Int64] { (0...3).map { effort.minutes(row, for: $0) } }

    private func ids(_ elements: [AlignmentElement]) -> [String] {
        elements.map { element in
            let table = [plan.initiatives.raw, plan.goals.raw, plan.projects.raw, plan.tasks.raw][Int(element.level.rawValue)]
            return table.identifier(Int(element.row))
        }
    }

    @Test func effortLeft() {
        #expect(alignment.effort.ofTask == [960, 3600, 1152, 960, 3840, 480, 120, 0])
        #expect(alignment.effort.total == 11_112)
        #expect(alignment.effort.isOpen == [true, true, true, true, true, true, true, false])
    }

    /// T7 120, weights 1 and 2: G2 40, I3 80.
    /// P1 960 + 3600 = 4560, weights 1 and 0.5: G1 3040, I2 1520.
    /// P2 1152 + 960 = 2112: all to G2.
    /// P3 3840, weights 1 and 1: G3 1920, I3 1920.
    /// P4 480: belongs to nothing.
    /// G2 2112 + 40 = 2152, weights 1 and 0.25: I2 1721.6, G1 430.4; the minute left over goes to 0.6: 1722 and 430.
    /// G1 3040 + 430 = 3470: all to I1.
    /// G3 1920: belongs to nothing.
    /// I1 3470, weights 1 (itself) and 0.1: 3154.55 and 315.45; the minute left over stays: 3155, I3 315.
    /// I2 1520 + 1722 = 3242.
    /// I3 80 + 1920 + 315 = 2315.
    /// Nothing: 480 + 1920 = 2400. In all 3155 + 3242 + 2315 + 2400 = 11112.
    @Test func flow() {
        let (flow, tree) = (alignment.flow, alignment.graph.tree)
        #expect(flow.ofInitiative == [3155, 3242, 2315])
        #expect(flow.unaligned == 2400)
        #expect(tree.targets(.goal).map { flow.arriving[$0] } == [3470, 2152, 1920, 0])
        #expect(tree.targets(.project).map { flow.arriving[$0] } == [4560, 2112, 3840, 480, 0])
    }

    /// Shares of 11112: 0.2839, 0.2918, 0.2083, unaligned 0.2160; of the weights 0.5, 0.3, 0.2, 0. I3 and what is unaligned take more than their
    /// weight, by 2315/11112 − 0.2 + 2400/11112 = 4715/11112 − 0.2; that is half of all differences, as both sides sum to 1.
    @Test func strategyGap() throws {
        let strategy = alignment.strategy
        #expect(strategy.initiatives.map(\.minutes) == [3155, 3242, 2315])
        #expect(abs(try #require(strategy.initiatives[0].gap) - (3155.0 / 11_112 - 0.5)) < 1e-15)
        #expect(strategy.initiatives.map(\.weightShare) == [0.5, 0.3, 0.2])
        #expect(abs(try #require(strategy.mismatch) - (4715.0 / 11_112 - 0.2)) < 1e-15)
        #expect(strategy.unalignedShare == 2400.0 / 11_112)
    }

    /// P1 hands two thirds of Ann's 2400 to G1 and a third to I2, and of Bob's 2160 too. At G2 Cyd has 1152 + 40 = 1192 and nobody 960, and I2 takes
    /// 1722 of 2152: of Cyd's 953.8, so 954, and the rest, 768, of nobody's; G1 238 and 192.
    @Test func carriers() {
        let carried = alignment.carried.byCarrier
        #expect(minutes(carried, person("gus")) == [480, 0, 0, 0])
        #expect(minutes(carried, person("ann"))[2] == 800)
        #expect(minutes(carried, person("bob"))[2] == 720)
        #expect(minutes(carried, person("cyd"))[2] == 954)
        #expect(minutes(carried, alignment.carried.nobody)[2] == 768)
        #expect(minutes(carried, plan.people.count) == [1920, 0, 0, 1920])
        // What arrives at I1 is 1600, 1440, 238 and 192, of which 3155 of 3470 stays: 1454.8, 1309.3, 216.4 and 174.6.
        for (row, share) in [
            (person("ann"), 1454.8), (person("bob"), 1309.3), (person("cyd"), 216.4), (alignment.carried.nobody, 174.6),
        ] {
            #expect(abs(Double(minutes(carried, row)[1]) - share) < 1.01)
        }
        #expect(carried.sums(purposeCount: 4) == [2400, 3155, 3242, 2315])
        #expect(["ann", "bob", "cyd"].map { carried.total(person($0)) } == [2400, 2160, 1272])
    }

    @Test func groups() {
        let groups = alignment.groups
        #expect(groups.unitNames == ["Care", "Lab", "Ops", "People and culture"])
        // Care is Ann and Bob, Lab is Cyd and Gus, Ops is the team; then those without a unit, then nobody.
        #expect((0..<6).map(groups.units.total) == [4560, 1752, 3840, 0, 0, 960])
        #expect(groups.units.sums(purposeCount: 4) == [2400, 3155, 3242, 2315])
        #expect(groups.unitSizes == [2, 2, 1, 1, 3])
        #expect((0..<3).map(groups.teams.total) == [3840, 6312, 960])
        // Ann and Bob report to Cyd; Cyd, Gus, Dee and Eve to Max, of whom Dee has left and Eve is to come.
        #expect(groups.managers.map { plan.people.text(.id, Int($0)) } == ["cyd", "max"])
        #expect((0..<2).map(groups.lines.total) == [5832, 6312])
        #expect(groups.lineSizes == [3, 5])
    }

    @Test func coverage() {
        typealias Step = AlignmentCoverage.Step
        let coverage = alignment.coverage
        #expect(coverage.initiatives == Step(covered: 3, total: 3, coveredMinutes: 8712, totalMinutes: 8712))
        // G4 has no project; 3470 + 2152 + 1920 = 7542.
        #expect(coverage.goals == Step(covered: 3, total: 4, coveredMinutes: 7542, totalMinutes: 7542))
        // P5 has no task; 4560 + 2112 + 3840 + 480 = 10992.
        #expect(coverage.projects == Step(covered: 4, total: 5, coveredMinutes: 10_992, totalMinutes: 10_992))
        // T4 has nobody, T6 no date: 11112 − 960 − 480 = 9672.
        #expect(coverage.tasks == Step(covered: 5, total: 7, coveredMinutes: 9672, totalMinutes: 11_112))
        // Dee has left and Eve is to come. Max and Fay see nothing, Gus works on P4, Joe advises on G3.
        #expect(coverage.people == Step(covered: 5, total: 9, coveredMinutes: 5832, totalMinutes: 6312))
        // G3 serves nothing; of the projects P3 does in part, P4 not; of the open tasks T6 not.
        #expect([coverage.goalsServing.covered, coverage.projectsServing.covered, coverage.tasksServing.covered] == [3, 4, 6])
        #expect(coverage.effort == (8712, 11_112))
    }

    @Test func lineOfSight() {
        let sight = alignment.sight.ofPerson
        let expected: [String: LinesOfSight.Sight] = [
            "ann": .clear, "bob": .clear, "cyd": .clear, "dee": .clear, "eve": .clear, "max": .nothing, "fay": .dutiesAlone,
            "gus": .elsewhere, "hal": .clear, "ida": .clear, "joe": .elsewhere,
        ]
        for (id, value) in expected { #expect(sight[person(id)] == value, "\(id)") }
        #expect(alignment.blindPeople(of: plan).map { plan.people.text(.id, $0) } == ["max", "fay", "gus", "joe"])
    }

    @Test func gaps() {
        let gaps = alignment.gaps
        #expect(ids(gaps.orphans.map(\.element)) == ["G3", "P4"])
        // G3 has P3 and its T5 below; together they are what is unaligned.
        #expect(gaps.orphans.map(\.minutes) == [1920, 480] && gaps.orphans.map(\.openTasks) == [1, 1])
        #expect(gaps.finishedOrphanTasks == 1)
        #expect(ids(gaps.deadEnds) == ["G4", "P5"])
        #expect(ids(gaps.unowned) == ["P5", "T4"])
        #expect(ids(gaps.unassigned) == ["T4"])
        #expect(ids(gaps.undated) == ["I3", "T6"])
        #expect(ids(gaps.absentOwners.map(\.element)) == ["P2", "P3"] && gaps.absentOwners.map(\.reason) == [.left, .toCome])
        #expect(gaps.assignedToLeavers.isEmpty)
        let who = gaps.completeness
        #expect([who.tasks, who.assigned, who.ownedOnly, who.nobody] == [7, 6, 0, 1])
        // T6 is called T6, and has no date; T4 has nobody.
        #expect([who.named, who.due, who.planned, who.undated, who.complete] == [6, 6, 0, 1, 5])
    }

    @Test func ownership() throws {
        // Of I2 Care does 800 + 720 of the 2474 that units carry, Lab 954, HR nothing.
        let foreign = try #require(alignment.ownership.foreign.first)
        #expect(alignment.ownership.foreign.count == 1 && foreign.initiative == 1 && foreign.unit == "Care")
        #expect(foreign.share == 1520.0 / 2474 && foreign.ownShare == 0)
        // Ann answers for I1, I3, G1, G4 and P1.
        #expect(alignment.ownership.heavy.isEmpty)
        var settings = AlignmentSettings()
        (settings.mostOwned, settings.singlePointShare) = (4, 0.45)
        settings.hrUnits = ["lab"]
        let other = try Alignment(of: plan, try Network(compiling: plan), settings).ownership
        #expect(other.heavy == [.init(person: Int32(person("ann")), initiatives: 2, goals: 2, projects: 1)])
        // Ann does about 1455 of the 3155 minutes of I1, 46 %.
        #expect(other.singlePoints.map(\.initiative) == [0] && other.singlePoints.map(\.person) == [Int32(person("ann"))])
        #expect(alignment.ownership.singlePoints.isEmpty && other.foreign.isEmpty)
    }

    /// All is due within four weeks, so those count: 20 days of 480 minutes. Ann has a fifth of them beside her rounds, 1920, and 2400 to do.
    @Test func load() {
        #expect(alignment.load.overloaded.map(\.person) == [Int32(person("ann"))])
        let entry = alignment.load.people.first { Int($0.person) == person("ann") }
        #expect(entry?.minutes == 2400 && entry?.capacity == 1920)
        #expect(alignment.load.people.first { Int($0.person) == person("bob") }?.capacity == 4800)
        // Gus: T6 has no date, and P4 is due on 30 April: 110 days of the calendar, 80 of work (16 weeks).
        #expect(alignment.load.people.first { Int($0.person) == person("gus") }?.capacity == Int64(80 * 480))
    }
}

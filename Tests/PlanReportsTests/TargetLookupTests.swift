import Headway
import PlanReports
import Testing

@Suite struct TargetLookupTests {
    /// X is an initiative and a goal; targets: plan 0, initiatives 1 and 2, goals 3 and 4.
    private func lookup() throws -> TargetLookup {
        let plan = try Plan.made([
            "initiatives.csv": "id,name\nI1,One\nX,Two\n", "goals.csv": "id,name,initiative\nX,Three,I1\ngoal:odd,Four,I1\n",
        ])
        return TargetLookup(plan, try Network(compiling: plan))
    }

    @Test func idsFindTheirTargets() throws {
        let lookup = try lookup()
        #expect(lookup.find("I1") == .found(1))
        #expect(lookup.find("initiative:I1") == .found(1))
        #expect(lookup.find("goal:X") == .found(3))
        #expect(lookup.find("goal:odd") == .found(4))
    }

    @Test func anIdOfSeveralKindsMustBeSaidInFull() throws {
        #expect(try lookup().find("X") == .ambiguous(["initiative:X", "goal:X"]))
    }

    @Test func anUnknownIdNamesItsNeighbours() throws {
        #expect(try lookup().find("I2") == .unknown(nearest: ["I1"]))
        #expect(try lookup().find("i1") == .unknown(nearest: ["I1"]))
        #expect(try lookup().find("something else") == .unknown(nearest: []))
        #expect(try lookup().find("task:I1") == .unknown(nearest: []))
    }
}

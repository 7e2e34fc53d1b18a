import PlanFiles
import PlanModel
import PlanNetwork
import TestSupport
import Testing

@testable import PlanAlignment

/// What people leave behind whom a scenario takes away.
struct SuccessionTests {
    private static let files = [
        "initiatives.csv": "id,name,owner,due\nI1,One,ann,2027-06-30\nI2,Two,bob,2027-02-15\n",
        "goals.csv": "id,name,initiative,owner,due\nG1,Goal,I1,ann,\n",
        "projects.csv": "id,name,goal,owner,due\nP1,Project,G1,bob,2027-06-30\n",
        "tasks.csv":
            "id,name,project,owner,due,duration\nT1,Alone,P1,bob,,5d\nT2,Together,P1,bob,2027-05-01,5d\nT3,Soon,P1,ann,2027-01-20,5d\n",
        "assignments.csv": "task,person\nT1,ann\nT2,ann\nT2,bob\nT3,bob\n",
    ]

    private static func plan(end: String) throws -> Plan {
        try PlanTexts(files.merging(["people.csv": "id,name,end\nann,Ann,\(end)\nbob,Bob,\n"]) { $1 }).plan()
    }

    private static func gaps(_ before: String, _ after: String) throws -> [String] {
        let (base, plan) = (try plan(end: before), try plan(end: after))
        let network = try Network(compiling: plan)
        let gaps = SuccessionGaps(from: base, to: plan, network, try Alignment(of: plan, network)).gaps
        return gaps.map { gap in
            let table = [plan.initiatives.raw, plan.goals.raw, plan.projects.raw, plan.tasks.raw][
                Int(gap.element.level.rawValue)]
            return "\(table.identifier(Int(gap.element.row))) \(gap.isOwner ? "owned" : "alone")"
        }
    }

    /// Ann leaves at the end of February: I1 is due in June and G1 has no date of its own; T1, without a date, is hers alone; T2 has Bob too; T3 is due before she
    /// goes.
    @Test func whatIsLeftBehind() throws { #expect(try Self.gaps("", "2027-02-28") == ["I1 owned", "G1 owned", "T1 alone"]) }

    /// Who leaves in any case, or later than before, opens nothing; who leaves earlier does.
    @Test func onlyWhatTheScenarioOpens() throws {
        #expect(try Self.gaps("2027-02-28", "2027-02-28") == [])
        #expect(try Self.gaps("2027-02-28", "2027-03-31") == [])
        #expect(try Self.gaps("2027-03-31", "2027-02-28") == ["I1 owned", "G1 owned", "T1 alone"])
    }
}

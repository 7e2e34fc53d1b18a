import PlanModel
import PlanNetwork
import PlanScenario
import TestSupport
import Testing

/// Edits that cannot be made, or touch nothing.
struct EditFaultTests {
    /// An edit and the faults that it must raise; the edit stands on line 3.
    struct Faulty: Sendable, CustomTestStringConvertible {
        let edit: String
        let faults: [String]
        init(_ edit: String, _ faults: String...) { (self.edit, self.faults) = (edit, faults) }
        var testDescription: String { edit }
    }

    static let faulty = [
        Faulty("cancel: {project: P9}", "unknown-id 3 edits[1].cancel.project"),
        Faulty("cancel: {project: P3}", "touches-nothing 3 edits[1].cancel.project"),
        Faulty("cancel: {tasks: [T5, T9]}", "unknown-id 3 edits[1].cancel.task"),
        Faulty("cancel: {task: T5}", "touches-nothing 3 edits[1].cancel.task"),
        Faulty("cancel: {initiative: G1}", "unknown-id 3 edits[1].cancel.initiative"),
        Faulty("defer: {task: T6, until: 2027-02-01}", "touches-nothing 3 edits[1].defer.task"),
        Faulty("defer: {task: T1, until: 2027-01-05}", "touches-nothing 3 edits[1].defer.until"),
        Faulty("rescope: {task: T1, factor: 1}", "touches-nothing 3 edits[1].rescope.factor"),
        Faulty("reprioritise: {task: T9, priority: 1}", "unknown-id 3 edits[1].reprioritise.task"),
        Faulty("changeDue: {initiative: I1, due: 2027-01-29}", "touches-nothing 3 edits[1].changeDue.due"),
        Faulty("changeDue: {goal: G1, due: none}", "touches-nothing 3 edits[1].changeDue.due"),
        Faulty("changeDue: {goal: G9, due: none}", "unknown-id 3 edits[1].changeDue.goal"),
        Faulty(
            "addPeople: {team: T9, calendar: none}", "unknown-id 3 edits[1].addPeople.team",
            "unknown-id 3 edits[1].addPeople.calendar"),
        Faulty("addPeople: {team: TA, id: A}", "duplicate-id 3 edits[1].addPeople.id"),
        Faulty("addPeople: {team: TA, takes: {people: [D]}}", "touches-nothing 3 edits[1].addPeople.takes"),
        Faulty("addPeople: {takes: team}", "missing-key 3 edits[1].addPeople.takes"),
        Faulty("removePerson: {person: X}", "unknown-id 3 edits[1].removePerson.person"),
        Faulty("removePerson: {person: A}", "missing-key 3 edits[1].removePerson.handOver"),
        Faulty("removePerson: {person: A, handOver: A}", "bad-taker 3 edits[1].removePerson.handOver"),
        Faulty("removePerson: {person: A, handOver: Z}", "unknown-id 3 edits[1].removePerson.handOver"),
        Faulty("movePerson: {person: A, to: TA}", "touches-nothing 3 edits[1].movePerson.to"),
        Faulty("changeFTE: {person: A, fte: 1}", "touches-nothing 3 edits[1].changeFTE.fte"),
        Faulty("changeCapacity: {team: TA, capacity: 3}", "touches-nothing 3 edits[1].changeCapacity.capacity"),
        Faulty("changeCalendar: {task: T1, calendar: nights}", "unknown-id 3 edits[1].changeCalendar.calendar"),
        Faulty("attrition: {role: Doctor, perYear: 0.1}", "touches-nothing 3 edits[1].attrition.role"),
        Faulty("attrition: {role: Nurse, perYear: 0}", "touches-nothing 3 edits[1].attrition.perYear"),
        Faulty("freezeHiring: {from: 2027-04-01, until: 2027-05-01}", "touches-nothing 3 edits[1].freezeHiring.from"),
        Faulty("reassign: {from: D, to: A}", "touches-nothing 3 edits[1].reassign.from"),
        Faulty("reassign: {from: A, to: A}", "touches-nothing 3 edits[1].reassign.to"),
        Faulty("reassign: {task: T1, to: A}", "touches-nothing 3 edits[1].reassign.to"),
        Faulty("reassign: {task: T1, to: Q}", "unknown-id 3 edits[1].reassign.to"),
        Faulty("addRisk: {id: R1, probability: 0.5, task: T1, delay: 1d}", "duplicate-id 3 edits[1].addRisk.id"),
        Faulty("addRisk: {id: R9, probability: 0, task: T1, delay: 1d}", "touches-nothing 3 edits[1].addRisk.probability"),
        Faulty("mitigate: {risk: R3}", "no-mitigation 3 edits[1].mitigate.risk"),
        Faulty("mitigate: {risk: R9}", "unknown-id 3 edits[1].mitigate.risk"),
        Faulty("addDependency: {predecessor: T1, successor: T2}", "touches-nothing 3 edits[1].addDependency.successor"),
        Faulty("addDependency: {predecessor: T1, successor: T5}", "touches-nothing 3 edits[1].addDependency.successor"),
        Faulty("addDependency: {predecessor: T1, successor: T1}", "cycle 3 edits[1].addDependency.successor"),
        Faulty("addDependency: {predecessor: T2, successor: T1}", "cycle 3 edits[1].addDependency"),
        Faulty("addDependency: {predecessor: I1, successor: T1}", "unknown-id 3 edits[1].addDependency.predecessor"),
        Faulty("dropDependency: {predecessor: T1, successor: T3}", "touches-nothing 3 edits[1].dropDependency.successor"),
        Faulty(
            "dropDependency: {predecessor: T1, successor: T2, type: SS}", "touches-nothing 3 edits[1].dropDependency.successor"),
    ]

    @Test(arguments: faulty) func everyFaultHasItsLine(_ faulty: Faulty) throws {
        // A word that is unknown is told alone: its own faults are enough.
        #expect(try Ward().faults(faulty.edit) == faulty.faults)
    }

    @Test func allFaultsOfARun() throws {
        #expect(
            try Ward().faults("cancel: {task: X}", "rescope: {task: T1, factor: 0.5}", "removePerson: {person: Y}") == [
                "unknown-id 3 edits[1].cancel.task", "unknown-id 5 edits[3].removePerson.person",
            ])
    }

    @Test func nearestIdsAreNamed() throws {
        let (ward, plan) = (Ward(), try Ward().plan())
        let error = try #require(throws: ScenarioError.self) {
            try plan.applying(ward.scenario("attrition: {role: Nurses, perYear: 0.1}"), compiled: Network(compiling: plan))
        }
        #expect(error.faults[0].message.contains("nearest: Nurse"))
    }

    /// A circle that an edit makes is told with the line of the relation.
    @Test func circlesAreNamed() throws {
        let plan = try Ward().plan()
        let error = try #require(throws: ScenarioError.self) {
            try plan.applying(
                Ward().scenario("rescope: {task: T1, factor: 2}", "addDependency: {predecessor: P1, successor: T1}"),
                compiled: Network(compiling: plan))
        }
        #expect(error.faults[0].line == 4 && error.faults[0].message.contains("cycle: "))
    }
}

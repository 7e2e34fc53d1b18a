import PlanFiles
import PlanModel
import PlanNetwork
import PlanScenario
import TestSupport
import Testing

/// A network with other values is the plan compiled anew, bit for bit.
struct RevalueTests {
    static let edits = [
        "rescope: {project: P1, factor: 0.5}", "rescope: {tasks: [T3, T6], factor: 2}",
        "defer: {project: P2, until: 2027-02-01}",
        "cancel: {project: P1}", "cancel: {task: T3}", "reprioritise: {goal: G1, priority: 900}",
        "changeDue: {initiative: I1, due: 2027-03-01}", "changeFTE: {person: C, fte: 1}", "mitigate: {risk: R1}",
        "addRisk: {id: R9, probability: 0.5, severity: [1, 1.2, 2], initiative: I1}", "removePerson: {person: A, handOver: B}",
        "addPeople: {team: TA, takes: team}", "reassign: {from: B, to: C}", "attrition: {role: Nurse, perYear: 0.2}",
        "movePerson: {person: B, to: TB, from: 2027-02-01}", "changeCapacity: {team: TA, capacity: 1}",
        "freezeHiring: {from: 2027-02-01, until: 2027-04-01}", "changeCalendar: {task: T1, calendar: mornings}",
        "changeCalendar: {person: A, calendar: mornings}",
    ]

    @Test(arguments: edits) func everyEditOfValues(edit: String) throws {
        let result = try Ward().with(edit)
        #expect(!result.isRecompiled)
        #expect(try description(result.network) == description(Network(compiling: result.plan)), "\(edit)")
    }

    /// The same plan again, and other durations, dates and progress, of plans with everything that scheduling knows.
    @Test(arguments: 0..<40) func randomPlans(seed: Int) throws {
        var make = RandomPlan()
        (make.hasProjectRelations, make.hasProgress, make.hasRanges) = (seed % 3 == 0, seed % 2 == 0, true)
        (make.hasConstraints, make.hasRisks, make.hasCalendars) = (seed % 4 == 1, seed % 5 < 2, seed % 4 != 3)
        make.hasSummaries = seed % 7 == 2
        let plan = make.make(seed: UInt64(seed)).plan()
        let network = try Network(compiling: plan)
        #expect(try description(network.revalued(by: plan)) == description(network), "seed \(seed)")
        let tasks = plan.tasks.rows.filter {
            plan.tasks.integer(.actualFinish, $0) == nil && plan.tasks.integer(.duration, $0) ?? 0 > 0
        }
        guard !tasks.isEmpty else { return }
        let scenario = Scenario(
            name: "S",
            edits: [.init(.rescope(.init(.init(.task, tasks.map { EditWord(plan.tasks.text(.id, $0)) }), factor: 1.25)))])
        guard let result = try? plan.applying(scenario, compiled: network) else { return }
        #expect(try description(result.network) == description(Network(compiling: result.plan)), "seed \(seed)")
    }

    @Test func theHospital() throws {
        let plan = try Plan(contentsOf: TestFolders.datasets + "/hospital")
        let network = try Network(compiling: plan)
        for name in try TestFolders.names(in: TestFolders.datasets + "/scenarios") where name.hasSuffix(".yaml") {
            let scenario = try Scenario(
                contentsOf: TestFolders.datasets + "/scenarios/" + name, units: plan.settings.units)
            let result = try plan.applying(scenario, compiled: network)
            #expect(!result.isRecompiled, "\(name)")
            #expect(try description(result.network) == description(Network(compiling: result.plan)), "\(name)")
        }
    }
}

import PlanFiles
import PlanModel
import PlanNetwork
import PlanScenario
import PlanSchedule
import Testing

/// A small plan on Friday 8 January 2027 at 17:00, and scenarios of it as text.
///
/// Days of eight hours from Monday to Friday. T1 (5 days from 11 January) before T2 (10 days) end I1 on 29 January; T3 (3 days, uncertain)
/// before T4 (4 days of effort by half a person: 8 days) end I2 on 25 January by estimates alone.
struct Ward {
    var files: [String: String] = [
        "plan.yaml": """
        name: Ward
        epoch: 2027-01-04T08:00
        dataDate: 2027-01-08T17:00
        calendar: standard
        calendars:
          standard:
            week: {monday: [08:00-12:00, 13:00-17:00], tuesday: [08:00-12:00, 13:00-17:00], wednesday: [08:00-12:00, 13:00-17:00], thursday: [08:00-12:00, 13:00-17:00], friday: [08:00-12:00, 13:00-17:00]}
          mornings:
            week: {monday: [08:00-12:00], tuesday: [08:00-12:00], wednesday: [08:00-12:00], thursday: [08:00-12:00], friday: [08:00-12:00]}
        """,
        "initiatives.csv": "id,name,due\nI1,One,2027-01-29\nI2,Two,2027-02-26\n",
        "goals.csv": "id,name,initiative\nG1,One,I1\nG2,Two,I2\n",
        "projects.csv": "id,name,goal,priority\nP1,One,G1,500\nP2,Two,G2,500\nP3,None,G1,\n",
        "tasks.csv": """
        id,name,project,duration,effort,optimistic,pessimistic,actual_start,actual_finish,remaining
        T1,Dig,P1,5d,,,,,,
        T2,Build,P1,10d,,,,,,
        T3,Ask,P2,3d,,2d,5d,,,
        T4,Answer,P2,,4d,,,,,
        T5,Plan,P1,2d,,,,2027-01-04T08:00,2027-01-05T17:00,
        T6,Look,P2,4d,,,,2027-01-07T08:00,,2d

        """,
        "dependencies.csv": "predecessor,successor\nT1,T2\nT3,T4\n",
        "teams.csv": "id,name,capacity\nTA,Diggers,3\nTB,Nurses,\n",
        "people.csv": """
        id,name,team,role,fte,start
        A,Ada,TA,Engineer,1,
        B,Bo,TA,Engineer,1,
        C,Cy,TB,Nurse,0.5,
        D,Di,TB,Nurse,1,2027-03-01

        """,
        "assignments.csv": "task,person,team,units\nT1,A,,1\nT2,A,,1\nT3,B,,1\nT4,C,,\nT6,,TB,1\n",
        "risks.csv": "id,name,probability,mitigated_probability\nR1,Rain,0.5,0.1\nR3,Frost,0.5,\n",
        "impacts.csv": "risk,task,factor,delay\nR1,T3,,2d\nR3,T4,1.5,\n",
    ]

    func plan() throws -> Plan { try Plan(folder: files.mapValues { Array($0.utf8) }) }

    /// A scenario of edits, one a line, each as it stands behind its dash.
    func scenario(_ edits: String..., name: String = "S") throws -> Scenario {
        let text = "name: \(name)\nedits:\(edits.isEmpty ? " []" : "")\n" + edits.map { "  - \($0)\n" }.joined()
        return try Scenario(yaml: text, file: "s.yaml", units: try plan().settings.units)
    }

    /// The plan with some edits.
    func with(_ edits: String...) throws -> AppliedScenario {
        let plan = try plan()
        let text = "name: S\nedits:\n" + edits.map { "  - \($0)\n" }.joined()
        let scenario = try Scenario(yaml: text, file: "s.yaml", units: plan.settings.units)
        return try plan.applying(scenario, compiled: Network(compiling: plan))
    }

    /// The faults of edits, each as `CODE LINE PATH`.
    func faults(_ edits: String...) throws -> [String] {
        let plan = try plan()
        let text = "name: S\nedits:\n" + edits.map { "  - \($0)\n" }.joined()
        let scenario = try Scenario(yaml: text, file: "s.yaml", units: plan.settings.units)
        let network = try Network(compiling: plan)
        let error = try #require(throws: ScenarioError.self) { try plan.applying(scenario, compiled: network) }
        #expect(error.faults.allSatisfy { $0.file == "s.yaml" })
        return error.faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "")" }
    }
}

extension AppliedScenario {
    /// When a target finishes by estimates alone: `2027-01-29T17:00`.
    func finish(_ id: String) throws -> String {
        let tree = network.structure.targets
        let target =
            if let row = plan.initiatives.row(of: id) { tree.target(.initiative, row: row) } else {
                tree.target(.project, row: try #require(plan.projects.row(of: id)))
            }
        return network.date(of: TargetSchedule(of: Schedule(of: network)).finish[target]).description
    }

    /// Who is assigned to a task, and with what units.
    func people(on task: String) -> [String] {
        let row = plan.tasks.row(of: task)
        return plan.assignments.rows.filter { plan.assignments.reference(.task, $0) == row }.map { assignment in
            plan.assignments.reference(.person, assignment).map { plan.people.text(.id, $0) }
                ?? plan.assignments.reference(.team, assignment).map { plan.teams.text(.id, $0) } ?? "-"
        }.sorted()
    }

    /// The rows of availability of a person or a team: `2027-02-01T00:00 … 2027-02-08T00:00: 3.25`.
    func availability(_ id: String) -> [String] {
        let table = plan.availability
        let (person, team) = (plan.people.row(of: id), plan.teams.row(of: id))
        return table.rows.filter { row in
            person != nil && table.reference(.person, row) == person || team != nil && table.reference(.team, row) == team
        }.map { row in
            "\(table.date(.from, row)!) … \(table.date(.to, row).map { "\($0)" } ?? ""): \(table.number(.capacity, row)!)"
        }
    }
}

/// Everything of a network that results depend on, as text: two that are equal here are equal bit for bit.
func description(_ network: Network) -> [String] {
    let structure = network.structure
    // Sets have no order of their own.
    let parts: [Any] = [
        structure.taskOfNode, structure.calendarOfNode, structure.predecessors, structure.successors, structure.relations,
        structure.calendars, structure.targets, structure.rules, structure.spans, structure.earliestHubs.sorted(),
        structure.floatScopes as Any,
    ]
    return parts.map { String(describing: $0) } + [
        String(describing: network.values), String(describing: network.identities),
        String(describing: network.startMilestones.sorted()), "\(network.origin) \(network.epoch)",
        String(describing: network.findings),
    ]
}

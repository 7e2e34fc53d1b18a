import PlanModel
import Testing

@testable import PlanFiles

/// Scenario files: what they say, and every way in which they can be wrong.
struct ScenarioReaderTests {
    private static let units = WorkUnits(minutesPerDay: 480, minutesPerWeek: 2400)

    private func date(_ year: Int, _ month: Int, _ day: Int) -> LocalDateTime {
        LocalDateTime(year: year, month: month, day: day)!
    }

    private func edits(_ text: String) throws -> [ScenarioEdit] {
        let lines = text.split(separator: "\n").map { "  \($0)\n" }.joined()
        return try Scenario(yaml: "name: N\nedits:\n" + lines, file: "s.yaml", units: Self.units).edits
    }

    @Test func nameAndPlaces() throws {
        let text =
            "name: Later\ndescription: Why not\nedits:\n  - cancel: {project: P1}\n\n  - cancel:\n      tasks: [T1,\n        T2]\n"
        let scenario = try Scenario(yaml: text, file: "s.yaml", units: Self.units)
        #expect(scenario.name == "Later" && scenario.description == "Why not" && scenario.file == "s.yaml")
        #expect(scenario.edits.map(\.line) == [4, 6])
        #expect(scenario.edits.map(\.path) == ["edits[1].cancel", "edits[2].cancel"])
        #expect(
            scenario.edits[1].change
                == .cancel(WorkSelection(.task, [EditWord("T1", line: 7), EditWord("T2", line: 8)])))
        #expect(try Scenario(yaml: "name: Nothing\nedits: []\n", file: "s", units: Self.units).edits.isEmpty)
    }

    @Test func people() throws {
        let found = try edits(
            """
            - addPeople: {team: TM1, id: X, count: 2, role: Nurse, fte: 0.5, start: 2027-09-01, end: 2028-08-31, rampUp: 20d, calendar: night, productivity: 0.9, takes: {people: [E1, E2], share: 0.5}}
            - removePerson: {person: E1, on: 2027-08-01, handOver: [E2, E3]}
            - movePerson: {person: E1, to: TM2, from: 2027-08-01, handOver: team}
            - changeFTE: {person: E1, fte: 0.5, from: 2027-10-01, until: 2028-01-01}
            - changeCapacity: {team: TM1, capacity: 9}
            - changeCalendar: {people: [E1], calendar: night}
            - attrition: {role: Nurse, perYear: 0.15, hiringDelay: [30d, 60d, 120d]}
            - freezeHiring: {from: 2027-09-01, until: 2028-03-01}
            """)
        guard case .addPeople(let add) = found[0].change, case .removePerson(let leave) = found[1].change,
            case .movePerson(let move) = found[2].change, case .changeFTE(let fte) = found[3].change,
            case .attrition(let attrition) = found[6].change, case .freezeHiring(let freeze) = found[7].change
        else {
            Issue.record("other kinds")
            return
        }
        #expect(add.team?.text == "TM1" && add.id?.text == "X" && add.count == 2 && add.role == "Nurse" && add.fte == 0.5)
        // A day is written as its end: the last one counts. 20 days of 8 hours.
        #expect(add.start == date(2027, 9, 1) && add.end == date(2028, 9, 1) && add.rampUp == 9_600)
        #expect(add.takes?.share == 0.5 && add.takes?.donors == .people([EditWord("E1", line: 3), EditWord("E2", line: 3)]))
        #expect(leave.handOver == .people([EditWord("E2", line: 4), EditWord("E3", line: 4)]) && leave.on == date(2027, 8, 1))
        #expect(move.handOver == .team && move.to.text == "TM2")
        #expect(fte.fte == 0.5 && fte.until == date(2028, 1, 1))
        #expect(found[4].change == .changeCapacity(.init(EditWord("TM1", line: 7), capacity: 9)))
        #expect(
            found[5].change == .changeCalendar(.init(.people([EditWord("E1", line: 8)]), calendar: EditWord("night", line: 8))))
        // Around the clock: 30 days of 24 hours.
        #expect(attrition.perYear == 0.15 && attrition.hiringDelay == .init(43_200, 86_400, 172_800))
        #expect(freeze.from == date(2027, 9, 1) && freeze.until == date(2028, 3, 1))
    }

    @Test func workRisksAndLogic() throws {
        let found = try edits(
            """
            - reassign: {tasks: [T1], from: E1, to: E2}
            - defer: {initiative: I1, until: 2028-01-10}
            - rescope: {goal: G1, factor: 0.8}
            - reprioritise: {projects: [P1, P2], priority: 900}
            - changeDue: {initiative: I1, due: 2028-08-01}
            - changeDue: {project: P1, due: none}
            - addRisk: {id: R9, name: Flood, probability: 0.1, severity: [1, 1.2, 2], from: 2028-01-01, project: P1, delay: 2d}
            - addRisk: {id: R8, kind: driver, severity: 1.1, tasks: T1}
            - mitigate: {risk: R1}
            - mitigate: {risks: [R1, R2], probability: 0.1, factor: 1.1, delay: 1d}
            - addDependency: {predecessor: T1, successor: T2, type: SS, lag: 3ed}
            - dropDependency: {predecessor: P1, successor: P2}
            """)
        func at(_ text: String, _ line: Int) -> EditWord { EditWord(text, line: line) }
        #expect(
            found[0].change == .reassign(.init(work: .init(.task, [at("T1", 3)]), from: at("E1", 3), to: [at("E2", 3)])))
        #expect(found[1].change == .postpone(.init(.init(.initiative, [at("I1", 4)]), until: date(2028, 1, 10))))
        #expect(found[2].change == .rescope(.init(.init(.goal, [at("G1", 5)]), factor: 0.8)))
        #expect(found[3].change == .reprioritise(.init(.init(.project, [at("P1", 6), at("P2", 6)]), priority: 900)))
        #expect(found[4].change == .changeDue(.init(.init(.initiative, [at("I1", 7)]), due: date(2028, 8, 2))))
        #expect(found[5].change == .changeDue(.init(.init(.project, [at("P1", 8)]), due: nil)))
        var risk = ScenarioChange.AddRisk(at("R9", 9), probability: 0.1, .init(.project, [at("P1", 9)]))
        (risk.name, risk.severity, risk.from, risk.delay) = ("Flood", [1, 1.2, 2], date(2028, 1, 1), 960)
        #expect(found[6].change == .addRisk(risk))
        guard case .addRisk(let driver) = found[7].change, case .mitigate(let mitigate) = found[9].change else {
            Issue.record("other kinds")
            return
        }
        #expect(driver.kind == .driver && driver.probability == 1 && driver.severity == [1.1, 1.1, 1.1])
        #expect(mitigate.probability == 0.1 && mitigate.factor == 1.1 && mitigate.delay == 480 && mitigate.risks.count == 2)
        var relation = ScenarioChange.AddDependency(at("T1", 13), at("T2", 13))
        (relation.type, relation.lag) = (.SS, Lag(minutes: 4_320, isElapsed: true))
        #expect(found[10].change == .addDependency(relation))
        #expect(found[11].change == .dropDependency(.init(at("P1", 14), at("P2", 14))))
    }

    @Test func everyWordIsRead() { #expect(ScenarioChange.words.count == 18 && Set(ScenarioChange.words).count == 18) }

    static let faulty = [
        FaultyFile("", "wrong-type 0 "),
        FaultyFile("edits: []\n", "missing-key 1 name"),
        FaultyFile("name: A\n", "missing-key 1 edits"),
        FaultyFile("name: A\nedit: []\nedits: []\n", "unknown-key 2 edit"),
        FaultyFile("name: A\nedits: {cancel: P1}\n", "wrong-type 2 edits"),
        FaultyFile("name: A\nedits:\n  - cancel\n", "wrong-type 3 edits[1]"),
        FaultyFile("name: A\nedits:\n  - cancel: {task: T}\n    defer: {task: T}\n", "bad-edit 4 edits[1]"),
        FaultyFile("name: A\nedits:\n  - cancle: {task: T}\n", "unknown-edit 3 edits[1]"),
        FaultyFile(
            "name: A\nedits:\n  - cancel: {projekt: P}\n", "unknown-key 3 edits[1].cancel.projekt",
            "missing-key 3 edits[1].cancel"),
        FaultyFile("name: A\nedits:\n  - cancel: {project: P, goal: G}\n", "one-of-several 3 edits[1].cancel"),
        FaultyFile("name: A\nedits:\n  - cancel: {projects: []}\n", "missing-value 3 edits[1].cancel.projects"),
        FaultyFile("name: A\nedits:\n  - cancel: P1\n", "wrong-type 3 edits[1].cancel"),
        FaultyFile("name: A\nedits:\n  - defer: {task: T}\n", "missing-key 3 edits[1].defer.until"),
        FaultyFile("name: A\nedits:\n  - defer: {task: T, until: soon}\n", "bad-date 3 edits[1].defer.until"),
        FaultyFile("name: A\nedits:\n  - rescope: {task: T, factor: -1}\n", "out-of-range 3 edits[1].rescope.factor"),
        FaultyFile("name: A\nedits:\n  - rescope: {task: T}\n", "missing-key 3 edits[1].rescope.factor"),
        FaultyFile(
            "name: A\nedits:\n  - reprioritise: {task: T, priority: 1.5}\n", "bad-number 3 edits[1].reprioritise.priority"),
        FaultyFile("name: A\nedits:\n  - addPeople: {count: 2}\n", "missing-key 3 edits[1].addPeople"),
        FaultyFile("name: A\nedits:\n  - addPeople: {team: T, count: 0}\n", "bad-number 3 edits[1].addPeople.count"),
        FaultyFile("name: A\nedits:\n  - addPeople: {team: T, rampUp: long}\n", "bad-duration 3 edits[1].addPeople.rampUp"),
        FaultyFile(
            "name: A\nedits:\n  - addPeople: {team: T, start: 2027-02-01, end: 2027-01-01}\n",
            "end-before-start 3 edits[1].addPeople.end"),
        FaultyFile("name: A\nedits:\n  - addPeople: {team: T, takes: all}\n", "unknown-word 3 edits[1].addPeople.takes"),
        FaultyFile(
            "name: A\nedits:\n  - addPeople: {team: T, takes: {share: 0.5}}\n", "one-of-several 3 edits[1].addPeople.takes"),
        FaultyFile("name: A\nedits:\n  - removePerson: {on: 2027-01-01}\n", "missing-key 3 edits[1].removePerson.person"),
        FaultyFile("name: A\nedits:\n  - movePerson: {person: E}\n", "missing-key 3 edits[1].movePerson.to"),
        FaultyFile("name: A\nedits:\n  - changeFTE: {person: E, fte: half}\n", "bad-number 3 edits[1].changeFTE.fte"),
        FaultyFile(
            "name: A\nedits:\n  - changeCapacity: {team: T, capacity: 1, from: 2027-02-01, until: 2027-02-01}\n",
            "end-before-start 3 edits[1].changeCapacity.until"),
        FaultyFile("name: A\nedits:\n  - changeCalendar: {calendar: c}\n", "one-of-several 3 edits[1].changeCalendar"),
        FaultyFile("name: A\nedits:\n  - attrition: {role: R, perYear: 1}\n", "out-of-range 3 edits[1].attrition.perYear"),
        FaultyFile("name: A\nedits:\n  - freezeHiring: {from: 2027-01-01}\n", "missing-key 3 edits[1].freezeHiring.until"),
        FaultyFile("name: A\nedits:\n  - reassign: {from: E}\n", "missing-key 3 edits[1].reassign.to"),
        FaultyFile("name: A\nedits:\n  - reassign: {to: E}\n", "missing-key 3 edits[1].reassign"),
        FaultyFile("name: A\nedits:\n  - changeDue: {goal: G}\n", "missing-key 3 edits[1].changeDue.due"),
        FaultyFile("name: A\nedits:\n  - addRisk: {id: R, probability: 0.5, task: T}\n", "missing-key 3 edits[1].addRisk"),
        FaultyFile(
            "name: A\nedits:\n  - addRisk: {id: R, probability: 2, task: T, delay: 1d}\n",
            "out-of-range 3 edits[1].addRisk.probability"),
        FaultyFile(
            "name: A\nedits:\n  - addRisk: {id: R, probability: 1, task: T, severity: [2, 1, 3]}\n",
            "bad-range 3 edits[1].addRisk.severity"),
        FaultyFile("name: A\nedits:\n  - mitigate: {}\n", "missing-key 3 edits[1].mitigate.risk"),
        FaultyFile(
            "name: A\nedits:\n  - addDependency: {predecessor: A, successor: B, type: FX}\n",
            "unknown-word 3 edits[1].addDependency.type"),
        FaultyFile(
            "name: A\nedits:\n  - addDependency: {predecessor: A, successor: B, lag: far}\n",
            "bad-lag 3 edits[1].addDependency.lag"),
        FaultyFile(
            "name: A\nedits:\n  - dropDependency: {predecessor: A}\n", "missing-key 3 edits[1].dropDependency.successor"),
        // All faults of a file in one run, each on its line.
        FaultyFile(
            "name: A\nedits:\n  - cancel: {}\n  - cancel: {task: T}\n  - mend: {}\n  - defer: {task: T, until: x}\n",
            "missing-key 3 edits[1].cancel", "unknown-edit 5 edits[3]", "bad-date 6 edits[4].defer.until"),
    ]

    @Test(arguments: faulty) func everyFaultHasItsLine(_ file: FaultyFile) throws {
        let error = try #require(throws: LoadError.self) {
            try Scenario(yaml: file.text, file: "s.yaml", units: Self.units)
        }
        #expect(error.faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "")" } == file.faults, "\(error.faults)")
        #expect(error.faults.allSatisfy { $0.file == "s.yaml" })
    }

    @Test func nearestWordsAreNamed() throws {
        let error = try #require(throws: LoadError.self) {
            try Scenario(yaml: "name: A\nedits:\n  - reprioritize: {tasc: T}\n", file: "s", units: Self.units)
        }
        #expect(error.faults[0].message.contains("expected reprioritise"))
    }

    @Test func aHundredFaultsAreEnough() throws {
        let text = "name: A\nedits:\n" + (0..<150).map { _ in "  - cancel: {}\n" }.joined()
        let error = try #require(throws: LoadError.self) { try Scenario(yaml: text, file: "s", units: Self.units) }
        #expect(error.faults.count == 100 && error.count == 150)
    }
}

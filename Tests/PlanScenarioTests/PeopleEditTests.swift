import PlanModel
import PlanScenario
import Testing

/// Edits of people: who does what, and how much of them there is.
struct PeopleEditTests {
    @Test func newcomersTakeAPart() throws {
        // In the order of ids: T1 (2,400 minutes) stays with A, T2 (4,800) goes to the newcomer, T3 stays with B.
        let result = try Ward().with("addPeople: {team: TA, role: Engineer, takes: team}")
        #expect(result.people(on: "T1") == ["A"] && result.people(on: "T2") == ["NEW1"] && result.people(on: "T3") == ["B"])
        #expect(result.plan.people.row(of: "NEW1") == 4 && result.plan.people.text(.role, 4) == "Engineer")
        #expect(result.touches[0].people == 1 && result.touches[0].tasks == 1 && result.touches[0].workMinutes == 4800)
        // The team has a capacity of its own, which grows from the data date on.
        #expect(result.availability("TA") == ["2027-01-08T17:00 … : 4.0"])
    }

    @Test func newcomersTakeNoMoreThanTheirShare() throws {
        // Of A's 7,200 minutes no more than 3,600: T2 is too much, T1 is no gain while nobody has anything.
        #expect(
            try Ward().faults("addPeople: {team: TA, takes: {people: A, share: 0.5}}") == [
                "touches-nothing 3 edits[1].addPeople.takes"
            ])
        let result = try Ward().with("addPeople: {id: N, takes: {tasks: [T1, T2]}}")
        #expect(result.people(on: "T2") == ["N"] && result.plan.availability.count == 0)
    }

    @Test func newcomersTakeOnlyWhatStartsOnceTheyAreThere() throws {
        // T2 starts on 18 January; who comes on the 19th is too late for it.
        #expect(try Ward().with("addPeople: {team: TA, start: 2027-01-18, takes: {people: [A]}}").people(on: "T2") == ["NEW1"])
        #expect(
            try Ward().faults("addPeople: {team: TA, start: 2027-01-19, takes: team}") == [
                "touches-nothing 3 edits[1].addPeople.takes"
            ])
    }

    @Test func rampUpRaisesATeamInQuarters() throws {
        // 20 working days are four weeks, a week a quarter.
        let result = try Ward().with("addPeople: {team: TA, id: N, count: 2, start: 2027-02-01, rampUp: 20d}")
        #expect(
            result.availability("TA") == [
                "2027-02-01T00:00 … 2027-02-08T00:00: 3.5", "2027-02-08T00:00 … 2027-02-15T00:00: 4.0",
                "2027-02-15T00:00 … 2027-02-22T00:00: 4.5", "2027-02-22T00:00 … : 5.0",
            ])
        #expect(result.plan.people.row(of: "N-1") == 4 && result.plan.people.row(of: "N-2") == 5)
        #expect(result.plan.people.integer(.rampUp, 5) == 9600)
        // A team without a capacity has that of its people.
        #expect(try Ward().with("addPeople: {team: TB, start: 2027-02-01}").availability("TB") == [])
    }

    @Test func newIdsAvoidThoseInUse() throws {
        var ward = Ward()
        ward.files["people.csv"]! += "NEW1,Neil,TA,Engineer,1,\n"
        #expect(try ward.with("addPeople: {team: TA, count: 2}").plan.people.row(of: "NEW3") == 6)
    }

    @Test func newcomersCanBeNamedLater() throws {
        let result = try Ward().with("addPeople: {id: N, fte: 0.5}", "reassign: {task: T3, to: N}")
        #expect(result.people(on: "T3") == ["N"])
    }

    @Test func leavers() throws {
        // T1 is done by the 15th; T2 is not.
        let result = try Ward().with("removePerson: {person: A, on: 2027-01-16, handOver: B}")
        #expect(result.people(on: "T1") == ["A"] && result.people(on: "T2") == ["B"])
        #expect(result.plan.people.date(.end, 0)?.description == "2027-01-16T00:00")
        #expect(result.availability("TA") == ["2027-01-16T00:00 … : 2.0"])
        #expect(result.touches[0].tasks == 1 && result.touches[0].workMinutes == 4800)
        let spread = try Ward().with("removePerson: {person: A, handOver: team}")
        #expect(spread.people(on: "T1") == ["B"] && spread.people(on: "T2") == ["B"])
        let nobody = try Ward().with("removePerson: {person: A, handOver: nobody}")
        #expect(nobody.people(on: "T1") == [] && nobody.people(on: "T2") == [])
        #expect(try nobody.finish("I1") == "2027-01-29T17:00")
        // D has no work to hand over.
        #expect(try Ward().with("removePerson: {person: D, on: 2027-06-01}").touches[0].tasks == 0)
    }

    @Test func handingOverToSomebodyWhoIsOnTheTaskMakesOneAssignment() throws {
        var ward = Ward()
        ward.files["assignments.csv"] = "task,person,team,units\nT1,A,,0.5\nT1,B,,0.7\nT3,A,,0.2\nT3,B,,0.3\n"
        let result = try ward.with("removePerson: {person: A, handOver: B}")
        #expect(result.people(on: "T1") == ["B"] && result.people(on: "T3") == ["B"])
        // No more than one full person: 0.5 + 0.7; 0.2 + 0.3.
        #expect(result.plan.assignments.numbers(.units) == [1, 0.5])
    }

    @Test func movers() throws {
        let result = try Ward().with("movePerson: {person: B, to: TB, from: 2027-02-01}")
        #expect(result.plan.people.reference(.team, 1) == 1 && result.people(on: "T3") == ["B"])
        #expect(result.availability("TA") == ["2027-02-01T00:00 … : 2.0"])
        // TB has half of C until then, and B besides from then on.
        #expect(result.availability("TB") == ["2027-01-04T08:00 … 2027-02-01T00:00: 0.5"])
        let handed = try Ward().with("movePerson: {person: B, to: TB, handOver: A}")
        #expect(handed.people(on: "T3") == ["A"] && handed.availability("TB") == [])
        let back = try Ward().with("movePerson: {person: C, to: TA}")
        #expect(back.availability("TA") == ["2027-01-08T17:00 … : 3.5"])
    }

    @Test func workingTime() throws {
        // 4 days of effort by a whole person.
        let result = try Ward().with("changeFTE: {person: C, fte: 1}")
        #expect(try result.finish("I2") == "2027-01-19T17:00")
        #expect(result.plan.people.number(.fte, 2) == 1 && result.plan.availability.count == 0)
        let part = try Ward().with("changeFTE: {person: A, fte: 0.5, from: 2027-02-01, until: 2027-03-01}")
        #expect(part.plan.people.number(.fte, 0) == 1)
        #expect(part.availability("A") == ["2027-02-01T00:00 … 2027-03-01T00:00: 0.5"])
        #expect(part.availability("TA") == ["2027-02-01T00:00 … 2027-03-01T00:00: 2.5"])
    }

    @Test func laterRowsOfCapacityCount() throws {
        var ward = Ward()
        ward.files["availability.csv"] = "team,from,to,capacity\nTA,2027-02-01,2027-02-28,5\nTA,2027-02-10,2027-02-14,\n"
        let result = try ward.with("changeCapacity: {team: TA, capacity: 4, from: 2027-02-15}")
        #expect(
            result.plan.availability.rows.count { result.plan.availability.number(.capacity, $0) == nil } == 1, "absences stay")
        let rows = result.plan.availability.rows.filter { result.plan.availability.number(.capacity, $0) != nil }
        #expect(rows.map { result.plan.availability.number(.capacity, $0) } == [5, 4])
        #expect(result.plan.availability.date(.to, rows[0])?.description == "2027-02-15T00:00")
        let own = try Ward().with("changeCapacity: {team: TB, capacity: 4}")
        #expect(own.plan.teams.number(.capacity, 1) == 4)
        #expect(
            try Ward().with("changeCapacity: {team: TB, capacity: 4, from: 2027-02-01, until: 2027-03-01}").availability("TB")
                == [
                    "2027-02-01T00:00 … 2027-03-01T00:00: 4.0"
                ])
    }

    @Test func chance() throws {
        let result = try Ward().with("attrition: {role: Nurse, perYear: 0.2, hiringDelay: 30d}")
        #expect(result.plan.settings.people.attrition == ["Nurse": 0.2] && result.touches[0].people == 2)
        #expect(result.plan.settings.people.hiringDelay == .init(43_200, 43_200, 43_200))
        let others = try Ward().with("attrition: {role: default, perYear: 0.1}")
        #expect(others.plan.settings.people.attrition(ofRole: "Engineer") == 0.1 && others.touches[0].people == 4)
    }

    @Test func freezes() throws {
        let result = try Ward().with("freezeHiring: {from: 2027-02-01, until: 2027-04-01}")
        #expect(result.plan.people.date(.start, 3)?.description == "2027-04-01T00:00" && result.touches[0].people == 1)
        #expect(result.plan.settings.people.hiringFreezes.count == 1)
        // Newcomers of the scenario come later too, and so does what they bring.
        let newcomers = try Ward().with(
            "addPeople: {team: TA, start: 2027-02-01, rampUp: 20d}", "freezeHiring: {from: 2027-01-15, until: 2027-03-01}")
        #expect(newcomers.availability("TA").first == "2027-03-01T00:00 … 2027-03-08T00:00: 3.25")
        #expect(newcomers.availability("TA").last == "2027-03-22T00:00 … : 4.0" && newcomers.availability("TA").count == 4)
    }

    @Test func otherPeople() throws {
        let all = try Ward().with("reassign: {from: A, to: C}")
        #expect(all.people(on: "T1") == ["C"] && all.people(on: "T2") == ["C"] && all.touches[0].tasks == 2)
        #expect(try Ward().with("reassign: {task: T1, to: TB}").people(on: "T1") == ["TB"])
        #expect(try Ward().with("reassign: {project: P2, from: TB, to: A}").people(on: "T6") == ["A"])
        // T1 goes to B (1,440 minutes of T3 so far), as C has twice the 3,840 for half the time; T2 to A's heir again.
        let spread = try Ward().with("reassign: {from: A, to: [B, C]}")
        #expect(spread.people(on: "T1") == ["B"] && spread.people(on: "T2") == ["B"])
        var ward = Ward()
        ward.files["assignments.csv"] = "task,person,team,units\nT1,A,,1\n"
        #expect(try ward.with("reassign: {project: P1, to: B}").people(on: "T2") == ["B"])
    }
}

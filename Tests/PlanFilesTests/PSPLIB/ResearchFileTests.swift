import PlanModel
import Testing

@testable import PlanFiles

/// Files of scheduling research as plans.
@Suite struct ResearchFileTests {
    /// Four jobs, two resources: 1 → 2, 3 → 4; job 2 takes 3 of R1, job 3 two of R1 and one of R2.
    static let singleMode = """
        ************************************************************************
        file with basedata            : made.bas
        initial value random generator: 1
        ************************************************************************
        projects                      :  1
        jobs (incl. supersource/sink ):  4
        horizon                       :  9
        RESOURCES
          - renewable                 :  2   R
          - nonrenewable              :  0   N
          - doubly constrained        :  0   D
        ************************************************************************
        PROJECT INFORMATION:
        pronr.  #jobs rel.date duedate tardcost  MPM-Time
            1      2      3        9        0        5
        ************************************************************************
        PRECEDENCE RELATIONS:
        jobnr.    #modes  #successors   successors
           1        1          2           2   3
           2        1          1           4
           3        1          1           4
           4        1          0
        ************************************************************************
        REQUESTS/DURATIONS:
        jobnr. mode duration  R 1  R 2
        ------------------------------------------------------------------------
          1      1     0       0    0
          2      1     5       3    0
          3      1     4       2    1
          4      1     0       0    0
        ************************************************************************
        RESOURCEAVAILABILITIES:
          R 1  R 2
            4    1
        ************************************************************************

        """
    static let patterson = "4 2\n4 1\n0 0 0 2 2\n 3\n5 3 0 1 4\n4 2 1 1 4\n0 0 0 0\n"
    /// Two projects of three jobs; the second is released at 7.
    static let several = """
          2
          1
          5

          3  0
          1
          0 0 1 1:2
          4 5 1 1:3
          0 0 0
          3  7
          1
          0 0 1 2:2
          2 1 1 2:3
          0 0 0
        """

    static func plan(_ text: String, _ file: String) throws -> Plan {
        let reading = try ImportReading(text, file: file)
        #expect(reading.faults == [])
        return try #require(reading.plan)
    }

    /// Everything of a plan that matters here, in words.
    static func words(_ plan: Plan) -> [String] {
        var words: [String] = []
        for row in plan.tasks.rows {
            let task = plan.tasks[row]
            words.append("\(task.id) \(plan.tasks.integers(.duration)![row] / 1440)")
        }
        for row in plan.dependencies.rows {
            let (from, to) = (plan.dependencies.integers(.predecessor)![row], plan.dependencies.integers(.successor)![row])
            words.append("\(ElementReference(raw: from).row) → \(ElementReference(raw: to).row)")
        }
        for row in plan.assignments.rows {
            let units = plan.assignments.numbers(.units)![row]
            words.append(
                "\(plan.assignments.integers(.task)![row]) takes \(units) of \(plan.assignments.integers(.team)![row])")
        }
        return words
    }

    static let known = [
        "1 0", "2 5", "3 4", "4 0", "0 → 1", "0 → 2", "1 → 3", "2 → 3", "1 takes 3.0 of 0", "2 takes 2.0 of 0",
        "2 takes 1.0 of 1",
    ]

    @Test(arguments: ["\n", "\r\n", "\r"])
    func singleModeIsRead(lineEnd: String) throws {
        let text = Self.singleMode.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
        let plan = try Self.plan(text, "made.sm")
        #expect(Self.words(plan) == Self.known)
        #expect(plan.settings.name == "made")
        #expect((0..<2).map { plan.teams.numbers(.capacity)![$0] } == [4, 1])
        // The release holds the only job without a predecessor: 2000-01-01 and three days.
        #expect(plan.tasks.integers(.constraint)!.filter { $0 >= 0 } == [ConstraintName.startNoEarlierThan.rawValue])
        #expect(plan.tasks.integers(.constraintDate)![0] == LocalDateTime(year: 2000, month: 1, day: 4)!.minutes)
        #expect([plan.initiatives.count, plan.goals.count, plan.projects.count] == [1, 1, 1])
        #expect(plan.tasks.raw.source?.line(ofRow: 1) == 20)
    }

    @Test func theLossReportNamesTheRest() throws {
        let losses = try ImportReading(Self.singleMode, file: "made.sm").losses
        for word in ["duedate", "tardcost", "MPM-Time", "horizon"] { #expect(losses.contains("dropped: 1 × \(word)")) }
        #expect(losses.contains("dropped: 2 × origin"))
        #expect(losses.contains("supplied: 1 × start"))
        let text = Self.singleMode.replacing("nonrenewable              :  0", with: "nonrenewable              :  1")
            .replacing("1     5       3    0", with: "1     5       3    0  8").replacing(
                "1     4       2    1", with: "1     4       2    1  0"
            )
            .replacing("1     0       0    0", with: "1     0       0    0  0").replacing(
                "    4    1\n", with: "    4    1   20\n")
        let reading = try ImportReading(text, file: "made.sm")
        #expect(reading.faults == [])
        #expect(reading.losses.contains("dropped: 1 × nonrenewable resource"))
    }

    @Test func pattersonIsReadHoweverItWraps() throws {
        #expect(Self.words(try Self.plan(Self.patterson, "made.rcp")) == Self.known)
        let words = Self.patterson.split { $0 == "\n" || $0 == " " }
        #expect(Self.words(try Self.plan(words.joined(separator: "\n"), "made.rcp")) == Self.known)
        #expect(Self.words(try Self.plan(words.joined(separator: "   "), "made.rcp")) == Self.known)
    }

    @Test func severalProjectsShareResources() throws {
        let plan = try Self.plan(Self.several, "made.txt")
        #expect(
            Self.words(plan) == [
                "P1.1 0", "P1.2 4", "P1.3 0", "P2.1 0", "P2.2 2", "P2.3 0", "0 → 1", "1 → 2", "3 → 4", "4 → 5",
                "1 takes 5.0 of 0",
                "4 takes 1.0 of 0",
            ])
        #expect((0..<2).map { String(plan.projects[$0].id) } == ["P1", "P2"])
        #expect([plan.initiatives.count, plan.goals.count] == [1, 2])
        #expect(plan.tasks.integers(.constraintDate)![3] == LocalDateTime(year: 2000, month: 1, day: 8)!.minutes)
    }

    @Test func whatIsWrittenComesBack() throws {
        for (text, file) in [(Self.singleMode, "a.sm"), (Self.patterson, "a.rcp"), (Self.several, "a.txt")] {
            let plan = try Self.plan(text, file)
            #expect(Self.words(try Plan(folder: plan.files())) == Self.words(plan))
        }
    }
}

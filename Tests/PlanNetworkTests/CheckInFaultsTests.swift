import PlanFiles
import PlanModel
import PlanNetwork
import TestSupport
import Testing

/// Records of meetings that cannot have been.
@Suite struct CheckInFaultsTests {
    private func faults(_ people: [String], _ records: [String]) throws -> [String] {
        let plan = try CheckInPlan(people: people, checkIns: records).plan()
        do throws(CompileError) {
            _ = try Network(compiling: plan)
            return []
        } catch {
            return error.faults.map { "\($0)" }
        }
    }

    @Test(arguments: [
        ("E,E,2027-06-01,", "checkins.csv:2: manager: expected somebody else as manager (found E with themself)"),
        (
            "E,B,2027-07-01,no",
            "checkins.csv:2: held: expected no answer yet to a meeting after the data date 2027-06-30T17:00 (found no for 2027-07-01)"
        ),
        ("L,B,2027-01-31,yes", "checkins.csv:2: date: expected no meeting before L came on 2027-02-01 (found 2027-01-31)"),
        (
            "L,B,2027-06-01,yes",
            "checkins.csv:2: date: expected no meeting after the last day of L, 2027-05-31 (found 2027-06-01)"
        ),
        (
            "E,L,2027-06-01,no",
            "checkins.csv:2: date: expected no meeting after the last day of L, 2027-05-31 (found 2027-06-01)"
        ),
    ])
    func impossible(_ record: String, _ message: String) throws {
        #expect(try faults(["B", "E,B", "L,B,,2027-02-01,2027-05-31"], [record]) == [message])
    }

    @Test func twice() throws {
        let records = ["E,B,2027-06-01,yes", "B,A,2027-06-01,yes", "E,A,2027-06-01,yes", "E,B,2027-06-01,"]
        #expect(
            try faults(["A", "B,A", "E,B"], records) == [
                "checkins.csv:5: date: expected one record of a pair a day (found another on line 2)"
            ])
    }

    @Test func sound() throws {
        // On the first and the last day, on the data date, and without an answer at any time.
        let records = [
            "L,B,2027-02-01,yes", "L,B,2027-05-31,no", "E,B,2027-06-30,yes", "E,B,2027-07-20,", "L,B,2027-07-20,",
        ]
        #expect(try faults(["B", "E,B", "L,B,,2027-02-01,2027-05-31"], records).isEmpty)
    }

    @Test func loopsAndStrangers() throws {
        #expect(try faults(["A,B", "B,A"], []).count == 1)
        #expect(throws: LoadError.self) { try CheckInPlan(people: ["B", "E,B"], checkIns: ["X,B,2027-06-01,yes"]).plan() }
        #expect(throws: LoadError.self) { try CheckInPlan(people: ["B", "E,B"], checkIns: ["E,X,2027-06-01,yes"]).plan() }
    }
}

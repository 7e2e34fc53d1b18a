import Foundation
import Headway
import TestSupport
import Testing

@testable import PlanReports

@Suite struct SlipReportTests {
    /// I1: A took 2 days more; B began 3 days after its baseline, of which 2 are A's, and needs 1 day more; the two free days before C took up
    /// two of these four. I2 ends a day early. K moved nothing, I3 has no task in the baseline, I4 none at all.
    @Test func text() throws {
        #expect(
            try WardPlan().report().text(Style(width: 80)) == """
                Made against the baseline approved
                Data date 15 Jan 2027 · 5 initiatives: 1 late, 1 early, 1 as planned, 1 not in
                the baseline, 1 without tasks

                I1 New ward is 2 working days late (18 Jan → 20 Jan 2027): Install beds (A. Lee)
                  ran 2 days long, and Train staff (B. Ray) started 3 days late (adds 1 day) and
                  needs 1 day more than planned; 2 days were absorbed by float.
                I2 Papers finished 1 working day early (6 Jan → 5 Jan 2027): Write the rules
                  took 1 day less than planned.
                I3 Garden is to finish on 18 Jan 2027; the baseline has none of its tasks.
                I4 Roof has no tasks.
                I10 Kitchen finished on its baseline date (4 Jan 2027).

                I1 New ward   18 Jan → 20 Jan 2027
                  Task                 Owner   Cause              Slip  Undo
                  A     Install beds   A. Lee  ran long            2 d   2 d
                  B     Train staff    B. Ray  started late        1 d   1 d
                  B     Train staff    B. Ray  remaining grew      1 d   1 d
                  C     Open the ward  -       absorbed by float  -2 d     -
                        in all                                     2 d

                I2 Papers   6 Jan → 5 Jan 2027
                  Task                   Owner  Cause     Slip  Undo
                  F     Write the rules  -      ran long  -1 d  -1 d
                        in all                            -1 d

                  undo: how much earlier it would finish if this alone were undone

                By cause   working days; each row adds up
                               started  ran long  grew  float  slip
                  I1 New ward        1         2     1     -2     2
                  I2 Papers          ·        -1     ·      ·    -1

                  1 task not in the baseline: N

                """)
    }

    /// A has no owner and one person assigned, who is of team T1; B's team is the one assigned. Float is nobody's.
    @Test func oneTarget() throws {
        let text = try WardPlan().report(["I1"]).text(Style(width: 80))
        #expect(
            text.hasSuffix(
                """
                By cause
                  absorbed by float  -2 d
                  ran long            2 d
                  remaining grew      1 d
                  started late        1 d

                By owner
                  -   float   -2 d
                  E1  A. Lee   2 d
                  E2  B. Ray   2 d

                By team
                  -   float     -2 d
                  T1  Fitters    2 d
                  T2  Trainers   2 d

                By project
                  P1  Ward      4 d
                  P4  Opening  -2 d

                  1 task not in the baseline: N

                """))
    }

    /// Undone alone, each of the three lets B end a day or two earlier, and C with it: 960, 480 and 480 minutes.
    @Test func json() throws {
        let result = try #require(
            try JSONSerialization.jsonObject(with: Data(try WardPlan().report().json())) as? [String: Any])
        let targets = try #require(result["targets"] as? [[String: Any]])
        #expect(targets.map { $0["id"] as? String } == ["I1", "I2", "I3", "I4", "I10"])
        #expect(targets.map { $0["slipMinutes"] as? Int } == [960, -480, nil, nil, 0])
        #expect(targets.map { $0["slipElapsedMinutes"] as? Int } == [2880, -1440, nil, nil, 0])
        #expect(targets.map { ($0["ledger"] as? [Any])?.count } == [4, 1, 0, 0, 0])
        let ledger = try #require(targets[0]["ledger"] as? [[String: Any]])
        #expect(ledger.map { $0["undoMinutes"] as? Int } == [960, 480, 480, 0])
        #expect(ledger.map { $0["team"] as? String } == ["T1", "T2", "T2", nil])
        // The person who answers for F is not known: two are assigned.
        #expect((targets[1]["ledger"] as? [[String: Any]])?[0]["owner"] is NSNull)
        for target in targets {
            let rollUps = try #require(target["rollUps"] as? [String: [[String: Any]]])
            #expect(Set(rollUps.keys) == ["causes", "owners", "teams", "projects"])
            for groups in rollUps.values {
                #expect(groups.reduce(0) { $0 + ($1["minutes"] as? Int ?? 0) } == target["slipMinutes"] as? Int ?? 0)
            }
        }
    }

    @Test func csv() throws {
        let rows = String(decoding: try WardPlan().report().csv(), as: UTF8.self).split(separator: "\r\n")
        #expect(rows.count == 1 + 4 + 1 + 3)
        #expect(
            rows[1]
                == "I1,initiative,2027-01-18T17:00,2027-01-20T17:00,960,1,A,Install beds,P1,E1,T1,ran long,,960,960")
        #expect(
            rows[4] == "I1,initiative,2027-01-18T17:00,2027-01-20T17:00,960,4,C,Open the ward,P4,,,absorbed by float,,-960,0")
        #expect(rows[7] == "I4,initiative,,,,,,,,,,,,,")
    }

    @Test func theWholePlanAndTasks() throws {
        let report = try WardPlan().report(["C", "plan", "B", "N"])
        #expect(
            report.sections.map(report.sentence) == [
                "The whole plan is 2 working days late (18 Jan → 20 Jan 2027): Install beds (A. Lee) ran 2 days long, and Train staff "
                    + "(B. Ray) started 3 days late (adds 1 day) and needs 1 day more than planned; 2 days were absorbed by float.",
                "B Train staff is 4 working days late (13 Jan → 19 Jan 2027): Install beds (A. Lee) ran 2 days long, and it (B. Ray) "
                    + "started 3 days late (adds 1 day) and needs 1 day more than planned.",
                "C Open the ward is 2 working days late (18 Jan → 20 Jan 2027): Install beds (A. Lee) ran 2 days long, and Train staff "
                    + "(B. Ray) started 3 days late (adds 1 day) and needs 1 day more than planned; 2 days were absorbed by float.",
                "N Plant trees is to finish on 18 Jan 2027; it is not in the baseline.",
            ])
    }

    // MARK: another plan

    private func sentence(_ now: String, _ relations: String, before: String, _ former: String) throws -> String {
        func plan(_ tasks: String, _ relations: String) -> WardPlan {
            var plan = WardPlan()
            plan.files["plan.yaml"] = "name: Made\nepoch: 2027-01-04T08:00\n"
            plan.files["tasks.csv"] = "id,name,project,duration,owner,constraint,constraint_date\n\(tasks)"
            plan.files["dependencies.csv"] = "predecessor,successor,type,lag\n\(relations)"
            plan.files["assignments.csv"] = nil
            plan.files["baselines/approved.csv"] = nil
            return plan
        }
        let report = try plan(now, relations).report(["I1"], against: plan(before, former))
        #expect(report.sections[0].lines.reduce(0) { $0 + $1.minutes } == report.sections[0].minutes)
        return report.sentence(report.sections[0])
    }

    /// From Monday the 4th two days, three days of painting, and one day of B: the 11th; without the painting the 6th.
    @Test func tasksThatComeAndGo() throws {
        let (a, b) = ("A,Install beds,P1,2d,E1,,\n", "B,Train staff,P1,1d,E2,,\n")
        let x = "X,Paint the walls,P1,3d,E3,,\n"
        #expect(
            try sentence(a + b, "A,B,,\n", before: a + x + b, "A,X,,\nX,B,,\n")
                == "I1 New ward is 3 working days early (11 Jan → 6 Jan 2027): Paint the walls (C. Orr) was removed (saves 3 days)."
        )
        #expect(
            try sentence(a + x + b, "A,X,,\nX,B,,\n", before: a + b, "A,B,,\n")
                == "I1 New ward is 3 working days late (6 Jan → 11 Jan 2027): Paint the walls (C. Orr) was added (adds 3 days)."
        )
    }

    /// X takes three days and A two. B waited for A, and waits for X now; then two days after A; then for a date.
    @Test func logicLagsAndConstraints() throws {
        let (a, b) = ("A,Install beds,P1,2d,E1,,\n", "B,Train staff,P1,1d,E2,,\n")
        let x = "X,Paint the walls,P1,3d,E3,,\n"
        #expect(
            try sentence(a + x + b, "A,B,,\nX,B,,\n", before: a + x + b, "A,B,,\n")
                == "I1 New ward is 1 working day late (6 Jan → 7 Jan 2027): Train staff (B. Ray) now waits for Paint the walls (adds 1 day)."
        )
        #expect(
            try sentence(a + b, "A,B,,2d\n", before: a + b, "A,B,,\n")
                == "I1 New ward is 2 working days late (6 Jan → 8 Jan 2027): Train staff (B. Ray) has a longer lag after Install beds "
                + "(adds 2 days).")
        #expect(
            try sentence(a + "B,Train staff,P1,1d,E2,snet,2027-01-08\n", "A,B,,\n", before: a + b, "A,B,,\n")
                == "I1 New ward is 2 working days late (6 Jan → 8 Jan 2027): Train staff (B. Ray) is held by a constraint (adds 2 days)."
        )
        #expect(
            try sentence(a, "", before: a, "") == "I1 New ward is on its baseline date (5 Jan 2027).")
    }

    /// What fills no day is told in hours, what fills no hour in minutes.
    @Test func hoursAndMinutes() throws {
        func a(_ duration: String) -> String { "A,Install beds,P1,\(duration),E1,,\n" }
        #expect(
            try sentence(a("2d 30m"), "", before: a("2d"), "")
                == "I1 New ward is 30 working minutes late (5 Jan → 6 Jan 2027): Install beds (A. Lee) needs 30 minutes more than planned."
        )
        #expect(
            try sentence(a("1d 6h"), "", before: a("1d 4h 30m"), "")
                == "I1 New ward is 1.5 working hours late (5 Jan 2027, 13:30 → 15:00): Install beds (A. Lee) needs 1.5 hours more than "
                + "planned.")
    }
}

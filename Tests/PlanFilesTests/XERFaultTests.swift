import PlanModel
import Testing

@testable import PlanFiles

/// Each malformed file names its error, line and field.
@Suite struct XERFaultTests {
    /// Rows of `XERSource.small` stand on these lines: PROJECT 4, CALENDAR 7, PROJWBS 10, TASK 15, TASKPRED 20.
    static let cases: [(String, XERSource, [String])] = [
        (
            "a key that is no number", XERSource.small.setting("TASK", 0, "task_id", "x"),
            ["bad-key 15 TASK.task_id", "dangling-reference 20 predecessor"]
        ),
        (
            "no such activity", XERSource.small.setting("TASKPRED", 0, "pred_task_id", "9"),
            ["dangling-reference 20 predecessor"]
        ),
        (
            "a key twice", XERSource.small.setting("TASK", 1, "task_id", "101"),
            ["duplicate-key 16 an activity", "dangling-reference 20 successor", "dangling-reference 21 predecessor"]
        ),
        (
            "a negative duration", XERSource.small.setting("TASK", 0, "target_drtn_hr_cnt", "-8"),
            ["bad-duration 15 TASK.target_drtn_hr_cnt"]
        ),
        (
            "no number", XERSource.small.setting("TASK", 0, "target_drtn_hr_cnt", "8d"),
            ["bad-number 15 TASK.target_drtn_hr_cnt"]
        ),
        (
            "an endless duration", XERSource.small.setting("TASK", 0, "target_drtn_hr_cnt", "1e12"),
            ["too-long 15 TASK.target_drtn_hr_cnt"]
        ),
        (
            "no such date", XERSource.small.setting("PROJECT", 0, "last_recalc_date", "2026-02-30~08:00"),
            ["impossible-date 4 PROJECT.last_recalc_date"]
        ),
        ("no date", XERSource.small.setting("PROJECT", 0, "last_recalc_date", "soon"), ["bad-date 4 PROJECT.last_recalc_date"]),
        ("an unknown type", XERSource.small.setting("TASK", 0, "task_type", "TT_Odd"), ["unknown-word 15 TASK.task_type"]),
        (
            "an unknown constraint", XERSource.small.setting("TASK", 0, "cstr_type", "CS_ODD"),
            ["unknown-word 15 TASK.cstr_type"]
        ),
        (
            "an unknown relation", XERSource.small.setting("TASKPRED", 1, "pred_type", "PR_XX"),
            ["unknown-word 21 TASKPRED.pred_type"]
        ),
        ("no flag", XERSource.small.setting("PROJWBS", 0, "proj_node_flag", "maybe"), ["bad-flag 10 PROJWBS.proj_node_flag"]),
        (
            "a calendar cut off", XERSource.small.setting("CALENDAR", 0, "clndr_data", "(0||CalendarData()("),
            ["bad-calendar 7 CALENDAR.clndr_data"]
        ),
        ("elements in a circle", XERSource.small.setting("PROJWBS", 1, "parent_wbs_id", "11"), ["cycle 11 parent"]),
        (
            "too many values", XERSource.small.adding("104 101 PR_FS 0 1 2", to: "TASKPRED"),
            ["field-count 22 TASKPRED", "dangling-reference 22 successor"]
        ),
    ]

    @Test(arguments: cases)
    func declaredFaults(what: String, source: XERSource, faults: [String]) throws {
        let reading = try ImportReading(source.text())
        #expect(reading.places == faults, "\(what): \(reading.faults)")
        #expect(reading.plan == nil)
    }

    @Test func theFormOfTheFile() throws {
        let good = XERSource.small.text(lineEnd: "\n")
        #expect(try ImportReading(String(good.dropLast(3))).places.contains { $0.hasPrefix("truncated ") })
        #expect(try ImportReading(good + "%T\tLATE\n%R\t1\n%E\n").places == ["misplaced-record 24 -"])
        #expect(try ImportReading(good + "%T\tTWICE\n%F\ta\ta\n%E\n").places == ["duplicate-column 24 -"])
        #expect(try ImportReading(good + "garbage\n%E\n").places == ["not-a-record 23 -"])
        #expect(
            try ImportReading("ERMHDR\t20\n%T\tTASK\n%F\ttask_code\n%R\tA\n%E\n").places == [
                "missing-column 2 TASK.task_id"
            ])
    }

    @Test func otherFilesAreNamed() throws {
        for (text, found) in [("hello", "\"hello\""), ("", "an empty file"), ("<a><b/></a>", "an XML file with the root a")] {
            let reading = try ImportReading(text)
            #expect(reading.places == ["unknown-format 1 -"])
            #expect(reading.faults[0].message.hasSuffix("(found \(found))"), "\(reading.faults)")
        }
    }

    @Test func aRawLineBreakInAFieldIsJoined() throws {
        let text = XERSource.small.adding("104 1 11 7 T4 Two#lines TT_Task TK_NotStart 8 8", to: "TASK").text(lineEnd: "\n")
        let reading = try ImportReading(text.split(separator: "#").joined(separator: "\n"))
        #expect(reading.plan?.tasks.text(.name, 3) == "Two\nlines")
        #expect(reading.plan?.tasks.integer(.duration, 3) == 480)
        #expect(reading.losses.contains("changed: 1 × TASK"))
    }
}

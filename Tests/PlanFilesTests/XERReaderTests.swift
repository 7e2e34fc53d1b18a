import PlanModel
import Testing

@testable import PlanFiles

@Suite struct XERReaderTests {
    static func plan(_ source: XERSource) throws -> Plan {
        let reading = try ImportReading(source.text())
        return try #require(reading.plan, "\(reading.faults)")
    }

    @Test func aSmallFileIsReadWhole() throws {
        let plan = try Self.plan(.small)
        #expect(plan.settings.name == "Project one")
        #expect(plan.settings.epoch.description == "2026-01-05T00:00")
        #expect(plan.settings.dataDate.description == "2026-01-05T08:00")
        #expect(plan.settings.scheduling.tool == .primavera)
        #expect(plan.initiatives.rows.map { plan.initiatives.raw.identifier($0) } == ["P"])
        // Sisters stand in the order of their numbers.
        #expect(plan.summaries.rows.map { plan.summaries.raw.identifier($0) } == ["P", "P.A", "P.B"])
        #expect(plan.tasks.rows.map { plan.tasks.raw.identifier($0) } == ["T1", "T2", "T3"])
        #expect(plan.tasks.rows.map { plan.tasks.integer(.duration, $0) } == [960, 480, 0])
        #expect(plan.tasks.reference(.kind, 2) == Int(TaskKind.finishMilestone.rawValue))
        #expect(
            plan.dependencies.rows.map { plan.dependencies.integer(.type, $0) } == [
                RelationType.FS.rawValue, RelationType.FF.rawValue,
            ])
        #expect(plan.dependencies.integer(.lag, 0).map { Lag(raw: $0).minutes } == 240)
        #expect(plan.tasks.raw.place(ofRow: 1) == ("plan.xer", 16))
    }

    @Test func theCalendarIsRead() throws {
        let calendar = try Self.plan(.small).settings.calendars[0]
        let day = [Shift(start: 480, end: 720), Shift(start: 780, end: 1020)]
        #expect(calendar.week == [day, day, day, day, day, [], []])
        let dates = calendar.exceptions.sorted { $0.key < $1.key }.map {
            (LocalDateTime(minutes: Int32($0.key * 1440)).dateText, $0.value)
        }
        #expect(dates.map(\.0) == ["2026-01-06", "2026-01-10"])
        #expect(dates.map(\.1) == [[], [Shift(start: 540, end: 720)]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func anyLineEndWillDo(lineEnd: String) throws {
        let reading = try ImportReading(XERSource.small.text(lineEnd: lineEnd))
        #expect(reading.plan?.tasks.count == 3)
    }

    @Test func mixedLineEndsAndEmptyLinesWillDo() throws {
        var text = ""
        for (number, line) in XERSource.small.text(lineEnd: "\n").split(separator: "\n").enumerated() {
            text += line + ["\n", "\r\n", "\r", "\n\n"][number % 4]
        }
        #expect(try ImportReading(text).plan?.tasks.count == 3)
    }

    @Test func utf8IsReadAsItIs() throws {
        let source = XERSource.small.setting("TASK", 0, "task_name", "Müller–Прага")
        let plan = try Self.plan(source)
        #expect(plan.tasks.text(.name, 0) == "Müller–Прага")
        #expect(!plan.findings.contains { $0.message.contains("code page") })
        let marked = try ImportReading("\u{FEFF}" + source.text())
        #expect(marked.plan?.tasks.text(.name, 0) == "Müller–Прага")
    }

    /// 0x80 is the euro sign, 0x96 an en dash, 0xFC ü; 0x81 is open and stays a control character.
    @Test func otherBytesAreCodePage1252() throws {
        let text = XERSource.small.setting("TASK", 0, "task_name", "M#").text()
        var bytes = Array(text.utf8)
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "#")))
        bytes.replaceSubrange(place...place, with: [0xfc, 0x80, 0x96, 0x81])
        let reading = try ImportReading(bytes: bytes)
        #expect(reading.plan?.tasks.text(.name, 0) == "Mü€–\u{81}")
        #expect(reading.losses.contains("changed: 1 × encoding"))
    }

    @Test func twoDeleteCharactersAreALineBreak() throws {
        let plan = try Self.plan(XERSource.small.setting("TASK", 0, "task_name", "a\u{7f}\u{7f}b\u{7f}c"))
        #expect(plan.tasks.text(.name, 0) == "a\nb\u{7f}c")
    }

    @Test func missingValuesAtTheEndOfARowAreNone() throws {
        let text = XERSource.small.adding("104 1 11 7 T4 Short TT_Task", to: "TASK").text()
        let plan = try #require(try ImportReading(text).plan)
        #expect(plan.tasks.integer(.duration, 3) == 0)
        #expect(plan.findings.contains { $0.code == "supplied" && $0.message.contains("duration of an activity") })
    }

    @Test func emptyTabsBeyondTheLastFieldAreNothing() throws {
        let text = XERSource.small.text().split(separator: "\r\n", omittingEmptySubsequences: false).map {
            $0.hasPrefix("%R") ? $0 + "\t\t" : $0
        }
        #expect(try ImportReading(text.joined(separator: "\r\n")).plan?.tasks.count == 3)
    }

    @Test(arguments: [
        ("CS_MSOA", ConstraintName.startNoEarlierThan), ("CS_MSOB", .startNoLaterThan), ("CS_MSO", .mustStartOn),
        ("CS_MEOA", .finishNoEarlierThan), ("CS_MEOB", .finishNoLaterThan), ("CS_MEO", .mustFinishOn),
        ("CS_MANDSTART", .mandatoryStart), ("CS_MANDFIN", .mandatoryFinish),
    ])
    func constraints(word: String, name: ConstraintName) throws {
        let source = XERSource.small.setting("TASK", 0, "cstr_type", word).setting("TASK", 0, "cstr_date", "2026-02-02~08:00")
            .setting("TASK", 1, "cstr_type2", word).setting("TASK", 1, "cstr_date2", "2026-02-03~00:00")
        let plan = try Self.plan(source)
        #expect(plan.tasks.reference(.constraint, 0) == Int(name.rawValue))
        #expect(plan.tasks.date(.constraintDate, 0)?.description == "2026-02-02T08:00")
        #expect(plan.tasks.reference(.secondConstraint, 1) == Int(name.rawValue))
        // A finish at midnight is the end of the day before, which a plan writes as that day's 00:00.
        let isFinish = word.hasPrefix("CS_ME") || word == "CS_MANDFIN"
        #expect(plan.tasks.date(.secondConstraintDate, 1)?.description == (isFinish ? "2026-02-02T00:00" : "2026-02-03T00:00"))
    }

    @Test func asLateAsPossibleNeedsNoDateAndOthersDo() throws {
        let source = XERSource.small.setting("TASK", 0, "cstr_type", "CS_ALAP").setting("TASK", 1, "cstr_type", "CS_MSO")
        let plan = try Self.plan(source)
        #expect(plan.tasks.reference(.constraint, 0) == Int(ConstraintName.asLateAsPossible.rawValue))
        #expect(plan.tasks.reference(.constraint, 1) == nil)
        #expect(plan.findings.contains { $0.code == "dropped" && $0.message == "1 × constraint: it has no date" })
    }

    @Test func progressIsRead() throws {
        let source = XERSource.small.setting("TASK", 0, "status_code", "TK_Complete").setting(
            "TASK", 0, "act_start_date", "2026-01-02~08:00"
        )
        .setting("TASK", 0, "act_end_date", "2026-01-02~17:00").setting("TASK", 1, "status_code", "TK_Active")
        .setting("TASK", 1, "act_start_date", "2026-01-02~13:00").setting("TASK", 1, "remain_drtn_hr_cnt", "2")
        .setting("TASK", 1, "complete_pct_type", "CP_Drtn").setting("TASK", 0, "complete_pct_type", "CP_Phys")
        .setting("TASK", 0, "phys_complete_pct", "80")
        let plan = try Self.plan(source)
        #expect(plan.settings.epoch.description == "2026-01-02T00:00")
        #expect(plan.tasks.date(.actualFinish, 0)?.description == "2026-01-02T17:00")
        #expect(plan.tasks.number(.percentComplete, 0) == 80)
        // 8 hours planned, 2 left.
        #expect(plan.tasks.number(.percentComplete, 1) == 75)
        #expect(plan.tasks.integer(.remaining, 1) == 120)
    }

    @Test func optionsAreRead() throws {
        let source = XERSource.small.setting("PROJECT", 0, "critical_path_type", "CT_DrivPath").setting(
            "PROJECT", 0, "critical_drtn_hr_cnt", "40"
        )
        .adding(
            "SCHEDOPTIONS",
            "proj_id sched_retained_logic sched_progress_override sched_float_type sched_calendar_on_relationship_lag "
                + "sched_open_critical_flag sched_lag_early_start_flag sched_use_expect_end_flag",
            ["1 N Y FT_MIN rcal_24Hour Y N Y"])
        let rules = try Self.plan(source).settings.scheduling
        #expect(rules.progress == .override)
        #expect(rules.totalFloat == .smallest)
        #expect(rules.lagCalendar == .elapsed)
        #expect(rules.openEndsAreCritical && rules.lagsFromActualStart && rules.usesExpectedFinish)
        #expect(rules.criticality == .longestPath)
        #expect(rules.criticalFloat == 2400)
        let neither = XERSource.small.adding("SCHEDOPTIONS", "proj_id sched_retained_logic sched_progress_override", ["1 N N"])
        #expect(try Self.plan(neither).settings.scheduling.progress == .actualDates)
    }

    @Test func unreadFieldsAndTablesAreCounted() throws {
        let source = XERSource.small.setting("TASK", 0, "est_colour", "red").setting(
            "TASK", 1, "early_start_date", "2026-01-05~08:00"
        )
        .adding("UDFVALUE", "udf_type_id fk_id udf_text", ["1 101 x", "1 102 y"])
        let losses = try ImportReading(source.text()).losses
        #expect(losses.contains("dropped: 1 × TASK.est_colour"))
        #expect(losses.contains("dropped: 1 × TASK, derived fields"))
        #expect(losses.contains("dropped: 2 × UDFVALUE"))
    }
}

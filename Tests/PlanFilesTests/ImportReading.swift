import PlanModel

@testable import PlanFiles

/// A file of another tool, written in the test, and what reading it gave.
struct ImportReading {
    var plan: Plan?
    var faults: [Fault] = []

    init(_ text: String, file: String = "plan.xer", levels: OutlineLevels = OutlineLevels()) throws {
        try self.init(bytes: Array(text.utf8), file: file, levels: levels)
    }

    init(bytes: [UInt8], file: String = "plan.xer", levels: OutlineLevels = OutlineLevels()) throws {
        do {
            plan = try unsafe bytes.withUnsafeBufferPointer { try unsafe FileReader.plan(of: $0, file: file, levels: levels) }
        } catch let error as LoadError {
            faults = error.faults
        }
    }

    /// Faults as `code line column`.
    var places: [String] { faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "-")" } }

    /// What the loss report counts, as `fate: count × what`.
    var losses: [String] {
        (plan?.findings ?? []).filter { ["dropped", "changed", "supplied"].contains($0.code) }.map { finding in
            "\(finding.code): \(finding.message.prefix { $0 != ":" })"
        }
    }
}

/// Tables of an XER file as a test writes them: fields and rows with blanks between them, `-` for nothing and `~` for a blank.
struct XERSource {
    var tables: [(name: String, fields: String, rows: [String])]

    /// A project of two lots with three activities, on a calendar of five days.
    static let small = XERSource(tables: [
        (
            "PROJECT", "proj_id proj_short_name clndr_id last_recalc_date plan_start_date plan_end_date",
            ["1 P 7 2026-01-05~08:00 2026-01-05~08:00 -"]
        ),
        ("CALENDAR", "clndr_id clndr_name clndr_data", ["7 Five \(week)"]),
        (
            "PROJWBS", "wbs_id proj_id seq_num proj_node_flag wbs_short_name wbs_name parent_wbs_id",
            ["10 1 0 Y P Project~one -", "11 1 2 N B Lot~B 10", "12 1 1 N A Lot~A 10"]
        ),
        (
            "TASK",
            "task_id proj_id wbs_id clndr_id task_code task_name task_type status_code target_drtn_hr_cnt remain_drtn_hr_cnt",
            [
                "101 1 12 7 T1 First TT_Task TK_NotStart 16 16", "102 1 11 7 T2 Second TT_Task TK_NotStart 8 8",
                "103 1 11 7 T3 End TT_FinMile TK_NotStart 0 0",
            ]
        ),
        ("TASKPRED", "task_id pred_task_id pred_type lag_hr_cnt", ["102 101 PR_FS 4", "103 102 PR_FF 0"]),
    ])

    /// Monday to Friday, 08:00-12:00 and 13:00-17:00, and two exceptions: 2026-01-06 (serial 46028) is free, 2026-01-10 has a shift.
    static let week: String = {
        let shifts = "(0||0(s|08:00|f|12:00)())(0||1(f|17:00|s|13:00)())"
        let days = (1...7).map { "(0||\($0)()(\($0 == 1 || $0 == 7 ? "" : shifts)))" }.joined()
        return "(0||CalendarData()((0||DaysOfWeek()(\(days)))(0||Exceptions()((0||0(d|46028)())(0||1(d|46032)"
            + "((0||0(s|09:00|f|12:00)())))))))"
    }()

    /// The file.
    func text(lineEnd: String = "\r\n", header: String = "ERMHDR\t20.12\t2026-01-05\tProject") -> String {
        var lines = [header]
        for (name, fields, rows) in tables {
            lines.append("%T\t" + name)
            lines.append("%F\t" + fields.split(separator: " ").joined(separator: "\t"))
            lines += rows.map { "%R\t" + $0.split(separator: " ").map(Self.value).joined(separator: "\t") }
        }
        return (lines + ["%E", ""]).joined(separator: lineEnd)
    }

    private static func value(_ word: Substring) -> String {
        word == "-" ? "" : word.map { $0 == "~" ? " " : String($0) }.joined()
    }

    /// The same with a field of a row changed or added.
    func setting(_ table: String, _ row: Int, _ field: String, _ value: String) -> XERSource {
        var copy = self
        let place = copy.tables.firstIndex { $0.name == table }!
        var fields = copy.tables[place].fields.split(separator: " ").map { String($0) }
        if !fields.contains(field) {
            fields.append(field)
            copy.tables[place].rows = copy.tables[place].rows.map { $0 + " -" }
        }
        var values = copy.tables[place].rows[row].split(separator: " ").map { String($0) }
        values[fields.firstIndex(of: field)!] = value
        copy.tables[place].fields = fields.joined(separator: " ")
        copy.tables[place].rows[row] = values.joined(separator: " ")
        return copy
    }

    /// The same with one more table.
    func adding(_ name: String, _ fields: String, _ rows: [String]) -> XERSource {
        var copy = self
        copy.tables.append((name, fields, rows))
        return copy
    }

    /// The same with one more row of a table.
    func adding(_ row: String, to table: String) -> XERSource {
        var copy = self
        copy.tables[copy.tables.firstIndex { $0.name == table }!].rows.append(row)
        return copy
    }
}

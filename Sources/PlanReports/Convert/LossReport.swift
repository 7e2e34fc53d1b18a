public import PlanModel

/// What became of a plan that was converted: rows in, rows kept, and everything that was dropped or changed, by name.
public struct LossReport: Sendable {
    /// The findings of a reader that tell of something that does not reach the result, and what becomes of it.
    private static let fates = [
        "unknown-file": "dropped", "unknown-key": "dropped", "unknown-column": "kept", "rounded-minutes": "rounded",
        "default-calendar": "supplied", "dropped": "dropped", "changed": "changed", "supplied": "supplied",
    ]

    /// Rows of one table.
    struct Rows {
        let table: String
        let read: Int
        let kept: Int
    }

    let head: ResultHead
    let rows: [Rows]
    let changes: [(fate: String, finding: Finding)]

    /// The report of a conversion.
    ///
    /// - Parameters:
    ///   - source: the plan that was read.
    ///   - result: the plan as read back from what was written.
    ///   - writing: what the written format could not hold.
    public init(from source: Plan, to result: Plan, writing: [Finding] = []) {
        head = ResultHead(of: source)
        rows = Self.counts(source, result)
        let unread = result.findings.filter { $0.code == "dropped" }
        changes = (source.findings + writing + unread).compactMap { finding in
            Self.fates[finding.code].map { ($0, finding) }
        }
    }

    private static func counts(_ source: Plan, _ result: Plan) -> [Rows] {
        let tables = TableName.allCases.filter { $0 != .baselines && source[$0].count > 0 }
        return tables.map { Rows(table: $0.rawValue, read: source[$0].count, kept: result[$0].count) }
            + source.baselines.keys.sorted().map {
                Rows(table: "baselines/\($0)", read: source.baselines[$0]!.count, kept: result.baselines[$0]?.count ?? 0)
            }
    }

    /// Whether every row arrived and nothing was dropped.
    public var isComplete: Bool { rows.allSatisfy { $0.read == $0.kept } && changes.allSatisfy { $0.fate != "dropped" } }

    /// The report for people.
    public func text(_ style: Style) -> String {
        var table = TextTable([
            .init(title: "Table"), .init(title: "Rows in", isRight: true), .init(title: "Rows kept", isRight: true),
        ])
        for row in rows {
            let ink: Style.Ink? = row.read == row.kept ? nil : .bad
            table.add([.init(row.table), .init(Spelling.count(row.read)), .init(Spelling.count(row.kept), ink)])
        }
        let verdict = isComplete ? "nothing was dropped" : "not everything was kept; see below"
        var lines = [style.heading("\(printable(head.plan ?? "")): \(verdict)")] + table.lines(style)
        for (fate, finding) in changes {
            let place = (finding.file ?? "") + (finding.line.map { ":\($0)" } ?? "")
            lines += wrapped(printable("\(fate): \(place): \(finding.message)"), width: style.width, indent: 2)
        }
        lines.append("Comments of plan.yaml and the order of columns are not kept; dates and durations are in one spelling.")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The report as JSON.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            head.write(to: &json)
            json.key("tables")
            json.array(onLines: true) { json in
                for row in rows {
                    json.object { json in
                        json.field("table", row.table)
                        json.field("rowsIn", row.read)
                        json.field("rowsKept", row.kept)
                    }
                }
            }
            json.key("changes")
            json.array(onLines: true) { json in
                for (fate, finding) in changes { Self.write(fate, finding, to: &json) }
            }
            timing?.write(to: &json)
        }
        return json.finished()
    }

    private static func write(_ fate: String, _ finding: Finding, to json: inout JSONWriter) {
        json.object { json in
            json.field("fate", fate)
            json.field("file", finding.file)
            json.field("line", finding.line)
            json.field("column", finding.column)
            json.field("code", finding.code)
            json.field("message", finding.message)
        }
    }

    /// The report as CSV: a row for each table.
    public func csv() -> [UInt8] {
        var csv = CSVWriter(header: ["table", "rows_in", "rows_kept"])
        for row in rows {
            csv.cell(row.table)
            csv.cell(row.read)
            csv.cell(row.kept)
            csv.endRow()
        }
        return csv.bytes
    }
}

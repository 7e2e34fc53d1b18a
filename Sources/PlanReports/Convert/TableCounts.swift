public import PlanModel

/// How many rows each table of a plan has: what `headway generate` shows.
public struct TableCounts: Sendable {
    let plan: Plan
    let seed: UInt64

    /// The counts of a plan that was made from a seed.
    public init(of plan: Plan, seed: UInt64) { (self.plan, self.seed) = (plan, seed) }

    private var rows: [(table: String, count: Int)] {
        TableName.allCases.filter { $0 != .baselines && plan[$0].count > 0 }.map { ($0.rawValue, plan[$0].count) }
            + plan.baselines.keys.sorted().map { ("baselines/\($0)", plan.baselines[$0]!.count) }
    }

    /// The counts for people.
    public func text(_ style: Style) -> String {
        var table = TextTable([.init(title: "Table"), .init(title: "Rows", isRight: true)])
        for row in rows { table.add([.init(row.table), .init(Spelling.count(row.count))]) }
        return ([style.heading(printable(plan.settings.name))] + table.lines(style)).joined(separator: "\n")
            + "\n"
    }

    /// The counts as JSON.
    public func json(timing: Timing? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("headway", ResultHead.version)
            json.field("plan", plan.settings.name)
            json.field("dataDate", plan.settings.dataDate)
            json.key("seed")
            json.unsigned(seed)
            json.key("tables")
            json.array(onLines: true) { json in
                for row in rows {
                    json.object { json in
                        json.field("table", row.table)
                        json.field("rows", row.count)
                    }
                }
            }
            timing?.write(to: &json)
        }
        return json.finished()
    }

    /// The counts as CSV.
    public func csv() -> [UInt8] {
        var csv = CSVWriter(header: ["table", "rows"])
        for row in rows {
            csv.cell(row.table)
            csv.cell(row.count)
            csv.endRow()
        }
        return csv.bytes
    }
}

import PlanModel

/// A relation as it is written beside its successor.
struct MSPDIWrittenLink {
    let predecessor: Int32
    let type: RelationType
    let lag: Lag

    /// The relations of a plan, by the number of their successor.
    static func links(of plan: Plan, _ outline: WrittenOutline, _ losses: inout LossLedger) -> [Int32: [MSPDIWrittenLink]] {
        var result: [Int32: [MSPDIWrittenLink]] = [:]
        for row in plan.dependencies.rows {
            guard let predecessor = number(.predecessor, row, plan, outline),
                let successor = number(.successor, row, plan, outline)
            else {
                losses.add(.dropped, "dependencies", "the outline has no line for the project at one end")
                continue
            }
            let lag = plan.dependencies.integer(.lag, row).map { Lag(raw: $0) } ?? Lag(minutes: 0)
            if lag.isPercent, lag.amount % 100 != 0 {
                losses.add(.changed, "dependencies.lag", "rounded to whole percent")
            }
            let type = plan.dependencies.reference(.type, row).flatMap { RelationType(rawValue: Int32($0)) } ?? .FS
            result[successor, default: []].append(.init(predecessor: predecessor, type: type, lag: lag))
        }
        return result
    }

    private static func number(_ column: DependencyColumn, _ row: Int, _ plan: Plan, _ outline: WrittenOutline) -> Int32? {
        guard let raw = plan.dependencies.reference(column, row) else { return nil }
        let end = ElementReference(raw: Int32(raw))
        switch DependencyColumn.ends[end.table] {
        case .tasks: return outline.taskNumbers[end.row]
        case .projects: return outline.headingOfProject[end.row].map { outline.headingNumbers[$0] }
        default: return outline.headingNumbers[end.row]
        }
    }

    /// Lags are tenths of a minute, or percent.
    func write(_ xml: inout XMLText) {
        xml.group("PredecessorLink") { xml in
            xml.field("PredecessorUID", Int(predecessor))
            xml.field("Type", code)
            xml.flag("CrossProject", false)
            xml.field("LinkLag", lag.isPercent ? Int((Double(lag.amount) / 100).rounded()) : Int(lag.amount) * 10)
            xml.field("LagFormat", (lag.isPercent ? 19 : 7) + (lag.isElapsed ? 1 : 0))
        }
    }

    private var code: Int {
        switch type {
        case .FF: 0
        case .FS: 1
        case .SF: 2
        case .SS: 3
        }
    }
}

/// Project has eleven baselines, by number.
enum MSPDIBaselineNumbers {
    /// The sets of a plan with their numbers: `baseline` is 0, `baseline1` 1; other names take what is free.
    static func numbered(
        _ plan: Plan, _ losses: inout LossLedger
    ) -> [(number: Int, rows: [Int: Int], table: Table<BaselineColumn>)] {
        let usual = ["baseline"] + (1...10).map { "baseline\($0)" }
        var free = usual.indices.filter { plan.baselines[usual[$0]] == nil }
        var result: [(number: Int, rows: [Int: Int], table: Table<BaselineColumn>)] = []
        for (name, table) in plan.baselines.sorted(by: { $0.key < $1.key }) {
            guard let number = usual.firstIndex(of: name) ?? (free.isEmpty ? nil : free.removeFirst()) else {
                losses.add(.dropped, "baselines/\(name)", "Project has eleven baselines", count: table.count)
                continue
            }
            if usual[number] != name { losses.add(.changed, "baselines/\(name)", "named \(usual[number])") }
            let rows = table.rows.compactMap { row in table.reference(.task, row).map { ($0, row) } }
            result.append((number, Dictionary(rows, uniquingKeysWith: { first, _ in first }), table))
        }
        return result.sorted { $0.number < $1.number }
    }
}

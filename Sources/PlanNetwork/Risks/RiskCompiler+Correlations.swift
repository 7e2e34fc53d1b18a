import PlanModel

/// How severities go together.
extension RiskCompiler {
    /// The correlations, events by their places in `order`, ascending, each pair once.
    mutating func correlations() -> [RiskModel.Correlation] {
        let table = plan.correlations
        var result: [RiskModel.Correlation] = []
        var known: [UInt64: (row: Int, value: Double)] = [:]
        for row in table.rows {
            guard let first = table.reference(.first, row), let second = table.reference(.second, row),
                let value = table.number(.correlation, row), areSound(row, first, second)
            else { continue }
            let (low, high) = (min(rank[first], rank[second]), max(rank[first], rank[second]))
            let pair = UInt64(low) << 32 | UInt64(high)
            if let earlier = known[pair] {
                if earlier.value != value {
                    refuse(
                        table.raw, row, "correlation", "contradictory-correlation",
                        "expected \(earlier.value), as line \(table.raw.place(ofRow: earlier.row).line) has it for the same two "
                            + "(found \(value))")
                }
                continue
            }
            known[pair] = (row, value)
            result.append(.init(first: low, second: high, value: value))
        }
        return result.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private mutating func areSound(_ row: Int, _ first: Int, _ second: Int) -> Bool {
        if first == second {
            refuse(
                plan.correlations.raw, row, "second", "self-correlation",
                "expected two different rows of risks.csv (found \(plan.risks.raw.identifier(first)) twice)")
            return false
        }
        let certain = [("first", first), ("second", second)].filter { severities[$0.1].law == nil }
        for (column, risk) in certain {
            refuse(
                plan.correlations.raw, row, column, "correlation-without-range",
                "expected an event with an uncertain severity (found \(plan.risks.raw.identifier(risk)), which has no range)")
        }
        return certain.isEmpty
    }
}

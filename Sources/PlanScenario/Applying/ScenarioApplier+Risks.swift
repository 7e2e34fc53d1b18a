import PlanModel

/// Edits of risks.
extension ScenarioApplier {
    mutating func addRisk(_ change: ScenarioChange.AddRisk) {
        guard plan.risks.row(of: change.id.text) == nil else {
            return refuse("duplicate-id", change.id, key: "id", "the plan has a risk \(change.id.text) already")
        }
        guard let tasks = openTasks(change.work, where: { $0.remaining($1) > 0 || change.delay ?? 0 > 0 }) else { return }
        guard change.probability > 0 else { return refuseIdle(key: "probability", "what never happens changes nothing") }
        let row = plan.risks.raw.appendRows(identifiers: [change.id.text])
        plan.risks.raw.replaceTexts(RiskColumn.name.rawValue) { $0 == row ? change.name : nil }
        plan.risks.set(.kind, row, change.kind.rawValue)
        plan.risks.set(.probability, row, change.probability)
        for (column, value) in zip([RiskColumn.optimistic, .mostLikely, .pessimistic], change.severity) {
            plan.risks.set(column, row, value)
        }
        if let distribution = change.distribution { plan.risks.set(.distribution, row, distribution.rawValue) }
        if let from = change.from { plan.risks.set(.from, row, from) }
        if let until = change.until { plan.risks.set(.to, row, until) }
        let first = plan.impacts.count
        plan.impacts.raw.appendRows(tasks.count)
        fill(.risk, from: first, tasks.map { _ in Int32(row) })
        fill(.task, from: first, tasks.map(Int32.init))
        if let delay = change.delay { fill(.delay, from: first, tasks.map { _ in delay }) }
        if let factor = change.factor { fill(.factor, from: first, tasks.map { _ in factor }) }
        if let weight = change.weight { fill(.weight, from: first, tasks.map { _ in weight }) }
        touched(
            tasks: tasks.count, others: 1,
            "\(change.id.text) may touch \(count(tasks.count, "task")) with probability \(change.probability)")
    }

    private mutating func fill(_ column: ImpactColumn, from first: Int, _ values: [Int32]) {
        plan.impacts.raw.withIntegers(column.rawValue) { cells in
            for (place, value) in values.enumerated() { cells[first + place] = value }
        }
    }

    private mutating func fill(_ column: ImpactColumn, from first: Int, _ values: [Double]) {
        plan.impacts.raw.withNumbers(column.rawValue) { cells in
            for (place, value) in values.enumerated() { cells[first + place] = value }
        }
    }

    /// Puts mitigations in force, those of one branch together, because its events share one draw.
    mutating func mitigate(_ change: ScenarioChange.Mitigate) {
        guard let rows = rows(of: change.risks, in: .risks, key: "risk") else { return }
        let before = faults.count
        var chosen = Set<Int>()
        for (row, word) in zip(rows, change.risks) {
            let impacts = impacts(of: row)
            if !impacts.contains(where: { plan.impacts.reference(.task, $0).map(isOpen) ?? false }) {
                refuseIdle(word, key: "risk", "\(word.text) touches no open task")
            } else if plan.risks.integer(.mitigated, row) == 1, change.isPlain {
                refuseIdle(word, key: "risk", "the mitigation of \(word.text) is in force already")
            } else if change.isPlain, !hasMitigation(row, impacts) {
                refuse(
                    "no-mitigation", word, key: "risk",
                    "\(word.text) has no mitigation; expected mitigated_probability in risks.csv, mitigated_factor or mitigated_delay "
                        + "in impacts.csv, or a probability, factor or delay here")
            }
            chosen.formUnion(branch(of: row))
        }
        guard faults.count == before else { return }
        for row in rows { define(change, row) }
        plan.risks.raw.withIntegers(RiskColumn.mitigated.rawValue) { cells in for row in chosen { cells[row] = 1 } }
        touched(others: chosen.count, "\(told(change.risks.map(\.text))) mitigated")
    }

    private func impacts(of risk: Int) -> [Int] { plan.impacts.rows.filter { plan.impacts.reference(.risk, $0) == risk } }

    private func hasMitigation(_ row: Int, _ impacts: [Int]) -> Bool {
        plan.risks.number(.mitigatedProbability, row) != nil
            || impacts.contains {
                plan.impacts.number(.mitigatedFactor, $0) != nil || plan.impacts.integer(.mitigatedDelay, $0) != nil
            }
    }

    private func branch(of row: Int) -> [Int] {
        let name = plan.risks.text(.branch, row)
        return name.isEmpty ? [row] : plan.risks.rows.filter { plan.risks.text(.branch, $0) == name }
    }

    /// Writes the mitigation that the edit brings along.
    private mutating func define(_ change: ScenarioChange.Mitigate, _ row: Int) {
        if let probability = change.probability { plan.risks.set(.mitigatedProbability, row, probability) }
        for impact in impacts(of: row) {
            if let factor = change.factor { plan.impacts.set(.mitigatedFactor, impact, factor) }
            if let delay = change.delay { plan.impacts.set(.mitigatedDelay, impact, delay) }
        }
    }
}

extension ScenarioChange.Mitigate {
    /// Whether the mitigation is the plan's own.
    fileprivate var isPlain: Bool { probability == nil && factor == nil && delay == nil }
}

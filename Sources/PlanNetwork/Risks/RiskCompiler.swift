import PlanModel
import PlanStatistics

/// Compiles risks, impacts and correlations: events in the order of their ids, effects in the order of the network.
///
/// Nothing depends on the order of rows. Impacts on finished tasks have no effect and are counted in a finding.
struct RiskCompiler {
    let plan: Plan
    let origin: LocalDateTime
    /// Minutes left by task row.
    let remaining: [Int32]
    let nodeOfTask: [Int32]
    /// The rows of risks in the order of the bytes of their ids, and the place of each row in it.
    let order: [Int]
    var rank: [Int32]
    /// By row of risks.
    var severities: [SeverityResolver.Severity] = []
    var tables: QuantileTables
    var faults: [Fault] = []
    var findings: [Finding] = []

    init(plan: Plan, origin: LocalDateTime, rows: DurationResolver.Rows, nodeOfTask: [Int32]) {
        (self.plan, self.origin, remaining, self.nodeOfTask) = (plan, origin, rows.remaining, nodeOfTask)
        tables = rows.tables
        let ids = plan.risks.texts(.id)
        order = plan.risks.rows.sorted { left, right in
            guard let ids else { return left < right }
            return ids.bytes[ids.range(left)].lexicographicallyPrecedes(ids.bytes[ids.range(right)])
        }
        rank = Array(repeating: 0, count: order.count)
        for (place, row) in order.enumerated() { rank[row] = Int32(place) }
    }

    /// The model; what is wrong with it goes to `faults`, what is odd to `findings`.
    mutating func model(nodeCount: Int) -> RiskModel {
        guard plan.risks.count > 0 else { return .none }
        var layout = BranchLayout(plan: plan, order: order)
        let spans = layout.spans()
        var resolver = SeverityResolver(plan: plan)
        severities = Array(repeating: .init(), count: order.count)
        for row in order { severities[row] = resolver.severity(row, &tables) }
        faults += layout.faults + resolver.faults
        for row in order { checkEvent(row) }
        let effects = effects()
        let correlations = correlations()
        return assemble(order.map { event($0, spans[$0], layout.isMitigated($0)) }, effects, correlations, nodeCount)
    }

    func kind(_ row: Int) -> RiskModel.Kind {
        plan.risks.reference(.kind, row).flatMap { RiskModel.Kind(rawValue: UInt8($0)) } ?? .risk
    }

    private func event(_ row: Int, _ spans: BranchLayout.Spans, _ isMitigated: Bool) -> RiskModel.Event {
        let (id, branch) = (plan.risks.raw.identifier(row), plan.risks.text(.branch, row))
        return RiskModel.Event(
            row: Int32(row), kind: kind(row), identity: Identity.of(id),
            drawIdentity: Identity.of(branch.isEmpty ? id : branch),
            isBranch: !branch.isEmpty, lower: spans.inForce.lowerBound, upper: spans.inForce.upperBound,
            plainSpan: spans.plain, mitigatedSpan: spans.mitigated, isMitigated: isMitigated,
            severity: severities[row].law.map { SeverityLaw($0.law(longest: 0)) } ?? .certain,
            windowStart: plan.risks.date(.from, row)?.minutes(since: origin) ?? Int32.min,
            windowEnd: plan.risks.date(.to, row)?.minutes(since: origin) ?? Int32.max)
    }

    /// Refuses windows where they have no meaning, or no inside.
    private mutating func checkEvent(_ row: Int) {
        let (from, to) = (plan.risks.date(.from, row), plan.risks.date(.to, row))
        if kind(row) != .risk, from != nil || to != nil {
            refuse(
                plan.risks.raw, row, from != nil ? "from" : "to", "misplaced-window",
                "expected no window: only a row of kind risk may have one (found kind \(kind(row)))")
        } else if let from, let to, from >= to {
            refuse(plan.risks.raw, row, "to", "empty-window", "expected a moment after from, \(from) (found \(to))")
        }
        if kind(row) == .existence, severities[row].law != nil || severities[row].constant != 1 {
            refuse(
                plan.risks.raw, row, "distribution", "misplaced-effect",
                "expected no range: an existence row says only whether tasks exist")
        }
    }

    mutating func refuse(_ table: RawTable, _ row: Int, _ column: String, _ code: String, _ message: String) {
        let place = table.place(ofRow: row)
        faults.append(Fault(code: code, file: place.file, line: place.line, column: column, message: message))
    }

    /// Leaves out events that touch no unfinished work, and puts effects in order.
    private func assemble(
        _ events: [RiskModel.Event], _ effects: [RiskModel.Effect], _ correlations: [RiskModel.Correlation], _ nodeCount: Int
    ) -> RiskModel {
        var isUsed = [Bool](repeating: false, count: events.count)
        for effect in effects { isUsed[Int(effect.event)] = true }
        var newPlace = [Int32](repeating: -1, count: events.count)
        var model = RiskModel()
        for place in events.indices where isUsed[place] {
            newPlace[place] = Int32(model.events.count)
            model.events.append(events[place])
        }
        guard !model.events.isEmpty else { return .none }
        model.effects = effects.sorted { ($0.node, $0.event) < ($1.node, $1.event) }
        model.effectOffset = Array(repeating: 0, count: nodeCount + 1)
        for place in model.effects.indices {
            model.effects[place].event = newPlace[Int(model.effects[place].event)]
            model.effectOffset[Int(model.effects[place].node) + 1] += 1
        }
        for node in 0..<nodeCount { model.effectOffset[node + 1] += model.effectOffset[node] }
        for correlation in correlations where isUsed[Int(correlation.first)] && isUsed[Int(correlation.second)] {
            model.correlations.append(
                .init(
                    first: newPlace[Int(correlation.first)], second: newPlace[Int(correlation.second)],
                    value: correlation.value))
        }
        return model
    }
}

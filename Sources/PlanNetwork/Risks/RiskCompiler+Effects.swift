import PlanModel
import PlanStatistics

/// What events do to tasks.
extension RiskCompiler {
    /// No factor or weight is larger, so that floats stay finite: any work times it exceeds what a plan may last, which is then refused.
    static let largestFactor = 0x1p31

    /// What `impacts.csv` says of one task, empty cells filled.
    private struct Impact {
        var weight: Double, factor: Double, delay: Int32, mitigatedFactor: Double, mitigatedDelay: Int32

        init(_ impacts: Table<ImpactColumn>, _ row: Int) {
            weight = impacts.number(.weight, row) ?? 1
            factor = impacts.number(.factor, row) ?? 1
            delay = impacts.integer(.delay, row) ?? 0
            mitigatedFactor = impacts.number(.mitigatedFactor, row) ?? factor
            mitigatedDelay = impacts.integer(.mitigatedDelay, row) ?? delay
        }

        /// Whether it changes a duration, apart from a severity that is drawn.
        var isIdle: Bool { factor == 1 && mitigatedFactor == 1 && delay == 0 && mitigatedDelay == 0 }
    }

    /// All effects on unfinished work, events by their places in `order`; events without any become findings.
    mutating func effects() -> [RiskModel.Effect] {
        let impacts = plan.impacts
        var effects: [RiskModel.Effect] = []
        var firstRow: [UInt64: Int] = [:]
        var (finished, spans) = (0, 0)
        var hasEffect = [Bool](repeating: false, count: plan.risks.count)
        for row in impacts.rows {
            guard let risk = impacts.reference(.risk, row), let task = impacts.reference(.task, row) else { continue }
            let pair = UInt64(risk) << 32 | UInt64(task)
            if let earlier = firstRow[pair] {
                refuseDuplicate(row, earlier, risk, task)
                continue
            }
            firstRow[pair] = row
            let impact = check(row, risk)
            guard let effect = effect(impact, risk, task) else { continue }
            if isFinished(task) {
                finished += 1
            } else if isSpan(task) {
                spans += 1
            } else if let real = remaining[task] == 0 ? onNothing(effect, risk) : effect {
                effects.append(real)
            } else {
                continue
            }
            hasEffect[risk] = true
        }
        report(hasEffect: hasEffect, finished: finished, spans: spans)
        return effects
    }

    private func isFinished(_ task: Int) -> Bool { plan.tasks.integer(.actualFinish, task) != nil }

    private func isSpan(_ task: Int) -> Bool {
        plan.tasks.reference(.kind, task).flatMap { TaskKind(rawValue: Int32($0)) }?.isSpan ?? false
    }

    /// The effect of an impact; `nil` if it has none.
    private func effect(_ impact: Impact, _ risk: Int, _ task: Int) -> RiskModel.Effect? {
        let severity = severities[risk]
        let isDrawn = severity.law != nil && impact.weight > 0
        // A certain severity is part of the factor.
        let certain = severity.law == nil ? min(Self.power(severity.constant, impact.weight), 0x1p60) : 1
        var impact = impact
        impact.factor *= certain
        impact.mitigatedFactor *= certain
        guard kind(risk) == .existence || isDrawn || !impact.isIdle else { return nil }
        func float(_ value: Double) -> Float { Float(min(value, Self.largestFactor)) }
        let isMitigated = plan.risks.integer(.mitigated, risk) == 1
        return RiskModel.Effect(
            node: nodeOfTask[task], event: rank[risk], weight: isDrawn ? float(impact.weight) : 0,
            factor: float(isMitigated ? impact.mitigatedFactor : impact.factor),
            delay: isMitigated ? impact.mitigatedDelay : impact.delay, plainFactor: float(impact.factor),
            plainDelay: impact.delay, mitigatedFactor: float(impact.mitigatedFactor), mitigatedDelay: impact.mitigatedDelay)
    }

    /// What is left of an effect on work that takes no time: its delay, for nothing times any factor is nothing; `nil` if it has none.
    private func onNothing(_ effect: RiskModel.Effect, _ risk: Int) -> RiskModel.Effect? {
        guard kind(risk) == .existence || effect.plainDelay != 0 || effect.mitigatedDelay != 0 else { return nil }
        var effect = effect
        (effect.weight, effect.factor, effect.plainFactor, effect.mitigatedFactor) = (0, 1, 1, 1)
        return effect
    }

    /// base^exponent for a base and an exponent of 0 or more.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        if exponent == 0 { return 1 }
        if base == 0 || exponent == 1 { return base }
        return Elementary.exp(exponent * Elementary.log(base))
    }

    /// One row; refuses what its event cannot do.
    private mutating func check(_ row: Int, _ risk: Int) -> Impact {
        let impact = Impact(plan.impacts, row)
        if kind(risk) == .existence, !(impact.isIdle && impact.weight == 1) {
            refuse(
                plan.impacts.raw, row, impact.weight == 1 ? "factor" : "weight", "misplaced-effect",
                "expected no factor, delay or weight: \(plan.risks.raw.identifier(risk)) says only whether tasks exist")
        }
        if impact.weight != 1, severities[risk].least <= 0 {
            refuse(
                plan.impacts.raw, row, "weight", "bad-weight",
                "expected weight 1, or a severity of \(plan.risks.raw.identifier(risk)) that is always above 0 "
                    + "(found weight \(impact.weight))")
        }
        return impact
    }

    private mutating func refuseDuplicate(_ row: Int, _ earlier: Int, _ risk: Int, _ task: Int) {
        let line = plan.impacts.raw.place(ofRow: earlier).line
        refuse(
            plan.impacts.raw, row, "task", "duplicate-impact",
            "expected each pair of risk and task once; line \(line) has it already (found "
                + "\(plan.risks.raw.identifier(risk)), \(plan.tasks.raw.identifier(task)))")
    }

    private mutating func report(hasEffect: [Bool], finished: Int, spans: Int) {
        for row in order where !hasEffect[row] {
            let place = plan.risks.raw.place(ofRow: row)
            findings.append(
                Finding(
                    code: "risk-without-effect", file: place.file, line: place.line, column: "id",
                    message:
                        "\(plan.risks.raw.identifier(row)) touches no task, or has no range, factor or delay; it changes nothing"
                ))
        }
        for (code, count, what) in [
            ("impact-of-finished-task", finished, "an impact on a finished task"),
            ("impact-of-span", spans, "an impact on a task whose dates come from the tasks around it"),
        ] where count > 0 {
            findings.append(
                Finding(code: code, file: "impacts.csv", column: "task", message: "\(count) × \(what); it has no effect"))
        }
    }
}

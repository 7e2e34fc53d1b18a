import Headway

/// Gives a plan events of every kind on random tasks, and some tasks outcomes instead of a range. What it makes always compiles.
enum RandomRisks {
    static func add(to plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        for row in plan.tasks.indices where random.chance(0.2) { addOutcomes(&plan.tasks[row], &random) }
        for number in 0..<random.integer(3...8) { addEvent(number, &plan, &random) }
        if random.chance(0.6) { addBranch(&plan, &random) }
        let ranged = plan.risks.filter { isDrawn($0) }.map(\.id)
        for (first, second) in zip(ranged, ranged.dropFirst()) where random.chance(0.5) {
            plan.correlate(first, second, Double(random.integer(-9...9)) / 10)
        }
        plan.risks.shuffle(using: &random)
    }

    /// A few durations in the place of three points or moments.
    private static func addOutcomes(_ task: inout PlanBuilder.TaskRow, _ random: inout SeededGenerator) {
        (task.optimistic, task.mostLikely, task.pessimistic, task.mean, task.deviation) = (nil, nil, nil, nil, nil)
        task.distribution = .discrete
        task.outcomes = outcomes(random.integer(1...6), &random) { Double($0.integer(0...900)) }
    }

    /// So many values with probabilities that sum to 1: shares of 64.
    private static func outcomes(
        _ count: Int, _ random: inout SeededGenerator, _ value: (inout SeededGenerator) -> Double
    ) -> String {
        var (left, items): (Int, [Outcomes.Outcome]) = (64, [])
        for place in 0..<count {
            let share = place == count - 1 ? left : random.integer(1...left - (count - 1 - place))
            left -= share
            items.append(.init(value(&random), Double(share) / 64))
        }
        return Outcomes(items)!.stored
    }

    private static func addEvent(_ number: Int, _ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        let kind = random.pick([RiskKind.risk, .risk, .driver, .existence])
        let probability = kind == .driver && random.chance(0.7) ? 1 : Double(random.integer(0...20)) / 20
        plan.risk("R\(number)", probability) { risk in
            risk.kind = kind == .risk && random.chance(0.5) ? nil : kind
            if random.chance(0.4) { risk.mitigatedProbability = Double(random.integer(0...20)) / 20 }
            if random.chance(0.4) { risk.isMitigated = random.chance(0.6) }
            if kind != .existence, kind == .driver || random.chance(0.5) { addSeverity(&risk, &random) }
        }
        if kind == .risk, random.chance(0.4) { addWindow(&plan, &random) }
        touch(plan.risks[plan.risks.count - 1], &plan, &random)
    }

    private static func addWindow(_ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        let start = Int32(random.integer(-1...10) * 1440 + 600)
        let row = plan.risks.count - 1
        if random.chance(0.7) { plan.risks[row].from = plan.moment(start) }
        if random.chance(0.7) { plan.risks[row].to = plan.moment(start + Int32(random.integer(1...20_000))) }
    }

    /// Three or four events that exclude each other; whatever is mitigated, they fit.
    private static func addBranch(_ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        let kind = random.pick([RiskKind.risk, .existence])
        for number in 0..<random.integer(3...4) {
            plan.risk("B\(number)", Double(random.integer(0...4)) / 16) { risk in
                (risk.kind, risk.branch) = (kind, "branch")
                if random.chance(0.4) { risk.mitigatedProbability = Double(random.integer(0...4)) / 16 }
                if random.chance(0.4) { risk.isMitigated = random.chance(0.6) }
                if kind == .risk, random.chance(0.3) { addSeverity(&risk, &random) }
            }
            touch(plan.risks[plan.risks.count - 1], &plan, &random)
        }
    }

    /// A severity of any shape, between 0.2 and 3, as a rule.
    private static func addSeverity(_ risk: inout PlanBuilder.RiskRow, _ random: inout SeededGenerator) {
        let choice = random.integer(0...9)
        if choice == 0 {
            risk.outcomes = outcomes(random.integer(1...5), &random) { Double($0.integer(2...30)) / 10 }
            if random.chance(0.5) { risk.distribution = .discrete }
        } else if choice == 1 {
            risk.distribution = random.pick([nil, .lognormal, .normal])
            (risk.mean, risk.deviation) = (Double(random.integer(8...14)) / 10, Double(random.integer(1...4)) / 10)
        } else {
            risk.distribution = random.chance(0.3) ? nil : random.pick(DistributionName.ofThreePoints.filter { $0 != .fixed })
            risk.optimistic = Double(random.integer(4...9)) / 10
            risk.mostLikely = Double(random.integer(10...12)) / 10
            risk.pessimistic = Double(random.integer(13...25)) / 10
        }
    }

    /// Whether the severity is drawn: not a single outcome.
    private static func isDrawn(_ risk: PlanBuilder.RiskRow) -> Bool {
        if let outcomes = risk.outcomes.flatMap({ Outcomes(stored: $0) }) { return Set(outcomes.all.map(\.value)).count > 1 }
        return risk.optimistic != nil || risk.mean != nil
    }

    /// Whether the severity is always above 0, so that a weight may be other than 1.
    private static func isPositive(_ risk: PlanBuilder.RiskRow) -> Bool {
        risk.optimistic == nil || [.uniform, .triangular, .pert, .lognormal].contains(risk.distribution)
    }

    private static func touch(_ risk: PlanBuilder.RiskRow, _ plan: inout PlanBuilder, _ random: inout SeededGenerator) {
        for task in plan.tasks.map(\.id) where random.chance(0.25) {
            plan.impact(risk.id, task) { impact in
                if risk.kind == .existence { return }
                if random.chance(0.4) { impact.factor = Double(random.integer(0...25)) / 10 }
                if random.chance(0.4) { impact.delay = Int32(random.integer(0...600)) }
                if random.chance(0.3) { impact.mitigatedFactor = Double(random.integer(0...20)) / 10 }
                if random.chance(0.3) { impact.mitigatedDelay = Int32(random.integer(0...300)) }
                let canWeigh = isPositive(risk) && risk.distribution != .normal && risk.mean == nil
                if canWeigh, random.chance(0.4) { impact.weight = random.pick([0, 0.5, 1, 2, 3]) }
            }
        }
    }
}

import PlanModel

/// Estimates that are given and not used, because another one goes before: each kind is one finding with its count.
///
/// Outcomes go before three points, and these before mean and standard deviation. A fixed distribution uses no range.
struct IdleEstimates {
    let plan: Plan

    /// The findings, in a fixed order.
    var findings: [Finding] { taskFindings + riskFindings }

    private var taskFindings: [Finding] {
        let tasks = plan.tasks
        let (named, means, outcomes) = (
            tasks.integers(.distribution), tasks.integers(.mean), tasks.texts(.outcomes)
        )
        // Without one of these no estimate can stand in the way of another.
        guard named != nil || means != nil || outcomes != nil else { return [] }
        let (lows, modes, highs) = (
            tasks.integers(.optimistic), tasks.integers(.mostLikely), tasks.integers(.pessimistic)
        )
        let classes = tasks.texts(.workClass)
        var (second, shapeless) = (0, 0)
        for row in tasks.rows {
            let shape = named.flatMap { DistributionName(rawValue: $0[row]) }
            let hasPoints = Self.has(lows, row) || Self.has(modes, row) || Self.has(highs, row)
            let hasOutcomes = outcomes.map { !$0.isEmpty(row) } ?? false
            let given = (hasPoints ? 1 : 0) + (Self.has(means, row) ? 1 : 0) + (hasOutcomes ? 1 : 0)
            if given > 1 || given == 1 && (shape == .fixed || shape == .empirical) { second += 1 }
            if given == 0, let shape, DistributionName.ofThreePoints.contains(shape), shape != .fixed,
                classes.map({ plan.settings.ranges[$0[row]] == nil }) ?? true
            {
                shapeless += 1
            }
        }
        return [
            finding(
                "tasks.csv", "distribution", second,
                "an estimate that is not used, because another or the distribution goes before"),
            finding(
                "tasks.csv", "distribution", shapeless, "a distribution without an estimate; the duration is taken as certain"),
        ].compactMap(\.self)
    }

    private static func has(_ column: [Int32]?, _ row: Int) -> Bool { column.map { $0[row] != Cell.absent } ?? false }

    private var riskFindings: [Finding] {
        let (risks, impacts) = (plan.risks, plan.impacts)
        var mitigated = Set<Int>()
        for row in impacts.rows
        where impacts.number(.mitigatedFactor, row) != nil || impacts.integer(.mitigatedDelay, row) != nil {
            if let risk = impacts.reference(.risk, row) { mitigated.insert(risk) }
        }
        let second = risks.rows.count { row in
            let hasPoints = [RiskColumn.optimistic, .mostLikely, .pessimistic].contains { risks.number($0, row) != nil }
            let hasMoments = risks.number(.mean, row) != nil || risks.number(.deviation, row) != nil
            return [hasPoints, hasMoments, !risks.text(.outcomes, row).isEmpty].count { $0 } > 1
        }
        let empty = risks.rows.count { row in
            risks.integer(.mitigated, row) == 1 && risks.number(.mitigatedProbability, row) == nil && !mitigated.contains(row)
        }
        return [
            finding("risks.csv", "distribution", second, "an estimate that is not used, because another goes before"),
            finding(
                "risks.csv", "mitigated", empty,
                "a mitigation in force that changes nothing: no mitigated probability, factor or delay"),
        ].compactMap(\.self)
    }

    private func finding(_ file: String, _ column: String, _ count: Int, _ meaning: String) -> Finding? {
        count == 0 ? nil : Finding(code: "no-effect", file: file, column: column, message: "\(count) × \(meaning)")
    }
}

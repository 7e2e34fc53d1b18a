import PlanModel

/// What work is weighed by.
public enum EarnedBasis: String, Sendable, CaseIterable {
    /// The baseline's `cost`, money.
    case baselineCost
    /// The tasks' `cost`, money; the baseline gives none.
    case taskCost
    /// The baseline's `effort`, working minutes; no costs are given, and every row of the baseline has an effort.
    case baselineEffort
    /// The baseline's `duration`, working minutes, else the working time between its dates; neither costs nor efforts are given.
    case baselineDuration

    /// Whether amounts are money; otherwise they are working minutes.
    public var isMoney: Bool { self == .baselineCost || self == .taskCost }
}

/// When a task's budget falls due.
public enum CostAccrual: String, Sendable, CaseIterable {
    /// Evenly over its working time; what is earned is the share that is complete.
    case even
    /// All of it at its start, as for something bought; it is earned when the task has started.
    case start
}

/// The weights of tasks by one basis, exact: whole multiples of 1 / `scale`, so that sums do not depend on their order.
struct EarnedWeights {
    /// What the weights are.
    let basis: EarnedBasis
    /// How many units make one of the basis; a power of ten, at most 10⁴, less where sums would pass 2⁵³ units.
    let scale: Double
    /// Units by row of the baseline; 0 where nothing is given.
    let units: [Int64]

    /// The first basis that weighs anything.
    ///
    /// - Parameter durations: working minutes by row of the baseline, 0 or more.
    init(_ plan: Plan, _ baseline: Table<BaselineColumn>, durations: [Int32]) {
        let costs = baseline.rows.map { baseline.number(.cost, $0) ?? 0 }
        let ownCosts = baseline.rows.map { row in baseline.reference(.task, row).flatMap { plan.tasks.number(.cost, $0) } ?? 0 }
        let efforts = baseline.rows.compactMap { baseline.integer(.effort, $0) }
        let weights: [Double]
        if costs.contains(where: { $0 > 0 }) {
            (basis, weights) = (.baselineCost, costs)
        } else if ownCosts.contains(where: { $0 > 0 }) {
            (basis, weights) = (.taskCost, ownCosts)
        } else if efforts.count == baseline.count, efforts.contains(where: { $0 > 0 }) {
            (basis, weights) = (.baselineEffort, efforts.map(Double.init))
        } else {
            (basis, weights) = (.baselineDuration, durations.map(Double.init))
        }
        let scale = Self.scale(largest: weights.max() ?? 0, count: weights.count)
        self.scale = scale
        units = weights.map { Int64(($0 * scale).rounded()) }
    }

    private static func scale(largest: Double, count: Int) -> Double {
        var scale = 10_000.0
        while largest * (scale * Double(count)) > 0x1p53 { scale /= 10 }
        return scale
    }
}

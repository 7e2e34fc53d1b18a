import PlanModel

/// Where effort goes beside where the strategy says that it should go, by initiative.
///
/// The two are distributions over the initiatives and, with weight 0, what serves none: shares of all remaining effort, and of all weights. The
/// *mismatch* is their total variation distance, half the sum of the absolute differences: the share of the effort that would have to move for
/// effort to follow the weights. 0 is a perfect match, 1 none at all.
public struct StrategyGap: Sendable, Equatable {
    /// One initiative.
    public struct Entry: Sendable, Equatable {
        /// Minutes that it keeps.
        public let minutes: Int64
        /// These as a share of all remaining effort; `nil` where none remains.
        public let effortShare: Double?
        /// Its weight as a share of all weights, 0 where it names none; `nil` where no initiative names one.
        public let weightShare: Double?
        /// The effort's share less the weight's; above 0 it takes more than its weight.
        public var gap: Double? { effortShare.flatMap { effort in weightShare.map { effort - $0 } } }
    }

    /// By row.
    public let initiatives: [Entry]
    /// The share of the remaining effort that serves no initiative; `nil` where none remains.
    public let unalignedShare: Double?
    /// The total variation distance, 0 … 1; `nil` where there is no effort or no weight.
    public let mismatch: Double?

    init(_ plan: Plan, _ flow: EffortFlow) {
        let given = plan.initiatives.rows.map { plan.initiatives.number(.weight, $0) }
        // In the order of size, so that the sum does not depend on the order of rows.
        let sum = given.compactMap(\.self).sorted().reduce(0, +)
        let (total, hasWeights) = (Double(flow.total), sum > 0)
        initiatives = plan.initiatives.rows.map { row in
            Entry(
                minutes: flow.ofInitiative[row], effortShare: flow.total > 0 ? Double(flow.ofInitiative[row]) / total : nil,
                weightShare: hasWeights ? (given[row] ?? 0) / sum : nil)
        }
        let unaligned = flow.total > 0 ? Double(flow.unaligned) / total : nil
        unalignedShare = unaligned
        let gaps = initiatives.compactMap(\.gap).map(abs).sorted()
        mismatch = hasWeights ? unaligned.map { min(1, (gaps.reduce(0, +) + $0) / 2) } : nil
    }
}

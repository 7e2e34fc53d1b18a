public import PlanStatistics

/// How often a target is on time where another one is late, where that one is on time, and how much the one differs from the other.
public struct JointConditional: Sendable, Hashable {
    /// The share of all replications in which the target is on time.
    public let alone: Proportion
    /// Its share among those in which the other is late; `nil` where that never happened.
    public let ifLate: Proportion?
    /// Its share among those in which the other is on time; `nil` where that never happened.
    public let ifOnTime: Proportion?
    /// `ifLate` less `ifOnTime`; `nil` where one of them is.
    public let difference: ProportionDifference?

    init(of target: OnTimeRecord, given other: OnTimeRecord) {
        let late = other.complement
        alone = target.share
        let (ifLate, ifOnTime) = (target.share(given: late), target.share(given: other))
        (self.ifLate, self.ifOnTime) = (ifLate, ifOnTime)
        guard let ifLate, let ifOnTime else {
            difference = nil
            return
        }
        difference = ProportionDifference(ifLate, ifOnTime, correlation: Self.correlation(target, late, other))
    }

    /// How the two shares go together from block to block: the correlation of their residuals, 0 for independent replications, which
    /// are either of the one kind or of the other.
    private static func correlation(_ target: OnTimeRecord, _ late: OnTimeRecord, _ onTime: OnTimeRecord) -> Double {
        guard target.isStratified else { return 0 }
        let (left, right) = (residuals(target, late), residuals(target, onTime))
        let squares = sum(left, left) * sum(right, right)
        return squares > 0 ? min(max(sum(left, right) / squares.squareRoot(), -1), 1) : 0
    }

    /// Block by block, hits less what the share of all blocks would give.
    private static func residuals(_ target: OnTimeRecord, _ condition: OnTimeRecord) -> [Double] {
        let (hits, cases) = ((target & condition).blockCounts, condition.blockCounts)
        let share = Double(hits.reduce(0, +)) / Double(cases.reduce(0, +))
        return zip(hits, cases).map { Double($0) - share * Double($1) }
    }

    private static func sum(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

/// Every value between two ends is equally likely.
public struct UniformDistribution: ProbabilityDistribution, Hashable {
    /// The smallest value.
    public let low: Double
    /// The largest value; equal to `low` for a number that is certain.
    public let high: Double

    /// The distribution on [low, high]; nil unless both are finite and in order.
    public init?(low: Double, high: Double) {
        guard low.isFinite, high.isFinite, low <= high else { return nil }
        self.low = low
        self.high = high
    }

    /// The distribution with these percentiles; nil unless both are finite and in order.
    ///
    /// P90 − P10 is 4/5 of the width, so the ends lie (P90 − P10) / 8 outside. The lower one may be negative.
    public init?(p10: Double, p90: Double) {
        let margin = (p90 - p10) / 8
        self.init(low: p10 - margin, high: p90 + margin)
    }

    /// (low + high) / 2.
    public var mean: Double { low + (high - low) / 2 }
    /// (high − low)² / 12.
    public var variance: Double { (high - low) * (high - low) / 12 }

    /// 0 below `low`, 1 from `high` on, a straight line between.
    public func cumulative(_ x: Double) -> Double {
        guard x < high else { return 1 }
        return x <= low ? 0 : (x - low) / (high - low)
    }

    /// low + u (high − low); error below 4e-16 of the larger end.
    public func quantile(_ u: Double) -> Double { low + u * (high - low) }
}

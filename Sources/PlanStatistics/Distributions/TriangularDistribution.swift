/// Densest at the mode, with a density that falls in straight lines to 0 at two ends.
public struct TriangularDistribution: ProbabilityDistribution, Hashable {
    /// The smallest value.
    public let low: Double
    /// The likeliest value.
    public let mode: Double
    /// The largest value; equal to `low` for a number that is certain.
    public let high: Double

    /// The distribution on [low, high]; nil unless low ≤ mode ≤ high and all are finite.
    public init?(low: Double, mode: Double, high: Double) {
        guard low.isFinite, high.isFinite, low <= mode, mode <= high else { return nil }
        self.low = low
        self.mode = mode
        self.high = high
    }

    /// The distribution with this mode and these percentiles; nil unless P10 ≤ mode ≤ P90 and all are finite.
    ///
    /// There is exactly one, but for P10 = mode = P90, which is read as certain. Its lower end may be negative though P10 is not:
    /// a duration is then max(0, draw), which leaves the percentiles as they are.
    ///
    /// With p = (mode − low) / width, P10 lies at √(p/10) and P90 at 1 − √((1 − p)/10) of the width, so p solves
    /// (p − √(p/10)) (P90 − mode) = (1 − p − √((1 − p)/10)) (mode − P10), whose sides differ in sign at 0.1 and 0.9 and whose
    /// difference rises between.
    public init?(p10: Double, mode: Double, p90: Double) {
        guard p10.isFinite, p90.isFinite, p10 <= mode, mode <= p90 else { return nil }
        guard p10 < p90 else {
            self.init(low: mode, mode: mode, high: mode)
            return
        }
        func inside(_ p: Double) -> Double { p - (p / 10).squareRoot() }
        let split = BracketedRoot.find(from: 0.1, to: 0.9) { p in
            inside(p) * ((p90 - mode) / (p90 - p10)) - inside(1 - p) * ((mode - p10) / (p90 - p10))
        }
        // At an end of the bracket the function may round to the wrong side of 0: the mode is then that percentile.
        let p = split ?? (mode - p10 < p90 - mode ? 0.1 : 0.9)
        let width = (p90 - p10) / (1 - ((1 - p) / 10).squareRoot() - (p / 10).squareRoot())
        self.init(low: mode - p * width, mode: mode, high: mode + (1 - p) * width)
    }

    /// (low + mode + high) / 3.
    public var mean: Double { low + ((mode - low) + (high - low)) / 3 }

    /// (w² − w d + d²) / 18 with w = high − low and d = mode − low.
    public var variance: Double {
        let width = high - low
        let rise = mode - low
        return (width * width - width * rise + rise * rise) / 18
    }

    /// 0 below `low`, 1 from `high` on, two parabolas between.
    public func cumulative(_ x: Double) -> Double {
        guard x < high else { return 1 }
        guard x > low else { return 0 }
        if x <= mode { return (x - low) / (high - low) * ((x - low) / (mode - low)) }
        return 1 - (high - x) / (high - low) * ((high - x) / (high - mode))
    }

    /// low + √(u w (mode − low)) up to the mode, high − √((1 − u) w (high − mode)) beyond, w = high − low; error below 4e-16 of the
    /// larger end.
    public func quantile(_ u: Double) -> Double {
        let width = high - low
        if u * width <= mode - low { return low + (u * width * (mode - low)).squareRoot() }
        return high - ((1 - u) * width * (high - mode)).squareRoot()
    }
}

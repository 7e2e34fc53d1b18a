/// exp(Y) with Y normal: never negative, skewed to the right, without an upper end.
public struct LognormalDistribution: ProbabilityDistribution, Hashable {
    /// The median, e to the power of the mean of the logarithm.
    public let median: Double
    /// The standard deviation σ of the logarithm; 0 for a number that is certain.
    public let logStandardDeviation: Double

    /// The distribution with this median and this standard deviation of the logarithm; nil unless 0 < median and 0 ≤ σ, both
    /// finite.
    public init?(median: Double, logStandardDeviation: Double) {
        guard median > 0, median.isFinite, logStandardDeviation >= 0, logStandardDeviation.isFinite else { return nil }
        self.median = median
        self.logStandardDeviation = logStandardDeviation
    }

    /// The distribution with median P50 and σ = ln(P90 / P10) / (2 z₉₀); nil unless 0 < P10 ≤ P50 ≤ P90, all finite.
    ///
    /// Two parameters cannot match three numbers: P50 and the ratio P90 / P10 are matched, P10 and P90 themselves only if P50 is
    /// their geometric mean.
    public init?(p10: Double, p50: Double, p90: Double) {
        guard p10 > 0, p10 <= p50, p50 <= p90, p90.isFinite else { return nil }
        let z90 = 1.2815515655446004
        self.init(median: p50, logStandardDeviation: Elementary.log1p((p90 - p10) / p10) / (2 * z90))
    }

    /// The distribution with this mean and standard deviation; nil unless 0 < mean and 0 ≤ sd, both finite.
    ///
    /// σ² = ln(1 + (sd / mean)²), median = mean / √(1 + (sd / mean)²).
    public init?(mean: Double, standardDeviation: Double) {
        guard mean > 0, mean.isFinite, standardDeviation >= 0, standardDeviation.isFinite else { return nil }
        let square = (standardDeviation / mean) * (standardDeviation / mean)
        self.init(
            median: mean / (1 + square).squareRoot(), logStandardDeviation: Elementary.log1p(square).squareRoot())
    }

    private var logVariance: Double { logStandardDeviation * logStandardDeviation }

    /// median exp(σ²/2).
    public var mean: Double { median * Elementary.exp(logVariance / 2) }
    /// mean² (exp(σ²) − 1).
    public var variance: Double { mean * mean * Elementary.expm1(logVariance) }

    /// Φ(ln(x / median) / σ); 0 for x ≤ 0.
    public func cumulative(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard logStandardDeviation > 0 else { return x < median ? 0 : 1 }
        return StandardNormal.cumulative(Elementary.log(x / median) / logStandardDeviation)
    }

    /// median exp(σ z) with z the normal quantile of u; 0 at 0, ∞ at 1 unless σ is 0. Relative error below 1e-11 for σ ≤ 1 and u in
    /// [2⁻²⁴, 1 − 2⁻²⁴].
    public func quantile(_ u: Double) -> Double {
        guard logStandardDeviation > 0 else { return median }
        return median * Elementary.exp(logStandardDeviation * StandardNormal.quantile(u))
    }
}

/// The law of one uncertain number, in closed form: the double-precision reference that the sampling kernels are tested against.
///
/// Durations are working minutes. Same bits on every machine.
public protocol ProbabilityDistribution: Sendable {
    /// The expected value.
    var mean: Double { get }
    /// The expected squared distance from the mean.
    var variance: Double { get }
    /// The probability of at most x.
    func cumulative(_ x: Double) -> Double
    /// The smallest x with `cumulative(x)` ≥ u, for u in [0, 1]; at 0 and 1 the ends of the support.
    func quantile(_ u: Double) -> Double
}

extension ProbabilityDistribution {
    /// The root of the variance.
    public var standardDeviation: Double { variance.squareRoot() }
}

/// How people mean the low and the high number of a three-point estimate.
public enum ThreePointReading: Sendable, Hashable, CaseIterable {
    /// Nothing lies outside them.
    case extremes
    /// One case in ten lies below the low number, and one in ten above the high one.
    case percentiles10And90
}

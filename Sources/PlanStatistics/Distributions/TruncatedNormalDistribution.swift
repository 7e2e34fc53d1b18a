/// A normal variable on condition that it is not negative.
///
/// `mean` and `variance` are those after the condition. They lose digits when nearly everything was cut off: relative error below
/// 1e-9 down to location = −8 scale.
///
/// Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1 (1994), 13.10.1.
public struct TruncatedNormalDistribution: ProbabilityDistribution, Hashable {
    /// The mean before the condition.
    public let location: Double
    /// The standard deviation before the condition; 0 for a number that is certain.
    public let scale: Double
    /// The probabilities before the condition of a negative value, and of one that is not.
    private let cut: Double
    private let kept: Double

    /// The distribution of a normal variable with this mean and standard deviation, cut at 0.
    ///
    /// - Returns: nil unless both are finite, scale ≥ 0 and location ≥ −8 scale; with scale 0, unless location ≥ 0.
    public init?(location: Double, scale: Double) {
        guard location.isFinite, scale.isFinite, scale >= 0, location >= -8 * scale else { return nil }
        self.location = location
        self.scale = scale
        cut = scale > 0 ? StandardNormal.cumulative(-location / scale) : 0
        kept = scale > 0 ? StandardNormal.cumulative(location / scale) : 1
    }

    /// How far the condition moves the mean, in scales: φ(α) / Φ(−α) with α = −location / scale.
    private var hazard: Double { scale > 0 ? StandardNormal.density(location / scale) / kept : 0 }

    /// location + scale λ, with λ the hazard.
    public var mean: Double { location + scale * hazard }
    /// scale² (1 + α λ − λ²), with α = −location / scale.
    public var variance: Double {
        guard scale > 0 else { return 0 }
        return scale * scale * (1 - hazard * (hazard + location / scale))
    }

    /// (Φ(z) − Φ(α)) / Φ(−α) with z = (x − location) / scale; 0 for x < 0.
    public func cumulative(_ x: Double) -> Double {
        guard scale > 0 else { return x < location ? 0 : 1 }
        guard x > 0 else { return 0 }
        let z = (x - location) / scale
        return z < 0 ? (StandardNormal.cumulative(z) - cut) / kept : 1 - StandardNormal.cumulative(-z) / kept
    }

    /// location + scale Φ⁻¹(Φ(α) + u Φ(−α)), from the side where it is exact; 0 at 0. Error below 1e-11
    /// (scale + |location|) for u in [2⁻²⁴, 1 − 2⁻²⁴].
    public func quantile(_ u: Double) -> Double {
        guard scale > 0 else { return location }
        guard u > 0 else { return 0 }
        let below = cut + u * kept
        let z = below < 0.5 ? StandardNormal.quantile(below) : -StandardNormal.quantile((1 - u) * kept)
        return max(0, location + scale * z)
    }
}

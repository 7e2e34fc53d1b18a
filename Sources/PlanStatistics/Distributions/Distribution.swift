/// One of the distributions that a duration can have.
public enum Distribution: ProbabilityDistribution, Hashable {
    /// Always the same value.
    case fixed(FixedDistribution)
    /// Equally likely between two ends.
    case uniform(UniformDistribution)
    /// Densest at the mode, falling in straight lines to two ends.
    case triangular(TriangularDistribution)
    /// The beta distribution of the PERT method.
    case pert(PERTDistribution)
    /// The exponential of a normal variable.
    case lognormal(LognormalDistribution)
    /// A normal variable on condition that it is not negative.
    case truncatedNormal(TruncatedNormalDistribution)
    /// One of a few values, each with its probability.
    case discrete(DiscreteDistribution)
    /// As in a history.
    case empirical(EmpiricalDistribution)

    private var law: any ProbabilityDistribution {
        switch self {
        case .fixed(let law): law
        case .uniform(let law): law
        case .triangular(let law): law
        case .pert(let law): law
        case .lognormal(let law): law
        case .truncatedNormal(let law): law
        case .discrete(let law): law
        case .empirical(let law): law
        }
    }

    /// The expected value.
    public var mean: Double { law.mean }
    /// The expected squared distance from the mean.
    public var variance: Double { law.variance }
    /// The probability of at most x.
    public func cumulative(_ x: Double) -> Double { law.cumulative(x) }
    /// The smallest x with `cumulative(x)` ≥ u, for u in [0, 1].
    public func quantile(_ u: Double) -> Double { law.quantile(u) }
}

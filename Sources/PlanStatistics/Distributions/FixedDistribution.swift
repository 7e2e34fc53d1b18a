/// The distribution of a number that is certain.
public struct FixedDistribution: ProbabilityDistribution, Hashable {
    /// The number, which is the mean and every quantile.
    public let value: Double

    /// The distribution at `value`; nil if it is not finite.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        self.value = value
    }

    /// The value.
    public var mean: Double { value }
    /// 0.
    public var variance: Double { 0 }
    /// 0 below the value, 1 from it on.
    public func cumulative(_ x: Double) -> Double { x < value ? 0 : 1 }
    /// The value.
    public func quantile(_ u: Double) -> Double { value }
}

/// The difference of two shares of the same replications, with its standard error and 95 % interval.
///
/// The standard error is √(a² + b² − 2ρab) of those of the shares. The interval is put together in the same way from the distances
/// to the ends of the two shares' own intervals, so that it stays in −1 … 1 and holds for shares near 0 and 1.
///
/// Source: G. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702; for ρ = 0 and independent cases the tenth method of
/// R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890.
public struct ProportionDifference: Sendable, Hashable {
    /// The first share less the second, −1 … 1.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
    /// Its 95 % interval.
    public let interval: ClosedRange<Double>

    /// The difference of two shares.
    ///
    /// - Parameter correlation: of the two estimates, −1 … 1.
    public init(_ first: Proportion, _ second: Proportion, correlation: Double) {
        func together(_ a: Double, _ b: Double) -> Double {
            max(0, a * a + b * b - 2 * correlation * a * b).squareRoot()
        }
        let (one, other) = (first.interval, second.interval)
        value = first.value - second.value
        standardError = together(first.standardError, second.standardError)
        let low = value - together(first.value - one.lowerBound, other.upperBound - second.value)
        let high = value + together(one.upperBound - first.value, second.value - other.lowerBound)
        interval = max(low, -1)...min(high, 1)
    }

    /// Whether the interval leaves out 0, so that the difference is more than noise.
    public var isClear: Bool { interval.lowerBound > 0 || interval.upperBound < 0 }
}

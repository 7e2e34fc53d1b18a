/// A mean, and how far it may be from that of the law behind it.
public struct MeanEstimate: Sendable, Hashable {
    /// The arithmetic mean of the sample.
    public let value: Double
    /// The estimate's standard deviation; 0 for constant input and for a single value, which tells nothing of the spread.
    public let standardError: Double
    /// How many standard errors the interval reaches to either side.
    public let coverageFactor: Double

    /// The 95 % interval, the value ± `coverageFactor` standard errors.
    public var interval: ClosedRange<Double> {
        (value - coverageFactor * standardError)...(value + coverageFactor * standardError)
    }
}

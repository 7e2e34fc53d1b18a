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

extension MeanEstimate {
    /// The mean of independent values.
    ///
    /// - Parameters:
    ///   - count: how many, 1 or more.
    ///   - sum: of the values.
    ///   - squares: the sum of their squares.
    public init(count: Int, sum: Double, squares: Double) {
        let mean = sum / Double(count)
        value = mean
        let variance = count > 1 ? max(0, squares - Double(count) * mean * mean) / Double(count - 1) : 0
        standardError = (variance / Double(count)).squareRoot()
        coverageFactor = count > 1 ? StudentT.quantile975(degrees: count - 1) : 0
    }
}

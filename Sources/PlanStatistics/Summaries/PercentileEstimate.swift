/// A percentile of a sample, and how far it may be from that of the law behind it.
public struct PercentileEstimate: Sendable, Hashable {
    /// Which percentile, 1 … 99.
    public let percent: Int
    /// The sample's percentile.
    public let value: Int32
    /// The lower end of the 95 % interval, a value of the sample.
    public let low: Int32
    /// The upper end of the 95 % interval, a value of the sample.
    public let high: Int32
    /// How many standard errors the interval reaches to either side: 1.96 for independent values, Student's point where the
    /// variance was estimated from blocks.
    public let coverageFactor: Double

    /// Half the interval's width over the coverage factor; 0 for constant input, and for a sample of one value.
    ///
    /// Where the interval was cut at the sample's ends it is too small: below about 6 / min(p, 1 − p) values, 60 for P90.
    public var standardError: Double { (Double(high) - Double(low)) / (2 * coverageFactor) }
}

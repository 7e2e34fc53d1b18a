/// A share of cases, with its standard error and interval.
///
/// The cases are independent, or they come in blocks that are: see `init(blockHits:blockCounts:)`.
public struct Proportion: Sendable, Hashable {
    /// How many cases count, 0 … `count`.
    public let hits: Int
    /// How many cases there are, 1 or more.
    public let count: Int
    /// The variance of the share over that of `count` independent cases: 1 for these; below 1 where stratification helped.
    public let designEffect: Double
    /// How many standard errors the interval reaches to either side: 1.96 where the variance is that of independent cases,
    /// Student's point where it was estimated from blocks.
    public let coverageFactor: Double

    /// The share `hits` / `count` of independent cases.
    ///
    /// - Precondition: 0 ≤ hits ≤ count and count > 0.
    public init(hits: Int, of count: Int) { self.init(hits: hits, of: count, designEffect: 1, coverageFactor: normalPoint95) }

    init(hits: Int, of count: Int, designEffect: Double, coverageFactor: Double) {
        precondition(count > 0 && hits >= 0 && hits <= count, "a proportion needs 0 ≤ hits ≤ count, and cases")
        self.hits = hits
        self.count = count
        self.designEffect = designEffect
        self.coverageFactor = coverageFactor
    }

    /// The share, in [0, 1].
    public var value: Double { Double(hits) / Double(count) }

    /// √(d p (1 − p) / n) with d the design effect; 0 for a share of 0 or 1, where only the interval tells how sure that is.
    public var standardError: Double { (designEffect * (value * (1 - value)) / Double(count)).squareRoot() }

    /// Wilson's 95 % interval with n / d cases and the coverage factor for z, in [0, 1].
    ///
    /// Sound for shares of 0 and 1 too, where it is [0, z²/(n + z²)] and its mirror image.
    ///
    /// Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212; with an effective number of cases
    /// E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193–201.
    public var interval: ClosedRange<Double> { interval(reaching: coverageFactor) }

    /// The same interval, reaching so many standard errors to either side.
    ///
    /// - Parameter factor: above 0; of few blocks Student's point is the honest one.
    public func interval(reaching factor: Double) -> ClosedRange<Double> {
        let n = Double(count) / designEffect
        let square = factor * factor
        let centre = (Double(hits) / designEffect + square / 2) / (n + square)
        let half = factor * (n * value * (1 - value) + square / 4).squareRoot() / (n + square)
        let low = hits == 0 ? 0 : max(0, centre - half)
        return low...(hits == count ? 1 : min(1, centre + half))
    }
}

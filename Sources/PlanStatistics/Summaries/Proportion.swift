/// A share of cases, with its standard error.
public struct Proportion: Sendable, Hashable {
    /// How many cases count, 0 … `count`.
    public let hits: Int
    /// How many cases there are, 1 or more.
    public let count: Int

    /// The share `hits` / `count`.
    ///
    /// - Precondition: 0 ≤ hits ≤ count and count > 0.
    public init(hits: Int, of count: Int) {
        precondition(count > 0 && hits >= 0 && hits <= count, "a proportion needs 0 ≤ hits ≤ count, and cases")
        self.hits = hits
        self.count = count
    }

    /// The share, in [0, 1].
    public var value: Double { Double(hits) / Double(count) }

    /// √(p (1 − p) / n); 0 for a share of 0 or 1, where only the interval tells how sure that is.
    public var standardError: Double { (value * (1 - value) / Double(count)).squareRoot() }

    /// Wilson's 95 % interval, in [0, 1]: sound for shares of 0 and 1 too, where it is [0, z²/(n + z²)] and its mirror image.
    ///
    /// Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212.
    public var interval: ClosedRange<Double> {
        let n = Double(count)
        let square = normalPoint95 * normalPoint95
        let centre = (Double(hits) + square / 2) / (n + square)
        let half = normalPoint95 * (n * value * (1 - value) + square / 4).squareRoot() / (n + square)
        let low = hits == 0 ? 0 : max(0, centre - half)
        return low...(hits == count ? 1 : min(1, centre + half))
    }
}

/// How many values of a sample fall into each of a row of equally wide bins with round bounds.
public struct Histogram: Sendable, Hashable {
    /// The lower bound of the first bin, a multiple of `width`; bin i covers [lowerBound + i width, lowerBound + (i + 1) width).
    public let lowerBound: Int64
    /// The width of every bin: 1, 2 or 5 times a power of ten of units.
    public let width: Int64
    /// Values a bin, in ascending order of the bins; the first and the last bin are not empty, and the sum is the sample's size.
    public let counts: [Int]

    /// The histogram of a sample.
    ///
    /// Constant input gives one bin.
    ///
    /// - Parameters:
    ///   - sample: whole minutes, in any order.
    ///   - maximumBins: the narrowest width is taken that needs no more bins than this; 2 or more.
    ///   - unit: what bounds shall be round in, in minutes: 480 for days of eight hours; 1 … 2³¹.
    /// - Precondition: at least one value.
    /// - Complexity: O(n).
    public init(of sample: [Int32], maximumBins: Int = 40, unit: Int64 = 1) {
        precondition(!sample.isEmpty, "an empty sample has no histogram")
        precondition(maximumBins >= 2 && unit >= 1 && unit <= 1 << 31, "a histogram needs two bins and a unit in 1 … 2³¹")
        let (low, high) = sample.reduce((Int64.max, Int64.min)) { (min($0.0, Int64($1)), max($0.1, Int64($1))) }
        let width = Self.niceWidth(from: low, to: high, maximumBins: maximumBins, unit: unit)
        let first = floorDivide(low, width)
        var counts = [Int](repeating: 0, count: Int(floorDivide(high, width) - first) + 1)
        for value in sample { counts[Int(floorDivide(Int64(value), width) - first)] += 1 }
        self.lowerBound = first * width
        self.width = width
        self.counts = counts
    }

    /// The smallest of 1, 2, 5, 10, 20, 50, … units whose multiples cut low … high into at most so many bins.
    ///
    /// It ends: a width over 2³² leaves two bins at most, and widths stay below 10 · 2³² units' worth.
    private static func niceWidth(from low: Int64, to high: Int64, maximumBins: Int, unit: Int64) -> Int64 {
        var decade = unit
        while true {
            for factor: Int64 in [1, 2, 5] {
                let width = factor * decade
                if floorDivide(high, width) - floorDivide(low, width) < Int64(maximumBins) { return width }
            }
            decade *= 10
        }
    }
}

/// ⌊a / b⌋, also for negative a; b > 0.
private func floorDivide(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : -((-a + b - 1) / b) }

/// A sample in ascending order: percentiles with their standard errors, and shares below a value.
///
/// Percentile p of n values is the smallest one that p % of them do not exceed, X₍⌈np/100⌉₎: always a value that occurred, and for
/// constant input that constant.
public struct OrderStatistics: Sendable, Hashable {
    /// The values, ascending; `count` values, 1 or more.
    public let sorted: [Int32]

    /// The statistics of a sample.
    ///
    /// - Parameter sample: whole minutes, in any order.
    /// - Precondition: at least one value.
    /// - Complexity: O(n log n).
    public init(of sample: [Int32]) {
        precondition(!sample.isEmpty, "an empty sample has no percentiles")
        sorted = sample.sorted()
    }

    /// How many values there are.
    public var count: Int { sorted.count }

    /// The percentile shown as P`percent`.
    ///
    /// - Parameter percent: 1 … 100.
    /// - Complexity: O(1).
    public func percentile(_ percent: Int) -> Int32 { sorted[rank(percent) - 1] }

    /// A percentile with its standard error and 95 % interval.
    ///
    /// Source: the binomial interval of order statistics, H. A. David and H. N. Nagaraja, Order Statistics (2003), 7.1.
    ///
    /// - Parameter percent: 1 … 99.
    /// - Complexity: O(1).
    public func estimate(_ percent: Int) -> PercentileEstimate {
        precondition(percent < 100, "the largest value has no binomial interval")
        let share = Double(percent) / 100
        let expected = Double(count * percent) / 100
        let margin = normalPoint95 * (expected * (1 - share)).squareRoot()
        let low = max(1, Int((expected - margin).rounded(.down)))
        let high = min(count, Int((expected + margin).rounded(.up)) + 1)
        return PercentileEstimate(percent: percent, value: percentile(percent), low: sorted[low - 1], high: sorted[high - 1])
    }

    /// The share of values that are at most `bound`.
    ///
    /// - Complexity: O(log n).
    public func share(atMost bound: Int32) -> Proportion { Proportion(hits: countAtMost(bound), of: count) }

    /// How many values are at most `bound`.
    ///
    /// - Complexity: O(log n).
    public func countAtMost(_ bound: Int32) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if sorted[middle] <= bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// ⌈n p / 100⌉ in whole numbers, so that P10 of 10 values is the first and not, by rounding, the second.
    private func rank(_ percent: Int) -> Int {
        precondition((1...100).contains(percent), "a percentile lies in 1 … 100")
        return (count * percent + 99) / 100
    }
}

/// The normal point with 2.5 % above it: every interval here holds with probability 95 %.
let normalPoint95 = 1.959963984540054

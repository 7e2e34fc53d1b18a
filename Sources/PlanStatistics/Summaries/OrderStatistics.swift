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
    /// - Complexity: O(n).
    public init(of sample: [Int32]) {
        precondition(!sample.isEmpty, "an empty sample has no percentiles")
        sorted = RadixSort.ascending(sample)
    }

    /// How many values there are.
    public var count: Int { sorted.count }

    /// The percentile shown as P`percent`.
    ///
    /// - Parameter percent: 1 … 100.
    /// - Complexity: O(1).
    public func percentile(_ percent: Int) -> Int32 { sorted[rank(percent) - 1] }

    /// A percentile with its standard error and 95 % interval, for independent values.
    ///
    /// The interval is [X₍l₎, X₍l+w₎] with w = 2 z √(np(1 − p)) and l = np + 1/2 − w/2, each rounded to the nearest rank, w first: what
    /// counts is how many ranks it spans. It holds the true percentile of a continuous law with a probability of 94.4 … 95.7 % for
    /// n ≥ 500 and P10 … P95, 94.5 … 95.5 % from n = 700.
    ///
    /// Source: the binomial interval of order statistics, H. A. David and H. N. Nagaraja, Order Statistics (2003), 7.1.
    ///
    /// - Parameter percent: 1 … 99.
    /// - Complexity: O(1).
    public func estimate(_ percent: Int) -> PercentileEstimate {
        estimate(percent, designEffect: 1, coverageFactor: normalPoint95)
    }

    /// The same for values whose shares have `designEffect` times the variance of independent ones, known as well as
    /// `coverageFactor` says.
    func estimate(_ percent: Int, designEffect: Double, coverageFactor: Double) -> PercentileEstimate {
        precondition(percent < 100, "the largest value has no binomial interval")
        let share = Double(percent) / 100
        let expected = Double(count * percent) / 100
        let width = (2 * coverageFactor * (designEffect * (expected * (1 - share))).squareRoot()).rounded()
        let first = (expected + 0.5 - width / 2).rounded()
        let low = max(1, Int(first))
        let high = min(count, Int(first + width))
        return PercentileEstimate(
            percent: percent, value: percentile(percent), low: sorted[low - 1], high: sorted[high - 1],
            coverageFactor: coverageFactor)
    }

    /// The share of values that are at most `bound`, for independent values.
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

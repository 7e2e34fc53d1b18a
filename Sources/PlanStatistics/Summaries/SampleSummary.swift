/// The mean and the spread of a sample of whole numbers, from exact sums.
///
/// The sums are integers, so the order of the values cannot change a bit of the result.
public struct SampleSummary: Sendable, Hashable {
    /// How many values there are, 1 or more.
    public let count: Int
    /// The smallest value.
    public let minimum: Int32
    /// The largest value.
    public let maximum: Int32
    /// The sum of the values; |sum| ≤ 2³¹ count fits below 2³² values.
    public let sum: Int64
    /// n Σx² − (Σx)², 0 or more: count² times the variance with divisor n.
    private let scaledSquares: Int128

    /// The summary of a sample.
    ///
    /// - Parameter sample: whole minutes, in any order.
    /// - Precondition: at least one value, fewer than 2³².
    /// - Complexity: O(n).
    public init(of sample: [Int32]) {
        precondition(!sample.isEmpty && sample.count < 1 << 32, "a summary needs 1 … 2³² − 1 values")
        var (minimum, maximum) = (sample[0], sample[0])
        var sum: Int64 = 0
        var squares: Int128 = 0
        for value in sample {
            minimum = min(minimum, value)
            maximum = max(maximum, value)
            sum += Int64(value)
            squares += Int128(Int64(value) * Int64(value))
        }
        self.count = sample.count
        self.minimum = minimum
        self.maximum = maximum
        self.sum = sum
        // Below 2³² · 2³² · 2⁶² = 2¹²⁶.
        scaledSquares = Int128(sample.count) * squares - Int128(sum) * Int128(sum)
    }

    /// The arithmetic mean, rounded once the sum is known exactly.
    public var mean: Double { Double(sum) / Double(count) }

    /// The estimate of the variance with divisor n − 1; 0 for a single value, which tells nothing of the spread.
    public var variance: Double {
        guard count > 1 else { return 0 }
        return Double(scaledSquares) / (Double(count) * Double(count - 1))
    }

    /// The root of the variance; 0 for constant input.
    public var standardDeviation: Double { variance.squareRoot() }

    /// The standard error of the mean, standard deviation / √n; 0 for constant input and for a single value.
    public var standardErrorOfMean: Double { (variance / Double(count)).squareRoot() }
}

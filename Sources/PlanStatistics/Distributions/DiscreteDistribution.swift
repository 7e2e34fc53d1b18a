/// One of a few values, each with its probability.
public struct DiscreteDistribution: ProbabilityDistribution, Hashable {
    /// The values that can occur, ascending, all different; 1 or more.
    public let values: [Double]
    /// The probability of each value, above 0; as many as there are values. They sum to 1 but for rounding.
    public let probabilities: [Double]
    /// The probability of at most each value; as many as there are values, never falling, the last exactly 1.
    private let running: [Double]

    /// The distribution of values with probabilities; nil unless there are as many of each, all are finite, no probability is
    /// negative and they sum to 1 within 1e-5, so that 0.333333 three times will do.
    ///
    /// The probabilities are divided by their sum. Values come in any order; equal ones are one value with the sum of their
    /// probabilities, and a value of probability 0 is left out.
    ///
    /// - Complexity: O(n log n).
    public init?(values: [Double], probabilities: [Double]) {
        guard values.count == probabilities.count, values.allSatisfy(\.isFinite) else { return nil }
        guard probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 + 1e-5 }) else { return nil }
        let pairs = zip(values, probabilities).sorted { $0 < $1 }.filter { $0.1 > 0 }
        let sum = pairs.reduce(0) { $0 + $1.1 }
        guard abs(sum - 1) <= 1e-5 else { return nil }
        var (different, shares, running): ([Double], [Double], [Double]) = ([], [], [])
        var total = 0.0
        for (value, probability) in pairs {
            // At most 1, whatever rounding does.
            total = min(total + probability / sum, 1)
            if different.last == value {
                shares[shares.count - 1] += probability / sum
                running[running.count - 1] = total
            } else {
                different.append(value)
                shares.append(probability / sum)
                running.append(total)
            }
        }
        running[running.count - 1] = 1
        (self.values, self.probabilities, self.running) = (different, shares, running)
    }

    /// Σ p x.
    public var mean: Double {
        // About the first value: exact for a single one.
        values[0] + zip(values, probabilities).reduce(0) { $0 + ($1.0 - values[0]) * $1.1 }
    }

    /// Σ p (x − mean)².
    public var variance: Double {
        let centre = mean
        return zip(values, probabilities).reduce(0) { $0 + ($1.0 - centre) * ($1.0 - centre) * $1.1 }
    }

    /// The sum of the probabilities of the values up to x.
    ///
    /// - Complexity: O(log n).
    public func cumulative(_ x: Double) -> Double {
        let index = firstIndex(in: values) { $0 > x }
        return index == 0 ? 0 : running[index - 1]
    }

    /// The smallest value whose `cumulative` is at least u; the smallest value of all at 0. Exact.
    ///
    /// - Complexity: O(log n).
    public func quantile(_ u: Double) -> Double {
        u < 1 ? values[firstIndex(in: running) { $0 >= u }] : values[values.count - 1]
    }
}

/// The first index at which `holds`, which stays true once it is; the count if it never is. By halving.
func firstIndex(in values: [Double], where holds: (Double) -> Bool) -> Int {
    var low = 0
    var high = values.count
    while low < high {
        let middle = low + (high - low) / 2
        if holds(values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
}

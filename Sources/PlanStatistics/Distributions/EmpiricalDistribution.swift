/// The law of a history: its values in ascending order, x₀ … x₍n−1₎, joined by straight lines of the quantile function.
///
/// The quantile at u is the value at position u (n − 1), between two values in proportion. So the ends of the support are the
/// least and the largest value seen, the median is the usual one, and each of the n − 1 gaps has probability 1/(n − 1).
///
/// Source: definition 7 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361–365.
public struct EmpiricalDistribution: ProbabilityDistribution, Hashable {
    /// The values, ascending; 1 or more, equal ones repeated.
    public let sorted: [Double]

    /// The distribution of a history; nil unless there is a value and all are finite.
    ///
    /// - Parameter history: in any order; a single value, or equal ones, make a number that is certain.
    /// - Complexity: O(n log n).
    public init?(history: [Double]) {
        guard !history.isEmpty, history.allSatisfy(\.isFinite) else { return nil }
        sorted = history.sorted()
    }

    /// The gaps between neighbours, 1 or more: a single value is a gap of width 0.
    private var gaps: Double { Double(max(sorted.count - 1, 1)) }

    /// The mean of the gaps' middles: (x₀/2 + x₁ + … + x₍n−2₎ + x₍n−1₎/2) / (n − 1).
    public var mean: Double {
        // About the first value: exact for equal ones.
        let rises = zip(sorted, sorted.dropFirst()).reduce(0) { $0 + (($1.0 - sorted[0]) + ($1.1 - sorted[0])) }
        return sorted[0] + rises / 2 / gaps
    }

    /// The mean over the gaps of (a² + a b + b²) / 3, with a and b the distances of a gap's ends from the mean.
    public var variance: Double {
        let centre = mean
        return zip(sorted, sorted.dropFirst()).reduce(0) { sum, ends in
            let (a, b) = (ends.0 - centre, ends.1 - centre)
            return sum + (a * a + a * b + b * b)
        } / 3 / gaps
    }

    /// 0 below the least value, 1 from the largest on, straight lines between the different values; a jump of (k − 1) / (n − 1) at a
    /// value that occurs k times.
    ///
    /// - Complexity: O(log n).
    public func cumulative(_ x: Double) -> Double {
        let above = firstIndex(in: sorted) { $0 > x }
        guard above > 0 else { return 0 }
        guard above < sorted.count else { return 1 }
        let (left, right) = (sorted[above - 1], sorted[above])
        return (Double(above - 1) + (x - left) / (right - left)) / gaps
    }

    /// The value at position u (n − 1), between two values in proportion; error below 2e-16 (n − 1) of the gap that it falls into, or
    /// of its neighbour, and a unit in the last place.
    ///
    /// - Complexity: O(1).
    public func quantile(_ u: Double) -> Double {
        let position = min(max(u, 0), 1) * Double(sorted.count - 1)
        let left = Int(position)
        guard left + 1 < sorted.count else { return sorted[sorted.count - 1] }
        let part = position - Double(left)
        return sorted[left] + (sorted[left + 1] - sorted[left]) * part
    }
}

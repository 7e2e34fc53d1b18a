/// The correlations between normal variables: a symmetric matrix with ones on its diagonal.
///
/// People state rank correlations pair by pair, and pairs need not fit together. `isPositiveSemidefinite` tells whether
/// variables with these correlations exist; if not, `repaired()` finds the nearest matrix for which they do.
public struct CorrelationMatrix: Sendable, Hashable {
    /// How many variables there are.
    public let size: Int
    /// `size`² correlations of the normal scores, row by row; symmetric bit for bit, each in −1 … 1, the diagonal exactly 1.
    public let elements: [Double]

    /// The matrix of normal scores whose variables have these rank correlations: 2 sin(π ρ / 6) for each ρ.
    ///
    /// Pairs that are not named are uncorrelated. A pair may be named in either order.
    ///
    /// - Parameters:
    ///   - size: how many variables, 0 or more.
    ///   - entries: two different variables, 0 ..< `size`, and Spearman's ρ between them, −1 … 1.
    /// - Precondition: the entries are in range and no pair is named twice with different values.
    /// - Complexity: O(size² + entries).
    public init(size: Int, entries: [(Int, Int, Double)]) {
        precondition(size >= 0, "a size is 0 or more")
        var elements = Self.identity(size)
        var named = Set<Int>()
        for (first, second, rank) in entries {
            precondition((0..<size).contains(first) && (0..<size).contains(second), "a variable out of range")
            precondition(first != second && abs(rank) <= 1, "a correlation lies in −1 … 1, between two variables")
            let value = RankConversion.normal(fromRank: rank)
            let isNew = named.insert(min(first, second) * size + max(first, second)).inserted
            precondition(isNew || elements[first * size + second] == value, "a pair with two correlations")
            elements[first * size + second] = value
            elements[second * size + first] = value
        }
        self.init(size: size, elements: elements)
    }

    /// The matrix of these correlations of normal scores.
    init(size: Int, elements: [Double]) {
        assert(elements.count == size * size)
        self.size = size
        self.elements = elements
    }

    /// The correlation of the normal scores of two variables.
    public subscript(first: Int, second: Int) -> Double { elements[first * size + second] }

    /// The rank correlation of two variables, 6/π asin(r/2).
    public func rankCorrelation(_ first: Int, _ second: Int) -> Double {
        RankConversion.rank(fromNormal: self[first, second])
    }

    /// Whether variables with these correlations exist: no eigenvalue is below −1e-14 `size`, which is what rounding may do to 0.
    ///
    /// - Complexity: O(size³), 0.5 s for 300 variables on one core of a server.
    public var isPositiveSemidefinite: Bool {
        (SymmetricEigen(of: elements, size: size).values.min() ?? 0) >= -1e-14 * Double(size)
    }

    static func identity(_ size: Int) -> [Double] {
        var elements = [Double](repeating: 0, count: size * size)
        for row in 0..<size { elements[row * size + row] = 1 }
        return elements
    }

    /// (1 − share) A + share I: the correlations shrunk, the diagonal still exactly 1, each eigenvalue moved towards 1.
    func shrunk(by share: Double) -> CorrelationMatrix {
        var elements = elements
        for row in 0..<size {
            for column in 0..<size where column != row { elements[row * size + column] *= 1 - share }
        }
        return CorrelationMatrix(size: size, elements: elements)
    }
}

/// The nearest correlation matrix to one that cannot be, and how far away it is.
///
/// Nearest in the Frobenius norm, by alternating projections: onto the matrices without negative eigenvalues, with Dykstra's
/// correction, and onto those with ones on the diagonal, until both agree within 1e-10 or 500 rounds have passed. The result is then
/// shrunk towards the identity as far as its least eigenvalue needs to reach 4e-10, so that it can be factored; with full convergence
/// that is by less than 1e-9. All the changes below include it.
///
/// Source: N. J. Higham, IMA Journal of Numerical Analysis 22 (2002) 329–343, algorithm 3.3.
public struct CorrelationRepair: Sendable, Hashable {
    /// The matrix as it was given.
    public let original: CorrelationMatrix
    /// The matrix to use: the original bit for bit if that is positive semidefinite.
    public let matrix: CorrelationMatrix
    /// Whether the original had to be changed.
    public let wasRepaired: Bool

    /// Repairs a matrix if it needs it.
    ///
    /// - Complexity: O(size³) a round.
    init(of original: CorrelationMatrix) {
        self.original = original
        wasRepaired = !original.isPositiveSemidefinite
        matrix = wasRepaired ? Self.lifted(Self.nearest(to: original)) : original
    }

    /// The largest change of a correlation of normal scores, in absolute value; 0 if nothing was repaired.
    public var largestChange: Double {
        zip(original.elements, matrix.elements).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }

    /// The root of the sum of all squared changes, both triangles; 0 if nothing was repaired.
    public var frobeniusChange: Double {
        zip(original.elements, matrix.elements).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    /// By how much the rank correlation of two variables changed: repaired less original; what people stated, so what reports show.
    public func changeInRankCorrelation(_ first: Int, _ second: Int) -> Double {
        matrix.rankCorrelation(first, second) - original.rankCorrelation(first, second)
    }

    /// The largest change of a rank correlation, in absolute value; 0 if nothing was repaired.
    public var largestChangeInRankCorrelation: Double {
        var largest = 0.0
        for row in 0..<original.size {
            for column in 0..<row { largest = max(largest, abs(changeInRankCorrelation(row, column))) }
        }
        return largest
    }

    /// Higham's alternating projections.
    private static func nearest(to original: CorrelationMatrix) -> CorrelationMatrix {
        let size = original.size
        var unit = original.elements
        var correction = [Double](repeating: 0, count: size * size)
        var vectors: [Double]?
        for _ in 0..<500 {
            let shifted = zip(unit, correction).map { $0 - $1 }
            let eigen = SymmetricEigen(of: shifted, size: size, startingFrom: vectors, tolerance: 1e-13)
            vectors = eigen.vectors
            var next = withoutNegativePart(shifted, eigen)
            correction = zip(next, shifted).map { $0 - $1 }
            // What is left between the two sets: the distance of the diagonal from 1.
            var gap = 0.0
            for row in 0..<size {
                gap = max(gap, abs(next[row * size + row] - 1))
                next[row * size + row] = 1
            }
            let step = zip(next, unit).reduce(0) { max($0, abs($1.0 - $1.1)) }
            unit = next
            if gap < 1e-10 && step < 1e-10 { break }
        }
        return CorrelationMatrix(size: size, elements: unit.map { min(max($0, -1), 1) })
    }

    /// The nearest matrix without negative eigenvalues: A − Σ λ v vᵀ over those below 0; symmetric bit for bit.
    private static func withoutNegativePart(_ matrix: [Double], _ eigen: SymmetricEigen) -> [Double] {
        let size = eigen.size
        var result = matrix
        for (index, value) in eigen.values.enumerated() where value < 0 {
            for row in 0..<size {
                let factor = -(value * eigen.vectors[index * size + row])
                SymmetricEigen.addRow(factor, times: eigen.vectors, row: index, to: &result, row: row, size: size)
            }
        }
        for row in 0..<size {
            for column in 0..<row { result[row * size + column] = result[column * size + row] }
        }
        return result
    }

    /// The matrix shrunk towards the identity until its least eigenvalue is large enough for elimination.
    private static func lifted(_ matrix: CorrelationMatrix) -> CorrelationMatrix {
        let least = SymmetricEigen(of: matrix.elements, size: matrix.size).values.min() ?? 1
        let wanted = CorrelationMatrix.leastEigenvalue
        return least >= wanted ? matrix : matrix.shrunk(by: (wanted - least) / (1 - least))
    }
}

extension CorrelationMatrix {
    /// The nearest matrix that is positive semidefinite, and how far away it is; this one, untouched, if it is so itself.
    ///
    /// - Complexity: O(size³) for each of a few dozen to a few hundred rounds; for entries at random, the worst there is, 0.02 s with 30
    ///   variables, 0.7 s with 100, 20 s with 300 on one core of a server.
    public func repaired() -> CorrelationRepair { CorrelationRepair(of: self) }
}

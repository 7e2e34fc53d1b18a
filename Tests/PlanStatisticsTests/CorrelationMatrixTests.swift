import Testing

@testable import PlanStatistics

/// The largest difference between L Lᵀ and the matrix.
func factorError(_ matrix: CorrelationMatrix) -> Double {
    let (size, factor) = (matrix.size, matrix.choleskyFactor())
    var largest = 0.0
    for row in 0..<size {
        for column in 0..<size {
            let product = (0..<size).reduce(0) { $0 + factor[row * size + $1] * factor[column * size + $1] }
            largest = max(largest, abs(product - matrix[row, column]))
        }
    }
    return largest
}

/// A random matrix that variables can have: A Aᵀ of rows of length 1 with `factors` columns; singular below `size`.
func validMatrix(seed: UInt64, size: Int, factors: Int) -> CorrelationMatrix {
    let numbers = randomSample(seed: seed, count: size * factors, below: 2_001).map { Double($0) - 1_000 }
    var elements = CorrelationMatrix.identity(size)
    func product(_ first: Int, _ second: Int) -> Double {
        (0..<factors).reduce(0) { $0 + numbers[first * factors + $1] * numbers[second * factors + $1] }
    }
    for row in 0..<size {
        for column in 0..<row {
            let value = product(row, column) / (product(row, row) * product(column, column)).squareRoot()
            elements[row * size + column] = min(max(value, -1), 1)
            elements[column * size + row] = elements[row * size + column]
        }
    }
    return CorrelationMatrix(size: size, elements: elements)
}

@Suite struct CorrelationMatrixTests {
    @Test func entries() {
        // 2 sin(π/12) = 0.5176380902050415, in both triangles; the rest uncorrelated.
        let matrix = CorrelationMatrix(size: 3, entries: [(2, 0, 0.5), (0, 1, -1)])
        #expect(abs(matrix[0, 2] - 0.5176380902050415) < 1e-15 && matrix[0, 2] == matrix[2, 0])
        #expect([matrix[0, 1], matrix[1, 2], matrix[1, 1]] == [-1, 0, 1])
        #expect(abs(matrix.rankCorrelation(0, 2) - 0.5) < 1e-15)
    }

    @Test func identityAndNothing() {
        let identity = CorrelationMatrix(size: 3, entries: [])
        #expect(identity.isPositiveSemidefinite)
        #expect(identity.choleskyFactor() == [1, 0, 0, 0, 1, 0, 0, 0, 1])
        let empty = CorrelationMatrix(size: 0, entries: [])
        #expect(empty.isPositiveSemidefinite && empty.choleskyFactor() == [] && empty.repaired().matrix == empty)
    }

    @Test func perfectCorrelationIsExact() {
        // Variables 0, 1, 2 equal, 3 their opposite: one column.
        let entries = [(0, 1, 1.0), (0, 2, 1), (1, 2, 1), (0, 3, -1), (1, 3, -1), (2, 3, -1)]
        let matrix = CorrelationMatrix(size: 4, entries: entries)
        #expect(matrix.isPositiveSemidefinite)
        #expect(matrix.choleskyFactor() == [1, 0, 0, 0] + [1, 0, 0, 0] + [1, 0, 0, 0] + [-1, 0, 0, 0])
    }

    @Test func choleskyByHand() {
        // r = 2 sin(0.5 π/6) for one pair: L = [1, 0; r, √(1 − r²)].
        let matrix = CorrelationMatrix(size: 2, entries: [(0, 1, 0.5)])
        let r = matrix[0, 1]
        let factor = matrix.choleskyFactor()
        #expect(factor[..<3] == [1, 0, r] && abs(factor[3] - (1 - r * r).squareRoot()) < 1e-15)
    }

    @Test func threeThatCannotBe() {
        // Eigenvalues of [1, x, −x; x, 1, x; −x, x, 1]: 1 + x twice and 1 − 2 x, below 0 from x = 1/2 on.
        #expect(!CorrelationMatrix(size: 3, entries: [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]).isPositiveSemidefinite)
        #expect(CorrelationMatrix(size: 3, entries: [(0, 1, 0.48), (1, 2, 0.48), (0, 2, -0.48)]).isPositiveSemidefinite)
    }

    @Test func singularMatricesFactor() {
        for seed in 0..<40 as Range<UInt64> {
            let size = 2 + Int(seed % 11)
            let matrix = validMatrix(seed: seed, size: size, factors: 1 + Int(seed % 5))
            #expect(matrix.isPositiveSemidefinite)
            #expect(factorError(matrix) < 1e-9, "seed \(seed)")
        }
    }

    @Test func pivotsOfRoundingErrors() {
        // Nearly equal variables: the second pivot is 1 − (1 − d)² ≈ 2 d, the third variable hangs on it.
        for d in [1e-5, 1e-8, 1e-10, 1e-12, 1e-14, 1e-16] {
            let r = 1 - d
            let s = (1 - r * r).squareRoot()
            // x, r x + s y, and (x + y)/√2.
            let (a, b) = (0.5.squareRoot(), (r + s) * 0.5.squareRoot())
            let matrix = CorrelationMatrix(size: 3, elements: [1, r, a, r, 1, b, a, b, 1])
            #expect(factorError(matrix) < 1e-9, "d = \(d)")
        }
    }
}

@Suite struct SymmetricEigenTests {
    @Test func knownAnswer() {
        // [2, 1; 1, 2]: 1 and 3.
        let eigen = SymmetricEigen(of: [2, 1, 1, 2], size: 2)
        #expect(zip(eigen.values.sorted(), [1, 3]).allSatisfy { abs($0 - $1) < 1e-15 })
        // The second difference matrix of size 6: 2 − 2 cos(k π / 7), k = 1 … 6; mpmath 1.4.1.
        var elements = CorrelationMatrix.identity(6).map { 2 * $0 }
        for row in 1..<6 { (elements[row * 6 + row - 1], elements[(row - 1) * 6 + row]) = (-1, -1) }
        let expected = [
            0.19806226419516170, 0.75302039628253271, 1.5549581320873711, 2.4450418679126289, 3.2469796037174673,
            3.8019377358048383,
        ]
        let values = SymmetricEigen(of: elements, size: 6).values.sorted()
        #expect(zip(values, expected).allSatisfy { abs($0 - $1) < 1e-14 })
    }

    @Test func vectorsRebuildTheMatrix() {
        let size = 12
        let matrix = validMatrix(seed: 4, size: size, factors: 20)
        let cold = SymmetricEigen(of: matrix.elements, size: size)
        let shifted = matrix.shrunk(by: 0.01)
        for (eigen, matrix) in [
            (cold, matrix), (SymmetricEigen(of: shifted.elements, size: size, startingFrom: cold.vectors), shifted),
        ] {
            for row in 0..<size {
                for column in 0..<size {
                    let sum = (0..<size).reduce(0) {
                        $0 + eigen.values[$1] * eigen.vectors[$1 * size + row] * eigen.vectors[$1 * size + column]
                    }
                    #expect(abs(sum - matrix[row, column]) < 1e-13)
                }
            }
        }
    }
}

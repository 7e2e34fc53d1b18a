extension CorrelationMatrix {
    /// Pivots up to this are taken as 0 where nothing is left below them.
    private static let zeroPivot = 1e-10
    /// The least eigenvalue that is given to a matrix which cannot be factored as it is: above `zeroPivot`.
    static let leastEigenvalue = 4e-10

    /// The lower triangular L with L Lᵀ = A: L z has these correlations if the entries of z are independent.
    ///
    /// A variable that is determined by those before it has a zero pivot and gives a column of zeros, so that perfectly correlated
    /// variables are equal. L Lᵀ meets the matrix within 1e-9: a matrix so close to singular that elimination would divide by
    /// a pivot of rounding errors is shrunk towards the identity first, by 4e-10.
    ///
    /// Plain arithmetic in a fixed order: same bits on every machine, which LAPACK does not give.
    ///
    /// - Returns: `size`² values, row by row, zeros above the diagonal.
    /// - Precondition: `isPositiveSemidefinite`; take `repaired()` first.
    /// - Complexity: O(size³ / 3).
    public func choleskyFactor() -> [Double] {
        if let factor = eliminated() { return factor }
        guard let factor = shrunk(by: Self.leastEigenvalue).eliminated() else {
            preconditionFailure("the matrix is not positive semidefinite")
        }
        return factor
    }

    /// The factor, column by column; nil where a pivot is below 0, or nearly 0 with something left below it.
    private func eliminated() -> [Double]? {
        var factor = [Double](repeating: 0, count: size * size)
        for column in 0..<size {
            let rests = (column..<size).map { row in
                var rest = elements[row * size + column]
                for k in 0..<column { rest -= factor[row * size + k] * factor[column * size + k] }
                return rest
            }
            if rests[0] > Self.zeroPivot {
                let root = rests[0].squareRoot()
                for (row, rest) in zip(column..<size, rests) { factor[row * size + column] = rest / root }
            } else if rests.contains(where: { abs($0) > Self.zeroPivot }) {
                return nil
            }
        }
        return factor
    }
}

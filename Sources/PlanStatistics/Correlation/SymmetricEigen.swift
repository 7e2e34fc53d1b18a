/// The eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations.
///
/// Own code, although LAPACK is at hand: LAPACK's last bits differ between CPUs, and what a forecast samples must not. Here every
/// operation is a plain +, −, ×, ÷ or root in a fixed order, so that the bits are the same on every machine. Jacobi's method is
/// also the one that gains most from a good start, which the alternating projections of `CorrelationRepair` have.
///
/// Source: G. H. Golub and C. F. Van Loan, Matrix Computations (2013), 8.5, cyclic by rows.
struct SymmetricEigen {
    let size: Int
    /// `size` eigenvalues, in no order; absolute error about 1e-15 `size` times the largest.
    private(set) var values: [Double]
    /// `size`² values: row i is the unit eigenvector of value i.
    private(set) var vectors: [Double]

    /// Decomposes a matrix.
    ///
    /// - Parameters:
    ///   - matrix: `size`² values, row by row, symmetric.
    ///   - vectors: those of a similar matrix, to start from: fewer sweeps.
    ///   - tolerance: elements this far below the largest one are left as they are.
    /// - Complexity: O(`size`³) a sweep, five to ten sweeps, two or three from a good start.
    init(of matrix: [Double], size: Int, startingFrom vectors: [Double]? = nil, tolerance: Double = 1e-15) {
        self.size = size
        self.vectors = vectors ?? CorrelationMatrix.identity(size)
        var matrix = matrix
        if let vectors { matrix = Self.rotated(matrix, by: vectors, size: size) }
        values = []
        // Each sweep squares the rest once it is small; thirty is far beyond what any matrix needs.
        for _ in 0..<30 where !sweep(&matrix, tolerance) { break }
        values = (0..<size).map { matrix[$0 * size + $0] }
    }

    /// One rotation for each pair whose element is not negligible; whether there was any.
    private mutating func sweep(_ matrix: inout [Double], _ tolerance: Double) -> Bool {
        let least = tolerance * matrix.reduce(0) { max($0, abs($1)) }
        var found = false
        for p in 0..<max(size - 1, 0) {
            for q in p + 1..<size where abs(matrix[p * size + q]) > least {
                found = true
                rotate(&matrix, p, q)
            }
        }
        return found
    }

    /// Makes element (p, q) zero.
    private mutating func rotate(_ matrix: inout [Double], _ p: Int, _ q: Int) {
        let element = matrix[p * size + q]
        let theta = (matrix[q * size + q] - matrix[p * size + p]) / (2 * element)
        let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        let (first, second) = (matrix[p * size + p], matrix[q * size + q])
        Self.turn(&matrix, p, q, cosine, sine, size)
        matrix[p * size + p] = first - tangent * element
        matrix[q * size + q] = second + tangent * element
        matrix[p * size + q] = 0
        matrix[q * size + p] = 0
        Self.mirror(&matrix, p, q, size)
        Self.turn(&vectors, p, q, cosine, sine, size)
    }

    /// Rows p and q become cosine p − sine q and sine p + cosine q.
    private static func turn(_ rows: inout [Double], _ p: Int, _ q: Int, _ cosine: Double, _ sine: Double, _ size: Int) {
        // The innermost loop of a repair, unchecked so that it becomes vector code: 300 variables in 0.5 s instead of 0.8.
        unsafe rows.withUnsafeMutableBufferPointer { rows in
            let first = unsafe rows.baseAddress! + p * size
            let second = unsafe rows.baseAddress! + q * size
            for k in 0..<size {
                let (a, b) = unsafe (first[k], second[k])
                unsafe first[k] = cosine * a - sine * b
                unsafe second[k] = sine * a + cosine * b
            }
        }
    }

    /// Copies rows p and q to columns p and q.
    private static func mirror(_ matrix: inout [Double], _ p: Int, _ q: Int, _ size: Int) {
        // Unchecked for the same reason.
        unsafe matrix.withUnsafeMutableBufferPointer { matrix in
            for k in 0..<size where k != p && k != q {
                unsafe matrix[k * size + p] = matrix[p * size + k]
                unsafe matrix[k * size + q] = matrix[q * size + k]
            }
        }
    }

    /// V A Vᵀ, symmetric bit for bit.
    private static func rotated(_ matrix: [Double], by vectors: [Double], size: Int) -> [Double] {
        // A is symmetric, so A's row k is its column k.
        let half = product(vectors, matrix, size: size)
        var transposed = vectors
        for row in 0..<size {
            for column in 0..<size { transposed[column * size + row] = vectors[row * size + column] }
        }
        var result = product(half, transposed, size: size)
        for row in 0..<size {
            for column in 0..<row { result[row * size + column] = result[column * size + row] }
        }
        return result
    }

    /// The matrix product, row by row.
    private static func product(_ left: [Double], _ right: [Double], size: Int) -> [Double] {
        var result = [Double](repeating: 0, count: size * size)
        for row in 0..<size {
            for k in 0..<size {
                addRow(left[row * size + k], times: right, row: k, to: &result, row: row, size: size)
            }
        }
        return result
    }

    /// Adds a multiple of a row of one matrix to a row of another.
    static func addRow(
        _ factor: Double, times source: [Double], row: Int, to target: inout [Double], row targetRow: Int, size: Int
    ) {
        // Unchecked for the same reason as `turn`.
        unsafe source.withUnsafeBufferPointer { source in
            unsafe target.withUnsafeMutableBufferPointer { target in
                let from = unsafe source.baseAddress! + row * size
                let to = unsafe target.baseAddress! + targetRow * size
                for k in 0..<size { unsafe to[k] += factor * from[k] }
            }
        }
    }
}

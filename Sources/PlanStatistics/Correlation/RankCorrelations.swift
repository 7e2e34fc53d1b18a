import CBLAS

/// Spearman's rank correlations of many variables with a few targets, over the same replications.
///
/// Spearman's ρ is Pearson's correlation of the midranks, which corrects for ties. Constant input has no correlation with anything:
/// 0 by definition.
///
/// The sums of products are a double-precision matrix product. Its bits cannot vary between machines although OpenBLAS adds in an
/// order that depends on the CPU: a doubled midrank less n + 1 is a whole number up to n − 1 in size, so every partial sum over a
/// block of replications, in any order and with or without fused operations, is a whole number of at most blockLength · n²; blocks
/// are so long that this stays below 2⁵³, and are added as 128-bit integers.
///
/// Source: C. Spearman, American Journal of Psychology 15 (1904) 72–101; M. G. Kendall, Rank Correlation Methods (1970), 3.8 on ties.
public struct RankCorrelations: Sendable {
    /// How many replications there are, 1 … 10,000,000.
    public let sampleCount: Int
    /// How many targets there are.
    public let targetCount: Int
    /// Doubled midranks less n + 1: `targetCount` rows of `sampleCount` values.
    private let targets: [Double]
    /// The sum of squares of each row of `targets`.
    private let targetSquares: [Int128]
    private let blockLength: Int

    /// Ranks the targets, once for all variables.
    ///
    /// - Parameters:
    ///   - targets: `targetCount` rows of `sampleCount` values, one row after another.
    ///   - targetCount: how many targets, 0 or more.
    ///   - sampleCount: how many replications, 1 … 10,000,000.
    /// - Precondition: the sizes agree.
    /// - Complexity: O(targetCount · sampleCount).
    public init(targets: [Int32], targetCount: Int, sampleCount: Int) {
        // Each partial sum stays below 2⁵³.
        let length = (1 << 53) / max(sampleCount * sampleCount, 1)
        self.init(targets: targets, targetCount: targetCount, sampleCount: sampleCount, blockLength: length)
    }

    /// The same with shorter blocks.
    init(targets: [Int32], targetCount: Int, sampleCount: Int, blockLength: Int) {
        precondition((1...10_000_000).contains(sampleCount), "rank correlations need 1 … 10,000,000 replications")
        precondition(targetCount >= 0 && targets.count == targetCount * sampleCount, "a value for each target and replication")
        self.sampleCount = sampleCount
        self.targetCount = targetCount
        self.blockLength = blockLength
        self.targets = Self.centredRanks(targets, rows: 0..<targetCount, length: sampleCount)
        targetSquares = Self.squares(self.targets, length: sampleCount)
    }

    /// The standard error of a coefficient where variable and target are independent, 1/√(n − 1), whatever their laws: what is within
    /// two or three of it cannot be told from noise. ∞ for a single replication.
    ///
    /// Stratified sampling does not make it smaller than this by more than it makes estimates of shares.
    public var noise: Double { 1 / Double(sampleCount - 1).squareRoot() }

    /// The rank correlation of each variable with each target.
    ///
    /// - Parameters:
    ///   - variables: `variableCount` rows of `sampleCount` values, one row after another, in the targets' order of replications.
    ///   - variableCount: how many variables, 0 or more.
    /// - Returns: `variableCount` rows of `targetCount` coefficients in −1 … 1.
    /// - Precondition: the sizes agree.
    /// - Complexity: O(variableCount · sampleCount · (targetCount + sorting passes)), on the calling thread; memory for 2²⁰ ranks, or a row
    ///   if that is more, beside the input.
    public func coefficients(of variables: [Int32], variableCount: Int) -> [Double] {
        precondition(
            variableCount >= 0 && variables.count == variableCount * sampleCount, "a value for each variable and replication")
        let rowsAtOnce = max(1, (1 << 20) / sampleCount)
        var result: [Double] = []
        result.reserveCapacity(variableCount * targetCount)
        for start in stride(from: 0, to: targetCount > 0 ? variableCount : 0, by: rowsAtOnce) {
            let rows = start..<min(start + rowsAtOnce, variableCount)
            let ranks = Self.centredRanks(variables, rows: rows, length: sampleCount)
            append(products(of: ranks, rows: rows.count), Self.squares(ranks, length: sampleCount), to: &result)
        }
        return result
    }

    /// Σ xy / √(Σx² Σy²) for each row of products.
    private func append(_ products: [Int128], _ squares: [Int128], to result: inout [Double]) {
        for (row, square) in squares.enumerated() {
            for (column, targetSquare) in targetSquares.enumerated() {
                let scale = (Double(square) * Double(targetSquare)).squareRoot()
                let value = scale > 0 ? Double(products[row * targetCount + column]) / scale : 0
                result.append(min(max(value, -1), 1))
            }
        }
    }

    /// The exact sums of products of some rows with the targets.
    private func products(of ranks: [Double], rows: Int) -> [Int128] {
        var sums = [Int128](repeating: 0, count: rows * targetCount)
        var product = [Double](repeating: 0, count: rows * targetCount)
        openblas_set_num_threads(1)
        for start in stride(from: 0, to: sampleCount, by: blockLength) {
            let length = min(blockLength, sampleCount - start)
            unsafe ranks.withUnsafeBufferPointer { ranks in
                unsafe targets.withUnsafeBufferPointer { targets in
                    unsafe product.withUnsafeMutableBufferPointer { product in
                        unsafe cblas_dgemm(
                            CblasRowMajor, CblasNoTrans, CblasTrans, Int32(rows), Int32(targetCount), Int32(length), 1,
                            ranks.baseAddress! + start, Int32(sampleCount), targets.baseAddress! + start, Int32(sampleCount), 0,
                            product.baseAddress!, Int32(targetCount))
                    }
                }
            }
            for index in 0..<sums.count { sums[index] += Int128(product[index]) }
        }
        return sums
    }

    /// The doubled midranks less n + 1 of some rows.
    private static func centredRanks(_ values: [Int32], rows: Range<Int>, length: Int) -> [Double] {
        var ranks = [Double](repeating: 0, count: rows.count * length)
        for (place, row) in rows.enumerated() {
            Ranks.writeCentred(values[row * length..<(row + 1) * length], to: &ranks, from: place * length)
        }
        return ranks
    }

    /// The sum of squares of each row.
    private static func squares(_ ranks: [Double], length: Int) -> [Int128] {
        stride(from: 0, to: ranks.count, by: length).map { start in
            // A square is at most 10¹⁴; n of them can exceed 2⁶³.
            ranks[start..<start + length].reduce(Int128(0)) { $0 + Int128(Int64($1) * Int64($1)) }
        }
    }
}

extension Proportion {
    /// Fewer blocks than this tell too little of the variance between them.
    static let fewestBlocks = 8

    /// The share of cases that come in independent blocks, all drawn in the same way.
    ///
    /// Inside a block cases may depend on each other: a block of stratified replications spreads over all strata, so that its
    /// hits vary less than those of independent cases. The estimator is the ratio p = Σy / Σn over B blocks, with the variance
    /// B/(B − 1) Σ (y − p n)² / (Σn)². Its quotient by p (1 − p) / Σn is the design effect, and the interval takes Student's point
    /// with B − 1 degrees of freedom. Blocks without a case do not count as blocks.
    ///
    /// The design effect is kept in [1/64, 2]. A block's count is a whole number, so even one stratified variable leaves about
    /// 1/64, and blocks that happen to agree prove no more. No function of a Latin hypercube of N points has more than N/(N − 1)
    /// times the variance of independent points, monotone or not (Owen 1997): what exceeds 64/63 is noise of the estimate. It is
    /// kept up to 2, because cutting it at 1 would make the interval too short where stratification does not help.
    ///
    /// Below eight blocks, and for a share of 0 or 1, the result is that of independent cases, which is on the safe side.
    ///
    /// Source: W. G. Cochran, Sampling Techniques (1977), 6.3 and 9A; A. B. Owen, SIAM Journal on Numerical Analysis 34 (1997)
    /// 1884–1910.
    ///
    /// - Parameters:
    ///   - blockHits: how many cases count, block by block.
    ///   - blockCounts: how many cases there are, block by block, as many values; where all replications are cases, 64, and fewer
    ///     in the last block; for a conditional share the replications in which the condition holds.
    /// - Precondition: 0 ≤ hits ≤ count in each block, and at least one case.
    /// - Complexity: O(blocks).
    public init(blockHits: [Int], blockCounts: [Int]) {
        precondition(blockHits.count == blockCounts.count, "a count for each block")
        precondition(zip(blockHits, blockCounts).allSatisfy { $0 >= 0 && $0 <= $1 }, "0 ≤ hits ≤ count in each block")
        let (hits, count) = (blockHits.reduce(0, +), blockCounts.reduce(0, +))
        let blocks = blockCounts.count { $0 > 0 }
        guard blocks >= Self.fewestBlocks, hits > 0, hits < count else {
            self.init(hits: hits, of: count)
            return
        }
        var squares = 0.0
        for (blockHits, blockCount) in zip(blockHits, blockCounts) {
            // n (y − p n_b), a whole number.
            let excess = Double(count * blockHits - hits * blockCount)
            squares += excess * excess
        }
        let ratio = Double(blocks) / Double(blocks - 1) * squares
        let independent = Double(hits) * Double(count - hits) * Double(count)
        self.init(
            hits: hits, of: count, designEffect: min(max(ratio / independent, 1 / 64.0), 2),
            coverageFactor: StudentT.quantile975(degrees: blocks - 1))
    }
}

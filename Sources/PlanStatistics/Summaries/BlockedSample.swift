/// The values of all replications in their order, and what they say of the law behind them: percentiles, shares and the mean, each
/// with a standard error and a 95 % interval that know how the replications were drawn. What reports use.
///
/// Replications are drawn in blocks of 64, which are independent of each other. Plain replications are independent inside a
/// block too. Stratified ones are not: a block's 64 values of a variable are one from each 64th of its law, so that estimates
/// vary less than formulas for independent values say; how much less is estimated from the differences between blocks.
public struct BlockedSample: Sendable, Hashable {
    /// Replications in a block; the last one may hold fewer.
    public static let blockLength = 64

    /// The values, by replication; 1 or more.
    public let values: [Int32]
    /// Whether the replications of a block were drawn together, one from each stratum.
    public let isStratified: Bool
    /// The values in ascending order.
    public let order: OrderStatistics
    /// Sums, spread and extremes.
    public let summary: SampleSummary

    /// The sample of all replications.
    ///
    /// - Parameters:
    ///   - values: whole minutes, in the order of the replications.
    ///   - isStratified: whether each block of 64 is stratified.
    /// - Precondition: at least one value, fewer than 2³².
    /// - Complexity: O(n).
    public init(values: [Int32], isStratified: Bool) {
        self.values = values
        self.isStratified = isStratified
        order = OrderStatistics(of: values)
        summary = SampleSummary(of: values)
    }

    /// How many replications there are.
    public var count: Int { values.count }

    /// The percentile shown as P`percent`: the smallest value that so many per cent of the replications do not exceed.
    ///
    /// - Parameter percent: 1 … 100.
    /// - Complexity: O(1).
    public func percentile(_ percent: Int) -> Int32 { order.percentile(percent) }

    /// A percentile with its standard error and 95 % interval.
    ///
    /// The interval is that of `OrderStatistics.estimate`; for stratified replications with the design effect and the coverage
    /// factor of the share of values up to the percentile found. Where that share is 1, as for constant input, or there are fewer
    /// than eight blocks, the interval is that of independent values, which is on the safe side.
    ///
    /// Source: the interval by inverting the distribution function, R. S. Woodruff, Journal of the American Statistical
    /// Association 47 (1952) 635–646.
    ///
    /// - Parameter percent: 1 … 99.
    /// - Complexity: O(n) if stratified, else O(1).
    public func estimate(_ percent: Int) -> PercentileEstimate {
        guard isStratified else { return order.estimate(percent) }
        let below = share(atMost: percentile(percent))
        return order.estimate(percent, designEffect: below.designEffect, coverageFactor: below.coverageFactor)
    }

    /// The share of replications whose value is at most `bound`.
    ///
    /// - Complexity: O(n) if stratified, else O(log n).
    public func share(atMost bound: Int32) -> Proportion {
        guard isStratified else { return order.share(atMost: bound) }
        return share { $0 <= bound }
    }

    /// The share of replications whose value has a property.
    ///
    /// - Complexity: O(n).
    public func share(where counts: (Int32) -> Bool) -> Proportion {
        guard isStratified else { return Proportion(hits: values.count(where: counts), of: count) }
        return Proportion(
            blockHits: blocks.map { block in values[block].count(where: counts) }, blockCounts: blocks.map(\.count))
    }

    /// The mean with its standard error: s / √n for plain replications; for stratified ones, from the B block sums,
    /// √(B/(B − 1) Σ (sum − mean n_b)²) / n with Student's point for B − 1 degrees of freedom.
    ///
    /// Fewer than eight blocks are treated as plain, which is on the safe side.
    ///
    /// Source: W. G. Cochran, Sampling Techniques (1977), 6.3.
    ///
    /// - Complexity: O(n) if stratified, else O(1).
    public var mean: MeanEstimate {
        let blocks = blocks
        guard isStratified, blocks.count >= Proportion.fewestBlocks else {
            return MeanEstimate(
                value: summary.mean, standardError: summary.standardErrorOfMean, coverageFactor: normalPoint95)
        }
        var squares = 0.0
        for block in blocks {
            let sum = values[block].reduce(Int64(0)) { $0 + Int64($1) }
            // n (sum − mean n_b), a whole number below 2⁷⁰.
            let excess = Double(Int128(count) * Int128(sum) - Int128(summary.sum) * Int128(block.count))
            squares += excess * excess
        }
        let n = Double(count)
        let variance = Double(blocks.count) / Double(blocks.count - 1) * squares / (n * n)
        return MeanEstimate(
            value: summary.mean, standardError: variance.squareRoot() / n,
            coverageFactor: StudentT.quantile975(degrees: blocks.count - 1))
    }

    /// The replications of each block.
    private var blocks: [Range<Int>] {
        stride(from: 0, to: count, by: Self.blockLength).map { $0..<min($0 + Self.blockLength, count) }
    }
}

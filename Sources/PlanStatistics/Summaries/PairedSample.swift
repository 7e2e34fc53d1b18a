/// Two runs of the same replications: what differs, replication by replication, so that what both share cancels.
public struct PairedSample: Sendable {
    /// The values of both runs by replication, as many of each.
    public let first: [Int32], second: [Int32]
    /// Whether each block of 64 replications was drawn together, one from each stratum.
    public let isStratified: Bool

    /// No more sections than this: each must hold enough replications for a percentile.
    private static let mostSections = 16

    /// Two runs.
    ///
    /// - Precondition: the same number of replications, 1 or more; |values| below 2³⁰.
    public init(first: [Int32], second: [Int32], isStratified: Bool) {
        precondition(first.count == second.count && !first.isEmpty, "the same replications in both")
        (self.first, self.second, self.isStratified) = (first, second, isStratified)
    }

    /// Replications.
    public var count: Int { first.count }

    /// Whether both runs agree in every replication.
    public var isSame: Bool { first == second }

    /// Whether neither run varies, so that no figure has an error.
    public var isConstant: Bool {
        first.allSatisfy { $0 == first[0] } && second.allSatisfy { $0 == second[0] }
    }

    private var differences: [Int32] { zip(second, first).map { $0 - $1 } }

    /// The difference of the means; its error is that of a mean of differences (`BlockedSample.mean`).
    public var mean: DifferenceEstimate {
        let mean = BlockedSample(values: differences, isStratified: isStratified).mean
        return DifferenceEstimate(
            mean.value, standardError: count > 1 ? mean.standardError : nil, coverageFactor: mean.coverageFactor)
    }

    /// The difference of a percentile of both runs.
    ///
    /// Its error is found by sectioning: the difference of the percentiles in each of up to 16 runs of whole blocks of replications, and their
    /// spread about their mean over √sections, with Student's point. `nil` below eight blocks.
    ///
    /// Source: S. Asmussen and P. W. Glynn, Stochastic Simulation (2007), III.5.
    ///
    /// - Parameter percent: 1 … 99.
    /// - Complexity: O(n log n).
    public func percentile(_ percent: Int) -> DifferenceEstimate {
        let (length, blocks) = (BlockedSample.blockLength, count / BlockedSample.blockLength)
        let value = difference(percent, 0..<count)
        guard blocks >= Proportion.fewestBlocks else {
            return isConstant ? .init(exactly: value) : .init(value, standardError: nil, coverageFactor: normalPoint95)
        }
        let sections = min(Self.mostSections, blocks)
        let parts = (0..<sections).map { section in
            difference(percent, section * blocks / sections * length..<(section + 1) * blocks / sections * length)
        }
        let mean = parts.reduce(0, +) / Double(sections)
        let squares = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return DifferenceEstimate(
            value, standardError: (squares / Double(sections * (sections - 1))).squareRoot(),
            coverageFactor: StudentT.quantile975(degrees: sections - 1))
    }

    private func difference(_ percent: Int, _ range: Range<Int>) -> Double {
        let (old, new) = (OrderStatistics(of: Array(first[range])), OrderStatistics(of: Array(second[range])))
        return Double(new.percentile(percent)) - Double(old.percentile(percent))
    }

    /// How likely the second run's value is the smaller one, ties counted half; with its interval.
    public var probabilityLess: DifferenceEstimate {
        if isSame || isConstant { return .init(exactly: first[0] == second[0] ? 0.5 : second[0] < first[0] ? 1 : 0) }
        let less = PairedFlags(
            count: count, isStratified: isStratified, gained: { second[$0] < first[$0] }, lost: { second[$0] > first[$0] })
        let difference = less.difference
        return DifferenceEstimate(half: difference)
    }

    /// The share of replications in which both runs agree.
    public var shareTied: Double { Double(zip(first, second).count { $0 == $1 }) / Double(count) }

    /// The variance of the difference over the sum of both runs' variances, which is what independent runs would have; `nil` where neither
    /// varies.
    public var varianceRatio: Double? {
        let sum = SampleSummary(of: first).variance + SampleSummary(of: second).variance
        return sum > 0 ? SampleSummary(of: differences).variance / sum : nil
    }
}

extension DifferenceEstimate {
    /// ½ + d/2 of a difference d of two shares.
    fileprivate init(half difference: ProportionDifference) {
        let interval = difference.interval
        self.init(
            value: 0.5 + difference.value / 2, standardError: difference.standardError / 2,
            interval: 0.5 + interval.lowerBound / 2...0.5 + interval.upperBound / 2)
    }

    private init(value: Double, standardError: Double, interval: ClosedRange<Double>) {
        (self.value, self.standardError, self.interval) = (value, standardError, interval)
    }
}

/// Something that happens or not in each replication of two runs: where only the second has it, and where only the first has.
public struct PairedFlags: Sendable {
    /// The share of replications that only the second run has, and that only the first has.
    public let gained: Proportion, lost: Proportion
    private let correlation: Double

    /// Counts replications.
    ///
    /// - Parameters:
    ///   - count: replications, 1 or more.
    ///   - isStratified: whether each block of 64 was drawn together.
    ///   - gained: whether a replication is one that only the second run has.
    ///   - lost: whether it is one that only the first has; never both.
    public init(count: Int, isStratified: Bool, gained: (Int) -> Bool, lost: (Int) -> Bool) {
        let blocks = stride(from: 0, to: count, by: BlockedSample.blockLength).map {
            $0..<min($0 + BlockedSample.blockLength, count)
        }
        let (gains, losses) = (blocks.map { $0.count(where: gained) }, blocks.map { $0.count(where: lost) })
        let counts = blocks.map(\.count)
        if isStratified, blocks.count >= Proportion.fewestBlocks {
            (self.gained, self.lost) = (
                Proportion(blockHits: gains, blockCounts: counts), Proportion(blockHits: losses, blockCounts: counts)
            )
            correlation = Self.correlation(gains, losses, counts)
        } else {
            (self.gained, self.lost) = (
                Proportion(hits: gains.reduce(0, +), of: count), Proportion(hits: losses.reduce(0, +), of: count)
            )
            // Of two shares of one multinomial sample.
            let (p, q) = (self.gained.value, self.lost.value)
            correlation = p < 1 && q < 1 ? -(p * q / ((1 - p) * (1 - q))).squareRoot() : -1
        }
    }

    /// The share of the second run less that of the first, with its interval, which also rare changes and none at all leave some width.
    public var difference: ProportionDifference { ProportionDifference(gained, lost, correlation: correlation) }

    /// How two counts go together from block to block: the correlation of their residuals.
    private static func correlation(_ left: [Int], _ right: [Int], _ counts: [Int]) -> Double {
        func residuals(_ hits: [Int]) -> [Double] {
            let share = Double(hits.reduce(0, +)) / Double(counts.reduce(0, +))
            return zip(hits, counts).map { Double($0) - share * Double($1) }
        }
        let (a, b) = (residuals(left), residuals(right))
        func sum(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
        let squares = sum(a, a) * sum(b, b)
        return squares > 0 ? min(max(sum(a, b) / squares.squareRoot(), -1), 1) : 0
    }
}

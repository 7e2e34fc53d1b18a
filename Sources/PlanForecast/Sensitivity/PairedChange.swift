import PlanNetwork
import PlanStatistics

/// By how much one target's finish differs between two forecasts with the same random numbers.
///
/// Differences are taken replication by replication, so what both forecasts share cancels; minutes are working minutes of the plan's
/// calendar, negative where the second forecast is earlier.
public struct PairedChange: Sendable {
    /// A difference with its standard error; `nil` where there are too few replications to tell.
    public struct Estimate: Sendable, Hashable {
        /// The second forecast less the first.
        public let value: Double
        /// How far it may be from that of infinitely many replications.
        public let standardError: Double?
    }

    /// The target, an index.
    public let target: Int
    /// The change of the mean finish; the error is that of a mean of differences.
    public let meanMinutes: Estimate
    /// The changes of the median and of the P80. Their errors are found by sectioning: the difference of the percentiles in each of up to
    /// 16 runs of whole blocks of replications, and their spread about their mean over √sections. `nil` below eight blocks.
    ///
    /// Source: S. Asmussen and P. W. Glynn, Stochastic Simulation (2007), III.5.
    public let p50Minutes: Estimate, p80Minutes: Estimate
    /// The change of the probability to be on time; `nil` without a due date.
    public let onTime: Estimate?

    /// No more sections than this: each must hold enough replications for a percentile.
    private static let mostSections = 16, fewestBlocks = 8

    /// Compares two forecasts of a target that both kept.
    init(_ target: Int, from first: Forecast, to second: Forecast, isStratified: Bool) {
        let (before, after) = (first.planMinutes(of: target)!, second.planMinutes(of: target)!)
        precondition(before.count == after.count, "the same replications in both")
        self.target = target
        meanMinutes = Self.mean(zip(after, before).map { $0 - $1 }, isStratified)
        (p50Minutes, p80Minutes) = (Self.percentile(50, before, after), Self.percentile(80, before, after))
        if let early = first.isOnTime(target), let late = second.isOnTime(target) {
            onTime = Self.mean(zip(late, early).map { ($0 ? 1 : 0) - ($1 ? 1 : 0) }, isStratified)
        } else {
            onTime = nil
        }
    }

    private static func mean(_ differences: [Int32], _ isStratified: Bool) -> Estimate {
        let mean = BlockedSample(values: differences, isStratified: isStratified).mean
        return Estimate(value: mean.value, standardError: differences.count > 1 ? mean.standardError : nil)
    }

    private static func percentile(_ percent: Int, _ before: [Int32], _ after: [Int32]) -> Estimate {
        func difference(_ range: Range<Int>) -> Double {
            let (old, new) = (OrderStatistics(of: Array(before[range])), OrderStatistics(of: Array(after[range])))
            return Double(new.percentile(percent)) - Double(old.percentile(percent))
        }
        let blocks = before.count / BlockedSample.blockLength
        let value = difference(0..<before.count)
        guard blocks >= fewestBlocks else { return Estimate(value: value, standardError: nil) }
        let sections = min(mostSections, blocks)
        let differences = (0..<sections).map { section in
            let (first, end) = (section * blocks / sections, (section + 1) * blocks / sections)
            return difference(first * BlockedSample.blockLength..<end * BlockedSample.blockLength)
        }
        let mean = differences.reduce(0, +) / Double(sections)
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return Estimate(value: value, standardError: (squares / Double(sections * (sections - 1))).squareRoot())
    }
}

extension Forecast {
    /// Whether a target was on time, by replication; `nil` without a due date or where its finishes were not kept.
    fileprivate func isOnTime(_ target: Int) -> [Bool]? {
        let due = network.structure.targets.due[target]
        guard due != Int32.max, let positions = finishes.positions(of: target) else { return nil }
        let limit = due < network.epoch ? -1 : network.structure.calendars[Int(finishes.axis[target])].work(at: due)
        return positions.map { $0 <= limit }
    }
}

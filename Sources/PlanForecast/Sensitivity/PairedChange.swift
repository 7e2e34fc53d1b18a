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

        init(value: Double, standardError: Double?) { (self.value, self.standardError) = (value, standardError) }
        init(_ difference: DifferenceEstimate) {
            self.init(value: difference.value, standardError: difference.standardError)
        }
    }

    /// The target, an index.
    public let target: Int
    /// The change of the mean finish; the error is that of a mean of differences.
    public let meanMinutes: Estimate
    /// The changes of the median and of the P80. Their errors are found by sectioning: the difference of the percentiles in each of up to
    /// 16 runs of whole blocks of replications (`PairedSample.percentile`). `nil` below eight blocks.
    public let p50Minutes: Estimate, p80Minutes: Estimate
    /// The change of the probability to be on time; `nil` without a due date.
    public let onTime: Estimate?

    /// Compares two forecasts of a target that both kept.
    init(_ target: Int, from first: Forecast, to second: Forecast, isStratified: Bool) {
        let (before, after) = (first.planMinutes(of: target)!, second.planMinutes(of: target)!)
        let pairs = PairedSample(first: before, second: after, isStratified: isStratified)
        self.target = target
        meanMinutes = Estimate(pairs.mean)
        (p50Minutes, p80Minutes) = (Estimate(pairs.percentile(50)), Estimate(pairs.percentile(80)))
        if let early = first.onTime(of: target), let late = second.onTime(of: target) {
            onTime = Self.mean(zip(late, early).map { ($0 ? 1 : 0) - ($1 ? 1 : 0) }, isStratified)
        } else {
            onTime = nil
        }
    }

    private static func mean(_ differences: [Int32], _ isStratified: Bool) -> Estimate {
        let mean = BlockedSample(values: differences, isStratified: isStratified).mean
        return Estimate(value: mean.value, standardError: differences.count > 1 ? mean.standardError : nil)
    }
}

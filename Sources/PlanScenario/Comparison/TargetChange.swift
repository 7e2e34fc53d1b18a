public import PlanForecast
import PlanNetwork
public import PlanStatistics

/// The differences of one target between two runs of the same replications; minutes are working minutes of the plan's calendar, negative
/// where the scenario is earlier.
public struct TargetChange: Sendable {
    /// The change of the median, of the P80 and of the mean finish.
    public let p50Minutes: DifferenceEstimate, p80Minutes: DifferenceEstimate, meanMinutes: DifferenceEstimate
    /// The change of the probability to be on time, each plan by its own due date; `nil` where one of them has none.
    public let onTime: DifferenceEstimate?
    /// How likely the scenario finishes earlier, replication by replication, ties counted half.
    public let better: DifferenceEstimate
    /// The share of ties.
    public let shareTied: Double
    /// Whether the finish is the same in every replication.
    public let isSame: Bool
    /// The variance of the difference over the sum of both variances: what common random numbers leave of the noise of independent runs;
    /// `nil` where neither finish varies.
    public let varianceRatio: Double?
    /// Replications.
    public let samples: Int

    /// The differences of a target; `nil` where one of the forecasts has no finishes of it.
    public init?(_ target: Int, _ first: Forecast, _ second: Forecast) {
        guard let before = first.finishMinutes(of: target), let after = second.finishMinutes(of: target) else { return nil }
        let isStratified = first.settings.isStratified
        let pairs = PairedSample(first: before, second: after, isStratified: isStratified)
        isSame = pairs.isSame
        samples = pairs.count
        if isSame {
            (p50Minutes, p80Minutes, meanMinutes) = (.init(exactly: 0), .init(exactly: 0), .init(exactly: 0))
        } else {
            (p50Minutes, p80Minutes, meanMinutes) = (pairs.percentile(50), pairs.percentile(80), pairs.mean)
        }
        (better, shareTied, varianceRatio) = (pairs.probabilityLess, pairs.shareTied, pairs.varianceRatio)
        let flags = first.onTime(of: target).flatMap { old in second.onTime(of: target).map { (old, $0) } }
        let isCertain =
            pairs.isConstant
            || isSame && first.network.structure.targets.due[target] == second.network.structure.targets.due[target]
        onTime = flags.map { Self.difference($0.0, $0.1, isStratified: isStratified, isCertain: isCertain) }
    }

    /// The difference of two shares of the same replications.
    ///
    /// - Parameter isCertain: whether infinitely many replications could not say anything else.
    static func difference(_ first: [Bool], _ second: [Bool], isStratified: Bool, isCertain: Bool) -> DifferenceEstimate {
        let flags = PairedFlags(
            count: first.count, isStratified: isStratified, gained: { second[$0] && !first[$0] },
            lost: { first[$0] && !second[$0] })
        return isCertain ? .init(exactly: flags.difference.value) : .init(flags.difference)
    }
}

import PlanNetwork
public import PlanStatistics

/// The forecast of one target: its finish as a distribution, each figure with its Monte Carlo error.
///
/// Percentiles are finishes that occurred (order statistics). Errors are in working minutes of the plan's calendar.
public struct TargetForecast: Sendable {
    /// The target, an index.
    public let target: Int
    /// When it is due, an instant; `nil` where it is not.
    public let due: Int32?
    /// The finishes, positions on the target's axis.
    public let sample: BlockedSample
    private let axis: WorkingTime
    private let planTime: WorkingTime
    private let epoch: Int32

    init(target: Int, positions: [Int32], isStratified: Bool, axis: WorkingTime, network: Network) {
        self.target = target
        let due = network.structure.targets.due[target]
        self.due = due == Int32.max ? nil : due
        (sample, self.axis) = (BlockedSample(values: positions, isStratified: isStratified), axis)
        planTime = network.structure.calendars[network.structure.planCalendar]
        epoch = network.epoch
    }

    /// A finish in its earlier spelling, but not before the epoch.
    private func instant(_ position: Int32) -> Int32 { max(axis.finish(at: position), epoch) }

    /// The finish that `percent` per cent of replications do not exceed, an instant.
    public func percentile(_ percent: Int) -> Int32 { instant(sample.percentile(percent)) }

    /// The mean finish, an instant.
    public var mean: Int32 { instant(Int32(sample.summary.mean.rounded())) }

    /// A percentile and how sure it is.
    public struct Percentile: Sendable, Hashable {
        /// The finish that so many per cent of replications do not exceed, an instant.
        public let value: Int32
        /// Its standard error, working minutes of the plan's calendar.
        public let standardError: Double
        /// Its 95 % interval, instants.
        public let interval: ClosedRange<Int32>
    }

    /// A percentile with its standard error and 95 % interval.
    ///
    /// - Parameter percent: 1 … 99.
    public func estimate(_ percent: Int) -> Percentile {
        let estimate = sample.estimate(percent)
        let width = planTime.work(at: axis.finish(at: estimate.high)) - planTime.work(at: axis.finish(at: estimate.low))
        return Percentile(
            value: instant(estimate.value), standardError: Double(width) / (2 * estimate.coverageFactor),
            interval: instant(estimate.low)...instant(estimate.high))
    }

    /// The standard error of a percentile, working minutes of the plan's calendar.
    public func standardError(_ percent: Int) -> Double { estimate(percent).standardError }

    /// The 95 % interval of a percentile, instants.
    public func interval(_ percent: Int) -> ClosedRange<Int32> { estimate(percent).interval }

    /// The share of replications in which the target is done by its due date; `nil` without one.
    public var onTime: Proportion? { due.map { sample.share(atMost: $0 < epoch ? -1 : axis.work(at: $0)) } }

    /// How many replications finish in which stretch of time: instants of the lower bounds, equally wide, counts that sum to the samples.
    public func histogram(bins: Int = 30) -> [(from: Int32, to: Int32, count: Int)] {
        let instants = sample.order.sorted.map(instant)
        let histogram = Histogram(of: instants, maximumBins: bins, unit: 1440)
        return histogram.counts.enumerated().map { place, count in
            let from = histogram.lowerBound + Int64(place) * histogram.width
            return (Int32(clamping: from), Int32(clamping: from + histogram.width), count)
        }
    }
}

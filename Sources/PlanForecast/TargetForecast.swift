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

    /// The standard error of a percentile, working minutes of the plan's calendar.
    public func standardError(_ percent: Int) -> Double {
        let estimate = sample.estimate(percent)
        let width = planTime.work(at: axis.finish(at: estimate.high)) - planTime.work(at: axis.finish(at: estimate.low))
        return Double(width) / (2 * estimate.coverageFactor)
    }

    /// The 95 % interval of a percentile, instants.
    public func interval(_ percent: Int) -> ClosedRange<Int32> {
        let estimate = sample.estimate(percent)
        return instant(estimate.low)...instant(estimate.high)
    }

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

extension Forecast {
    /// The forecast of a target; `nil` where no task serves it.
    ///
    /// - Complexity: O(samples log samples).
    public func target(_ target: Int) -> TargetForecast? {
        let calendars = network.structure.calendars
        if let positions = finishes.positions(of: target) {
            return TargetForecast(
                target: target, positions: positions, isStratified: settings.isStratified, axis: calendars[Int(finishes.axis[target])], network: network)
        }
        guard let finished = actualFinish(target) else { return nil }
        return TargetForecast(
            target: target, positions: Array(repeating: finished, count: settings.samples),
            isStratified: settings.isStratified, axis: .elapsed, network: network)
    }

    /// The last actual finish in a target whose tasks are all done.
    private func actualFinish(_ target: Int) -> Int32? {
        let tree = network.structure.targets
        let own = tree.members[target].map { network.values.actualFinish[Int(tree.members.items[$0])] }
        let below = tree.children[target].compactMap { actualFinish(Int(tree.children.items[$0])) }
        return (own + below).max()
    }

    /// How often pairs of targets were on time together; `nil` where one of them has no due date or no task.
    ///
    /// - Parameter targets: indices.
    public func joint(_ targets: [Int]) -> JointOutcome? {
        var indicators: [Float] = []
        var together = [Bool](repeating: true, count: settings.samples)
        for target in targets {
            let due = network.structure.targets.due[target]
            guard due != Int32.max, self.target(target) != nil else { return nil }
            let limit = due < network.epoch ? -1 : network.structure.calendars[Int(finishes.axis[target])].work(at: due)
            let hits =
                finishes.positions(of: target)?.map { $0 <= limit }
                ?? Array(repeating: actualFinish(target)! <= due, count: settings.samples)
            indicators += hits.map { $0 ? 1 : 0 }
            for sample in together.indices where !hits[sample] { together[sample] = false }
        }
        return JointOutcome(
            targets: targets, all: Proportion(hits: together.count { $0 }, of: settings.samples),
            pairs: JointCounts(indicators: indicators, eventCount: targets.count, sampleCount: settings.samples))
    }
}

/// How often several targets were on time in the same replications.
public struct JointOutcome: Sendable {
    /// The targets, indices.
    public let targets: [Int]
    /// The share of replications in which all were on time.
    public let all: Proportion
    /// Pairs that were on time together, by place in `targets`.
    public let pairs: JointCounts
}

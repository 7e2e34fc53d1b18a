import PlanForecast
public import PlanStatistics

/// What a scenario does to one target: figures of both plans, and paired differences with 95 % intervals.
public struct TargetComparison: Sendable {
    /// One plan's figures of the target; dates are instants.
    public struct Figures: Sendable {
        /// The finishes that half and four fifths of the replications keep, and the mean finish.
        public let p50: Int32, p80: Int32, mean: Int32
        /// The share on time; `nil` without a due date.
        public let onTime: Proportion?

        init(_ forecast: TargetForecast) {
            (p50, p80, mean, onTime) = (forecast.percentile(50), forecast.percentile(80), forecast.mean, forecast.onTime)
        }
    }

    /// The target, an index; 0 is the whole plan.
    public let target: Int
    /// The figures of the plan as it is and of the scenario; `nil` where no work serves the target.
    public let before: Figures?, after: Figures?
    /// What differs; `nil` where one of the figures is.
    public let change: TargetChange?

    init(_ target: Int, _ first: Forecast, _ second: Forecast) {
        self.target = target
        before = first.target(target).map(Figures.init)
        after = second.target(target).map(Figures.init)
        change = TargetChange(target, first, second)
    }
}

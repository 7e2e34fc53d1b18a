import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

/// The figures of one target that reports show; all dates are instants.
struct TargetFigures: Sendable {
    let target: Int
    /// The finish by the plain plan; `nil` where no task serves the target.
    let deterministicFinish: Int32?
    /// What the simulation says; `nil` where no task serves the target.
    let outcome: Outcome?

    /// A finish as a distribution. Errors are working minutes.
    struct Outcome: Sendable {
        let p10: Int32, p50: Int32, p80: Int32, p90: Int32, mean: Int32
        let p10Error: Double, p50Error: Double, p80Error: Double, p90Error: Double, meanError: Double
        /// The 95 % intervals of P10, P50, P80 and P90, instants.
        let intervals: [ClosedRange<Int32>]
        let onTime: Proportion?
        let histogram: [(from: Int32, to: Int32, count: Int)]

        init(_ forecast: TargetForecast) {
            let figures = [10, 50, 80, 90].map(forecast.estimate)
            (p10, p50, p80, p90) = (figures[0].value, figures[1].value, figures[2].value, figures[3].value)
            (p10Error, p50Error) = (figures[0].standardError, figures[1].standardError)
            (p80Error, p90Error) = (figures[2].standardError, figures[3].standardError)
            (intervals, mean) = (figures.map(\.interval), forecast.mean)
            meanError = forecast.sample.mean.standardError
            (onTime, histogram) = (forecast.onTime, forecast.histogram())
        }
    }

    init(_ target: Int, _ forecast: Forecast, finish: Int32) {
        self.target = target
        deterministicFinish = finish < 0 ? nil : finish
        outcome = forecast.target(target).map(Outcome.init)
    }

    /// The share of replications on time; `nil` without a due date or a task.
    var onTime: Proportion? { outcome?.onTime }
}

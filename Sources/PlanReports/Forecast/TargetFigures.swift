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
        let onTime: Proportion?
        let histogram: [(from: Int32, to: Int32, count: Int)]

        init(_ forecast: TargetForecast) {
            (p10, p50) = (forecast.percentile(10), forecast.percentile(50))
            (p80, p90, mean) = (forecast.percentile(80), forecast.percentile(90), forecast.mean)
            (p10Error, p50Error) = (forecast.standardError(10), forecast.standardError(50))
            (p80Error, p90Error) = (forecast.standardError(80), forecast.standardError(90))
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

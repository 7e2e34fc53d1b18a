import PlanForecast
import PlanModel
import PlanNetwork
import PlanSchedule
import PlanStatistics

/// How one goal stands: plan against actual, forecast, measure. The same for everybody who has a part in it.
struct GoalReview {
    /// The goal's row and target.
    let row: Int, target: Int
    /// Against the baseline; `nil` without one, or without a task of the goal in it.
    let earned: EarnedTarget?
    /// When its last task was finished; `nil` where work is left or there never was any.
    let actualFinish: Int32?
    let outcome: TargetForecast?
    let measure: GoalFigures

    init(_ row: Int, _ plan: Plan, _ forecast: Forecast, _ earned: EarnedValue?) {
        let target = forecast.network.structure.targets.target(.goal, row: row)
        (self.row, self.target) = (row, target)
        self.earned = earned.flatMap { $0.targets[target].tasks > 0 ? $0.targets[target] : nil }
        actualFinish = forecast.actualFinish(target)
        outcome = actualFinish == nil ? forecast.target(target) : nil
        measure = GoalFigures(target, plan, forecast)
    }

    /// What was planned to be done by now, and what is, as shares of the goal's whole work.
    var shares: (planned: Double, earned: Double)? {
        earned.flatMap { figures in
            figures.budget > 0
                ? (Double(figures.planned) / Double(figures.budget), Double(figures.earned) / Double(figures.budget)) : nil
        }
    }

    /// The outcome where nothing can change it any more: `missed`, `met` or `exceeded`.
    var decided: String? {
        guard let chances = measure.chances else { return nil }
        let all = [("missed", chances.missed), ("met", chances.met), ("exceeded", chances.exceeded)]
        let isFixed = actualFinish != nil || (forecastIsCertain ?? false)
        return isFixed ? all.first { $0.1.hits == $0.1.count }?.0 : nil
    }

    /// Whether all replications end on one day.
    private var forecastIsCertain: Bool? { outcome.map { $0.percentile(1) == $0.percentile(99) } }
}

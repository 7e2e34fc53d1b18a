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
    let outcome: Outcome?
    let measure: GoalFigures
    /// The outcome where nothing can change it any more: `missed`, `met` or `exceeded`.
    let decided: String?

    /// The forecast finish, instants, and the chance to be on time.
    struct Outcome {
        let p10: Int32, p50: Int32, p90: Int32
        let onTime: Proportion?

        init(_ forecast: TargetForecast) {
            (p10, p50, p90) = (forecast.percentile(10), forecast.percentile(50), forecast.percentile(90))
            onTime = forecast.onTime
        }
    }

    init(_ row: Int, _ plan: Plan, _ forecast: Forecast, _ earned: EarnedValue?) {
        let target = forecast.network.structure.targets.target(.goal, row: row)
        (self.row, self.target) = (row, target)
        self.earned = earned.flatMap { $0.targets[target].tasks > 0 ? $0.targets[target] : nil }
        actualFinish = forecast.actualFinish(target)
        let finish = actualFinish == nil ? forecast.target(target) : nil
        outcome = finish.map(Outcome.init)
        measure = GoalFigures(target, plan, forecast)
        // All replications end on one day.
        let isCertain = finish.map { $0.percentile(1) == $0.percentile(99) } ?? false
        decided = actualFinish != nil || isCertain ? Self.certain(measure.chances) : nil
    }

    /// What was planned to be done by now, and what is, as shares of the goal's whole work.
    var shares: (planned: Double, earned: Double)? {
        earned.flatMap { figures in
            figures.budget > 0
                ? (Double(figures.planned) / Double(figures.budget), Double(figures.earned) / Double(figures.budget)) : nil
        }
    }

    /// What all replications say.
    private static func certain(_ chances: GoalOutcome?) -> String? {
        guard let chances else { return nil }
        let all = [("missed", chances.missed), ("met", chances.met), ("exceeded", chances.exceeded)]
        return all.first { $0.1.hits == $0.1.count }?.0
    }
}

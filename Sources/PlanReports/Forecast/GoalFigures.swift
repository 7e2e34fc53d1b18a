import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

/// What becomes of one goal, or why nothing can be said of it.
struct GoalFigures: Sendable {
    let target: Int
    /// What is measured, in words; empty where the plan does not say.
    let measure: String
    /// The current value and the levels as the plan has them.
    let current: Double?, missed: Double?, met: Double?, exceeded: Double?
    /// The chances, or the reason why there are none.
    let outcome: Result<GoalOutcome, GoalGap>

    init(_ target: Int, _ plan: Plan, _ forecast: Forecast) {
        let row = forecast.network.structure.targets.row(target)
        (self.target, measure) = (target, plan.goals.text(.measure, row))
        (current, missed) = (plan.goals.number(.current, row), plan.goals.number(.missed, row))
        (met, exceeded) = (plan.goals.number(.met, row), plan.goals.number(.exceeded, row))
        outcome = Result { () throws(GoalGap) in try forecast.goal(target, try GoalLevels(plan.goals, row: row)) }
    }

    /// Whether a goal has levels, so that its finishes are needed.
    static func isMeasured(_ target: Int, _ plan: Plan, _ tree: TargetTree) -> Bool {
        (try? GoalLevels(plan.goals, row: tree.row(target))) != nil
    }

    /// The chances; `nil` where there are none.
    var chances: GoalOutcome? { try? outcome.get() }

    /// Why there are none.
    var gap: GoalGap? {
        switch outcome {
        case .success: nil
        case .failure(let gap): gap
        }
    }

    /// That a goal which is measured has no outcome; `nil` for one without measure and levels, of which none is expected.
    func finding(_ names: TargetNames) -> Finding? {
        guard let gap, !(gap == .noLevels && measure.isEmpty) else { return nil }
        return Finding(
            code: "goal-without-outcome", file: "goals.csv", message: "goal \(names.title(target)) has no outcome: \(gap.words)"
        )
    }
}

extension GoalGap {
    /// The reason in words.
    var words: String {
        switch self {
        case .noLevels: "no levels"
        case .noMetLevel: "no level from which it is met"
        case .noCurrentValue: "no current value"
        case .disorderedLevels: "levels that neither rise nor fall from missed to exceeded"
        case .noDueDate: "no due date"
        case .noTask: "no task"
        }
    }
}

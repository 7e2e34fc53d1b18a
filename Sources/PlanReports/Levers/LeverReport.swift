import PlanForecast
public import PlanModel
import PlanNetwork
public import PlanScenario
import PlanStatistics

/// What moves would bring a target on time, with names: what `headway levers` shows.
public struct LeverReport: Sendable {
    let plan: Plan
    let outcome: LeverOutcome
    let names: TargetNames

    /// The report of a search.
    ///
    /// - Parameters:
    ///   - plan: as it is.
    ///   - outcome: of the search on this plan.
    public init(of plan: Plan, _ outcome: LeverOutcome) {
        (self.plan, self.outcome) = (plan, outcome)
        names = TargetNames(plan, outcome.base.network)
    }

    /// The target as a title.
    var title: String { names.title(outcome.goal.target) }

    /// The forecast of the target in the plan as it is; a search needs one.
    var asItIs: TargetForecast { outcome.base.target(outcome.goal.target)! }

    /// When the target is due.
    var due: LocalDateTime { outcome.base.network.date(of: asItIs.due!) }

    /// The names of moves.
    func names(_ moves: MoveSet) -> [String] { moves.places.map { outcome.list.moves[$0].name } }

    /// Minutes of a working day.
    var day: Double { Double(plan.settings.units.minutesPerDay) }

    /// Moves that were simulated alone, those that gain most first.
    var ranked: [LeverTrial] {
        outcome.alone.sorted {
            ($0.gain.value, -$0.change.meanMinutes.value, -$0.cost) > ($1.gain.value, -$1.change.meanMinutes.value, -$1.cost)
        }
    }

    /// Values of one more person, those that gain most first.
    var people: [PersonValue] {
        outcome.people.sorted { left, right in
            guard let a = left.change, let b = right.change else { return left.change != nil && right.change == nil }
            return (a.onTime?.value ?? 0, -a.meanMinutes.value) > (b.onTime?.value ?? 0, -b.meanMinutes.value)
        }
    }

    /// Cost as people write it: `180 kEUR`.
    func cost(_ value: Double) -> String {
        let number = value == value.rounded() && value < 1e15 ? Spelling.count(Int(value)) : Spelling.number(value, decimals: 2)
        return outcome.list.unit.isEmpty ? number : "\(number) \(printable(outcome.list.unit))"
    }
}

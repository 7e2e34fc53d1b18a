public import PlanForecast
public import PlanModel
import PlanStatistics

/// What a search for levers found, and all that it tried.
public struct LeverOutcome: Sendable {
    /// The moves that were allowed.
    public let list: MoveList
    /// What was wanted.
    public let goal: LeverGoal
    /// How it was searched for.
    public let settings: LeverSettings
    /// The forecast of the plan as it is.
    public let base: Forecast
    /// Each move alone, in the order of the list; those that could not be made are in `refusals`.
    public let alone: [LeverTrial]
    /// How many minutes a replication each move could touch, by its place; infinite where it changes what was promised.
    public let reach: [Double]
    /// All moves that go together, made at once; `nil` where they were not tried.
    public let everything: LeverTrial?
    /// Every set that was simulated, each once, in the order in which it was.
    public let trials: [LeverTrial]
    /// Sets that could not be made.
    public let refusals: [LeverRefusal]
    /// Sets that reached the wanted probability, on fresh random numbers: the cheapest first. The last one is the answer where it reaches it
    /// there too.
    public let confirmations: [LeverTrial]
    /// How many moves and pairs of moves that cost less than the answer were never simulated; 0 unless the budget ended the search.
    public let untriedPairs: Int
    /// Whether the budget ended the search.
    public let isCutShort: Bool
    /// What one more person would bring, by team.
    public let people: [PersonValue]
    /// Teams that the target's path waited for, but less than for those in `people`, or after the time was up.
    public let untriedTeams: Int

    /// The answer: the cheapest set found that reaches the wanted probability, also on fresh random numbers; `nil` where none does.
    public var answer: LeverTrial? { confirmations.last.flatMap { $0.verdict == .reaches ? $0 : nil } }

    /// The set that was most often on time; of equals the cheaper.
    public var best: LeverTrial? {
        trials.max { ($0.onTime.value, -$0.cost, $1.moves.count) < ($1.onTime.value, -$1.cost, $0.moves.count) }
    }

    /// For each cost the most probable set, where no cheaper one is as probable.
    public var frontier: [LeverTrial] {
        var result: [LeverTrial] = []
        for trial in trials.sorted(by: {
            ($0.cost, -$0.onTime.value, $0.moves.count) < ($1.cost, -$1.onTime.value, $1.moves.count)
        })
        where trial.onTime.value > result.last?.onTime.value ?? -1 {
            result.append(trial)
        }
        return result
    }
}

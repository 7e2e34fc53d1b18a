public import PlanStatistics

/// What was seen of a set of moves.
public struct LeverTrial: Sendable {
    /// What the replications say of the wanted probability.
    public enum Verdict: String, Sendable {
        /// The share on time is at least the wanted probability.
        case reaches
        /// It is below it; by more than three standard errors where fewer than all replications were run.
        case fallsShort
    }

    /// The moves.
    public let moves: MoveSet
    /// What they cost together.
    public let cost: Double
    /// Replications, and what they were keyed by.
    public let samples: Int, seed: UInt64
    /// The share on time.
    public let onTime: Proportion
    /// The change of the probability against the plan as it is, on the same replications.
    public let gain: DifferenceEstimate
    /// The changes of the finish, working minutes.
    public let change: TargetChange
    /// What that says.
    public let verdict: Verdict
    /// By replication of the first look: working minutes from the due date to the finish.
    let lateness: [Int32]
}

/// A set of moves that cannot be made together, or leaves no work for the target.
public struct LeverRefusal: Sendable, Hashable {
    /// The moves.
    public let moves: MoveSet
    /// Why.
    public let reason: String
}

/// When a search ends.
public struct SearchBudget: Sendable, Equatable {
    /// Schedules that may be made; every pass of a justification counts as one. 1 or more.
    public var schedules: Int
    /// Seconds that may pass; looked at between schedules only. `nil` for any number.
    ///
    /// What a search finds depends on its seed and the schedules it made, never on the time: the same search with `schedules` set to what the
    /// outcome reports finds the same.
    public var seconds: Double?

    /// A budget.
    ///
    /// - Precondition: `schedules` is 1 or more.
    public init(schedules: Int = 5000, seconds: Double? = nil) {
        precondition(schedules >= 1, "a search makes a schedule")
        (self.schedules, self.seconds) = (schedules, seconds)
    }
}

/// The best schedule that a search has found.
public struct SearchOutcome: Sendable, Equatable {
    /// The start of each activity.
    public let starts: [Int32]
    /// Its score, as a rule the makespan.
    public let score: Int
    /// Schedules made, passes of justifications counted each.
    public let schedules: Int
    /// Whether the lower bound was reached: no schedule is better.
    public let isProvenBest: Bool

    /// What a search found.
    public init(starts: [Int32], score: Int, schedules: Int, isProvenBest: Bool) {
        (self.starts, self.score, self.schedules, self.isProvenBest) = (starts, score, schedules, isProvenBest)
    }
}

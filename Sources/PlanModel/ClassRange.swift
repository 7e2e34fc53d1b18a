/// Factors on the duration of tasks that name a class of work and carry no range of their own.
public struct RangeFactors: Sendable, Hashable {
    /// Times the duration; 0 ≤ optimistic ≤ mostLikely ≤ pessimistic.
    public var optimistic: Double, mostLikely: Double, pessimistic: Double

    /// Three factors.
    public init(optimistic: Double, mostLikely: Double, pessimistic: Double) {
        (self.optimistic, self.mostLikely, self.pessimistic) = (optimistic, mostLikely, pessimistic)
    }
}

/// How uncertain the durations of a class of work are, where tasks carry no range of their own.
public enum ClassRange: Sendable, Hashable {
    /// Three points, times the duration; of the given shape, else of the task's or the plan's.
    case factors(RangeFactors, DistributionName?)
    /// One of a few factors on the duration.
    case outcomes(Outcomes)
    /// Factors drawn from what the finished tasks of the class really took.
    case empirical
}

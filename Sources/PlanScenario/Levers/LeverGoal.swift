public import PlanForecast

/// What levers are to bring about: a target that is on time with a probability.
public struct LeverGoal: Sendable, Hashable {
    /// The target, an index; it has a due date and work.
    public var target: Int
    /// The wanted probability, above 0 and below 1.
    public var probability: Double

    /// A target and the wanted probability.
    public init(target: Int, probability: Double) {
        precondition(probability > 0 && probability < 1)
        (self.target, self.probability) = (target, probability)
    }
}

/// How levers are searched for. But for the time budget nothing here makes two runs differ, and threads change nothing.
public struct LeverSettings: Sendable {
    /// The replications of the first look at a set; each further look has four times as many.
    static let firstLook = 128

    /// The most replications that a set gets, and those of the plan as it is and of the confirmation; 1 or more.
    public var samples = 2_000
    /// What all random numbers are keyed by; the confirmations take the seeds after it.
    public var seed: UInt64 = 1
    /// Threads at most, 1 or more.
    public var threads = 1
    /// How people are held.
    public var mode = PeopleMode.dynamic
    /// The most sets that are simulated in the search; `nil` where only time ends it.
    public var mostTrials: Int?

    /// The usual settings.
    public init() {}

    /// The replications of each look at a set.
    var looks: [Int] {
        var (looks, next): ([Int], Int) = ([], Self.firstLook)
        while next < samples {
            looks.append(next)
            next *= 4
        }
        return looks + [samples]
    }
}

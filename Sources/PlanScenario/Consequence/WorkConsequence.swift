public import PlanForecast
public import PlanNetwork

/// What some work costs other work by taking its people: the plan as it is beside the plan in which nobody works for it, with the same random
/// numbers.
///
/// Both runs hold people (dispatching anew in each replication). The work that is left out keeps its place in the logic and its
/// durations; only its people are free for others. So a difference is about people alone.
public struct WorkConsequence: Sendable {
    /// One target.
    public struct Effect: Sendable {
        /// The target, an index; 0 is the whole plan.
        public let target: Int
        /// From the plan without that work to the plan as it is: positive minutes are what it costs. `nil` where nothing is left to do for the target.
        public let cost: TargetChange?
    }

    /// The plan as it is, and the plan in which nobody does the work that is left out.
    public let asIs: Forecast, without: Forecast
    /// What it costs each target asked for, in that order.
    public let effects: [Effect]

    /// Runs both.
    ///
    /// - Parameters:
    ///   - isLeftOut: of each node whether it is the work in question; `nodeCount` values.
    ///   - network: as compiled.
    ///   - people: of the same plan.
    ///   - targets: indices.
    ///   - settings: samples, seed, threads; a precision is not looked at.
    ///   - progress: told (replications done, of how many) now and then, from any thread; returning false stops.
    /// - Returns: `nil` where it was stopped.
    public init?(
        of isLeftOut: [Bool], _ network: Network, _ people: HeldPeople, targets: [Int], settings: ForecastSettings,
        progress: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true }
    ) {
        var settings = settings
        (settings.precision, settings.criticalityTargets) = (nil, [])
        let total = 2 * settings.samples
        func run(_ capacity: CapacityModel, after done: Int) -> Forecast? {
            Forecast(
                of: network, dispatching: capacity, ranks: people.ranks, settings: settings, targets: Array(Set(targets + [0]))
            ) {
                count, _ in progress(done + count, total)
            }
        }
        guard let asIs = run(people.capacity, after: 0),
            let without = run(people.capacity.freeing(isLeftOut), after: settings.samples)
        else { return nil }
        (self.asIs, self.without) = (asIs, without)
        effects = targets.map { Effect(target: $0, cost: TargetChange($0, without, asIs)) }
    }
}

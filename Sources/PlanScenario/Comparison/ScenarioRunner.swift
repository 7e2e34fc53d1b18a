public import PlanForecast
public import PlanModel
public import PlanNetwork

/// How much people were used, by replication; what runs under capacity tell beside finishes.
public struct PeopleUse: Sendable, Hashable {
    /// Person-minutes of work that were done in all, minutes that tasks waited for people in all, and the share of what people could have
    /// done up to the end that they did; one value a replication each.
    public var workMinutes: [Double], waitingMinutes: [Double], utilisation: [Double]

    /// Three values a replication.
    public init(workMinutes: [Double], waitingMinutes: [Double], utilisation: [Double]) {
        precondition(workMinutes.count == waitingMinutes.count && workMinutes.count == utilisation.count)
        (self.workMinutes, self.waitingMinutes, self.utilisation) = (workMinutes, waitingMinutes, utilisation)
    }
}

/// How a plan is run when scenarios are compared: one way for all of them, with one seed and one number of replications.
public struct ScenarioRunner: Sendable {
    /// What a run gives.
    public struct Outcome: Sendable {
        /// The finishes.
        public let forecast: Forecast
        /// How much people were used; `nil` where the run does not look at people.
        public let peopleUse: PeopleUse?

        /// A run.
        public init(_ forecast: Forecast, peopleUse: PeopleUse? = nil) {
            (self.forecast, self.peopleUse) = (forecast, peopleUse)
        }
    }

    /// Runs a plan and its network; told (replications done, of how many) and stopped where that says false: then `nil`.
    public let run: @Sendable (Plan, Network, @escaping @Sendable (Int, Int) -> Bool) -> Outcome?

    /// A way to run a plan.
    public init(_ run: @escaping @Sendable (Plan, Network, @escaping @Sendable (Int, Int) -> Bool) -> Outcome?) {
        self.run = run
    }

    /// Plain simulation, people being no limit.
    ///
    /// - Parameters:
    ///   - settings: samples, seed, threads; a precision is not looked at, because all runs must have the same replications;
    ///     criticality is gathered for the targets that are named.
    ///   - targets: the targets (indices) whose finishes are kept; `nil` for all.
    public static func simulation(_ settings: ForecastSettings, targets: [Int]? = nil) -> ScenarioRunner {
        var settings = settings
        (settings.precision, settings.criticalityTargets) = (nil, settings.criticalityTargets ?? [])
        return ScenarioRunner { [settings] _, network, progress in
            let program = ForecastProgram(network, seed: settings.seed, targets: targets)
            return Forecast(running: program, settings: settings, progress: progress).map { Outcome($0) }
        }
    }

    /// Simulation under capacity.
    ///
    /// Each plan has its own people and its own order of who goes first; draws are shared task by task and person by person.
    ///
    /// - Parameters:
    ///   - mode: how people are held.
    ///   - settings: samples, seed, threads; a precision is not looked at, because all runs must have the same replications;
    ///     criticality is gathered for the targets that are named.
    ///   - targets: the targets (indices) whose finishes are kept, the plan's among them; `nil` for all.
    public static func simulation(
        holding mode: PeopleMode, _ settings: ForecastSettings, targets: [Int]? = nil
    ) -> ScenarioRunner {
        if mode == .none { return simulation(settings, targets: targets) }
        var settings = settings
        (settings.precision, settings.criticalityTargets) = (nil, settings.criticalityTargets ?? [])
        return ScenarioRunner { [settings] plan, network, progress in
            let people = HeldPeople(plan, network)
            if mode == .fixed {
                let program = ForecastProgram(
                    network, seed: settings.seed, targets: targets, chains: people.chains(network))
                return Forecast(running: program, settings: settings, progress: progress).map { Outcome($0) }
            }
            let forecast = Forecast(
                of: network, dispatching: people.capacity, ranks: people.ranks, settings: settings, targets: targets,
                progress: progress)
            return forecast.map { Outcome($0, peopleUse: $0.people.map(PeopleUse.init)) }
        }
    }
}

extension PeopleUse {
    /// What people did in a forecast under capacity.
    public init(_ people: PeopleOutcome) {
        self.init(
            workMinutes: people.workedByReplication, waitingMinutes: people.waitingByReplication.map(Double.init),
            utilisation: people.utilisationByReplication)
    }
}

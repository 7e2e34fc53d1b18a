public import PlanForecast
public import PlanModel
public import PlanNetwork
import PlanStatistics

/// A plan beside scenarios of it, all run with the same random numbers, so that differences are of the edits and not of luck.
public struct ScenarioComparison: Sendable {
    /// What one scenario does.
    public struct Effect: Sendable {
        /// The scenario, its plan and what its edits touched.
        public let applied: AppliedScenario
        /// What becomes of each target asked for, in that order.
        public let targets: [TargetComparison]
        /// What becomes of the chance that all are on time; `nil` where none of them has a due date.
        public let joint: JointChange?
        /// What becomes of people's work; `nil` where the runs do not look at people.
        public let people: PeopleChange?
    }

    /// What is asked for.
    public struct Request: Sendable {
        /// The targets to compare, and those that have to be on time together; indices.
        public var targets: [Int], together: [Int]

        /// Some targets.
        public init(targets: [Int], together: [Int]) { (self.targets, self.together) = (targets, together) }
    }

    /// The forecast of the plan as it is.
    public let base: Forecast
    /// The scenarios in the order given.
    public let effects: [Effect]

    /// Runs a plan and its scenarios.
    ///
    /// - Parameters:
    ///   - plan: as it is.
    ///   - network: the plan compiled.
    ///   - scenarios: edits of this plan.
    ///   - request: the targets.
    ///   - runner: how each is run.
    ///   - progress: told (replications done, of how many) now and then, from any thread; returning false stops.
    /// - Returns: `nil` where it was stopped.
    public init?(
        of plan: Plan, _ network: Network, with scenarios: [AppliedScenario], _ request: Request, runner: ScenarioRunner,
        progress: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true }
    ) {
        let runs = scenarios.count + 1
        func run(_ plan: Plan, _ network: Network, _ place: Int) -> ScenarioRunner.Outcome? {
            runner.run(plan, network) { done, total in progress(place * total + done, runs * total) }
        }
        guard let first = run(plan, network, 0) else { return nil }
        var effects: [Effect] = []
        for (place, scenario) in scenarios.enumerated() {
            guard let second = run(scenario.plan, scenario.network, place + 1) else { return nil }
            effects.append(Effect(scenario, request, first, second))
        }
        (base, self.effects) = (first.forecast, effects)
    }
}

extension ScenarioComparison.Effect {
    fileprivate init(
        _ applied: AppliedScenario, _ request: ScenarioComparison.Request, _ first: ScenarioRunner.Outcome,
        _ second: ScenarioRunner.Outcome
    ) {
        let (old, new) = (first.forecast, second.forecast)
        precondition(old.settings.samples == new.settings.samples, "the same replications in all runs")
        self.applied = applied
        targets = Parallel.map(count: request.targets.count, threads: old.settings.threads) {
            TargetComparison(request.targets[$0], old, new)
        }
        joint = JointChange(request.together, old, new)
        people = first.peopleUse.flatMap { before in
            second.peopleUse.map { PeopleChange(before, $0, isStratified: old.settings.isStratified) }
        }
    }
}

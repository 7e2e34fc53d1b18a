public import PlanModel
import PlanNetwork

extension ForecastArchive {
    /// A forecast as it is to be kept.
    ///
    /// - Parameters:
    ///   - forecast: of the plan's network, with or without mitigations.
    ///   - plan: what was compiled.
    ///   - headway: the version of the program.
    /// - Complexity: O(targets × samples + tasks on driving paths).
    public init(keeping forecast: Forecast, of plan: Plan, headway: String) {
        let names = ArchiveNames(plan, forecast.network)
        (self.headway, planName, inputHash) = (headway, plan.settings.name, plan.inputHash)
        (taskCount, targetCount) = (plan.tasks.count, names.targets.count)
        settings = forecast.settings
        precisionTargets = (forecast.settings.precisionTargets ?? []).map { names.targets[$0] }.sorted()
        mitigated = forecast.assumedMitigations(plan).map { forecast.network.values.risks.events[$0].identity }.sorted()
        finishes = names.targets.enumerated().compactMap { target, identity in
            forecast.finishes.positions(of: target).map { Finishes(target: identity, positions: $0) }
        }.sorted { $0.target < $1.target }
        keepPaths(forecast.criticality, names)
        if let found = forecast.events {
            let targets = found.targets.sorted { names.targets[$0] < names.targets[$1] }
            let model = forecast.network.values.risks.events
            let order = model.indices.sorted { model[$0].identity < model[$1].identity }
            events = Events(
                targets: targets.map { names.targets[$0] }, events: order.map { model[$0].identity },
                minutes: targets.flatMap { target in order.map { found.minutes(of: $0, for: target) } })
        }
        merges = forecast.mergeBias.map { Merge(node: names.node(Int($0.node)), minutes: $0.minutes) }
            .sorted { $0.node < $1.node }
    }

    private mutating func keepPaths(_ criticality: Criticality, _ names: ArchiveNames) {
        let targets = criticality.targets.sorted { names.targets[$0] < names.targets[$1] }
        let place = Dictionary(uniqueKeysWithValues: targets.enumerated().map { (Int32($1), $0) })
        pathTargets = targets.map { names.targets[$0] }
        paths = criticality.nodes.map { node in
            let entries = criticality.entries(of: Int(node)).map { (place[$0.target]!, $0.count, $0.excessMinutes) }
            return Path(node: names.node(Int(node)), entries: entries.sorted { $0.0 < $1.0 })
        }.sorted { $0.node < $1.node }
    }
}

extension Forecast {
    /// Events (places in the risk model) whose mitigation is in force in this forecast, but not in the plan.
    ///
    /// - Parameter plan: what was compiled.
    public func assumedMitigations(_ plan: Plan) -> [Int] {
        let events = network.values.risks.events
        return events.indices.filter { events[$0].isMitigated && plan.risks.integer(.mitigated, Int(events[$0].row)) != 1 }
    }
}

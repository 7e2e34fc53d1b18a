public import PlanNetwork
import PlanStatistics

/// What the finishes would be if one thing were certain: a run with the same random numbers and that one thing changed.
public struct CertainRun: Sendable {
    /// What is taken to be certain.
    public enum Change: Sendable, Hashable {
        /// A task takes its planned remaining duration; events still act on it.
        case duration(node: Int)
        /// A risk or driver is absent, or the tasks of an existence row exist: as `RiskModel.without`, but for severities that go
        /// together with its own, which keep their draws.
        case absence(event: Int)
        /// The mitigation of an event is in force.
        case mitigation(event: Int)
    }

    /// The change.
    public let change: Change
    /// What becomes of each target of the sensitivity, in its order.
    public let effects: [PairedChange]
}

extension CertainRun.Change {
    /// The network with the change made.
    ///
    /// - Parameter network: as forecast.
    public func applied(to network: Network) -> Network {
        var result = network
        switch self {
        case .duration(let node):
            // The longest duration stays a bound: that of the plan lies below it.
            result.values.laws[node] = DurationLaw(longest: network.values.laws[node].longest)
        case .absence(let event): result.values.risks = network.values.risks.absent(event)
        case .mitigation(let event): result.values.risks = network.values.risks.mitigating([event], true)
        }
        return result
    }
}

extension RiskModel {
    /// The same model in which one event never happens; its severity is still drawn, so that those tied to it keep their draws.
    fileprivate func absent(_ event: Int) -> RiskModel {
        var result = without([event])
        result.events[event].severity = events[event].severity
        result.correlations = correlations
        return result
    }

    /// Whether an event has a mitigation that changes something, is not in force, and can be put in force without the other branches.
    fileprivate func canMitigate(_ place: Int) -> Bool {
        let event = events[place]
        guard !event.isMitigated else { return false }
        let ownEffects = effects.filter { Int($0.event) == place }
        let changes =
            event.plainSpan != event.mitigatedSpan
            || ownEffects.contains { $0.plainFactor != $0.mitigatedFactor || $0.plainDelay != $0.mitigatedDelay }
        let overlaps = events.indices.contains { other in
            other != place && event.isBranch && events[other].isBranch && events[other].drawIdentity == event.drawIdentity
                && max(events[other].lower, event.mitigatedSpan.lowerBound)
                    < min(events[other].upper, event.mitigatedSpan.upperBound)
        }
        return changes && !overlaps
    }
}

extension CertainRun {
    /// The runs for the largest contributors of all targets, `most` a target, each once; `nil` where `progress` said stop.
    ///
    /// - Parameter progress: told (replications run, of how many).
    static func all(
        _ targets: [TargetSensitivity], most: Int, _ forecast: Forecast, _ progress: @escaping @Sendable (Int, Int) -> Bool
    ) -> [CertainRun]? {
        let changes = changes(targets, most: most, forecast.network)
        guard !changes.isEmpty else { return [] }
        var settings = forecast.settings
        (settings.criticalityTargets, settings.precision) = ([], nil)
        let shown = targets.map(\.target)
        let total = changes.count * settings.samples
        var runs: [CertainRun] = []
        for (place, change) in changes.enumerated() {
            let done = place * settings.samples
            let program = ForecastProgram(
                change.applied(to: forecast.network), seed: settings.seed, targets: shown, chains: forecast.chains)
            guard
                let edited = Forecast(
                    running: program, settings: settings, progress: { count, _ in progress(done + count, total) })
            else { return nil }
            let effects = Parallel.map(count: shown.count, threads: settings.threads) { [settings] in
                PairedChange(shown[$0], from: forecast, to: edited, isStratified: settings.isStratified)
            }
            runs.append(CertainRun(change: change, effects: effects))
        }
        return runs
    }

    /// What is changed: the first contributors of the first target, then what others add.
    private static func changes(_ targets: [TargetSensitivity], most: Int, _ network: Network) -> [Change] {
        var (changes, seen): ([Change], Set<Contributor>) = ([], [])
        for contributor in targets.flatMap({ $0.contributors.prefix(most) }) where seen.insert(contributor).inserted {
            switch contributor {
            // What only events make uncertain has no range to take away.
            case .task(let node): if network.values.laws[node].shape != .fixed { changes.append(.duration(node: node)) }
            case .event(let event):
                changes.append(.absence(event: event))
                if network.values.risks.canMitigate(event) { changes.append(.mitigation(event: event)) }
            }
        }
        return changes
    }
}

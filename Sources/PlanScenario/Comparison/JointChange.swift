import PlanForecast
import PlanNetwork
public import PlanStatistics

/// What a scenario does to the probability that several targets are on time together.
public struct JointChange: Sendable {
    /// The targets, indices.
    public let targets: [Int]
    /// The share of replications in which all are on time, as the plan is and in the scenario.
    public let before: Proportion, after: Proportion
    /// The change.
    public let change: DifferenceEstimate

    /// The change for those of some targets that have a due date and work in both; `nil` where none has.
    init?(_ targets: [Int], _ first: Forecast, _ second: Forecast) {
        let shared = targets.filter { first.onTime(of: $0) != nil && second.onTime(of: $0) != nil }
        guard let old = first.joint(shared), let new = second.joint(shared) else { return nil }
        (self.targets, before, after) = (shared, old.all, new.all)
        func all(_ forecast: Forecast) -> [Bool] {
            var result = [Bool](repeating: true, count: forecast.settings.samples)
            for target in shared {
                for (place, isOnTime) in forecast.onTime(of: target)!.enumerated() where !isOnTime { result[place] = false }
            }
            return result
        }
        let dues = (first.network.structure.targets.due, second.network.structure.targets.due)
        let isCertain = shared.allSatisfy { target in
            let pairs = PairedSample(
                first: first.finishMinutes(of: target)!, second: second.finishMinutes(of: target)!, isStratified: false)
            return pairs.isConstant || pairs.isSame && dues.0[target] == dues.1[target]
        }
        change = TargetChange.difference(
            all(first), all(second), isStratified: first.settings.isStratified, isCertain: isCertain)
    }
}

import PlanForecast
public import PlanModel
import PlanNetwork
public import PlanScenario
import PlanStatistics

/// Scenarios side by side, with names: what `headway compare` shows.
///
/// Scenarios stand in the order given, targets by kind, then in natural order of their ids; the whole plan comes last.
public struct CompareReport: Sendable {
    let plan: Plan
    let comparison: ScenarioComparison
    let names: TargetNames

    /// The report of a comparison.
    ///
    /// - Parameters:
    ///   - plan: as it is.
    ///   - comparison: of the plan and its scenarios.
    public init(of plan: Plan, _ comparison: ScenarioComparison) {
        (self.plan, self.comparison) = (plan, comparison)
        names = TargetNames(plan, comparison.base.network)
    }

    /// The targets of one scenario in order, the whole plan last.
    func targets(_ effect: ScenarioComparison.Effect) -> [TargetComparison] {
        let all = Dictionary(effect.targets.map { ($0.target, $0) }) { first, _ in first }
        return (names.ordered(all.keys.filter { $0 > 0 }) + [0]).compactMap { all[$0] }
    }

    /// The date of an instant.
    func date(_ instant: Int32) -> LocalDateTime { comparison.base.network.date(of: instant) }

    /// Minutes of a working day.
    var day: Double { Double(plan.settings.units.minutesPerDay) }
}

extension TargetLookup {
    /// The initiatives among some targets, in natural order of their ids.
    ///
    /// - Parameter targets: indices.
    public func initiatives(_ targets: [Int]) -> [Int] { names.ordered(targets.filter { names.tree.kind($0) == .initiative }) }
}

import PlanNetwork
public import PlanStatistics

/// How likely a goal is to be missed, met and exceeded by its due date; `GoalLine` says how its measure is taken to move.
///
/// Every replication counts for one of the three, so their counts sum to the samples.
public struct GoalOutcome: Sendable, Hashable {
    /// The goal, a target.
    public let target: Int
    /// What was compared.
    public let levels: GoalLevels
    /// The shares of replications.
    public let missed: Proportion, met: Proportion, exceeded: Proportion
    /// The share in which the measure is no better than the missed level; `nil` where that is not given. Part of `missed`.
    public let atMissedLevel: Proportion?
}

extension Forecast {
    /// What becomes of a goal.
    ///
    /// - Parameters:
    ///   - target: a goal's index; its finishes were kept.
    ///   - levels: of its measure.
    /// - Throws: why there is no outcome.
    /// - Complexity: O(samples).
    public func goal(_ target: Int, _ levels: GoalLevels) throws(GoalGap) -> GoalOutcome {
        let due = network.structure.targets.due[target]
        guard due != Int32.max else { throw .noDueDate }
        let finished = actualFinish(target)
        let axis = network.structure.calendars[Int(finishes.axis[target])]
        guard let positions = finishes.positions(of: target) ?? finished.map({ Array(repeating: $0, count: settings.samples) })
        else { throw .noTask }
        let line = GoalLine(
            levels, dataDate: axis.work(at: network.values.dataDate), due: due < network.epoch ? -1 : axis.work(at: due),
            isFinished: finished != nil)
        let outcomes = positions.map(line.outcome)
        func share(_ happened: (Int) -> Bool) -> Proportion {
            OnTimeRecord(count: positions.count, isStratified: settings.isStratified, happened).share
        }
        return GoalOutcome(
            target: target, levels: levels, missed: share { outcomes[$0] == .missed }, met: share { outcomes[$0] == .met },
            exceeded: share { outcomes[$0] == .exceeded },
            atMissedLevel: levels.missed == nil ? nil : share { line.isAtMissed(finish: positions[$0]) })
    }
}

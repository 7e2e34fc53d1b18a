import PlanModel
import PlanNetwork

/// Points 1 to 5: how the network is tied together.
extension HealthReview {
    /// A date that stands for a relation to another plan counts as one; relations of levels of effort do not.
    func logic() -> DCMAResult {
        share(.logic) { task in
            let structure = schedule.network.structure
            let isHeld = !structure.predecessors[node(task)].isEmpty || plan.tasks.date(.externalStart, task) != nil
            let holds = !structure.successors[node(task)].isEmpty || plan.tasks.date(.externalFinish, task) != nil
            return !isHeld || !holds
        }
    }

    func leads() -> DCMAResult { relations(.leads, offends: { lag($0) < 0 }) }

    func lags() -> DCMAResult { relations(.lags, offends: { lag($0) > 0 }) }

    func finishToStart() -> DCMAResult { relations(.finishToStart, offends: { type($0) != .FS }) }

    private func lag(_ row: Int) -> Int32 { plan.dependencies.integer(.lag, row).map { Lag(raw: $0).amount } ?? 0 }

    private func type(_ row: Int) -> RelationType {
        plan.dependencies.reference(.type, row).flatMap { RelationType(rawValue: Int32($0)) } ?? .FS
    }

    /// The share of relations that offend; of a point with a least share the share of those that do not.
    private func relations(_ point: DCMAPoint, offends: (Int) -> Bool) -> DCMAResult {
        let (rows, threshold) = (tasks.relations, thresholds[point.threshold])
        guard !rows.isEmpty else {
            return DCMAResult(
                point, unit: .relations, threshold: threshold, exclusions: tasks.relationExclusions,
                because: "no relations between unfinished tasks")
        }
        let offenders = rows.filter(offends)
        return DCMAResult(
            point, unit: .relations, point.isAtLeast ? rows.count - offenders.count : offenders.count, of: rows.count,
            threshold: threshold, exclusions: tasks.relationExclusions, offenders: .dependencies(offenders))
    }

    /// Must-start, must-finish and no-later dates, after the guide, and the dates of tasks that are scheduled by hand, which hold as hard.
    ///
    /// Constraints of a summary are its own and are not counted again at its tasks.
    func hardConstraints() -> DCMAResult { share(.hardConstraints, where: isHardConstrained) }

    func isHardConstrained(_ task: Int) -> Bool {
        let names = [TaskColumn.constraint, .secondConstraint].compactMap { column in
            plan.tasks.reference(column, task).flatMap { ConstraintName(rawValue: Int32($0)) }
        }
        return names.contains(where: \.isHard) || plan.tasks.date(.manualStart, task) != nil
    }
}

extension ConstraintName {
    /// Whether it keeps the task from moving with its predecessors.
    fileprivate var isHard: Bool {
        switch self {
        case .mustStartOn, .mustFinishOn, .mandatoryStart, .mandatoryFinish, .startNoLaterThan, .finishNoLaterThan: true
        case .asSoonAsPossible, .asLateAsPossible, .startNoEarlierThan, .finishNoEarlierThan: false
        }
    }
}

import PlanModel

/// A constraint and its date, and what it comes to.
struct DatedConstraint: Sendable {
    let name: ConstraintName
    let date: LocalDateTime?

    /// Adds what the constraint demands to a task's limits.
    ///
    /// - Parameters:
    ///   - isStarted: once started, nothing holds the start; what must be finished when still stands.
    ///   - position: of a date on the task's calendar.
    func apply(to limits: inout DateLimits, isStarted: Bool, rules: SchedulingRules, position: (LocalDateTime) -> Int32) {
        guard let bound = bound(position) else {
            if name == .asLateAsPossible, !isStarted { limits.isAsLateAsPossible = true }
            return
        }
        if !isStarted { applyEarly(bound, &limits, rules) }
        applyLate(bound, &limits, rules, isStarted)
    }

    /// The constraint's date as a position. The first minute of a day stands for the end of that day where it bounds a finish, as a date
    /// without a time does.
    private func bound(_ position: (LocalDateTime) -> Int32) -> Int32? {
        guard let date else { return nil }
        switch name {
        case .asSoonAsPossible, .asLateAsPossible: return nil
        case .finishNoEarlierThan, .finishNoLaterThan, .mustFinishOn, .mandatoryFinish:
            return position(date.minuteOfDay == 0 ? date.advanced(byMinutes: 1440) : date)
        default: return position(date)
        }
    }

    private func applyEarly(_ bound: Int32, _ limits: inout DateLimits, _ rules: SchedulingRules) {
        let overrides = rules.constraintsOverrideLogic
        switch name {
        case .startNoEarlierThan:
            limits.startFloor = max(limits.startFloor, bound)
            limits.floorWinsOverStart = overrides
        case .finishNoEarlierThan: limits.finishFloor = max(limits.finishFloor, bound)
        case .mustStartOn where !overrides: limits.startFloor = max(limits.startFloor, bound)
        case .mustFinishOn where !overrides: limits.finishFloor = max(limits.finishFloor, bound)
        case .mustStartOn, .mandatoryStart: limits.startPin = bound
        case .mustFinishOn, .mandatoryFinish: limits.finishPin = bound
        case .startNoLaterThan where overrides: limits.startCap = min(limits.startCap, bound)
        case .finishNoLaterThan where overrides: limits.finishCap = min(limits.finishCap, bound)
        default: break
        }
    }

    private func applyLate(_ bound: Int32, _ limits: inout DateLimits, _ rules: SchedulingRules, _ isStarted: Bool) {
        let overrides = rules.constraintsOverrideLogic
        switch name {
        case .mustStartOn where !overrides:
            if !isStarted { limits.lateStartCap = min(limits.lateStartCap, bound) }
        case .mustFinishOn where !overrides: limits.lateFinishCap = min(limits.lateFinishCap, bound)
        case .mustStartOn, .mandatoryStart: if !isStarted { limits.lateStartPin = bound }
        case .mustFinishOn, .mandatoryFinish: limits.lateFinishPin = bound
        case .startNoLaterThan: limits.lateStartCap = min(limits.lateStartCap, bound)
        case .finishNoLaterThan: limits.lateFinishCap = min(limits.lateFinishCap, bound)
        default: break
        }
    }
}

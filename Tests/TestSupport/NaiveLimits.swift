import Headway

/// What a task's constraint, deadline and manual start mean, said once more from their definitions.
struct NaiveLimits: Sendable {
    private let constraint: ConstraintName?
    /// Positions of the dates.
    private let date: Int, deadline: Int?, manualStart: Int?
    private let wins: Bool
    private let isStarted: Bool

    init(_ task: PlanBuilder.TaskRow, _ rules: SchedulingRules, position: (LocalDateTime) -> Int) {
        constraint = task.constraint
        let finishes: [ConstraintName] = [.finishNoEarlierThan, .finishNoLaterThan, .mustFinishOn, .mandatoryFinish]
        var given = task.constraintDate
        if let midnight = given, midnight.minuteOfDay == 0, finishes.contains(task.constraint ?? .asSoonAsPossible) {
            given = LocalDateTime(minutes: midnight.minutes + 1440)
        }
        date = given.map(position) ?? 0
        (deadline, manualStart) = (task.deadline.map(position), task.manualStart.map(position))
        (wins, isStarted) = (rules.constraintsOverrideLogic, task.actualStart != nil)
    }

    /// Whether people have set its dates.
    var isManual: Bool { manualStart != nil && !isStarted }

    /// Where work may begin, given where the plan lets it.
    func floor(_ floor: Int) -> Int {
        constraint == .startNoEarlierThan && wins && !isStarted ? min(floor, date) : floor
    }

    /// The start, given what logic asks for.
    func start(_ earliest: Int, remaining: Int) -> Int {
        if isStarted { return earliest }
        if let manualStart { return manualStart }
        switch constraint {
        case .mandatoryStart: return date
        case .mandatoryFinish: return date - remaining
        case .mustStartOn: return wins ? date : max(earliest, date)
        case .mustFinishOn: return wins ? date - remaining : max(earliest, date - remaining)
        case .startNoEarlierThan: return max(earliest, date)
        case .finishNoEarlierThan: return max(earliest, date - remaining)
        case .startNoLaterThan: return wins ? min(earliest, date) : earliest
        case .finishNoLaterThan: return wins ? min(earliest, date - remaining) : earliest
        case .asSoonAsPossible, .asLateAsPossible, nil: return earliest
        }
    }

    /// The late finish, given what successors allow.
    func lateFinish(_ latest: Int, remaining: Int) -> Int {
        switch constraint {
        case .mandatoryStart where !isStarted: return date + remaining
        case .mustStartOn where wins && !isStarted: return date + remaining
        case .mandatoryFinish: return date
        case .mustFinishOn where wins: return date
        default: break
        }
        let capped = min(latest, deadline ?? latest)
        switch constraint {
        case .mustStartOn where !isStarted: return min(capped, date + remaining)
        case .startNoLaterThan: return min(capped, date + remaining)
        case .mustFinishOn, .finishNoLaterThan: return min(capped, date)
        default: return capped
        }
    }
}

/// One number that the health checks compare with; `plan.yaml` says it under `health`, by this name.
public enum HealthThreshold: String, CaseIterable, Sendable {
    // The fourteen points of the DCMA assessment, each with the share, sum or index that still passes.

    /// The most unfinished tasks without a predecessor or a successor, a share.
    case logic
    /// The most relations with a lead, a share.
    case leads
    /// The most relations with a lag, a share.
    case lags
    /// The fewest relations from finish to start, a share.
    case finishToStart
    /// The most unfinished tasks under a hard constraint, a share.
    case hardConstraints
    /// The most unfinished tasks with a high total float, a share.
    case highFloat
    /// The most unfinished tasks with a negative total float, a share.
    case negativeFloat
    /// The most unfinished tasks with a high duration, a share.
    case highDuration
    /// The most tasks with dates on the wrong side of the data date, a share.
    case invalidDates
    /// The most unfinished tasks without people or cost, a share.
    case resources
    /// The most tasks that finish later than their baseline, a share.
    case missedTasks
    /// The least share of the trial delay by which the plan's finish must move.
    case criticalPathTest
    /// The least critical path length index.
    case criticalPathLength
    /// The least baseline execution index.
    case baselineExecution

    // What the words "high", "delay" and "stale" mean.

    /// A total float above this is high, working days.
    case highFloatDays
    /// A duration above this is high, working days.
    case highDurationDays
    /// The trial delay of the critical path test, working days.
    case criticalPathDelayDays
    /// The most days between the last progress report and the data date.
    case staleDays

    /// What the guides say.
    ///
    /// Source: DCMA 14-Point Assessment (2009): shares of 5 %, none for leads, negative float and invalid dates, 90 % from finish to
    /// start, indices of 0.95, 44 and 600 working days. It names no share for resources; none may be missing here. The month of
    /// `staleDays` is GAO-16-89G's (practice 9: updated at least monthly).
    public var standard: Double {
        switch self {
        case .logic, .lags, .hardConstraints, .highFloat, .highDuration, .missedTasks: 0.05
        case .leads, .negativeFloat, .invalidDates, .resources: 0
        case .finishToStart: 0.9
        case .criticalPathTest: 1
        case .criticalPathLength, .baselineExecution: 0.95
        case .highFloatDays, .highDurationDays: 44
        case .criticalPathDelayDays: 600
        case .staleDays: 31
        }
    }

    /// The values that make sense: shares from 0 to 1, indices from 0 to 10, days from 0 (a delay from 1) to 10,000.
    public var range: ClosedRange<Double> {
        switch self {
        case .criticalPathLength, .baselineExecution: 0...10
        case .criticalPathDelayDays: 1...10_000
        case .highFloatDays, .highDurationDays, .staleDays: 0...10_000
        default: 0...1
        }
    }
}

/// What the health checks compare with: the guides' numbers, but for those that the plan sets otherwise.
public struct HealthThresholds: Sendable, Hashable {
    /// Values that differ from the standard ones.
    private var changed: [HealthThreshold: Double] = [:]

    /// The guides' numbers.
    public init() {}

    /// The number to compare with; within the threshold's range.
    public subscript(threshold: HealthThreshold) -> Double {
        get { changed[threshold] ?? threshold.standard }
        set {
            precondition(threshold.range.contains(newValue), "\(threshold.rawValue) lies in \(threshold.range)")
            changed[threshold] = newValue == threshold.standard ? nil : newValue
        }
    }
}

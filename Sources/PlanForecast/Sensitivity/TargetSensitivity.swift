public import PlanStatistics

/// What drives the finish of one target.
public struct TargetSensitivity: Sendable {
    /// The target, an index.
    public let target: Int
    /// The uncertain tasks of its paths that were looked at, those with most minutes (in size) first, then those most often on the path.
    public let tasks: [TaskSensitivity]
    /// How many uncertain tasks ever lay on a path; what `tasks` misses was left out.
    public let candidates: Int
    /// All events of the risk model, by their places there.
    public let events: [EventSensitivity]
    /// How large a rank correlation with this target has to be.
    public let noise: NoiseFloor
    /// The merge points of its paths, those with most minutes first.
    public let mergePoints: [MergePoint]

    /// Tasks and events with their minutes, the most (in size) first, ties by name hash: whatever the order of rows.
    let contributors: [Contributor]

    /// Uncertain tasks of its paths that were not looked at.
    public var leftOut: Int { candidates - tasks.count }
}

/// What one task does to the finish of one target.
public struct TaskSensitivity: Sendable {
    /// The network node.
    public let node: Int
    /// The criticality index: the share of replications in which the task lay on the target's driving path.
    public let criticality: Proportion
    /// Cruciality: Spearman's rank correlation of the task's duration with the target's finish; its noise is `NoiseFloor`.
    public let cruciality: Double
    /// The schedule sensitivity index: criticality index × σ of the duration / σ of the finish, both in working minutes; `nil` where
    /// the finish does not vary.
    ///
    /// Source: Project Management Institute, as in M. Vanhoucke, Measuring Time (2010), 3.
    public let ssi: Double?
    /// Minutes by which the duration exceeds the planned remaining one, where the task lies on the path; what events add is in it.
    public let minutes: PathMinutes
}

/// What one event does to the finish of one target.
public struct EventSensitivity: Sendable {
    /// The place in the risk model's events.
    public let event: Int
    /// Spearman's rank correlation of the event's strength with the target's finish. The strength is what it would add to the planned
    /// durations of the tasks that it touches: severity and occurrence in one number. Events whose severities go together share theirs.
    public let rankCorrelation: Double
    /// Minutes by which it lengthens the tasks on the path.
    public let minutes: PathMinutes
}

/// A task of a target's paths that waits for several things, and what that costs.
public struct MergePoint: Sendable {
    /// The network node.
    public let node: Int
    /// Merge bias: the mean of its start less the latest mean of what it waits for, working minutes of its calendar.
    public let biasMinutes: Double
    /// The share of replications in which it lay on the target's driving path.
    public let criticality: Proportion

    /// What of the bias the target feels: the bias times the share of replications in which the merge point lies on its path.
    ///
    /// Exact for a merge point that always lies there; for others it takes the two as independent. Biases of merge points one after the
    /// other do not sum to that of the last: each is measured against its own predecessors as they are, biases before it included.
    public var minutesOnPath: Double { biasMinutes * criticality.value }
}

/// How often an event happened, for all targets alike.
public struct EventFigures: Sendable {
    /// The place in the risk model's events.
    public let event: Int
    /// The share of replications in which it happened.
    public let happened: Proportion
    /// The mean severity where it happened, a factor; `nil` where it has none that varies, or never happened.
    public let meanSeverity: Double?
}

/// Something that may move a finish.
enum Contributor: Sendable, Hashable {
    /// A task, by network node.
    case task(Int)
    /// An event, by its place in the risk model.
    case event(Int)
}

public import PlanModel

/// A plan compiled: checked, in topological order, in flat arrays, its calendars as tables.
///
/// Below this line time is whole minutes: instants since `origin`, or positions on a calendar (see `WorkingTime`).
public struct Network: Sendable {
    /// Order, relations, calendars, targets.
    public var structure: NetworkStructure
    /// Durations, progress, uncertainty.
    public var values: NetworkValues
    /// Midnight of the day of the plan's epoch: instant 0.
    public let origin: LocalDateTime
    /// The epoch, an instant; no work lies before it.
    public let epoch: Int32
    /// The name hash of each node, by which its random numbers are keyed; `nodeCount` values.
    public let identities: [UInt64]
    /// Nodes of milestones at which something begins, so that their moment is spelled as a start.
    public let startMilestones: Set<Int>
    /// What compiling noticed: poor but usable.
    public let findings: [Finding]

    /// Whether dates are nothing but maxima and sums: one calendar, nothing started, plain relations between tasks only.
    public var isPlain: Bool {
        values.progress.isEmpty && structure.relations.isEmpty && structure.calendarOfNode.isEmpty
            && structure.nodeCount == structure.taskCount && values.limits.isEmpty && values.delays.isEmpty
            && structure.floatScopes == nil
            && !structure.rules.openEndsAreCritical && !structure.rules.followsLogicAlone && structure.spans.isEmpty
    }

    /// The date of an instant.
    public func date(of instant: Int32) -> LocalDateTime { origin.advanced(byMinutes: instant) }

    /// The instant of a date.
    public func instant(of date: LocalDateTime) -> Int32 { date.minutes(since: origin) }

    /// Where work that has not been done may begin, by calendar: the position of the data date and of the start of the plan, the later.
    public var floors: [Int32] { structure.calendars.map { $0.work(at: floor) } }

    private var floor: Int32 {
        let start = structure.rules.start.map(instant(of:)) ?? epoch
        return structure.rules.holdsAtDataDate ? max(values.dataDate, start) : start
    }
}

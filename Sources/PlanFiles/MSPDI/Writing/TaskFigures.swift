public import PlanModel

/// The dates of a plan's tasks, as a schedule has them, by row of `tasks`.
public struct TaskDates: Sendable {
    /// When each task starts or started; `nil` for a task that the schedule does not place.
    public var start: [LocalDateTime?]
    /// When each task finishes or finished.
    public var finish: [LocalDateTime?]

    /// Dates of as many tasks as the plan has.
    public init(start: [LocalDateTime?], finish: [LocalDateTime?]) { (self.start, self.finish) = (start, finish) }
}

/// What a forecast says of a plan's tasks, by row of `tasks`.
public struct TaskForecastFigures: Sendable {
    /// The date by which a task is done in half of the replications.
    public var p50: [LocalDateTime?]
    /// The date by which a task is done in four of five replications.
    public var p80: [LocalDateTime?]
    /// The share of replications in which a task lies on the driving path of what was asked for, 0 … 1.
    public var criticalityIndex: [Double?]

    /// Figures of as many tasks as the plan has.
    public init(p50: [LocalDateTime?], p80: [LocalDateTime?], criticalityIndex: [Double?]) {
        (self.p50, self.p80, self.criticalityIndex) = (p50, p80, criticalityIndex)
    }
}

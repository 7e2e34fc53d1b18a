/// What `plan.yaml` says.
public struct PlanSettings: Sendable, Hashable {
    /// The plan's name.
    public var name: String
    /// No date of work lies before it.
    public var epoch: LocalDateTime
    /// Splits past from future; at or after the epoch.
    public var dataDate: LocalDateTime
    /// All calendars, in the order of the file; at least one.
    public var calendars: [CalendarDefinition]
    /// The plan's own calendar, an index into `calendars`.
    public var calendar: Int
    /// The shape of tasks and events that carry a range and name none; one of `DistributionName.ofThreePoints`.
    public var distribution: DistributionName
    /// The rhythm of check-ins; `nil` if the plan names none.
    public var cadence: Cadence?
    /// The rhythm of units and pairs that have their own; empty without `cadence`.
    public var ownCadences = OwnCadences()
    /// Default ranges by class of work.
    public var ranges: [String: ClassRange]
    /// Words for people, by level (`initiative`, `goal`, `project`, `task`).
    public var levels: [String: String]
    /// The conventions by which dates and floats are found.
    public var scheduling = SchedulingRules()
    /// What the health checks compare with.
    public var health = HealthThresholds()
    /// How people come, go and fall ill, and what many on a task cost.
    public var people = PeopleSettings()

    /// Settings with the standard calendar and the data date at the epoch.
    public init(name: String, epoch: LocalDateTime) {
        (self.name, self.epoch, dataDate) = (name, epoch, epoch)
        (calendars, calendar, distribution, cadence, ranges, levels) = ([.standard], 0, .triangular, nil, [:], [:])
    }

    /// The units in which durations of this plan are written.
    public var units: WorkUnits { WorkUnits(of: calendars.resolved(calendar)) }
}

public import Headway

/// A plan written in code: rows that name each other by id, in the order in which they were added.
///
/// `plan()` fills the columns directly; `Plan.throughFiles()` sends the result through text. Durations and lags are minutes.
public struct PlanBuilder: Sendable {
    /// A task; what is `nil` is an empty cell.
    public struct TaskRow: Sendable {
        /// Its identifier.
        public var id: String
        /// The id of its project.
        public var project: String?
        /// Minutes of work.
        public var duration: Int32?, effort: Int32?
        /// A three-point estimate, minutes.
        public var optimistic: Int32?, mostLikely: Int32?, pessimistic: Int32?
        /// Moments instead of three points, minutes.
        public var mean: Int32?, deviation: Int32?
        /// The shape of the estimate.
        public var distribution: DistributionName?
        /// The name of its own calendar.
        public var calendar: String?
        /// Its class of work.
        public var workClass: String?
        /// When it started and finished.
        public var actualStart: LocalDateTime?, actualFinish: LocalDateTime?
        /// Minutes left.
        public var remaining: Int32?
        /// Reported progress, 0 … 100.
        public var percentComplete: Double?
        /// A constraint and its date.
        public var constraint: ConstraintName?, constraintDate: LocalDateTime?
        /// By when it should be done.
        public var deadline: LocalDateTime?
        /// When a manually scheduled task starts.
        public var manualStart: LocalDateTime?
        /// When the people expect to be done.
        public var expectedFinish: LocalDateTime?
        /// What kind of task it is.
        public var kind: TaskKind?
        /// The id of the summary that it stands under.
        public var summary: String?
        /// Durations and their probabilities, minutes: `60:0.5;120:0.5`.
        public var outcomes: String?
        /// Which goes first, the highest.
        public var priority: Int32?
    }

    /// A relation between tasks or projects.
    public struct RelationRow: Sendable {
        /// The ids of its ends, tasks or projects.
        public var from: String, to: String
        /// Which ends are tied.
        public var type: RelationType
        /// How far apart.
        public var lag: Lag
    }

    /// An initiative, goal or project.
    public struct ElementRow: Sendable {
        /// Its identifier.
        public var id: String
        /// The id of what it belongs to.
        public var parent: String?
        /// When it is due.
        public var due: LocalDateTime?
        /// The name of a project's calendar.
        public var calendar: String?
        /// The priority of a project.
        public var priority: Int32?
    }

    /// A heading of the outline.
    public struct SummaryRow: Sendable {
        /// Its identifier, and that of the heading above it.
        public var id: String, parent: String?
        /// A constraint on all tasks below it, and its date.
        public var constraint: ConstraintName?, constraintDate: LocalDateTime?

        /// A heading without a constraint.
        public init(id: String, parent: String? = nil) { (self.id, self.parent) = (id, parent) }
    }

    /// A person who may be assigned.
    public struct PersonRow: Sendable {
        /// Their identifier.
        public var id: String
        /// Full-time equivalents.
        public var fte: Double?
        /// The name of their calendar.
        public var calendar: String?
        /// The id of their team.
        public var team: String?
        /// When they come and go.
        public var start: LocalDateTime?, end: LocalDateTime?
        /// How much they get done, 1 for the usual.
        public var productivity: Double?
        /// Working minutes over which they come to their full capacity.
        public var rampUp: Int32?

        /// A person.
        public init(id: String, fte: Double? = nil, calendar: String? = nil) {
            (self.id, self.fte, self.calendar) = (id, fte, calendar)
        }
    }

    /// A team.
    public struct TeamRow: Sendable {
        /// Its identifier.
        public var id: String
        /// Full-time people.
        public var capacity: Double?
    }

    /// Who works on what: a person or a team.
    public struct AssignmentRow: Sendable {
        /// The id of the task.
        public var task: String
        /// The id of the person.
        public var person: String?
        /// The id of the team.
        public var team: String?
        /// Full-time people.
        public var units: Double?

        /// A person or a team at a task.
        public init(task: String, person: String? = nil, team: String? = nil, units: Double? = nil) {
            (self.task, self.person, self.team, self.units) = (task, person, team, units)
        }
    }

    /// A standing duty.
    public struct ResponsibilityRow: Sendable {
        /// Whose it is.
        public var person: String
        /// The share of their time that it takes.
        public var share: Double

        /// A standing duty.
        public init(person: String, share: Double) { (self.person, self.share) = (person, share) }
    }

    /// How much there is of a person or a team for a time; nobody where there is no capacity.
    public struct AvailabilityRow: Sendable {
        /// The id of the person.
        public var person: String?
        /// The id of the team.
        public var team: String?
        /// From when until when.
        public var from: LocalDateTime, to: LocalDateTime?
        /// Full-time people.
        public var capacity: Double?
    }

    /// What `plan.yaml` says.
    public var settings: PlanSettings
    /// Rows of `tasks.csv`.
    public var tasks: [TaskRow] = []
    /// Rows of `dependencies.csv`.
    public var relations: [RelationRow] = []
    /// The cascade above tasks.
    public var initiatives: [ElementRow] = [], goals: [ElementRow] = [], projects: [ElementRow] = []
    /// Rows of `summaries.csv`.
    public var summaries: [SummaryRow] = []
    /// Rows of `people.csv`.
    public var people: [PersonRow] = []
    /// Rows of `assignments.csv`.
    public var assignments: [AssignmentRow] = []
    /// Rows of `teams.csv`.
    public var teams: [TeamRow] = []
    /// Rows of `responsibilities.csv`.
    public var responsibilities: [ResponsibilityRow] = []
    /// Rows of `availability.csv`.
    public var availability: [AvailabilityRow] = []
    /// Rows of `risks.csv`.
    public var risks: [RiskRow] = []
    /// Rows of `impacts.csv`.
    public var impacts: [ImpactRow] = []
    /// Rows of `correlations.csv`.
    public var correlations: [CorrelationRow] = []
    /// Contributions beside the tree, from and to.
    public var links: [(from: String, to: String)] = []
    /// Whether people.csv has a column of calendars although nobody has one.
    public var keepsEmptyCalendarColumn = false

    /// A plan that begins on Monday 4 January 2027 at 08:00 on the standard calendar.
    public init() {
        settings = PlanSettings(name: "test", epoch: LocalDateTime(year: 2027, month: 1, day: 4, minuteOfDay: 480)!)
    }

    /// Adds a task of `duration` minutes.
    public mutating func task(
        _ id: String, _ duration: Int32? = nil, in project: String? = nil, _ edit: (inout TaskRow) -> Void = { _ in }
    ) {
        var row = TaskRow(id: id, project: project, duration: duration)
        edit(&row)
        tasks.append(row)
    }

    /// Adds a relation; `lag` counts working minutes, `elapsed` minutes around the clock.
    public mutating func relate(_ from: String, _ to: String, _ type: RelationType = .FS, lag: Int32 = 0, elapsed: Int32? = nil)
    {
        let lag = elapsed.map { Lag(minutes: $0, isElapsed: true) } ?? Lag(minutes: lag)
        relations.append(RelationRow(from: from, to: to, type: type, lag: lag))
    }

    /// Adds a project.
    public mutating func project(_ id: String, goal: String? = nil, due: LocalDateTime? = nil, calendar: String? = nil) {
        projects.append(ElementRow(id: id, parent: goal, due: due, calendar: calendar))
    }

    /// Adds a goal.
    public mutating func goal(_ id: String, initiative: String? = nil, due: LocalDateTime? = nil) {
        goals.append(ElementRow(id: id, parent: initiative, due: due))
    }

    /// Adds an initiative.
    public mutating func initiative(_ id: String, due: LocalDateTime? = nil) {
        initiatives.append(ElementRow(id: id, due: due))
    }

    /// Adds a person.
    public mutating func person(_ id: String, fte: Double? = nil, calendar: String? = nil) {
        people.append(PersonRow(id: id, fte: fte, calendar: calendar))
    }

    /// Adds a person about whom there is more to say.
    public mutating func person(_ id: String, fte: Double? = nil, _ edit: (inout PersonRow) -> Void) {
        var row = PersonRow(id: id, fte: fte)
        edit(&row)
        people.append(row)
    }

    /// Adds a team.
    public mutating func team(_ id: String, capacity: Double? = nil) { teams.append(TeamRow(id: id, capacity: capacity)) }

    /// Assigns a person to a task.
    public mutating func assign(_ task: String, _ person: String, units: Double? = nil) {
        assignments.append(AssignmentRow(task: task, person: person, units: units))
    }

    /// Assigns a team to a task.
    public mutating func assign(_ task: String, team: String, units: Double? = nil) {
        assignments.append(AssignmentRow(task: task, team: team, units: units))
    }

    /// Says how much there is of a person or team from one moment to another, minutes after midnight of the epoch's day; without a capacity they
    /// are away.
    public mutating func available(
        _ person: String? = nil, team: String? = nil, from: Int32, to: Int32? = nil, capacity: Double? = nil
    ) {
        availability.append(
            AvailabilityRow(person: person, team: team, from: moment(from), to: to.map(moment), capacity: capacity))
    }

    /// The moment `minutes` after the midnight of the epoch's day.
    public func moment(_ minutes: Int32) -> LocalDateTime {
        LocalDateTime(minutes: settings.epoch.minutes - Int32(settings.epoch.minuteOfDay) + minutes)
    }

    /// The place of a calendar among the settings'.
    public func calendar(_ name: String) -> Int { settings.calendars.firstIndex { $0.name == name }! }
}

import PlanModel

/// A schedule as another tool's file holds it, before it becomes a plan: what every import format is read into.
///
/// Rows name each other by place in these arrays; `nil` is "none". Dates are as the file has them. What the file says and these rows cannot
/// hold goes into `losses`.
struct ImportedSchedule {
    /// The plan's name.
    var name = ""
    /// The conventions of the tool, as the file's options have them; `tool` is set.
    var rules = SchedulingRules()
    /// What splits past from future; `nil` where the file has none.
    var dataDate: LocalDateTime?
    /// All calendars; bases lie anywhere in the list.
    var calendars: [CalendarDefinition] = []
    /// The plan's own calendar, an index.
    var calendar = 0
    /// The outline over tasks, parents before children.
    var headings: [ImportedHeading] = []
    /// Tasks, in the order of the file.
    var tasks: [ImportedTask] = []
    /// Logical relations.
    var relations: [ImportedRelation] = []
    /// People and pools.
    var resources: [ImportedResource] = []
    /// Who works on what.
    var assignments: [ImportedAssignment] = []
    /// Approved dates, by name; of tasks only.
    var baselines: [(name: String, rows: [ImportedBaseline])] = []
    /// What could not be carried over.
    var losses = LossLedger()
}

/// A heading of the outline: a project of the file, a work-breakdown element, a summary task.
struct ImportedHeading {
    /// Unique among headings.
    var id = ""
    var name = ""
    /// An earlier heading.
    var parent: Int?
    var constraint: ConstraintName?
    var constraintDate: LocalDateTime?
    var deadline: LocalDateTime?
    /// When a manually scheduled one starts.
    var manualStart: LocalDateTime?
    /// By when all below it must finish; the tool runs late dates back from here.
    var mustFinish: LocalDateTime?
    /// The line of the file.
    var line = 0
}

/// A task. Durations are minutes, signed ones may be negative only where said.
struct ImportedTask {
    /// Unique among tasks: the tool's own code where that is unique, else its key.
    var id = ""
    var name = ""
    /// The heading that it stands under.
    var heading: Int?
    var kind = TaskKind.task
    /// Its own calendar; `nil` where that of its resources or the plan's holds.
    var calendar: Int?
    /// Planned working time.
    var duration: Int32?
    /// Planned effort, minutes of all people together.
    var effort: Int32?
    var constraint: ConstraintName?, constraintDate: LocalDateTime?
    var secondConstraint: ConstraintName?, secondConstraintDate: LocalDateTime?
    var deadline: LocalDateTime?, expectedFinish: LocalDateTime?
    var suspend: LocalDateTime?, resume: LocalDateTime?
    var externalStart: LocalDateTime?, externalFinish: LocalDateTime?
    /// When a manually scheduled one starts.
    var manualStart: LocalDateTime?
    var actualStart: LocalDateTime?, actualFinish: LocalDateTime?
    /// Working time left.
    var remaining: Int32?
    /// 0 … 100, of the kind that `percentKind` names.
    var percentComplete: Double?, percentKind: PercentKind?, physicalPercent: Double?
    var priority: Int32?
    var cost: Double?
    /// The line of the file.
    var line = 0
}

/// What either end of a relation is.
enum ImportedEnd: Equatable {
    case task(Int)
    case heading(Int)
}

/// A logical relation.
struct ImportedRelation {
    var predecessor: ImportedEnd
    var successor: ImportedEnd
    var type = RelationType.FS
    var lag = Lag(minutes: 0)
    /// The line of the file.
    var line = 0
}

/// A person, a machine or a pool that work is assigned to.
struct ImportedResource {
    /// Unique among resources.
    var id = ""
    var name = ""
    /// Whether it is a pool of several, not one person; becomes a team.
    var isPool = false
    /// The share or number available at most; 1 is one full-time person.
    var units: Double?
    var calendar: Int?
    /// The line of the file.
    var line = 0
}

/// Who works on what.
struct ImportedAssignment {
    var task: Int
    var resource: Int
    /// 1 is full time.
    var units: Double?
    /// The line of the file.
    var line = 0
}

/// The approved dates of a task.
struct ImportedBaseline {
    var task: Int
    var start: LocalDateTime?, finish: LocalDateTime?
    var duration: Int32?, effort: Int32?
    var cost: Double?
}

import PlanModel

/// What both file formats of Primavera P6 hold, as their readers found it: rows that name each other by P6's own keys.
struct PrimaveraExport {
    /// The plan's name where no project has one.
    var name = ""
    /// The day of the export.
    var exported: LocalDateTime?
    var projects: [PrimaveraProject] = []
    var calendars: [PrimaveraCalendar] = []
    var elements: [PrimaveraElement] = []
    var resources: [PrimaveraResource] = []
    var activities: [PrimaveraActivity] = []
    var relations: [PrimaveraRelation] = []
    var assignments: [PrimaveraAssignment] = []
    /// Costs beside those of assignments, by activity key.
    var expenses: [(activity: Int, cost: Double)] = []
    var losses = LossLedger()
}

/// A project, or a baseline of one.
struct PrimaveraProject {
    var key = 0
    /// The short name: `TERMINAL-2`.
    var code = ""
    var name = ""
    /// Whether its rows are in the file; others are only named by relations.
    var isExported = true
    /// The project that this is a baseline of.
    var baselineOf: Int?
    /// What stands between the codes of a work-breakdown path.
    var separator = "."
    var start: LocalDateTime?, dataDate: LocalDateTime?, mustFinish: LocalDateTime?
    var calendar: Int?
    var rules = SchedulingRules()
    /// Whether floats run back from the finish of each project; otherwise from that of all that were opened together.
    var hasFloatOfItsOwn = true
    /// Whether relations with other projects do not count.
    var ignoresOtherProjects = false
    var line = 0
}

/// A calendar.
struct PrimaveraCalendar {
    var key = 0
    var name = ""
    /// The calendar whose exceptions it takes over.
    var base: Int?
    var isDefault = false
    /// Shifts by weekday; `nil` where the file says nothing of the week.
    var week: [[Shift]?] = Array(repeating: nil, count: 7)
    var exceptions: [Int: [Shift]] = [:]
    var hoursPerDay: Double?
    var line = 0
}

/// An element of the work-breakdown structure.
struct PrimaveraElement {
    var key = 0
    var project: Int?, parent: Int?
    /// Whether it stands for the project itself.
    var isRoot = false
    var code = "", name = ""
    /// The place among its sisters.
    var order = 0
    var line = 0
}

/// A person, machine or material.
struct PrimaveraResource {
    enum Kind {
        case labour, equipment, material
    }

    var key = 0
    var code = "", name = ""
    var kind = Kind.labour
    var calendar: Int?
    /// The most that may work at once; 1 is one person full time.
    var units: Double?
    var line = 0
}

/// An activity. Durations are working minutes.
struct PrimaveraActivity {
    enum Status {
        case notStarted, active, complete
    }

    var key = 0
    var project: Int?, element: Int?, calendar: Int?
    /// The resource whose progress drives it.
    var resource: Int?
    var code = "", name = ""
    var kind = TaskKind.task
    /// Whether it runs on the calendar of its resources.
    var runsOnResources = false
    var status = Status.notStarted
    var duration: Int32?, remaining: Int32?
    /// Effort: planned, done and left, minutes.
    var plannedEffort: Double = 0, spentEffort: Double = 0, remainingEffort: Double = 0
    var percentKind: PercentKind?
    var physicalPercent: Double?
    var constraint: ConstraintName?, constraintDate: LocalDateTime?
    var secondConstraint: ConstraintName?, secondConstraintDate: LocalDateTime?
    var actualStart: LocalDateTime?, actualFinish: LocalDateTime?
    var expectedFinish: LocalDateTime?, suspend: LocalDateTime?, resume: LocalDateTime?
    var externalStart: LocalDateTime?, externalFinish: LocalDateTime?
    /// The planned dates: those of a baseline's activity are what was approved.
    var plannedStart: LocalDateTime?, plannedFinish: LocalDateTime?
    var priority: Int32?
    var line = 0
}

/// A relation between two activities.
struct PrimaveraRelation {
    var predecessor = 0, successor = 0
    /// The projects that the two belong to, where the file says so.
    var predecessorProject: Int?, successorProject: Int?
    var type = RelationType.FS
    /// Minutes.
    var lag: Int32 = 0
    var line = 0
}

/// A resource on an activity.
struct PrimaveraAssignment {
    var activity = 0
    /// `nil` for an assignment to a role.
    var resource: Int?
    /// Share of full time.
    var units: Double?
    var cost: Double = 0
    var line = 0
}

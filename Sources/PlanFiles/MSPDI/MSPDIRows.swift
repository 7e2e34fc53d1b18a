import PlanModel

/// What `Project` says beside its rows.
struct MSPDIProject {
    var calendarUID: Int32?
    var criticalDays = 0.0
    var minutesPerDay: Int32 = 480
    var line = 1
    /// The name of the line that stands for the whole project.
    var summaryName = ""
}

/// What a unique identifier of a task stands for.
enum MSPDIEnd {
    case row(ImportedEnd)
    /// The line that stands for the whole project.
    case project
    /// A row that was left out.
    case leftOut
}

/// What stood inside a task or a resource before its end.
struct MSPDIPending {
    var links: [MSPDILink] = []
    var baselines: [(number: Int, row: ImportedBaseline)] = []
    var attributes: [MSPDIAttribute] = []
}

/// A relation whose predecessor may stand further down.
struct MSPDILink {
    var predecessor: Int32
    var successor = ImportedEnd.task(0)
    var type: RelationType
    var lag: Lag
    var isExternal: Bool
    var line: Int
}

/// What decides on which calendar a task runs.
struct MSPDITaskWork {
    var calendarUID: Int32?
    var isElapsed: Bool
    var isFixedDuration: Bool
    var ignoresResources: Bool
    var isPinned: Bool
}

/// A value of a custom field.
struct MSPDIAttribute {
    var field: String
    var value: String
    var line: Int
}

/// A resource, or why it was left out.
struct MSPDIResource {
    /// The place in `ImportedSchedule.resources`; `nil` for one that was left out.
    var place: Int?
    var calendarUID: Int32?
}

/// An assignment whose rows are not settled yet.
struct MSPDIAssignment {
    var task: Int32
    var resource: Int32
    var units: Double?
    /// Minutes.
    var work: Int32?
    var line: Int
}

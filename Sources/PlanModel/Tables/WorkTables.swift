/// Columns of `tasks.csv`: what a project needs, who does it by when.
public enum TaskColumn: Int, TableColumn {
    case id, name, project, owner, due, duration, effort, optimistic, mostLikely, pessimistic, mean, deviation, distribution
    case calendar, constraint, constraintDate, priority, workClass, cost, actualStart, actualFinish, remaining, percentComplete
    case kind, summary, secondConstraint, secondConstraintDate, deadline, expectedFinish, suspend, resume
    case externalStart, externalFinish, manualStart, percentKind, physicalPercent, outcomes

    /// The table that these are columns of.
    public static let table = TableName.tasks
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("id", .identifier, required: true, filled: true), .init("name", .text, required: true),
        .init("project", .reference(.projects), required: true), .init("owner", .reference(.people)), .init("due", .end),
        .init("duration", .duration), .init("effort", .duration), .init("optimistic", .duration),
        .init("most_likely", .duration), .init("pessimistic", .duration), .init("mean", .duration), .init("sd", .duration),
        .init("distribution", .choice(DistributionName.words)), .init("calendar", .calendar),
        .init("constraint", .choice(ConstraintName.words)), .init("constraint_date", .start), .init("priority", .integer),
        .init("class", .text), .init("cost", .amount), .init("actual_start", .start), .init("actual_finish", .end),
        .init("remaining", .duration), .init("percent_complete", .number(0...100)),
        .init("kind", .choice(TaskKind.words)), .init("summary", .reference(.summaries)),
        .init("constraint2", .choice(ConstraintName.words)), .init("constraint2_date", .start), .init("deadline", .end),
        .init("expected_finish", .end), .init("suspend", .end), .init("resume", .start), .init("external_start", .start),
        .init("external_finish", .end), .init("manual_start", .start), .init("percent_kind", .choice(PercentKind.words)),
        .init("physical_percent", .number(0...100)), .init("outcomes", .outcomes(.duration)),
    ]
}

/// Columns of `summaries.csv`: the headings of an outline over tasks, as schedule tools keep them (work breakdown structure, summary
/// tasks). They hold no work; a relation or a constraint on one holds all tasks below it.
public enum SummaryColumn: Int, TableColumn {
    case id, name, parent, constraint, constraintDate, deadline, manualStart

    /// Summaries nest no deeper, so that what a summary stands for is found in bounded memory.
    public static let deepest = 1_000

    /// The table that these are columns of.
    public static let table = TableName.summaries
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("id", .identifier, required: true, filled: true), .init("name", .text, required: true),
        .init("parent", .reference(.summaries)), .init("constraint", .choice(ConstraintName.words)),
        .init("constraint_date", .start), .init("deadline", .end), .init("manual_start", .start),
    ]
}

/// Columns of `dependencies.csv`: a logical relation between two tasks, or between projects or summaries (all their tasks).
public enum DependencyColumn: Int, TableColumn {
    case predecessor, successor, type, lag

    /// The table that these are columns of.
    public static let table = TableName.dependencies
    /// The tables that either end may name, in the order in which an id is looked up.
    public static let ends: [TableName] = [.tasks, .projects, .summaries]
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("predecessor", .element(ends), required: true, filled: true),
        .init("successor", .element(ends), required: true, filled: true),
        .init("type", .choice(RelationType.allCases.map { "\($0)" })), .init("lag", .lag),
    ]
}

/// How the ends of two tasks are tied.
public enum RelationType: Int32, CaseIterable, Sendable {
    /// The successor starts after the predecessor's finish.
    case FS
    /// The successor starts after the predecessor's start.
    case SS
    /// The successor finishes after the predecessor's finish.
    case FF
    /// The successor finishes after the predecessor's start.
    case SF

    /// Whether the relation leaves from the predecessor's start.
    public var leavesStart: Bool { self == .SS || self == .SF }
    /// Whether the relation holds the successor's finish.
    public var holdsFinish: Bool { self == .FF || self == .SF }
}

/// What kind of work a task is.
public enum TaskKind: Int32, CaseIterable, Sendable {
    /// Work with a duration of its own; without one a milestone.
    case task
    /// A moment at which something begins: spelled as a start, the later of two spellings.
    case startMilestone
    /// A moment at which something is done: spelled as a finish.
    case finishMilestone
    /// Lasts from its predecessors to its successors, and drives nothing (a hammock).
    case levelOfEffort
    /// Spans all tasks below its summary, and drives nothing.
    case summaryActivity

    /// How plan files spell the cases, in order.
    public static let words = ["task", "start-milestone", "finish-milestone", "level-of-effort", "summary-activity"]

    /// Whether its dates come from the tasks around it, so that it has no duration of its own.
    public var isSpan: Bool { self == .levelOfEffort || self == .summaryActivity }
}

/// What a task's percent complete measures.
public enum PercentKind: Int32, CaseIterable, Sendable {
    /// The share of the duration that has passed.
    case duration
    /// The share of the result, as judged by people; says nothing of the time that is left.
    case physical
    /// The share of the effort that was spent.
    case units

    /// How plan files spell the cases, in order.
    public static let words = ["duration", "physical", "units"]
}

/// A date constraint on a task.
public enum ConstraintName: Int32, CaseIterable, Sendable {
    case asSoonAsPossible, asLateAsPossible, startNoEarlierThan, startNoLaterThan, finishNoEarlierThan, finishNoLaterThan
    case mustStartOn, mustFinishOn, mandatoryStart, mandatoryFinish

    /// How plan files spell the cases, in order.
    public static let words = [
        "asap", "alap", "snet", "snlt", "fnet", "fnlt", "mso", "mfo", "mandatory-start", "mandatory-finish",
    ]

    /// Whether it needs no date.
    public var isDateless: Bool { self == .asSoonAsPossible || self == .asLateAsPossible }
}

/// Columns of `baselines/NAME.csv`: the approved dates.
public enum BaselineColumn: Int, TableColumn {
    case task, start, finish, duration, effort, cost

    /// The table that these are columns of.
    public static let table = TableName.baselines
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("task", .reference(.tasks), required: true, filled: true), .init("start", .start, required: true),
        .init("finish", .end, required: true), .init("duration", .duration), .init("effort", .duration), .init("cost", .amount),
    ]
}

/// Columns of `history.csv`: what was reported when.
public enum HistoryColumn: Int, TableColumn {
    case date, task, percentComplete, remaining

    /// The table that these are columns of.
    public static let table = TableName.history
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("date", .end, required: true, filled: true), .init("task", .reference(.tasks), required: true, filled: true),
        .init("percent_complete", .number(0...100), required: true), .init("remaining", .duration),
    ]
}

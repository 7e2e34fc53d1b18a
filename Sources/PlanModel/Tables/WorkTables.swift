/// Columns of `tasks.csv`: what a project needs, who does it by when.
public enum TaskColumn: Int, TableColumn {
    case id, name, project, owner, due, duration, effort, optimistic, mostLikely, pessimistic, mean, deviation, distribution
    case calendar, constraint, constraintDate, priority, workClass, cost, actualStart, actualFinish, remaining, percentComplete

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
    ]
}

/// Columns of `dependencies.csv`: a logical relation between two tasks, or between projects (all their tasks).
public enum DependencyColumn: Int, TableColumn {
    case predecessor, successor, type, lag

    /// The table that these are columns of.
    public static let table = TableName.dependencies
    /// The tables that either end may name, in the order in which an id is looked up.
    public static let ends: [TableName] = [.tasks, .projects]
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

/// The shape of an uncertain duration; `P10P90` forms read the outer two of a three-point estimate as percentiles.
public enum DistributionName: Int32, CaseIterable, Sendable {
    case fixed, uniform, triangular, pert, lognormal, normal, uniformP10P90, triangularP10P90, pertP10P90

    /// How plan files spell the cases, in order.
    public static let words = [
        "fixed", "uniform", "triangular", "pert", "lognormal", "normal", "uniform-p10-p90", "triangular-p10-p90",
        "pert-p10-p90",
    ]

    /// How plan files spell it.
    public var word: String { Self.words[Int(rawValue)] }
}

/// A date constraint on a task.
public enum ConstraintName: Int32, CaseIterable, Sendable {
    case asSoonAsPossible, asLateAsPossible, startNoEarlierThan, startNoLaterThan, finishNoEarlierThan, finishNoLaterThan
    case mustStartOn, mustFinishOn, mandatoryStart, mandatoryFinish

    /// How plan files spell the cases, in order.
    public static let words = [
        "asap", "alap", "snet", "snlt", "fnet", "fnlt", "mso", "mfo", "mandatory-start", "mandatory-finish",
    ]
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

/// Columns of `risks.csv`: discrete risks and shared drivers.
public enum RiskColumn: Int, TableColumn {
    case id, name, kind, probability, distribution, optimistic, mostLikely, pessimistic

    /// The table that these are columns of.
    public static let table = TableName.risks
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("id", .identifier, required: true, filled: true), .init("name", .text),
        .init("kind", .choice(["risk", "driver"])),
        .init("probability", .number(0...1), required: true, filled: true),
        .init("distribution", .choice(DistributionName.words)), .init("optimistic", .amount), .init("most_likely", .amount),
        .init("pessimistic", .amount),
    ]
}

/// Columns of `impacts.csv`: the tasks that a risk touches.
public enum ImpactColumn: Int, TableColumn {
    case risk, task, factor, delay

    /// The table that these are columns of.
    public static let table = TableName.impacts
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("risk", .reference(.risks), required: true, filled: true),
        .init("task", .reference(.tasks), required: true, filled: true), .init("factor", .amount), .init("delay", .duration),
    ]
}

/// Columns of `initiatives.csv`: the key initiatives or objectives of the annual plan.
public enum InitiativeColumn: Int, TableColumn {
    case id, name, owner, weight, due, mustFinish

    /// The table that these are columns of.
    public static let table = TableName.initiatives
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("id", .identifier, required: true, filled: true), .init("name", .text, required: true),
        .init("owner", .reference(.people)), .init("weight", .amount), .init("due", .end), .init("must_finish", .end),
    ]
}

/// Columns of `goals.csv`: what an initiative needs.
public enum GoalColumn: Int, TableColumn {
    case id, name, initiative, owner, due, kind, measure, missed, met, exceeded, current

    /// The table that these are columns of.
    public static let table = TableName.goals
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("id", .identifier, required: true, filled: true), .init("name", .text, required: true),
        .init("initiative", .reference(.initiatives), required: true), .init("owner", .reference(.people)), .init("due", .end),
        .init("kind", .choice(["individual", "team", "departmental", "developmental"])), .init("measure", .text),
        .init("missed", .anyNumber), .init("met", .anyNumber), .init("exceeded", .anyNumber), .init("current", .anyNumber),
    ]
}

/// Columns of `projects.csv`: what a goal needs.
public enum ProjectColumn: Int, TableColumn {
    case id, name, goal, owner, due, priority, calendar

    /// The table that these are columns of.
    public static let table = TableName.projects
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("id", .identifier, required: true, filled: true), .init("name", .text, required: true),
        .init("goal", .reference(.goals), required: true), .init("owner", .reference(.people)), .init("due", .end),
        .init("priority", .integer), .init("calendar", .calendar),
    ]
}

/// Columns of `links.csv`: an element that also serves another goal or initiative.
public enum LinkColumn: Int, TableColumn {
    case from, to, weight

    /// The table that these are columns of.
    public static let table = TableName.links
    /// The tables that `from` may name, in the order in which an id is looked up.
    public static let sources: [TableName] = [.tasks, .projects, .goals, .initiatives]
    /// The tables that `to` may name, in the order in which an id is looked up.
    public static let destinations: [TableName] = [.goals, .initiatives]
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("from", .element(sources), required: true, filled: true),
        .init("to", .element(destinations), required: true, filled: true),
        .init("weight", .amount),
    ]
}

extension ColumnKind {
    /// Any finite number.
    static let anyNumber = number(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
    /// Any finite number from zero up.
    static let amount = number(0...Double.greatestFiniteMagnitude)
}

/// Columns of `people.csv`: the employees.
public enum PersonColumn: Int, TableColumn {
    case id, name, manager, unit, team, role, fte, calendar, start, end, productivity

    /// The table that these are columns of.
    public static let table = TableName.people
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("id", .identifier, required: true, filled: true), .init("name", .text, required: true),
        .init("manager", .reference(.people)), .init("unit", .text), .init("team", .reference(.teams)), .init("role", .text),
        .init("fte", .amount), .init("calendar", .calendar), .init("start", .start), .init("end", .end),
        .init("productivity", .amount),
    ]
}

/// Columns of `teams.csv`: pools that work may be assigned to.
public enum TeamColumn: Int, TableColumn {
    case id, name, unit, capacity, calendar

    /// The table that these are columns of.
    public static let table = TableName.teams
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("id", .identifier, required: true, filled: true), .init("name", .text, required: true), .init("unit", .text),
        .init("capacity", .amount), .init("calendar", .calendar),
    ]
}

/// Columns of `assignments.csv`: who works on what; a row names a person or a team.
public enum AssignmentColumn: Int, TableColumn {
    case task, person, team, units

    /// The table that these are columns of.
    public static let table = TableName.assignments
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("task", .reference(.tasks), required: true, filled: true), .init("person", .reference(.people)),
        .init("team", .reference(.teams)), .init("units", .amount),
    ]
}

/// Columns of `responsibilities.csv`: standing duties beside projects.
public enum ResponsibilityColumn: Int, TableColumn {
    case person, name, share, goal

    /// The table that these are columns of.
    public static let table = TableName.responsibilities
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("person", .reference(.people), required: true, filled: true), .init("name", .text, required: true),
        .init("share", .number(0...1), required: true, filled: true), .init("goal", .reference(.goals)),
    ]
}

/// Columns of `checkins.csv`: one-to-one meetings that were due or held.
public enum CheckInColumn: Int, TableColumn {
    case employee, manager, date, held, goals

    /// The table that these are columns of.
    public static let table = TableName.checkins
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("employee", .reference(.people), required: true, filled: true),
        .init("manager", .reference(.people), required: true, filled: true),
        .init("date", .start, required: true, filled: true),
        .init("held", .flag, required: true), .init("goals", .list(.goals)),
    ]
}

/// Columns of `people.csv`: the employees. `manager_since` is the day on which the manager named became theirs.
public enum PersonColumn: Int, TableColumn {
    case id, name, manager, unit, team, role, fte, calendar, start, end, productivity, rampUp, managerSince

    /// The table that these are columns of.
    public static let table = TableName.people
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("id", .identifier, required: true, filled: true), .init("name", .text, required: true),
        .init("manager", .reference(.people)), .init("unit", .text), .init("team", .reference(.teams)), .init("role", .text),
        .init("fte", .amount), .init("calendar", .calendar), .init("start", .start), .init("end", .end),
        .init("productivity", .amount), .init("ramp_up", .duration), .init("manager_since", .start),
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

/// Columns of `availability.csv`: how much of a person or a team there is for a time, where that differs from the usual.
///
/// A row without a capacity is an absence: work that the person holds rests, and goes on afterwards. A row with one sets the capacity for the
/// time (for good where it has no `to`); where rows overlap, the one that begins later counts.
public enum AvailabilityColumn: Int, TableColumn {
    case person, team, from, to, capacity

    /// The table that these are columns of.
    public static let table = TableName.availability
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("person", .reference(.people)), .init("team", .reference(.teams)),
        .init("from", .start, required: true, filled: true), .init("to", .end), .init("capacity", .amount),
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

/// The tables of a plan, by their file names.
public enum TableName: String, CaseIterable, Sendable, Codable {
    case initiatives, goals, people, teams, projects, summaries, tasks, dependencies, links, assignments, responsibilities,
        checkins
    case availability
    case risks, impacts, correlations, history, baselines
}

/// What the cells of a column hold, and how they are stored and checked.
public enum ColumnKind: Sendable, Hashable {
    /// The row's own name; not empty, unique in its table. Stored as text.
    case identifier
    /// Free text. Stored as text.
    case text
    /// The id of a row of another table. Stored as that row's index, −1 where empty.
    case reference(TableName)
    /// The id of a row of the first of these tables that has it. Stored as `ElementReference.raw`, −1 where empty.
    case element([TableName])
    /// Ids of rows of another table, separated by `;`. Stored as text, every id checked.
    case list(TableName)
    /// The name of a calendar of `plan.yaml`. Stored as its index, −1 where empty.
    case calendar
    /// Working time, never negative. Stored as minutes, `Cell.absent` where empty.
    case duration
    /// A signed lag, working or elapsed. Stored as `Lag.raw`, `Cell.absent` where empty.
    case lag
    /// A date or date-time; a date alone is the first minute of the day. Stored as `LocalDateTime.minutes`, `Cell.absent` where empty.
    case start
    /// A date or date-time; a date alone is the end of the day. Stored like `start`.
    case end
    /// A whole number. Stored as it is, `Cell.absent` where empty.
    case integer
    /// A number in the range (ends included). Stored as it is, NaN where empty.
    case number(ClosedRange<Double>)
    /// `yes` or `no`. Stored as 1 or 0, `Cell.absent` where empty.
    case flag
    /// One of a few words. Stored as its place in the list, −1 where empty.
    case choice([String])
    /// A few values and their probabilities. Stored as text (see `Outcomes.stored`).
    case outcomes(Outcomes.Unit)
}

/// One column of a table: its header, what its cells hold, whether a row needs it.
public struct ColumnSpec: Sendable, Hashable {
    /// The header in files.
    public let name: String
    /// What cells hold.
    public let kind: ColumnKind
    /// Whether the file must have the column (cells may still be empty, but for identifiers and where `isFilled`).
    public let isRequired: Bool
    /// Whether every cell must hold a value.
    public let isFilled: Bool

    init(_ name: String, _ kind: ColumnKind, required: Bool = false, filled: Bool = false) {
        (self.name, self.kind, isRequired, isFilled) = (name, kind, required, filled)
    }
}

/// Stored values that mean "nothing was given".
public enum Cell {
    /// In columns of durations, lags, dates, integers and flags.
    public static let absent = Int32.min
    /// In columns of references, elements, calendars and choices.
    public static let none: Int32 = -1
}

/// A row of one of a few tables, as one 32-bit value.
public struct ElementReference: Hashable, Sendable {
    /// The row times four plus the table's place in the column's list; −1 for none.
    public let raw: Int32

    /// A stored value.
    public init(raw: Int32) { self.raw = raw }

    /// A row of the table at `table` (0 … 3) in the column's list.
    public init(table: Int, row: Int) { raw = Int32(row) << 2 | Int32(table) }

    /// The place of the table in the column's list.
    public var table: Int { Int(raw & 3) }
    /// The row in that table.
    public var row: Int { Int(raw >> 2) }
}

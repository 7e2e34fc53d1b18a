import PlanStatistics

/// The cells of one column, in the storage that its kind names.
public enum ColumnData: Sendable, Equatable {
    /// `count` texts.
    case texts(TextColumn)
    /// `count` integers: indices, minutes, flags (see `ColumnKind`).
    case integers([Int32])
    /// `count` numbers; NaN where a cell is empty.
    case numbers([Double])

    /// The number of cells.
    public var count: Int {
        switch self {
        case .texts(let texts): texts.count
        case .integers(let values): values.count
        case .numbers(let values): values.count
        }
    }
}

/// A column that the schema does not know; kept as it came, and written back.
public struct ExtraColumn: Sendable, Equatable {
    /// Its header.
    public var name: String
    /// Its cells.
    public var cells: TextColumn

    /// A column of the given header and cells.
    public init(name: String, cells: TextColumn) { (self.name, self.cells) = (name, cells) }
}

/// Where the rows of a table stand in their file, so that whatever is found later can still name the line.
public struct TableSource: Sendable, Equatable {
    /// The file, relative to the plan: `tasks.csv`.
    public var file: String
    /// (row, line) wherever a row does not stand on the line after its predecessor; ascending; the first entry is row 0.
    public var jumps: [(row: Int, line: Int)]

    /// A file and its jumps.
    public init(file: String, jumps: [(row: Int, line: Int)]) { (self.file, self.jumps) = (file, jumps) }

    /// The line on which a row begins, 1-based.
    ///
    /// - Complexity: O(log jumps).
    public func line(ofRow row: Int) -> Int {
        var (low, high) = (0, jumps.count)
        while low < high {
            let middle = (low + high) / 2
            if jumps[middle].row <= row { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? row + 2 : jumps[low - 1].line + row - jumps[low - 1].row
    }

    /// The same file and the same jumps.
    public static func == (left: Self, right: Self) -> Bool {
        left.file == right.file && left.jumps.elementsEqual(right.jumps, by: ==)
    }
}

/// A table as columns, its schema known only at run time: what readers make and writers take.
public struct RawTable: Sendable {
    /// Which table it is.
    public let name: TableName
    /// Its columns, in schema order.
    public let specs: [ColumnSpec]
    /// The number of rows.
    public var count: Int
    /// The cells by column, in schema order; `nil` for a column that the source does not have.
    public var columns: [ColumnData?]
    /// Columns beyond the schema.
    public var extras: [ExtraColumn] = []
    /// Finds rows by identifier; `nil` for tables without one.
    public var index: IdentifierIndex?
    /// Where the rows came from.
    public var source: TableSource?
    /// A digest of the rows, independent of their order.
    public var contentHash: UInt64 = 0

    /// An empty table.
    public init(name: TableName, specs: [ColumnSpec]) {
        (self.name, self.specs, count) = (name, specs, 0)
        columns = Array(repeating: nil, count: specs.count)
    }

    /// The cells of a text column; `nil` if the source does not have it.
    public func texts(_ column: Int) -> TextColumn? {
        if case .texts(let texts) = columns[column] { texts } else { nil }
    }

    /// The cells of an integer column; `nil` if the source does not have it.
    public func integers(_ column: Int) -> [Int32]? {
        if case .integers(let values) = columns[column] { values } else { nil }
    }

    /// The cells of a number column; `nil` if the source does not have it.
    public func numbers(_ column: Int) -> [Double]? {
        if case .numbers(let values) = columns[column] { values } else { nil }
    }

    /// The identifier of a row, by which reports name it.
    ///
    /// - Precondition: the table's first column is its identifier.
    public func identifier(_ row: Int) -> String { texts(0)?[row] ?? "" }

    /// The row with the given identifier.
    public func row(of identifier: String) -> Int? {
        guard let index, let texts = texts(0) else { return nil }
        var identifier = identifier
        return identifier.withUTF8 { unsafe index.row(of: $0, identity: Identity.of($0), in: texts) }
    }

    /// The row with the given identifier, whose hash is known.
    ///
    /// - Parameters:
    ///   - identifier: UTF-8 bytes.
    ///   - identity: `Identity.of(identifier)`.
    public func row(of identifier: UnsafeBufferPointer<UInt8>, identity: UInt64) -> Int? {
        guard let index, case .texts(let texts) = columns[0] else { return nil }
        return unsafe index.row(of: identifier, identity: identity, in: texts)
    }

    /// `FILE:LINE` of a row, or the table and row number of one that came from no file.
    public func place(ofRow row: Int) -> (file: String, line: Int) {
        guard let source else { return ("\(name.rawValue).csv", row + 2) }
        return (source.file, source.line(ofRow: row))
    }
}

/// The columns of one table: an enumeration whose cases are the columns, in the order of `specs`.
public protocol TableColumn: RawRepresentable<Int>, CaseIterable, Sendable {
    /// The table.
    static var table: TableName { get }
    /// What each case's column holds; one value a case, in the order of raw values.
    static var specs: [ColumnSpec] { get }
}

/// A table as columns with typed names and, by extensions, typed row views.
public struct Table<Column: TableColumn>: Sendable {
    /// The columns.
    public var raw: RawTable

    /// An empty table.
    public init() { raw = RawTable(name: Column.table, specs: Column.specs) }

    /// The number of rows.
    public var count: Int { raw.count }
    /// The rows' indices.
    public var rows: Range<Int> { 0..<raw.count }

    /// The cells of a text column; `nil` if the source does not have it.
    public func texts(_ column: Column) -> TextColumn? { raw.texts(column.rawValue) }
    /// The cells of an integer column; `nil` if the source does not have it.
    public func integers(_ column: Column) -> [Int32]? { raw.integers(column.rawValue) }
    /// The cells of a number column; `nil` if the source does not have it.
    public func numbers(_ column: Column) -> [Double]? { raw.numbers(column.rawValue) }
    /// The row with the given identifier.
    public func row(of identifier: String) -> Int? { raw.row(of: identifier) }

    /// A text cell; empty where nothing was given.
    public func text(_ column: Column, _ row: Int) -> String { texts(column)?[row] ?? "" }

    /// An integer cell; `nil` where nothing was given.
    public func integer(_ column: Column, _ row: Int) -> Int32? {
        guard let value = integers(column)?[row], value != Cell.absent else { return nil }
        return value
    }

    /// A number cell; `nil` where nothing was given.
    public func number(_ column: Column, _ row: Int) -> Double? {
        guard let value = numbers(column)?[row], !value.isNaN else { return nil }
        return value
    }

    /// A reference, calendar or choice; `nil` where nothing was given.
    public func reference(_ column: Column, _ row: Int) -> Int? {
        guard let value = integers(column)?[row], value != Cell.none else { return nil }
        return Int(value)
    }

    /// A date; `nil` where nothing was given.
    public func date(_ column: Column, _ row: Int) -> LocalDateTime? {
        integer(column, row).map(LocalDateTime.init(minutes:))
    }
}

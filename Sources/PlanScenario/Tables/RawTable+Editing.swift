import PlanModel
import PlanStatistics

/// How edits write into columns: one that the source does not have is made when something is written to it.
extension RawTable {
    /// What an empty cell of a column holds.
    private func absent(_ column: Int) -> Int32 {
        switch specs[column].kind {
        case .reference, .element, .calendar, .choice: Cell.none
        default: Cell.absent
        }
    }

    /// An empty column.
    private func emptyColumn(_ column: Int) -> ColumnData {
        switch specs[column].kind {
        case .identifier, .text, .list, .outcomes: .texts(TextColumn(repeatElement("", count: count)))
        case .number: .numbers(Array(repeating: .nan, count: count))
        default: .integers(Array(repeating: absent(column), count: count))
        }
    }

    /// Lets `body` write to the cells of an integer column.
    mutating func withIntegers(_ column: Int, _ body: (inout [Int32]) -> Void) {
        guard case .integers(var cells) = columns[column] ?? emptyColumn(column) else {
            preconditionFailure("no integer column")
        }
        columns[column] = nil
        body(&cells)
        columns[column] = .integers(cells)
    }

    /// Lets `body` write to the cells of a number column.
    mutating func withNumbers(_ column: Int, _ body: (inout [Double]) -> Void) {
        guard case .numbers(var cells) = columns[column] ?? emptyColumn(column) else { preconditionFailure("no number column") }
        columns[column] = nil
        body(&cells)
        columns[column] = .numbers(cells)
    }

    /// Replaces cells of a text column; `nil` leaves one as it is.
    mutating func replaceTexts(_ column: Int, _ text: (Int) -> String?) {
        guard case .texts(let cells) = columns[column] ?? emptyColumn(column) else { preconditionFailure("no text column") }
        columns[column] = .texts(TextColumn((0..<count).map { text($0) ?? cells[$0] }))
    }

    /// Adds empty rows after the last; an identifier column must be filled by `fillIdentifiers`.
    mutating func appendRows(_ number: Int) {
        // So that the lines of rows before stay what they are.
        if let source, count == 0 { self.source = TableSource(file: source.file, jumps: []) }
        for column in columns.indices {
            switch columns[column] {
            case .texts(var texts)?:
                for _ in 0..<number { texts.append("") }
                columns[column] = .texts(texts)
            case .integers(let cells)?:
                columns[column] = .integers(cells + Array(repeating: absent(column), count: number))
            case .numbers(let cells)?: columns[column] = .numbers(cells + Array(repeating: .nan, count: number))
            case nil: break
            }
        }
        for place in extras.indices {
            for _ in 0..<number { extras[place].cells.append("") }
        }
        count += number
    }

    /// Adds rows of the given identifiers, empty otherwise.
    ///
    /// - Precondition: no row has one of them.
    /// - Returns: the first new row.
    mutating func appendRows(identifiers: [String]) -> Int {
        let first = count
        appendRows(identifiers.count)
        replaceTexts(0) { $0 < first ? nil : identifiers[$0 - first] }
        guard case .texts(let texts)? = columns[0] else { return first }
        let known = index?.identities ?? (0..<first).map { Identity.of(texts[$0]) }
        index = IdentifierIndex(texts, identities: known + identifiers.map { Identity.of($0) }) { row, _ in
            preconditionFailure("two rows are called \(texts[row])")
        }
        return first
    }

    /// Takes rows away; for tables that nobody refers to.
    mutating func removeRows(_ gone: Set<Int>) {
        guard !gone.isEmpty else { return }
        precondition(index == nil, "other tables may name its rows")
        let kept = (0..<count).filter { !gone.contains($0) }
        if let source {
            let jumps = kept.enumerated().map { (row: $0, line: source.line(ofRow: $1)) }
            self.source = TableSource(file: source.file, jumps: jumps)
        }
        for column in columns.indices {
            switch columns[column] {
            case .texts(let texts)?: columns[column] = .texts(TextColumn(kept.map { texts[$0] }))
            case .integers(let cells)?: columns[column] = .integers(kept.map { cells[$0] })
            case .numbers(let cells)?: columns[column] = .numbers(kept.map { cells[$0] })
            case nil: break
            }
        }
        for place in extras.indices {
            extras[place].cells = TextColumn(kept.map { [cells = extras[place].cells] in cells[$0] })
        }
        count = kept.count
    }
}

/// The same by the names of columns.
extension Table {
    mutating func set(_ column: Column, _ row: Int, _ value: Int32) {
        raw.withIntegers(column.rawValue) { $0[row] = value }
    }

    mutating func set(_ column: Column, _ row: Int, _ value: Double) {
        raw.withNumbers(column.rawValue) { $0[row] = value }
    }

    mutating func set(_ column: Column, _ row: Int, _ value: LocalDateTime) { set(column, row, value.minutes) }

    /// Empties cells of a column that the source has.
    mutating func clear(_ column: Column, _ rows: [Int]) {
        switch raw.columns[column.rawValue] {
        case .integers?:
            let isReference =
                switch Column.specs[column.rawValue].kind {
                case .reference, .element, .calendar, .choice: true
                default: false
                }
            raw.withIntegers(column.rawValue) { cells in
                for row in rows { cells[row] = isReference ? Cell.none : Cell.absent }
            }
        case .numbers?: raw.withNumbers(column.rawValue) { cells in for row in rows { cells[row] = .nan } }
        case .texts?:
            let gone = Set(rows)
            raw.replaceTexts(column.rawValue) { gone.contains($0) ? "" : nil }
        case nil: break
        }
    }
}

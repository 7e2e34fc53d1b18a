import PlanModel

/// Walks the rows of one table and reads the fields of the row at hand; what is malformed becomes a fault with its line and field.
@safe struct XERRows<Column: XERColumn> {
    private let text: XERText
    private let file: String
    private let table: XERTable
    private let fieldNames: [String]
    /// The place of each case in a row; −1 for a field that the table does not have.
    private let places: [Int]
    /// Where the fields of the row at hand begin and end.
    private var starts: [Int], ends: [Int]
    /// How many rows have a value other than zero in each field.
    private var filled: [Int]
    private var next = 0
    /// The line of the row at hand.
    private(set) var line = 0
    private(set) var faults = FaultList()

    init(_ table: XERTable, text: XERText, file: String) {
        (self.table, self.text, self.file) = (table, text, file)
        let names = table.fields ?? []
        fieldNames = names
        let placeOfName = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        places = Column.names.map { spellings in
            spellings.split(separator: " ").lazy.compactMap { placeOfName[String($0)] }.first ?? -1
        }
        (starts, ends) = (Array(repeating: 0, count: names.count), Array(repeating: 0, count: names.count))
        filled = Array(repeating: 0, count: names.count)
        for column in Column.required where places[column.rawValue] < 0 && !table.records.isEmpty {
            faults.add(
                Fault(
                    code: "missing-column", file: file, line: table.line, column: column.path,
                    message: "the table has no such field (expected it among the names after %F)"))
        }
    }

    /// Whether the table has the fields that it cannot do without.
    var isReadable: Bool { faults.isEmpty }

    /// Steps to the next row; `false` after the last.
    mutating func advance() -> Bool {
        guard next < table.records.count else { return false }
        let record = table.records[next]
        next += 1
        line = Int(record.line)
        split(Int(record.start)..<Int(record.end))
        return true
    }

    private mutating func split(_ range: Range<Int>) {
        let bytes = unsafe text.bytes
        var (place, start, at) = (0, range.lowerBound, range.lowerBound)
        let count = starts.count
        while true {
            while unsafe at < range.upperBound && bytes[at] != 0x09 { at += 1 }
            if place < count {
                (starts[place], ends[place]) = (start, at)
                if at > start, saysSomething(start..<at) { filled[place] += 1 }
            } else if at > start {
                return refuseLong(start..<range.upperBound)
            }
            place += 1
            guard at < range.upperBound else { break }
            at += 1
            start = at
        }
        // P6 leaves out empty fields at the end of a row.
        while place < count {
            (starts[place], ends[place]) = (range.upperBound, range.upperBound)
            place += 1
        }
    }

    /// Whether a value is more than zero in some spelling.
    private func saysSomething(_ range: Range<Int>) -> Bool {
        for at in range {
            let byte = unsafe text.bytes[at]
            if byte != 0x30, byte != 0x2e { return true }
        }
        return false
    }

    private mutating func refuseLong(_ rest: Range<Int>) {
        let found = unsafe quoted(UnsafeBufferPointer(rebasing: text.bytes[rest]))
        faults.add(
            Fault(
                code: "field-count", file: file, line: line, column: Column.table,
                message:
                    "the row has more values than the table has fields (expected \(fieldNames.count)) (found \(found) beyond)"))
    }

    private func range(_ column: Column) -> Range<Int> {
        let place = places[column.rawValue]
        return place < 0 ? 0..<0 : starts[place]..<ends[place]
    }

    private func bytes(_ column: Column) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(rebasing: text.bytes[range(column)])
    }

    /// Whether the field holds nothing.
    func isEmpty(_ column: Column) -> Bool { range(column).isEmpty }

    /// A text; empty where nothing was given.
    func text(_ column: Column) -> String { text.text(range(column)) }

    /// Whether the field holds this word, in capitals or not.
    func has(_ column: Column, _ word: StaticString) -> Bool {
        let bytes = unsafe bytes(column)
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        for at in 0..<bytes.count where unsafe (bytes[at] ^ word.utf8Start[at]) & 0xdf != 0 { return false }
        return true
    }

    /// A key that a row cannot do without; 0 after a fault.
    mutating func requiredKey(_ column: Column) -> Int {
        if let key = key(column) { return key }
        if isEmpty(column) { refuse("missing-value", column, "a value is required here (expected a whole number)") }
        return 0
    }

    /// A key of this or another table.
    mutating func key(_ column: Column) -> Int? {
        let bytes = unsafe bytes(column)
        if bytes.isEmpty { return nil }
        var value = 0
        let isNegative = unsafe bytes[0] == 0x2d
        guard bytes.count <= 18, !isNegative || bytes.count > 1 else {
            return refuse("bad-key", column, "no key (expected a whole number)")
        }
        for at in (isNegative ? 1 : 0)..<bytes.count {
            let digit = unsafe Int(bytes[at]) - 0x30
            guard (0...9).contains(digit) else { return refuse("bad-key", column, "no key (expected a whole number)") }
            value = value * 10 + digit
        }
        return isNegative ? -value : value
    }

    /// A number; P6 writes the decimal point that its currency has.
    mutating func number(_ column: Column) -> Double? {
        let bytes = unsafe bytes(column)
        if bytes.isEmpty { return nil }
        if let value = unsafe FieldParser.wholeNumber(bytes) { return value }
        if let value = unsafe PrimaveraFields.numberWithComma(bytes) { return value }
        return refuse("bad-number", column, "no number (expected a decimal number such as 8 or 7.5)")
    }

    /// Hours as whole minutes.
    mutating func minutes(_ column: Column) -> Int32? {
        guard let hours = number(column) else { return nil }
        if let minutes = PrimaveraFields.minutes(hours: hours) { return minutes }
        return refuse("too-long", column, "out of range (expected less than 1,000 years of hours)")
    }

    /// A duration, which cannot be negative.
    mutating func duration(_ column: Column) -> Int32? {
        guard let minutes = minutes(column) else { return nil }
        return minutes >= 0 ? minutes : refuse("bad-duration", column, "a negative duration (expected 0 or more hours)")
    }

    /// A date and time.
    mutating func date(_ column: Column) -> LocalDateTime? {
        let bytes = unsafe bytes(column)
        if bytes.isEmpty { return nil }
        switch unsafe PrimaveraFields.date(bytes) {
        case .success(let date): return date
        case .failure(let refusal): return refuse(refusal.code, column, "no date (\(refusal.expected))")
        }
    }

    /// `Y` or `N`.
    mutating func flag(_ column: Column) -> Bool? {
        if isEmpty(column) { return nil }
        if has(column, "Y") { return true }
        if has(column, "N") { return false }
        return refuse("bad-flag", column, "no flag (expected Y or N)")
    }

    /// One of P6's code words; a word that is none of them is a fault.
    mutating func code<Value>(_ column: Column, _ words: [(StaticString, Value)]) -> Value? {
        if isEmpty(column) { return nil }
        for index in words.indices where has(column, words[index].0) { return words[index].1 }
        let known = words.map { "\($0.0)" }.joined(separator: ", ")
        return refuse("unknown-word", column, "no code that is known (expected one of \(known))")
    }

    @discardableResult
    mutating func refuse<Value>(_ code: String, _ column: Column, _ message: String) -> Value? {
        let found = unsafe quoted(bytes(column))
        let shown = isEmpty(column) ? "nothing" : found
        faults.add(Fault(code: code, file: file, line: line, column: column.path, message: "\(message) (found \(shown))"))
        return nil
    }

    mutating func refuse(_ code: String, _ column: Column, _ message: String) {
        let _: Int? = refuse(code, column, message)
    }

    /// Counts the fields with values that nobody asked for; called after the last row.
    func countUnread(_ losses: inout LossLedger) {
        let read = Set(places)
        var (derived, bookkeeping) = (0, 0)
        for place in fieldNames.indices where !read.contains(place) && filled[place] > 0 {
            if XERLosses.isDerived(fieldNames[place]) {
                derived += filled[place]
            } else if XERLosses.isBookkeeping(fieldNames[place]) {
                bookkeeping += filled[place]
            } else {
                losses.add(
                    .dropped, "\(Column.table).\(fieldNames[place])", "a plan has no place for it", line: table.line,
                    count: filled[place])
            }
        }
        let name = Column.table
        if derived > 0 {
            losses.add(
                .dropped, "\(name), derived fields", "dates, floats and totals are computed anew", line: table.line,
                count: derived)
        }
        if bookkeeping > 0 {
            losses.add(
                .dropped, "\(name), P6's bookkeeping", "keys, flags and stamps of P6's own", line: table.line,
                count: bookkeeping)
        }
    }
}

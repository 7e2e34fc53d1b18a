import PlanModel
import PlanStatistics

/// The rows of one piece of a CSV file, as columns; lines and rows count from the piece's beginning.
struct TablePiece: Sendable {
    private(set) var rows = 0
    /// Line ends in the piece.
    private(set) var lines = 0
    /// Rows that do not stand on the line after their predecessor.
    private(set) var jumps: [(row: Int, line: Int)] = []
    private(set) var faults = FaultList()
    /// Whether quotes are out of order, so that the cutting into pieces cannot be trusted.
    private(set) var isMalformed = false
    /// The sum of the rows' hashes: the same for any order of rows.
    private(set) var contentHash: UInt64 = 0

    private let specs: [ColumnSpec]
    private let targets: [Int?]
    private let names: [String]
    private let units: WorkUnits
    private let file: String
    /// The cells, by place in the file.
    private(set) var columns: [ColumnBuilder]

    init(header: TableHeader, specs: [ColumnSpec], units: WorkUnits, file: String) {
        (self.specs, targets, names, self.units, self.file) = (specs, header.targets, header.names, units, file)
        columns = zip(header.forms, header.targets).map { form, target in
            ColumnBuilder(form: form, isFilled: target.map { specs[$0].isFilled } ?? false)
        }
    }

    /// Reads all records of the piece.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = unsafe RecordScanner(bytes, from: 0)
        var expectedLine = 0
        while !scanner.isAtEnd {
            let (start, line) = (scanner.position, scanner.lines)
            if unsafe bytes[start] == 0x0a || (bytes[start] == 0x0d && start + 1 < bytes.count && bytes[start + 1] == 0x0a) {
                scanner.skipEmptyLine()
                continue
            }
            if line != expectedLine { jumps.append((rows, line)) }
            readRecord(&scanner, line)
            expectedLine = line + 1
            let end = unsafe trimmedEnd(bytes, start, scanner.position)
            unsafe contentHash &+= Identity.of(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            rows += 1
            if rows % PendingReferences.batch == 0 { unsafe resolveReferences(in: bytes) }
            if rows == 64 { reserve(bytes.count / scanner.position * 66) }
        }
        unsafe resolveReferences(in: bytes)
        lines = scanner.lines
        faults.sort()
    }

    /// Looks up the references of the rows since the last time.
    private mutating func resolveReferences(in bytes: UnsafeBufferPointer<UInt8>) {
        for place in columns.indices where columns[place].isReference {
            var dangling: [(row: Int, message: String, code: String)] = []
            unsafe columns[place].resolvePending(in: bytes) { cell, field, refusal in
                unsafe dangling.append((cell, refusal.expected + Self.found(field), refusal.code))
            }
            for fault in dangling { add(fault.code, place, line(ofRow: fault.row), fault.message) }
        }
    }

    /// Room for about so many rows, so that columns do not move as they grow.
    private mutating func reserve(_ count: Int) {
        for place in columns.indices { columns[place].reserve(count, after: rows) }
    }

    private func line(ofRow row: Int) -> Int {
        let jump = jumps.last { $0.row <= row }
        return jump.map { $0.line + row - $0.row } ?? row
    }

    private func trimmedEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var end = end
        while unsafe end > start && (bytes[end - 1] == 0x0a || bytes[end - 1] == 0x0d) { end -= 1 }
        return end
    }

    @inline(__always)
    private mutating func readRecord(_ scanner: inout RecordScanner, _ line: Int) {
        var place = 0
        var end = RecordScanner.End.comma
        while end == .comma {
            end = scanner.next()
            if place < columns.count {
                let field = unsafe scanner.field
                if let fault = scanner.fault {
                    columns[place].appendEmpty()
                    refuse(fault, place, line)
                } else if field.isEmpty {
                    columns[place].appendEmpty()
                    if columns[place].isFilled { add("missing-value", place, line, "a value is required here (found none)") }
                } else if columns[place].isReference, let start = scanner.inputOffset {
                    unsafe columns[place].appendPending(field, at: start)
                } else if let refusal = unsafe columns[place].append(field, units: units) {
                    unsafe add(refusal.code, place, line, refusal.expected + Self.found(field))
                }
            }
            place += 1
        }
        if place != columns.count { repair(fields: place, line) }
    }

    private mutating func refuse(_ fault: RecordScanner.Fault, _ place: Int, _ line: Int) {
        if fault == .strayQuote || fault == .openQuote { isMalformed = true }
        add(fault.rawValue, place, line, fault.expected)
    }

    private mutating func repair(fields: Int, _ line: Int) {
        for place in min(fields, columns.count)..<columns.count { columns[place].appendEmpty() }
        faults.add(
            Fault(
                code: "field-count", file: file, line: line,
                message: "the row has \(fields) fields, expected \(columns.count) as in the header"))
    }

    private mutating func add(_ code: String, _ place: Int, _ line: Int, _ message: String) {
        faults.add(Fault(code: code, file: file, line: line, column: names[place], message: message))
    }

    private static func found(_ field: UnsafeBufferPointer<UInt8>) -> String { unsafe " (found \(quoted(field)))" }
}

/// A field as messages show it: in quotes, cut after 60 characters, control characters written out.
func quoted(_ field: UnsafeBufferPointer<UInt8>) -> String {
    let text = unsafe String(decoding: field.prefix(240), as: UTF8.self)
    let shown = text.prefix(60).map { $0.isASCII && $0.asciiValue! < 32 ? $0.debugDescription.dropQuotes : String($0) }.joined()
    return "\"\(shown)\(text.count > 60 || field.count > 240 ? "…" : "")\""
}

extension String {
    fileprivate var dropQuotes: String { String(dropFirst().dropLast()) }
}

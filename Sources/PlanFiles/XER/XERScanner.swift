import Glibc
import PlanModel

/// Cuts an XER file into its tables and rows, in one pass; fields are left for later.
///
/// Lines end with LF, CR LF or CR, mixed as they come. A record begins with `%T` (table), `%F` (field names), `%R` (row) or `%E` (end);
/// a line that does not begin with `%` and follows a row that is too short carries that row on, because memos may hold raw line breaks.
@safe struct XERScanner {
    private let text: XERText
    private let bytes: UnsafeBufferPointer<UInt8>
    private let file: String
    private(set) var tables: [XERTable] = []
    /// The fields of the first line: `ERMHDR`, version, date, …
    private(set) var header: [String] = []
    private(set) var faults = FaultList()
    private(set) var losses = LossLedger()
    private var line = 0
    /// Where the next line feed stands, at the file's end where there is none.
    private var nextFeed = -1
    /// Whether a table is being read, and whether the last record was `%E`.
    private var (isInTable, hasEnded) = (false, false)

    init(_ text: XERText, file: String) {
        (self.text, self.file) = (text, file)
        unsafe self.bytes = unsafe text.bytes
    }

    /// Reads all lines.
    mutating func scan() {
        var at = unsafe bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        while unsafe at < bytes.count {
            let (end, next) = lineEnd(from: at)
            line += 1
            record(at..<end)
            at = next
        }
        if !hasEnded {
            refuse("truncated", "the file ends without %E (expected %E as the last record); rows may be missing")
        }
    }

    /// Where the line from `start` ends, and where the next one begins.
    private mutating func lineEnd(from start: Int) -> (end: Int, next: Int) {
        let base = unsafe bytes.baseAddress!
        let count = unsafe bytes.count
        if nextFeed < start {
            nextFeed = count
            if let address = unsafe memchr(base + start, 0x0a, count - start) {
                nextFeed = unsafe UnsafeRawPointer(address) - UnsafeRawPointer(base)
            }
        }
        let feed = nextFeed
        if let address = unsafe memchr(base + start, 0x0d, feed - start) {
            let end = unsafe UnsafeRawPointer(address) - UnsafeRawPointer(base)
            return (end, end + 1 == feed && feed < count ? feed + 1 : end + 1)
        }
        return (feed, min(feed + 1, count))
    }

    private mutating func record(_ range: Range<Int>) {
        let start = range.lowerBound
        let isRecord = unsafe range.count >= 2 && bytes[start] == 0x25
        guard isRecord, unsafe range.count == 2 || bytes[start + 2] == 0x09 || bytes[start + 2] == 0x20 else {
            return otherLine(range)
        }
        hasEnded = false
        switch unsafe bytes[start + 1] {
        case 0x54: beginTable(range)
        case 0x46: nameFields(range)
        case 0x52: addRow(range)
        case 0x45: (isInTable, hasEnded) = (false, true)
        default:
            losses.add(
                .dropped, unsafe String(decoding: bytes[start..<start + 2], as: UTF8.self), "no kind of record that is known",
                line: line)
        }
    }

    private mutating func beginTable(_ range: Range<Int>) {
        let name = fields(range).first ?? ""
        isInTable = true
        if name.isEmpty { refuse("missing-value", "a table without a name (expected %T and the table's name)") }
        tables.append(XERTable(name: name.uppercased(), line: line))
    }

    private mutating func nameFields(_ range: Range<Int>) {
        guard isInTable, tables[tables.count - 1].fields == nil else {
            return refuse("misplaced-record", "field names out of place (expected %F once, right after %T)")
        }
        var names = fields(range).map { $0.lowercased() }
        while names.last == "" { names.removeLast() }
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            refuse("duplicate-column", "the field is named twice (expected each name once) (found \"\(quotable(name))\")")
        }
        tables[tables.count - 1].fields = names
    }

    private mutating func addRow(_ range: Range<Int>) {
        guard isInTable, tables[tables.count - 1].fields != nil else {
            return refuse("misplaced-record", "a row without field names (expected %T and %F before %R)")
        }
        let start = min(range.lowerBound + 3, range.upperBound)
        tables[tables.count - 1].records.append(
            .init(start: UInt32(start), end: UInt32(range.upperBound), line: UInt32(line)))
    }

    /// The first line, an empty one, or the rest of a row with a raw line break in it.
    private mutating func otherLine(_ range: Range<Int>) {
        if unsafe bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x1a || $0 == 0 }) { return }
        if line == 1, unsafe bytes[range].starts(with: Array("ERMHDR".utf8)) {
            header = split(range)
        } else if isInTable, let last = tables[tables.count - 1].records.last, isShort(last) {
            let place = tables[tables.count - 1].records.count - 1
            tables[tables.count - 1].records[place].end = UInt32(range.upperBound)
            losses.add(
                .changed, tables[tables.count - 1].name, "a line break inside a field; the row goes on over it", line: line)
        } else {
            let found = unsafe quoted(UnsafeBufferPointer(rebasing: bytes[range]))
            refuse("not-a-record", "no record (expected a line that begins with %T, %F, %R or %E) (found \(found))")
        }
    }

    private func isShort(_ record: XERTable.Record) -> Bool {
        let tabs = unsafe bytes[Int(record.start)..<Int(record.end)].count { $0 == 0x09 }
        return tabs + 1 < tables[tables.count - 1].fields!.count
    }

    /// The texts behind the record's two letters.
    private func fields(_ range: Range<Int>) -> [String] { Array(split(range).dropFirst()) }

    private func split(_ range: Range<Int>) -> [String] {
        let parts = unsafe bytes[range].split(separator: 0x09, omittingEmptySubsequences: false)
        return unsafe (0..<parts.count).map { unsafe text.text(parts[$0].startIndex..<parts[$0].endIndex) }
    }

    private mutating func refuse(_ code: String, _ message: String) {
        faults.add(Fault(code: code, file: file, line: max(line, 1), message: message))
    }
}

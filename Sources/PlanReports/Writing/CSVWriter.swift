public import PlanModel

/// Writes CSV to bytes as it goes: RFC 4180, UTF-8, lines that end with CR LF, one header row.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is no number) is
/// written with an apostrophe before it, by which spreadsheets show it as text: a result of a stranger's plan is opened by leaders, not by
/// programs alone. All other cells are exact, and JSON is exact everywhere.
///
/// Source: OWASP, "CSV Injection".
public struct CSVWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// A writer that has written a header.
    public init(header: [String]) {
        for name in header { cell(name) }
        endRow()
    }

    /// Ends a row.
    public mutating func endRow() {
        bytes.append(text: "\r\n")
        isFirst = true
    }

    /// A text; an empty cell for none.
    public mutating func cell(_ value: String?) {
        separate()
        guard var value else { return }
        value.withUTF8 { utf8 in quoted(unsafe utf8.span) }
    }

    /// A text of a column, straight from its bytes.
    public mutating func cell(_ texts: TextColumn, _ row: Int) {
        separate()
        quoted(texts.bytes.span.extracting(texts.range(row)))
    }

    /// A whole number; an empty cell for none.
    public mutating func cell(_ value: Int?) {
        separate()
        if let value { bytes.append(decimal: value) }
    }

    /// A number with the fewest digits that read back as the same; an empty cell for none.
    public mutating func cell(_ value: Double?) {
        separate()
        if let value, value.isFinite { bytes.append(text: value.description) }
    }

    /// `yes` or `no`.
    public mutating func cell(_ value: Bool) {
        separate()
        bytes.append(text: value ? "yes" : "no")
    }

    /// A date and time as `2026-11-22T17:00`; an empty cell for none.
    public mutating func cell(_ value: LocalDateTime?) {
        separate()
        if let value { bytes.append(date: value) }
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func quoted(_ text: Span<UInt8>) {
        var needsQuotes = false
        for place in text.indices where Self.isSpecial(text[place]) { needsQuotes = true }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if Self.isFormula(text) { bytes.append(UInt8(ascii: "'")) }
        for place in text.indices {
            if text[place] == UInt8(ascii: "\"") { bytes.append(UInt8(ascii: "\"")) }
            bytes.append(text[place])
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }

    /// Whether a spreadsheet would compute a text.
    private static func isFormula(_ text: Span<UInt8>) -> Bool {
        guard text.count > 1 else { return false }
        switch text[0] {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            // Digits and points after a sign are a number, and as harmless as one.
            for place in 1..<text.count where !(0x30...0x39).contains(text[place]) && text[place] != UInt8(ascii: ".") {
                return true
            }
            return false
        default: return false
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}

import PlanModel

/// Reads the fields of one record; what is malformed becomes a fault with its line and element.
struct PMXMLRow<Field: PMXMLField> {
    let record: XMLRecord
    let file: String
    private(set) var faults = FaultList()

    init(_ record: XMLRecord, file: String) { (self.record, self.file) = (record, file) }

    /// The line on which the record begins.
    var line: Int { record.line }

    /// A text; empty where there is none.
    func text(_ field: Field) -> String { record.string(field) ?? "" }

    /// A key that a row cannot do without; 0 after a fault.
    mutating func requiredKey(_ field: Field) -> Int {
        if record.range(field) == nil { refuse("missing-value", field, "a value is required here (expected a whole number)") }
        return key(field) ?? 0
    }

    /// A key of this or another table.
    mutating func key(_ field: Field) -> Int? {
        guard let text = record.string(field) else { return nil }
        if text.utf8.count <= 18, let value = Int(text) { return value }
        refuse("bad-key", field, "no key (expected a whole number)")
        return nil
    }

    /// A finite number.
    mutating func number(_ field: Field) -> Double? {
        guard let text = record.string(field) else { return nil }
        if text.utf8.count <= 40, let value = Double(text), value.isFinite { return value }
        refuse("bad-number", field, "no number (expected a decimal number such as 8 or 7.5)")
        return nil
    }

    /// Hours as whole minutes.
    mutating func minutes(_ field: Field) -> Int32? {
        guard let hours = number(field) else { return nil }
        if let minutes = PrimaveraFields.minutes(hours: hours) { return minutes }
        refuse("too-long", field, "out of range (expected less than 1,000 years of hours)")
        return nil
    }

    /// A duration, which cannot be negative.
    mutating func duration(_ field: Field) -> Int32? {
        guard let minutes = minutes(field) else { return nil }
        if minutes >= 0 { return minutes }
        refuse("bad-duration", field, "a negative duration (expected 0 or more hours)")
        return nil
    }

    /// A date and time.
    mutating func date(_ field: Field) -> LocalDateTime? {
        guard let range = record.range(field) else { return nil }
        var reader = ByteReader(record.text, range)
        if let date = reader.date() { return date }
        refuse("bad-date", field, "no date (expected one such as 2026-11-22T17:00:00, of the years 1 to 5999)")
        return nil
    }

    /// A time of day, minutes since midnight.
    mutating func time(_ field: Field) -> Int? {
        guard let range = record.range(field) else { return nil }
        var reader = ByteReader(record.text, range)
        if let time = reader.timeOfDay(), time <= 1440 { return time }
        refuse("bad-time", field, "no time of day (expected one such as 08:00:00)")
        return nil
    }

    /// `1` or `0`, `true` or `false`.
    mutating func flag(_ field: Field) -> Bool? {
        guard let text = record.string(field) else { return nil }
        switch text {
        case "1", "true": return true
        case "0", "false": return false
        default:
            refuse("bad-flag", field, "no flag (expected 0, 1, true or false)")
            return nil
        }
    }

    /// One of P6's words; a word that is none of them is a fault.
    mutating func code<Value>(_ field: Field, _ words: KeyValuePairs<String, Value>) -> Value? {
        guard let text = record.string(field) else { return nil }
        if let pair = words.first(where: { $0.key == text }) { return pair.value }
        refuse("unknown-word", field, "no word that is known (expected one of \(words.map(\.key).joined(separator: ", ")))")
        return nil
    }

    mutating func refuse(_ code: String, _ field: Field, _ message: String) {
        let found = record.string(field).map { "\"\(quotable($0))\"" } ?? "nothing"
        let line = record.has(field) ? record.line(of: field) : record.line
        faults.add(
            Fault(
                code: code, file: file, line: line, column: Field.elements[field.rawValue],
                message: "\(message) (found \(found))"))
    }
}

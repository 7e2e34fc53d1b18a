import PlanModel

/// Fields as values: `nil` where the element is missing or empty; what is no value becomes a fault.
extension XMLRecord {
    /// A whole number of 32 bits.
    func integer(_ field: some XMLField, _ notes: inout XMLNotes) -> Int32? {
        guard let range = range(field) else { return nil }
        var digits = ByteReader(text, range)
        let isNegative = digits.skip(0x2D)
        if let value = digits.number(), digits.isAtEnd, value <= Int(Int32.max) { return Int32(isNegative ? -value : value) }
        notes.refuse(self, field, "bad-number", "a whole number of 32 bits")
        return nil
    }

    /// A finite number.
    func number(_ field: some XMLField, _ notes: inout XMLNotes) -> Double? {
        guard let range = range(field) else { return nil }
        if range.count <= 40, let value = Double(String(decoding: text[range], as: UTF8.self)), value.isFinite { return value }
        notes.refuse(self, field, "bad-number", "a number")
        return nil
    }

    /// `1`, `0`, `true` or `false`; `false` where there is none.
    func flag(_ field: some XMLField, _ notes: inout XMLNotes) -> Bool {
        guard let range = range(field) else { return false }
        if range.count == 1, text[range.lowerBound] == 0x31 || text[range.lowerBound] == 0x30 {
            return text[range.lowerBound] == 0x31
        }
        switch String(decoding: text[range], as: UTF8.self).lowercased() {
        case "true", "y": return true
        case "false", "n": return false
        default:
            notes.refuse(self, field, "bad-flag", "0, 1, true or false")
            return false
        }
    }

    /// `2026-11-22T17:00:00`; seconds are rounded to the minute, fractions of them and time zones are dropped.
    func date(_ field: some XMLField, _ notes: inout XMLNotes) -> LocalDateTime? {
        guard let range = range(field) else { return nil }
        var reader = ByteReader(text, range)
        if let date = reader.date() { return date }
        notes.refuse(self, field, "bad-date", "a date such as 2026-11-22T17:00:00, of the years 1 to 5999")
        return nil
    }
}

import PlanModel

/// How MSPDI counts time.
enum MSPDIUnits {
    /// Whether a duration or lag of this format runs around the clock: minutes, hours, days, weeks, months; plus 32 for estimates.
    static func isElapsed(_ format: Int32) -> Bool { [4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52].contains(format) }

    /// Whether a lag of this format is a share of the predecessor's duration.
    static func isPercent(_ format: Int32) -> Bool { [19, 20, 51, 52].contains(format) }
}

extension XMLRecord {
    /// `PT40H30M0S`, minutes, to the nearest one; never negative.
    func duration(_ field: some XMLField, _ notes: inout XMLNotes) -> Int32? {
        guard let range = range(field) else { return nil }
        var reader = ByteReader(text, range)
        guard let seconds = reader.isoSeconds(), reader.isAtEnd, seconds < 0x1p29 * 60 else {
            notes.refuse(self, field, "bad-duration", "a duration such as PT40H30M0S, less than 1,000 years")
            return nil
        }
        let minutes = (seconds / 60).rounded()
        if minutes * 60 != seconds {
            notes.losses.add(.changed, "Durations with seconds", "rounded to the nearest minute", line: line(of: field))
        }
        return Int32(minutes)
    }

    /// Money, which MSPDI counts in hundredths; `nil` where there is none.
    func money(_ field: some XMLField, _ notes: inout XMLNotes) -> Double? {
        guard let value = number(field, &notes), value != 0 else { return nil }
        if value < 0 {
            notes.losses.add(.dropped, "Negative costs", "a plan's costs are zero or more", line: line(of: field))
            return nil
        }
        return value / 100
    }
}

extension ByteReader {
    /// The seconds of an ISO 8601 duration of days, hours, minutes and seconds; a day is 24 hours.
    mutating func isoSeconds() -> Double? {
        guard skip(0x50) else { return nil }
        var total = 0.0
        if let days = number() {
            guard skip(0x44) else { return nil }
            total += Double(days) * 86_400
        }
        guard skip(0x54) else { return isAtEnd ? total : nil }
        for (mark, length) in [(UInt8(0x48), 3600.0), (0x4D, 60), (0x53, 1)] {
            let start = self
            guard let whole = number() else { break }
            var value = Double(whole)
            if skip(0x2E) || skip(0x2C) {
                let before = place
                guard let digits = number() else { return nil }
                var scale = 1.0
                for _ in before..<place { scale *= 10 }
                value += Double(digits) / scale
            }
            if skip(mark) { total += value * length } else { self = start }
        }
        return total
    }
}

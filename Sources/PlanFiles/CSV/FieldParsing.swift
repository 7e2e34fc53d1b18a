import PlanModel

/// Reads one field's bytes; what it cannot read it refuses with what was expected.
enum FieldParser {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Why a field is no value.
    struct Refusal: Error {
        var code: String
        var expected: String
    }

    /// `2026-11-22`, `2026-11-22T17:00`, `2026-11-22 17:00:00`; seconds must be zero.
    static func date(_ bytes: Bytes, dateMeansEnd: Bool) -> Result<Int32, Refusal> {
        let refusal = Refusal(code: "bad-date", expected: "expected a date such as 2026-11-22 or 2026-11-22T17:00")
        guard bytes.count >= 10, let year = unsafe digits(bytes, 0, 4), let month = unsafe digits(bytes, 5, 2),
            let day = unsafe digits(bytes, 8, 2), unsafe bytes[4] == 0x2d, unsafe bytes[7] == 0x2d
        else { return .failure(refusal) }
        var minute = dateMeansEnd ? 1440 : 0
        if bytes.count > 10 {
            guard bytes.count == 16 || bytes.count == 19, unsafe bytes[10] == 0x54 || bytes[10] == 0x20,
                let hour = unsafe digits(bytes, 11, 2), let minutes = unsafe digits(bytes, 14, 2), unsafe bytes[13] == 0x3a,
                minutes < 60,
                unsafe bytes.count == 16 || (bytes[16] == 0x3a && bytes[17] == 0x30 && bytes[18] == 0x30)
            else { return .failure(refusal) }
            minute = hour * 60 + minutes
        }
        guard let moment = LocalDateTime(year: year, month: month, day: day, minuteOfDay: minute) else {
            return .failure(Refusal(code: "impossible-date", expected: "no such date; years 0001 to 5999, times up to 24:00"))
        }
        return .success(moment.minutes)
    }

    /// A whole number of the given width, or `nil`.
    private static func digits(_ bytes: Bytes, _ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        var value = 0
        for offset in start..<start + count {
            let digit = unsafe Int(bytes[offset]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// A decimal number such as `12`, `-0.5`, `1e3`, read from `position` on; no infinities, no NaN.
    ///
    /// Exact to the last bit for up to 15 digits and powers of ten up to 22 (W. Clinger's fast path); beyond that the C library decides.
    static func number(_ bytes: Bytes, from position: inout Int) -> Double? {
        let start = position
        var mantissa: UInt64 = 0
        var (count, fraction, seen) = (0, 0, false)
        var at = position
        let negative = unsafe at < bytes.count && bytes[at] == 0x2d
        if unsafe at < bytes.count && (bytes[at] == 0x2d || bytes[at] == 0x2b) { at += 1 }
        var inFraction = false
        while at < bytes.count {
            let byte = unsafe bytes[at]
            if byte >= 0x30, byte <= 0x39 {
                seen = true
                if count < 19 { mantissa = mantissa * 10 + UInt64(byte - 0x30) }
                if mantissa > 0 { count += 1 }
                if inFraction { fraction += 1 }
            } else if byte == 0x2e, !inFraction {
                inFraction = true
            } else {
                break
            }
            at += 1
        }
        guard seen else { return nil }
        let hasExponent = unsafe at + 1 < bytes.count && (bytes[at] | 0x20) == 0x65 && (bytes[at + 1] < 0x40)
        if count <= 15, fraction <= 22, !hasExponent {
            position = at
            let value = Double(mantissa) / powersOfTen[fraction]
            return negative ? -value : value
        }
        if hasExponent {
            at += 2
            while unsafe at < bytes.count && bytes[at] >= 0x30 && bytes[at] <= 0x39 { at += 1 }
        }
        position = at
        guard let value = unsafe Double(String(decoding: bytes[start..<at], as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
        1e21,
        1e22,
    ]

    /// A whole field that is one number.
    static func wholeNumber(_ bytes: Bytes) -> Double? {
        var position = 0
        guard let value = unsafe number(bytes, from: &position), position == bytes.count else { return nil }
        return value
    }
}

import PlanModel

/// What reports append to bytes: texts, whole numbers and dates, without a string for each cell.
extension [UInt8] {
    /// Appends a text.
    @inline(__always)
    mutating func append(text: String) { append(contentsOf: text.utf8) }

    /// Appends a whole number in decimal digits.
    mutating func append(decimal value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        var divisor: UInt = 1
        while rest / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(rest / divisor))
            rest %= divisor
            divisor /= 10
        }
    }

    /// Appends a date and time as `2026-11-22T17:00`.
    mutating func append(date: LocalDateTime) {
        let (year, month, day) = date.date
        append(digits: year, count: 4)
        append(UInt8(ascii: "-"))
        append(digits: month, count: 2)
        append(UInt8(ascii: "-"))
        append(digits: day, count: 2)
        append(UInt8(ascii: "T"))
        append(digits: date.minuteOfDay / 60, count: 2)
        append(UInt8(ascii: ":"))
        append(digits: date.minuteOfDay % 60, count: 2)
    }

    private mutating func append(digits value: Int, count: Int) {
        var divisor = count == 4 ? 1000 : 10
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }
}

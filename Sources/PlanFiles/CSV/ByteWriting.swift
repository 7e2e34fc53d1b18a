import PlanModel

/// Texts and numbers appended as bytes, without a string in between.
extension [UInt8] {
    /// A whole number in decimal digits.
    mutating func append(number: Int) {
        if number < 0 { append(0x2d) }
        var (rest, digits) = (number.magnitude, 1)
        var power: UInt = 1
        while rest / power >= 10 {
            power *= 10
            digits += 1
        }
        for _ in 0..<digits {
            append(0x30 + UInt8(rest / power))
            rest %= power
            power /= 10
        }
    }

    /// A whole number from 0 on, with zeros in front up to a width.
    mutating func append(padded number: Int, width: Int) {
        var power = 1
        for _ in 1..<width { power *= 10 }
        while power > 0 {
            append(0x30 + UInt8(number / power % 10))
            power /= 10
        }
    }

    /// `2026-11-22`.
    mutating func append(dateOf moment: LocalDateTime) {
        let (year, month, day) = moment.date
        append(padded: year, width: 4)
        append(0x2d)
        append(padded: month, width: 2)
        append(0x2d)
        append(padded: day, width: 2)
    }

    /// A field as RFC 4180 wants it: in quotes only where it holds a quote, a comma or a line end.
    mutating func append(field bytes: ArraySlice<UInt8>) {
        guard bytes.contains(where: { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }) else {
            append(contentsOf: bytes)
            return
        }
        append(0x22)
        for byte in bytes {
            if byte == 0x22 { append(byte) }
            append(byte)
        }
        append(0x22)
    }

    /// A field given as a string.
    mutating func append(field text: String) { append(field: Array(text.utf8)[...]) }
}

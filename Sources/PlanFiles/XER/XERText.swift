import PlanModel

/// How the bytes of an XER file become text: UTF-8 where they are valid UTF-8, else Windows code page 1252, in which P6 writes by default.
@safe struct XERText {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether the file is UTF-8 (or ASCII, which is both).
    let isUTF8: Bool

    /// What the bytes 0x80 … 0x9F stand for; the five that the code page leaves open are the control characters of their number.
    static let upperControls: [UInt16] = [
        0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
        0x8f,
        0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e,
        0x0178,
    ]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = unsafe bytes
        isUTF8 = unsafe bytes.isEmpty || (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// The text of a field; two delete characters, as P6 writes them for a line break, are one.
    func text(_ range: Range<Int>) -> String {
        let field = unsafe UnsafeBufferPointer(rebasing: bytes[range])
        var (isASCII, hasBreak) = (true, false)
        for at in 0..<field.count {
            let byte = unsafe field[at]
            if byte >= 0x80 { isASCII = false }
            if byte == 0x7f { hasBreak = true }
        }
        let text = unsafe isUTF8 || isASCII ? String(decoding: field, as: UTF8.self) : Self.decoded(field)
        return hasBreak ? Self.withLineBreaks(text) : text
    }

    private static func decoded(_ field: UnsafeBufferPointer<UInt8>) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(field.count)
        for at in 0..<field.count {
            let byte = unsafe field[at]
            units.append((0x80...0x9f).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt16(byte))
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func withLineBreaks(_ text: String) -> String {
        var (result, pending) = (String.UnicodeScalarView(), false)
        for scalar in text.unicodeScalars {
            if scalar.value == 0x7f, pending {
                result.append("\n")
                pending = false
                continue
            }
            if pending { result.append("\u{7f}") }
            pending = scalar.value == 0x7f
            if !pending { result.append(scalar) }
        }
        return String(result)
    }
}

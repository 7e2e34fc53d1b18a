/// How many columns of a terminal a text takes.
///
/// A character (grapheme cluster) is as wide as its widest scalar: combining marks and format characters 0, East Asian wide and
/// full-width forms and emoji 2, all else 1. Source: Unicode Standard Annex 11, ranges of classes W and F.
public enum DisplayWidth {
    /// The columns of a text.
    public static func of(_ text: some StringProtocol) -> Int {
        text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + width($1) }
    }

    /// The text cut to so many columns, with an ellipsis where something is left out.
    public static func cut(_ text: String, to columns: Int) -> String {
        guard of(text) > columns, columns > 0 else { return columns > 0 ? text : "" }
        var (result, used) = ("", 0)
        for character in text {
            guard used + width(character) <= columns - 1 else { break }
            used += width(character)
            result.append(character)
        }
        return result + "…"
    }

    static func width(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.count > 1, scalars.contains(where: { $0.value == 0xFE0F || isRegionalIndicator($0) }) { return 2 }
        return scalars.reduce(0) { max($0, width($1)) }
    }

    private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        return wide.contains { $0.contains(value) }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
        0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
    ]
}

/// Text from a plan made safe to show: control characters, which could move a terminal's cursor or break a line, are spelled out.
public func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
        if !isControl(scalar) {
            result.unicodeScalars.append(scalar)
        } else if scalar == "\n" || scalar == "\r" || scalar == "\t" {
            result += scalar == "\n" ? "\\n" : scalar == "\r" ? "\\r" : "\\t"
        } else {
            result += "\\u{\(String(scalar.value, radix: 16))}"
        }
    }
}

/// Control characters, line separators, the marks that turn the direction of writing around, and what is no character.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
}

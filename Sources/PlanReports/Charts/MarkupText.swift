/// Text from a plan made safe for HTML and SVG.
extension [UInt8] {
    /// Appends a text so that it is shown as it is, between tags or within a quoted attribute.
    ///
    /// Control characters, marks that turn the direction of writing around, and characters that XML does not allow are spelled out.
    mutating func append(markup text: String) {
        for byte in visible(text).utf8 {
            switch byte {
            case UInt8(ascii: "&"): append(text: "&amp;")
            case UInt8(ascii: "<"): append(text: "&lt;")
            case UInt8(ascii: ">"): append(text: "&gt;")
            case UInt8(ascii: "\""): append(text: "&quot;")
            case UInt8(ascii: "'"): append(text: "&#39;")
            default: append(byte)
            }
        }
    }
}

/// The printable form of a text without the two characters that no XML may hold.
private func visible(_ text: String) -> String {
    let text = printable(text)
    guard text.unicodeScalars.contains(where: { $0.value & 0xFFFE == 0xFFFE }) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
        if scalar.value & 0xFFFE == 0xFFFE {
            result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
}

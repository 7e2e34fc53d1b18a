/// Text from a plan made safe for HTML and SVG.
extension [UInt8] {
    /// Appends a text so that it is shown as it is, between tags or within a quoted attribute.
    ///
    /// What `printable` spells out, no XML may hold.
    mutating func append(markup text: String) {
        for byte in printable(text).utf8 {
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

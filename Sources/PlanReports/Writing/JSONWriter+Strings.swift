public import PlanModel

/// Texts, with what JSON forbids in them escaped.
extension JSONWriter {
    /// A text; `null` for none.
    public mutating func string(_ value: String?) {
        guard var text = value else { return null() }
        separate()
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            let span = unsafe utf8.span
            for place in span.indices { escape(span[place]) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A text of a column, straight from its bytes.
    public mutating func string(_ texts: TextColumn, _ row: Int) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        let span = texts.bytes.span
        for place in texts.range(row) { escape(span[place]) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case UInt8(ascii: "\n"): bytes.append(text: "\\n")
        case UInt8(ascii: "\r"): bytes.append(text: "\\r")
        case UInt8(ascii: "\t"): bytes.append(text: "\\t")
        case 0..<0x20: bytes.append(text: byte < 16 ? "\\u000\(String(byte, radix: 16))" : "\\u00\(String(byte, radix: 16))")
        default: bytes.append(byte)
        }
    }
}

import PlanModel

/// An XML document that is being written: elements inside each other, one a line.
struct XMLText {
    private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)
    private var depth = 0

    /// An element that holds others; nothing is written if there is nothing in it.
    ///
    /// - Parameter attributes: as they stand in the tag, with a blank before them.
    mutating func group(_ name: String, attributes: String = "", _ body: (inout XMLText) -> Void) {
        let start = bytes.count
        indent()
        bytes += Array("<\(name)\(attributes)>\n".utf8)
        let inside = bytes.count
        depth += 1
        body(&self)
        depth -= 1
        if bytes.count == inside {
            bytes.removeLast(bytes.count - start)
        } else {
            indent()
            bytes += Array("</\(name)>\n".utf8)
        }
    }

    /// An element that holds a text; left out where there is none.
    mutating func field(_ name: String, _ value: String?) {
        guard let value else { return }
        indent()
        bytes += Array("<\(name)>".utf8)
        escape(value)
        bytes += Array("</\(name)>\n".utf8)
    }

    /// An element that holds a whole number.
    mutating func field(_ name: String, _ value: Int?) { field(name, value.map { String($0) }) }

    /// An element that holds yes or no.
    mutating func flag(_ name: String, _ value: Bool) { field(name, value ? "1" : "0") }

    /// An element that holds a date and time.
    mutating func date(_ name: String, _ value: LocalDateTime?) { field(name, value.map { "\($0):00" }) }

    /// An element that holds a duration, minutes.
    mutating func duration(_ name: String, _ minutes: Int32?) {
        field(name, minutes.map { "PT\($0 / 60)H\($0 % 60)M0S" })
    }

    /// An element that holds a number, whole ones without a point.
    mutating func number(_ name: String, _ value: Double?) { field(name, value.map(Self.spelled)) }

    /// An element that holds money, in hundredths.
    mutating func money(_ name: String, _ value: Double?) {
        number(name, value.map { ($0 * 100).rounded() == $0 * 100 ? $0 * 100 : ($0 * 1e8).rounded() / 1e6 })
    }

    private static func spelled(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
    }

    private mutating func indent() { bytes += Array(repeating: 0x09, count: depth) }

    /// The text with what XML reserves escaped; control characters, which XML cannot hold, become blanks.
    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case 0x26: bytes += Array("&amp;".utf8)
            case 0x3C: bytes += Array("&lt;".utf8)
            case 0x3E: bytes += Array("&gt;".utf8)
            case 0x0D: bytes += Array("&#13;".utf8)
            case 0x00..<0x20 where byte != 0x09 && byte != 0x0A: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
    }
}

/// Writes whole numbers, lists and texts, little end first.
struct ArchiveWriter {
    private(set) var bytes: [UInt8] = []

    /// A number, as many bytes as its type has.
    mutating func write<Number: FixedWidthInteger>(_ value: Number) { write(value, bytes: MemoryLayout<Number>.size) }

    /// The low bytes of a number.
    mutating func write<Number: FixedWidthInteger>(_ value: Number, bytes count: Int) {
        for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> Number(place * 8))) }
    }

    /// A number, bit by bit.
    mutating func write(_ value: Double) { write(value.bitPattern) }

    /// How many, then each.
    mutating func write<Element>(_ values: [Element], _ each: (inout Self, Element) -> Void) {
        write(UInt32(values.count))
        for value in values { each(&self, value) }
    }

    /// A text as UTF-8.
    mutating func write(_ text: String) { write(Array(text.utf8)) { $0.write($1) } }

    /// Four letters, the length of what follows, then that.
    mutating func section(_ tag: String, _ body: (inout Self) -> Void) {
        bytes += tag.utf8
        var inner = ArchiveWriter()
        body(&inner)
        write(UInt64(inner.bytes.count))
        bytes += inner.bytes
    }
}

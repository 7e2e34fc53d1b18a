/// Reads what `ArchiveWriter` wrote. No length is believed: what is announced must fit into what is left before room is made for it.
struct ArchiveReader {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) { (self.bytes, place) = (bytes, bytes.startIndex) }

    /// Bytes not read yet.
    var left: Int { bytes.endIndex - place }

    /// A number, as many bytes as its type has.
    mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) throws(ArchiveError) -> Number {
        try number(bytes: MemoryLayout<Number>.size)
    }

    /// A number of so many bytes, without a sign if they are fewer than its type has.
    mutating func number<Number: FixedWidthInteger>(bytes count: Int) throws(ArchiveError) -> Number {
        try need(count)
        var value: Number = 0
        for offset in 0..<count { value |= Number(truncatingIfNeeded: bytes[place + offset]) << Number(offset * 8) }
        place += count
        return value
    }

    /// A number that was written bit by bit.
    mutating func double() throws(ArchiveError) -> Double { Double(bitPattern: try number()) }

    /// How many, then each.
    ///
    /// - Parameter least: bytes that each takes at least, 1 or more.
    mutating func list<Element>(
        least: Int, _ each: (inout Self) throws(ArchiveError) -> Element
    ) throws(ArchiveError) -> [Element] {
        let count = Int(try number(UInt32.self))
        guard count <= left / least else { throw .damaged("a list is longer than the file") }
        var values: [Element] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try each(&self)) }
        return values
    }

    /// A list of identities, all different.
    mutating func identities() throws(ArchiveError) -> [UInt64] {
        let values = try list(least: 8) { (reader) throws(ArchiveError) in try reader.number(UInt64.self) }
        guard Set(values).count == values.count else { throw .damaged("a name stands in a list twice") }
        return values
    }

    /// A text.
    mutating func text() throws(ArchiveError) -> String {
        let utf8 = try list(least: 1) { (reader) throws(ArchiveError) in try reader.number(UInt8.self) }
        guard let text = String(validating: utf8, as: UTF8.self) else { throw .damaged("a text is no UTF-8") }
        return text
    }

    /// What a section holds; it is read to its end.
    mutating func section<Result>(
        _ tag: String, _ body: (inout Self) throws(ArchiveError) -> Result
    ) throws(ArchiveError) -> Result {
        try need(12)
        guard bytes[place..<place + 4].elementsEqual(tag.utf8) else { throw .damaged("the part \(tag) is missing") }
        place += 4
        let length: UInt64 = try number()
        guard length <= UInt64(left) else { throw .damaged("the part \(tag) is longer than the file") }
        var inner = ArchiveReader(bytes[place..<place + Int(length)])
        place += Int(length)
        let result = try body(&inner)
        guard inner.left == 0 else { throw .damaged("the part \(tag) holds more than it should") }
        return result
    }

    private func need(_ count: Int) throws(ArchiveError) {
        guard left >= count else { throw .damaged("a part ends too early") }
    }
}

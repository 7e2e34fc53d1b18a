import PlanModel
import PlanStatistics

/// Gathers a text column as bytes, without a String a row.
struct TextGatherer {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    init(rows: Int, bytesPerRow: Int) {
        bytes.reserveCapacity(rows * bytesPerRow)
        ends.reserveCapacity(rows)
    }

    /// Adds to the text of the row at hand.
    mutating func append(_ word: [UInt8]) { bytes += word }

    /// Adds a number, padded with zeros to a width.
    mutating func append(_ number: Int, width: Int) {
        var power = 1
        for _ in 1..<max(width, 1) { power *= 10 }
        while number / power >= 10 { power *= 10 }
        while power > 0 {
            bytes.append(0x30 + UInt8(number / power % 10))
            power /= 10
        }
    }

    /// Ends the text of the row at hand.
    mutating func endRow() { ends.append(UInt32(bytes.count)) }

    var column: TextColumn { TextColumn(bytes: bytes, ends: ends) }
}

/// How the ids of a table are spelled: letters and a number, which is the element's plus one.
struct IdentifierSpelling: Sendable {
    let prefix: [UInt8]
    let width: Int

    init(_ prefix: String, count: Int) { (self.prefix, width) = (Array(prefix.utf8), max(2, String(count).utf8.count)) }

    func write(_ element: Int, to texts: inout TextGatherer) {
        texts.append(prefix)
        texts.append(element + 1, width: width)
    }

    /// The ids of a table, row by row.
    func column(_ order: RowOrder) -> TextColumn {
        var texts = TextGatherer(rows: order.elementAt.count, bytesPerRow: prefix.count + width)
        for element in order.elementAt {
            write(Int(element), to: &texts)
            texts.endRow()
        }
        return texts.column
    }
}

extension Table {
    /// Sets a column of integers.
    mutating func set(_ column: Column, _ values: [Int32]) {
        raw.columns[column.rawValue] = .integers(values)
        raw.count = values.count
    }

    /// Sets a column of numbers.
    mutating func set(_ column: Column, _ values: [Double]) {
        raw.columns[column.rawValue] = .numbers(values)
        raw.count = values.count
    }

    /// Sets a column of texts.
    mutating func set(_ column: Column, _ texts: TextColumn) {
        raw.columns[column.rawValue] = .texts(texts)
        raw.count = texts.count
    }

    /// Sets the identifiers, the table's first column, and indexes them.
    mutating func setIdentifiers(_ texts: TextColumn) {
        raw.columns[0] = .texts(texts)
        raw.count = texts.count
        let identities = unsafe texts.bytes.withUnsafeBufferPointer { bytes in
            (0..<texts.count).map { unsafe Identity.of(UnsafeBufferPointer(rebasing: bytes[texts.range($0)])) }
        }
        raw.index = IdentifierIndex(texts, identities: identities) { _, _ in
            preconditionFailure("ids are numbers, all different")
        }
    }
}

import PlanModel
import PlanStatistics

/// The tables that a column's ids may name, in the order in which they are looked up.
///
/// A class, so that handing it around costs one reference count and not one a column of every table.
final class ReferenceTarget: Sendable {
    /// One table's identifiers.
    struct Lookup: Sendable {
        let table: Int
        let index: IdentifierIndex
        let texts: TextColumn
    }

    private let lookups: [Lookup]
    private let names: [TableName]

    init(_ tables: [RawTable]) {
        names = tables.map(\.name)
        lookups = tables.enumerated().compactMap { place, table in
            guard let index = table.index, let texts = table.texts(0) else { return nil }
            return Lookup(table: place, index: index, texts: texts)
        }
    }

    /// The row that an id names: the first table that has it wins.
    ///
    /// - Complexity: O(length) expected.
    func resolve(_ id: UnsafeBufferPointer<UInt8>) -> ElementReference? { unsafe resolve(id, identity: Identity.of(id)) }

    /// The row that an id names, its hash known.
    @inline(__always)
    func resolve(_ id: UnsafeBufferPointer<UInt8>, identity: UInt64) -> ElementReference? {
        for place in 0..<lookups.count {
            if let row = unsafe lookups[place].index.row(of: id, identity: identity, in: lookups[place].texts) {
                return ElementReference(table: lookups[place].table, row: row)
            }
        }
        return nil
    }

    /// The table that is looked up first, unless all are empty.
    var first: Lookup? { lookups.first }

    /// What a field that names no row should have been.
    var refusal: FieldParser.Refusal {
        let files = names.map { "\($0.rawValue).csv" }.joined(separator: " or ")
        return .init(code: "dangling-reference", expected: "names nothing; expected an id of \(files)")
    }

    /// Looks every id of a `;`-separated list up.
    func checkList(_ field: UnsafeBufferPointer<UInt8>) -> FieldParser.Refusal? {
        var start = 0
        for end in 0...field.count {
            guard unsafe end == field.count || field[end] == 0x3b else { continue }
            if unsafe resolve(UnsafeBufferPointer(rebasing: field[start..<end])) == nil {
                return .init(code: "dangling-reference", expected: refusal.expected + ", several separated by ; without spaces")
            }
            start = end + 1
        }
        return nil
    }
}

import PlanModel
import PlanStatistics

/// The tables that a column's ids may name, in the order in which they are looked up.
///
/// A class, so that handing it around costs one reference count and not one a column of every table.
final class ReferenceTarget: Sendable {
    private let tables: [RawTable]

    init(_ tables: [RawTable]) { self.tables = tables }

    /// The row that an id names: the first table that has it wins.
    ///
    /// - Complexity: O(length) expected.
    @inline(__always)
    func resolve(_ id: UnsafeBufferPointer<UInt8>) -> ElementReference? {
        let identity = unsafe Identity.of(id)
        for place in 0..<tables.count {
            if let row = unsafe tables[place].row(of: id, identity: identity) { return ElementReference(table: place, row: row) }
        }
        return nil
    }

    /// What a field that names no row should have been.
    var refusal: FieldParser.Refusal {
        let files = tables.map { "\($0.name.rawValue).csv" }.joined(separator: " or ")
        return .init(code: "dangling-reference", expected: "names nothing; expected an id of \(files)")
    }

    /// Looks every id of a `;`-separated list up.
    func checkList(_ field: UnsafeBufferPointer<UInt8>) -> FieldParser.Refusal? {
        for unsafe part in unsafe field.split(separator: 0x3b, omittingEmptySubsequences: false) {
            guard unsafe resolve(UnsafeBufferPointer(rebasing: part)) != nil else {
                return .init(code: "dangling-reference", expected: refusal.expected + ", several separated by ; without spaces")
            }
        }
        return nil
    }
}

import PlanModel
import PlanStatistics

/// References of the last rows, not looked up yet: looked up together, the memory that one waits for is fetched while others are done.
struct PendingReferences: Sendable {
    /// One field of the piece's bytes.
    private struct Field {
        var identity: UInt64
        var start: Int
        var count: Int32
        /// The place of its cell in the column.
        var cell: Int32
    }

    /// Fields gathered before they are looked up.
    static let batch = 512
    /// How far ahead memory is asked for.
    private static let ahead = 12

    private var fields: [Field] = []

    var isFull: Bool { fields.count >= Self.batch }

    /// Remembers a field that will be the value of `cell`.
    mutating func add(_ field: UnsafeBufferPointer<UInt8>, at start: Int, cell: Int) {
        if fields.capacity == 0 { fields.reserveCapacity(Self.batch) }
        unsafe fields.append(Field(identity: Identity.of(field), start: start, count: Int32(field.count), cell: Int32(cell)))
    }

    /// Looks all of them up and writes what they name into `cells`; `dangling` hears of cells that name nothing.
    mutating func resolve(
        _ target: ReferenceTarget, in bytes: UnsafeBufferPointer<UInt8>, shift: Int32, into cells: inout [Int32],
        dangling: (Int, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        // Bound once a batch: a reference count touched once a look-up would have threads fight over it.
        guard let first = target.first else { return fields.forEach { unsafe dangling(Int($0.cell), id(of: $0, in: bytes)) } }
        for place in 0..<fields.count {
            if place + Self.ahead < fields.count { first.index.prefetch(identity: fields[place + Self.ahead].identity) }
            let field = fields[place]
            let id = unsafe id(of: field, in: bytes)
            if let row = unsafe first.index.row(of: id, identity: field.identity, in: first.texts) {
                cells[Int(field.cell)] = ElementReference(table: first.table, row: row).raw >> shift
            } else if let element = unsafe target.resolve(id, identity: field.identity) {
                cells[Int(field.cell)] = element.raw >> shift
            } else {
                unsafe dangling(Int(field.cell), id)
            }
        }
        fields.removeAll(keepingCapacity: true)
    }

    private func id(of field: Field, in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(rebasing: bytes[field.start..<field.start + Int(field.count)])
    }
}

import CKernels
import PlanStatistics

/// Finds the row of an identifier: an open-addressing hash table over the bytes of a text column.
///
/// Built once, at load; everything after speaks row indices. `identities` (one 64-bit XXH64 value a row) also key the random
/// streams, so a task draws the same numbers wherever its row stands. A slot holds the first eight bytes of its identifier, so that a
/// look-up of a short one costs a single access to memory.
public struct IdentifierIndex: Sendable {
    /// XXH64 of each row's identifier, seed 0; `count` values.
    public let identities: [UInt64]
    /// A power of two of them, at most three quarters full.
    private let slots: [Slot]

    /// One row, or nothing where `head` is 0.
    private struct Slot {
        /// 24 bits of the hash, the length (255 for longer ones), the row + 1.
        var head: UInt64
        /// The first eight bytes, zero after the end.
        var prefix: UInt64
    }

    /// Indexes the identifiers of a column.
    ///
    /// - Parameters:
    ///   - texts: one identifier a row.
    ///   - identities: `Identity.of` each of them.
    ///   - duplicate: called with (row, earlier row) for each identifier that an earlier row has.
    /// - Complexity: O(rows) expected.
    public init(_ texts: TextColumn, identities: [UInt64], duplicate: (Int, Int) -> Void) {
        precondition(texts.count == identities.count)
        var capacity = 16
        while capacity * 3 < texts.count * 4 { capacity *= 2 }
        var slots = [Slot](repeating: Slot(head: 0, prefix: 0), count: capacity)
        unsafe slots.withUnsafeMutableBufferPointer { slots in
            unsafe texts.bytes.withUnsafeBufferPointer { bytes in
                for row in 0..<texts.count {
                    if row + 16 < texts.count { unsafe Self.prefetch(UnsafeBufferPointer(slots), identities[row + 16]) }
                    let id = unsafe UnsafeBufferPointer(rebasing: bytes[texts.range(row)])
                    let slot = unsafe Self.slot(of: id, row: row, hash: identities[row])
                    switch unsafe Self.probe(UnsafeBufferPointer(slots), slot, identities[row], id, texts) {
                    case .row(let earlier): duplicate(row, earlier)
                    case .free(let place): unsafe slots[place] = slot
                    }
                }
            }
        }
        (self.identities, self.slots) = (identities, slots)
    }

    /// The row with the given identifier, or `nil`.
    ///
    /// - Parameters:
    ///   - identifier: UTF-8 bytes.
    ///   - identity: `Identity.of(identifier)`.
    ///   - texts: the column that the index was built over.
    /// - Complexity: O(length) expected.
    public func row(of identifier: UnsafeBufferPointer<UInt8>, identity: UInt64, in texts: TextColumn) -> Int? {
        unsafe slots.withUnsafeBufferPointer { slots in
            let wanted = unsafe Self.slot(of: identifier, row: 0, hash: identity)
            if case .row(let row) = unsafe Self.probe(slots, wanted, identity, identifier, texts) { return row }
            return nil
        }
    }

    /// Fetches the slot of an identifier that will be looked up soon.
    public func prefetch(identity: UInt64) {
        unsafe slots.withUnsafeBufferPointer { unsafe Self.prefetch($0, identity) }
    }

    private enum Place {
        case row(Int)
        case free(Int)
    }

    @inline(__always)
    private static func prefetch(_ slots: UnsafeBufferPointer<Slot>, _ hash: UInt64) {
        unsafe hw_prefetch(slots.baseAddress! + (Int(truncatingIfNeeded: hash) & (slots.count - 1)))
    }

    @inline(__always)
    private static func slot(of id: UnsafeBufferPointer<UInt8>, row: Int, hash: UInt64) -> Slot {
        var prefix: UInt64 = 0
        for place in 0..<min(id.count, 8) { unsafe prefix |= UInt64(id[place]) << UInt64(8 * place) }
        let head = (hash & 0xffff_ff00_0000_0000) | UInt64(min(id.count, 255)) << 32 | UInt64(row + 1)
        return Slot(head: head, prefix: prefix)
    }

    @inline(__always)
    private static func probe(
        _ slots: UnsafeBufferPointer<Slot>, _ wanted: Slot, _ hash: UInt64, _ id: UnsafeBufferPointer<UInt8>,
        _ texts: TextColumn
    ) -> Place {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = unsafe slots[place]
            if entry.head == 0 { return .free(place) }
            let row = Int(entry.head & 0xffff_ffff) - 1
            if entry.head >> 32 == wanted.head >> 32, entry.prefix == wanted.prefix,
                unsafe id.count <= 8 || texts.equals(id, row: row)
            {
                return .row(row)
            }
            place = (place + 1) & mask
        }
    }
}

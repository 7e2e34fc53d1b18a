import PlanStatistics

/// Finds the row of an identifier: an open-addressing hash table over the bytes of a text column.
///
/// Built once, at load; everything after speaks row indices. `identities` (one 64-bit XXH64 value a row) also key the random
/// streams, so a task draws the same numbers wherever its row stands.
public struct IdentifierIndex: Sendable {
    /// XXH64 of each row's identifier, seed 0; `count` values.
    public let identities: [UInt64]
    /// The upper half of a row's hash and its index + 1, or 0 for a free slot; a power of two of them, at most half full.
    private let slots: [UInt64]

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
        while capacity < texts.count * 2 { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        unsafe slots.withUnsafeMutableBufferPointer { slots in
            for row in 0..<texts.count {
                let found = unsafe Self.probe(UnsafeBufferPointer(slots), hash: identities[row]) { other in
                    texts.bytes[texts.range(other)].elementsEqual(texts.bytes[texts.range(row)])
                }
                switch found {
                case .row(let earlier): duplicate(row, earlier)
                case .free(let slot): unsafe slots[slot] = (identities[row] & 0xffff_ffff_0000_0000) | UInt64(row + 1)
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
        let found = unsafe slots.withUnsafeBufferPointer { slots in
            unsafe Self.probe(slots, hash: identity) { row in unsafe texts.equals(identifier, row: row) }
        }
        if case .row(let row) = found { return row }
        return nil
    }

    private enum Place {
        case row(Int)
        case free(Int)
    }

    @inline(__always)
    private static func probe(_ slots: UnsafeBufferPointer<UInt64>, hash: UInt64, matches: (Int) -> Bool) -> Place {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = unsafe slots[slot]
            if entry == 0 { return .free(slot) }
            let row = Int(entry & 0xffff_ffff) - 1
            if entry >> 32 == hash >> 32, matches(row) { return .row(row) }
            slot = (slot + 1) & mask
        }
    }
}

import Glibc

/// Finds the node of a child element from its parent's node and its name: open addressing over the names' own bytes.
@safe struct XMLNameTable {
    private struct Entry {
        var parent: Int32 = -1
        var node: Int32 = 0
        var start: Int32 = 0
        var count: Int32 = 0
    }

    private var entries = [Entry](repeating: Entry(), count: 256)
    private var used = 0
    private var names: [UInt8] = []

    /// The node of a child; `nil` if none is known.
    ///
    /// - Parameters:
    ///   - name: UTF-8 bytes.
    ///   - count: how many.
    @inline(__always)
    func node(parent: Int32, name: UnsafePointer<CChar>, count: Int) -> Int32? {
        let mask = entries.count - 1
        var place = unsafe Int(truncatingIfNeeded: Self.hash(parent, name, count)) & mask
        while true {
            let entry = entries[place]
            if entry.parent < 0 { return nil }
            if entry.parent == parent, Int(entry.count) == count, unsafe matches(entry, name) { return entry.node }
            place = (place + 1) & mask
        }
    }

    /// Makes a child known.
    mutating func add(parent: Int32, name: String, node: Int32) {
        if used * 2 >= entries.count { grow() }
        let start = Int32(names.count)
        names += Array(name.utf8)
        place(Entry(parent: parent, node: node, start: start, count: Int32(names.count) - start))
        used += 1
    }

    private mutating func grow() {
        let old = entries
        entries = [Entry](repeating: Entry(), count: old.count * 2)
        for entry in old where entry.parent >= 0 { place(entry) }
    }

    private mutating func place(_ entry: Entry) {
        let mask = entries.count - 1
        let hash = unsafe names.withUnsafeBytes {
            unsafe Self.hash(
                entry.parent, ($0.baseAddress! + Int(entry.start)).assumingMemoryBound(to: CChar.self), Int(entry.count))
        }
        var place = Int(truncatingIfNeeded: hash) & mask
        while entries[place].parent >= 0 { place = (place + 1) & mask }
        entries[place] = entry
    }

    @inline(__always)
    private func matches(_ entry: Entry, _ name: UnsafePointer<CChar>) -> Bool {
        unsafe names.withUnsafeBytes { unsafe memcmp($0.baseAddress! + Int(entry.start), name, Int(entry.count)) == 0 }
    }

    /// The first and the last eight bytes and the length tell nearly all names apart; the rest is compared.
    @inline(__always)
    private static func hash(_ parent: Int32, _ name: UnsafePointer<CChar>, _ count: Int) -> UInt64 {
        var (head, tail) = (UInt64(0), UInt64(0))
        let bytes = unsafe UnsafeRawPointer(name)
        if count >= 8 {
            head = unsafe bytes.loadUnaligned(as: UInt64.self)
            tail = unsafe bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        } else {
            for place in 0..<count { head = unsafe head << 8 | UInt64(bytes.load(fromByteOffset: place, as: UInt8.self)) }
        }
        let mixed = (head ^ UInt64(count) ^ UInt64(UInt32(bitPattern: parent)) << 40) &* 0x9E37_79B9_7F4A_7C15
        let both = (mixed ^ mixed >> 32 ^ tail) &* 0xC2B2_AE3D_27D4_EB4F
        return both ^ both >> 29
    }
}

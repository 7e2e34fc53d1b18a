import PlanModel

/// The texts of one record, as they stand in the file; valid while it is handed over.
@safe struct XMLRecord {
    /// Where a text lies: `count` bytes from `start` in the gathered bytes; −1 where the element is missing.
    struct Slot {
        var start = 0
        var count = -1
        /// Where the element begins in the file, bytes.
        var offset = 0
    }

    /// All gathered bytes.
    let text: [UInt8]
    let slots: [Slot]
    /// The place of the record's first field in `slots`.
    let base: Int
    /// The line on which the record begins.
    let line: Int
    /// Where the record begins in the file, bytes.
    let offset: Int
    let document: UnsafeBufferPointer<UInt8>

    /// Where the trimmed text of a field lies in `text`; `nil` if the element is missing or holds nothing but white space.
    func range(_ field: some XMLField) -> Range<Int>? {
        let slot = slots[base + field.rawValue]
        guard slot.count > 0 else { return nil }
        var (low, high) = (slot.start, slot.start + slot.count)
        while low < high, text[low] <= 0x20 { low += 1 }
        while low < high, text[high - 1] <= 0x20 { high -= 1 }
        return low < high ? low..<high : nil
    }

    /// Whether the element is there, be it empty.
    func has(_ field: some XMLField) -> Bool { slots[base + field.rawValue].count >= 0 }

    /// The trimmed text of a field; `nil` if there is none.
    func string(_ field: some XMLField) -> String? {
        range(field).map { String(decoding: text[$0], as: UTF8.self) }
    }

    /// The line on which a field begins.
    func line(of field: some XMLField) -> Int {
        var line = line
        for place in offset..<max(offset, slots[base + field.rawValue].offset) where unsafe document[place] == 0x0A {
            line += 1
        }
        return line
    }
}

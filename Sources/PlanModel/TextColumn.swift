/// A column of texts, kept as one run of UTF-8 bytes.
///
/// `ends` holds `count` values, never decreasing, the last one `bytes.count`: text `i` is the bytes from `ends[i - 1]` (0 for
/// the first) to `ends[i]`. An absent text is an empty one.
public struct TextColumn: Sendable, Equatable {
    /// All texts, one after the other.
    public private(set) var bytes: [UInt8]
    /// Where each text ends, as an offset into `bytes`.
    public private(set) var ends: [UInt32]

    /// A column without rows.
    public init() { (bytes, ends) = ([], []) }

    /// A column of bytes that a reader has gathered.
    ///
    /// - Precondition: the invariant of the type.
    public init(bytes: [UInt8], ends: [UInt32]) {
        precondition(Int(ends.last ?? 0) == bytes.count)
        (self.bytes, self.ends) = (bytes, ends)
    }

    /// A column of the given texts.
    public init(_ texts: some Sequence<String>) {
        self.init()
        for text in texts { append(text) }
    }

    /// The number of texts.
    public var count: Int { ends.count }

    /// Where text `row` lies in `bytes`.
    public func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]) }

    /// Text `row`.
    public subscript(row: Int) -> String { String(decoding: bytes[range(row)], as: UTF8.self) }

    /// Whether text `row` is empty.
    public func isEmpty(_ row: Int) -> Bool { range(row).isEmpty }

    /// Whether text `row` has exactly these bytes.
    func equals(_ other: UnsafeBufferPointer<UInt8>, row: Int) -> Bool {
        let range = range(row)
        guard range.count == other.count else { return false }
        let span = bytes.span
        for offset in 0..<range.count where unsafe span[unchecked: range.lowerBound + offset] != other[offset] { return false }
        return true
    }

    /// Adds a text after the last.
    ///
    /// - Precondition: all texts together stay below 4 GiB.
    public mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        ends.append(UInt32(bytes.count))
    }
}

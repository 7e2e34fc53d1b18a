public import PlanModel

/// Writes JSON to bytes as it goes: keys in the order given, no spaces, a line an item where an array asks for it.
///
/// Source: RFC 8259. Numbers that JSON cannot hold (not a number, infinite) become `null`.
public struct JSONWriter: Sendable {
    /// What has been written.
    public internal(set) var bytes: [UInt8] = []
    /// Whether the next value must be parted from an earlier one.
    private var needsComma = false
    /// Whether items of the innermost array stand on lines of their own, outer arrays before.
    private var lines: [Bool] = []

    /// A writer that has written nothing.
    public init() {}

    /// The text with a line feed at its end.
    public consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// Makes room, where the size can be told beforehand.
    public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// An object; its members are what `members` writes.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        lines.append(false)
        members(&self)
        lines.removeLast()
        close(UInt8(ascii: "}"))
    }

    /// An array; its items are what `items` writes, each on a line of its own if `onLines`.
    public mutating func array(onLines: Bool = false, _ items: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "["))
        lines.append(onLines)
        items(&self)
        lines.removeLast()
        close(UInt8(ascii: "]"))
    }

    /// The key of the value that is written next.
    ///
    /// - Parameter name: plain ASCII without quotes, as all keys here are.
    public mutating func key(_ name: String) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(text: name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        isKeyed = true
    }

    /// A whole number; `null` for none.
    public mutating func integer(_ value: Int?) {
        guard let value else { return null() }
        separate()
        bytes.append(decimal: value)
    }

    /// A whole number from zero up, all 64 bits of it.
    public mutating func unsigned(_ value: UInt64) {
        separate()
        bytes.append(text: String(value))
    }

    /// A number with the fewest digits that read back as the same; `null` for none and for what JSON cannot hold.
    public mutating func double(_ value: Double?) {
        guard let value, value.isFinite else { return null() }
        separate()
        bytes.append(text: value.description)
    }

    /// True or false.
    public mutating func bool(_ value: Bool) {
        separate()
        bytes.append(text: value ? "true" : "false")
    }

    /// A date and time as `2026-11-22T17:00`; `null` for none.
    public mutating func date(_ value: LocalDateTime?) {
        guard let value else { return null() }
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(date: value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A value that is JSON already, as another result is; its line feed at the end is left out.
    mutating func json(_ value: [UInt8]) {
        separate()
        bytes += value.last == UInt8(ascii: "\n") ? value.dropLast() : value[...]
    }

    /// Nothing.
    public mutating func null() {
        separate()
        bytes.append(text: "null")
    }

    private var isKeyed = false

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    /// Parts a value from the one before it.
    mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if !isKeyed, lines.last == true { bytes.append(UInt8(ascii: "\n")) }
        needsComma = true
        isKeyed = false
    }
}

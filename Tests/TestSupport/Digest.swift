import PlanStatistics

/// A digest of numbers, to compare long results and to pin them in a test.
public struct Digest: Sendable, Hashable {
    private var bytes: [UInt8] = []

    /// The digest of nothing.
    public init() {}

    /// Adds a row of numbers; how they are cut into rows counts too.
    public mutating func add(_ values: [Int32]) {
        for value in [Int32(values.count)] + values {
            for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> Int32(shift))) }
        }
    }

    /// Adds a text.
    public mutating func add(_ text: String) { add(text.utf8.map { Int32($0) }) }

    /// Sixteen hexadecimal digits.
    public var hexadecimal: String {
        let value = unsafe bytes.withUnsafeBufferPointer { unsafe Identity.of($0) }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

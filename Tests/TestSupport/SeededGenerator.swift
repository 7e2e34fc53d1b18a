/// A small random source for tests: the same seed gives the same plans on every machine.
///
/// Source: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators" (SplitMix64), OOPSLA 2014.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A source that starts from a seed.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Whether a coin with this probability of heads shows heads.
    public mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    /// A whole number of the range.
    public mutating func integer(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// One of the values.
    ///
    /// - Precondition: there is one.
    public mutating func pick<Value>(_ values: [Value]) -> Value { values[integer(0...values.count - 1)] }
}

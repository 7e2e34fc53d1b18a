import CKernels

/// The random source of a search: a keyed stream read word by word, so that the same seed gives the same search on every machine.
struct SearchDice {
    private let seed: UInt64
    private var key: hw_key
    /// Words drawn from the key, and keys used up.
    private var (drawn, keys): (UInt32, UInt64) = (0, 0)

    init(seed: UInt64) {
        self.seed = seed
        key = hw_stream_key(seed, 0, Self.purpose)
    }

    /// `StreamPurpose.priority`: the order in which tasks ask for people.
    private static let purpose: UInt32 = 7

    private mutating func word() -> UInt32 {
        let word = hw_stream_word(key.a, key.b, drawn)
        drawn &+= 1
        if drawn == 0 {
            keys += 1
            key = hw_stream_key(seed, keys, Self.purpose)
        }
        return word
    }

    /// A whole number of 0 ..< `bound`; for bounds up to 2³², each equally likely but for a part in 2³² / `bound`.
    ///
    /// - Precondition: `bound` is 1 or more.
    mutating func below(_ bound: Int) -> Int {
        if bound <= Int(UInt32.max) { return Int((UInt64(word()) &* UInt64(bound)) >> 32) }
        let wide = UInt64(word()) << 32 | UInt64(word())
        return Int(wide.multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Whether something that happens `perMille` times in a thousand happens.
    mutating func happens(perMille: Int) -> Bool { below(1000) < perMille }
}

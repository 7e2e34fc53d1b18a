/// What a draw is for, so that one element has several independent dice.
enum DicePurpose: UInt64 {
    case order = 1
    case sizes, parents, work, pace, status, estimate, name, crew, owner, due, weight, kind, person, duty, habit, meeting,
        history
    case risk, impact, link, dependencyOrder, assignmentOrder, meetingOrder
}

/// A small generator of whole numbers, keyed by the seed, a purpose and an element: the same on every machine.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014 (SplitMix64).
struct Dice: Sendable {
    private var state: UInt64

    private static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

    init(_ seed: UInt64, _ purpose: DicePurpose, _ element: Int) {
        let key = Self.mixed(seed &+ Self.step &* purpose.rawValue)
        state = Self.mixed(key ^ UInt64(truncatingIfNeeded: element) &* 0xd6e8_feb8_6659_fd93)
    }

    private static func mixed(_ word: UInt64) -> UInt64 {
        var z = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mixed(state)
    }

    /// A number of 0 ..< `limit`, all alike to within `limit` / 2³².
    mutating func below(_ limit: Int) -> Int { Int(((next() >> 32) &* UInt64(limit)) >> 32) }

    /// A number of `low` … `high`.
    mutating func between(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

    /// Whether something happens that does so `percent` times in a hundred.
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// One of several.
    mutating func choice<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// Puts elements into random order: Fisher and Yates.
    mutating func shuffle<Element>(_ elements: inout [Element]) {
        for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, below(last + 1)) }
    }
}

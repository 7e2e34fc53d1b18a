import PlanStatistics

/// In which replications something happened: one bit each, a word for each block of 64, so that pairs of targets are compared 64
/// replications at a time and blocks are counted as they were drawn.
struct OnTimeRecord: Sendable {
    /// One word a block; bits beyond the last replication are 0.
    private(set) var words: [UInt64]
    /// Replications.
    let count: Int
    /// Whether the replications of a block were drawn together.
    let isStratified: Bool

    init(count: Int, isStratified: Bool, _ happened: (Int) -> Bool) {
        (self.count, self.isStratified) = (count, isStratified)
        words = Array(repeating: 0, count: (count + 63) / 64)
        for place in 0..<count where happened(place) { words[place / 64] |= 1 << UInt64(place % 64) }
    }

    /// Where both happened.
    static func & (left: Self, right: Self) -> Self {
        var result = left
        for block in result.words.indices { result.words[block] &= right.words[block] }
        return result
    }

    /// Where it did not happen.
    var complement: Self {
        var result = self
        for block in result.words.indices { result.words[block] = ~words[block] & held(block) }
        return result
    }

    /// The replications that a block holds.
    private func held(_ block: Int) -> UInt64 {
        let rest = count - block * 64
        return rest >= 64 ? UInt64.max : 1 << UInt64(rest) - 1
    }

    /// In how many replications of each block it happened.
    var blockCounts: [Int] { words.map(\.nonzeroBitCount) }

    /// The share of all replications in which it happened.
    var share: Proportion {
        let hits = blockCounts
        guard isStratified else { return Proportion(hits: hits.reduce(0, +), of: count) }
        return Proportion(blockHits: hits, blockCounts: words.indices.map { held($0).nonzeroBitCount })
    }

    /// Among the replications in which `condition` happened the share in which this did too; `nil` if it never happened.
    func share(given condition: Self) -> Proportion? {
        let (hits, cases) = ((self & condition).blockCounts, condition.blockCounts)
        let total = cases.reduce(0, +)
        guard total > 0 else { return nil }
        return isStratified ? Proportion(blockHits: hits, blockCounts: cases) : Proportion(hits: hits.reduce(0, +), of: total)
    }
}

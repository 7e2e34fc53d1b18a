/// A set of ranks that gives the lowest first: a tree of words of 64 bits, each bit telling whether a word below it has any.
struct RankSet: ~Copyable {
    private var words: FixedArray<UInt64>
    /// Where each level begins, the lowest level first; the last is one word.
    private let levels: FixedArray<Int>

    /// - Parameter count: ranks lie in 0 ..< `count`.
    init(count: Int) {
        var (levels, total, size) = ([Int](), 0, max(count, 1))
        repeat {
            size = (size + 63) / 64
            levels.append(total)
            total += size
        } while size > 1
        self.levels = FixedArray(levels)
        words = FixedArray(repeating: 0, count: total)
    }

    mutating func insert(_ rank: Int32) {
        var place = Int(rank)
        for level in levels.indices {
            let word = levels[level] + place >> 6
            let old = words[word]
            words[word] = old | 1 &<< UInt64(place & 63)
            if old != 0 { return }
            place >>= 6
        }
    }

    /// Takes out the lowest rank; `nil` where there is none.
    mutating func removeFirst() -> Int32? {
        let top = levels.count - 1
        if words[levels[top]] == 0 { return nil }
        var place = 0
        for level in stride(from: top, through: 0, by: -1) {
            place = place << 6 | words[levels[level] + place].trailingZeroBitCount
        }
        let rank = Int32(place)
        for level in levels.indices {
            let word = levels[level] + place >> 6
            words[word] &= words[word] &- 1
            if words[word] != 0 { break }
            place >>= 6
        }
        return rank
    }
}

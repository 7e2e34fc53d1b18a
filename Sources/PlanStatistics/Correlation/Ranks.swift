/// The places of a sample's values in ascending order, equal values sharing the mean of theirs.
public enum Ranks {
    /// Twice the midrank of each value, a whole number: the least of n different values has 2, the largest 2 n; equal values have the
    /// sum of the first and the last place that they take.
    ///
    /// The doubled ranks of any sample sum to n (n + 1). Constant input gives n + 1 everywhere.
    ///
    /// - Parameter sample: in any order; up to 2³⁰ values.
    /// - Returns: as many values, in the order of the sample.
    /// - Complexity: O(n), a radix sort in one to three passes, as the range of the values needs.
    public static func doubledMidranks(of sample: [Int32]) -> [Int32] {
        var ranks = [Int32](repeating: 0, count: sample.count)
        forEachTie(in: RadixSort.pairs(sample[...])) { indices, first, last in
            for pair in indices { ranks[index(pair)] = Int32(first + last) }
        }
        return ranks
    }

    /// Writes the doubled midranks of a sample less n + 1, as exact doubles, to `ranks` from `start` on.
    static func writeCentred(_ sample: ArraySlice<Int32>, to ranks: inout [Double], from start: Int) {
        let middle = sample.count + 1
        forEachTie(in: RadixSort.pairs(sample)) { indices, first, last in
            for pair in indices { ranks[start + index(pair)] = Double(first + last - middle) }
        }
    }

    /// Calls `body` with each group of equal values and the first and the last place, from 1, that they take.
    @inline(__always)
    private static func forEachTie(in pairs: [UInt64], _ body: (ArraySlice<UInt64>, Int, Int) -> Void) {
        var start = 0
        while start < pairs.count {
            var end = start + 1
            while end < pairs.count && pairs[end] >> 32 == pairs[start] >> 32 { end += 1 }
            body(pairs[start..<end], start + 1, end)
            start = end
        }
    }

    /// The index of a pair's value in the sample.
    private static func index(_ pair: UInt64) -> Int { Int(truncatingIfNeeded: pair & 0xFFFF_FFFF) }
}

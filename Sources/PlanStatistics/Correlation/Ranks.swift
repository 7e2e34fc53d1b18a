/// The places of a sample's values in ascending order, equal values sharing the mean of theirs.
public enum Ranks {
    /// Twice the midrank of each value, a whole number: the least of n different values has 2, the largest 2 n; equal values have the
    /// sum of the first and the last place that they take.
    ///
    /// The doubled ranks of any sample sum to n (n + 1). Constant input gives n + 1 everywhere.
    ///
    /// - Parameter sample: in any order; up to 2³⁰ values.
    /// - Returns: as many values, in the order of the sample.
    /// - Complexity: O(n), a radix sort by bytes with as many passes as the range of the values needs.
    public static func doubledMidranks(of sample: [Int32]) -> [Int32] {
        var ranks = [Int32](repeating: 0, count: sample.count)
        let pairs = sortedPairs(sample[...])
        forEachTie(in: pairs) { places in
            let rank = Int32(places.lowerBound + 1 + places.upperBound)
            for place in places { ranks[index(pairs[place])] = rank }
        }
        return ranks
    }

    /// Each value's distance from the least one in the upper half, its index in the lower: ascending.
    static func sortedPairs(_ sample: ArraySlice<Int32>) -> [UInt64] {
        precondition(sample.count <= 1 << 30, "at most 2³⁰ values can be ranked")
        guard let least = sample.min(), let largest = sample.max() else { return [] }
        let range = UInt32(bitPattern: largest &- least)
        var pairs: [UInt64] = []
        pairs.reserveCapacity(sample.count)
        var index: UInt64 = 0
        for value in sample {
            pairs.append(UInt64(UInt32(bitPattern: value &- least)) << 32 | index)
            index += 1
        }
        var other = pairs
        for shift in stride(from: 32, to: 64 - UInt64(range.leadingZeroBitCount), by: 8) {
            distribute(pairs, by: shift, to: &other)
            swap(&pairs, &other)
        }
        return pairs
    }

    /// A stable pass of the radix sort: by one byte.
    private static func distribute(_ pairs: [UInt64], by shift: UInt64, to sorted: inout [UInt64]) {
        // Unchecked, as the indices are counts of the same data: 2,000 values rank in … instead of … µs.
        unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { next in
            unsafe next.initialize(repeating: 0)
            unsafe pairs.withUnsafeBufferPointer { pairs in
                for i in 0..<pairs.count { unsafe next[Int(pairs[i] >> shift & 255)] += 1 }
                var start = 0
                for byte in 0..<256 { unsafe (next[byte], start) = (start, start + next[byte]) }
                unsafe sorted.withUnsafeMutableBufferPointer { sorted in
                    for i in 0..<pairs.count {
                        let pair = unsafe pairs[i]
                        let byte = Int(pair >> shift & 255)
                        unsafe sorted[next[byte]] = pair
                        unsafe next[byte] += 1
                    }
                }
            }
        }
    }

    /// Writes the doubled midranks less n + 1, as exact doubles, to `ranks` from `start` on.
    static func assign(_ pairs: [UInt64], centredTo ranks: inout [Double], from start: Int) {
        forEachTie(in: pairs) { places in
            // Places (from 1) lowerBound + 1 … upperBound.
            let rank = Double(places.lowerBound + 1 + places.upperBound - (pairs.count + 1))
            for place in places { ranks[start + index(pairs[place])] = rank }
        }
    }

    /// Calls `body` with the places (from 0) of each group of equal values.
    @inline(__always)
    private static func forEachTie(in pairs: [UInt64], _ body: (Range<Int>) -> Void) {
        var start = 0
        while start < pairs.count {
            var end = start + 1
            while end < pairs.count && pairs[end] >> 32 == pairs[start] >> 32 { end += 1 }
            body(start..<end)
            start = end
        }
    }

    /// The index of a pair's value in the sample.
    private static func index(_ pair: UInt64) -> Int { Int(pair & 0xFFFF_FFFF) }
}

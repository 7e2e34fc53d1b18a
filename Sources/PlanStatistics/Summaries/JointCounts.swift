import CBLAS

/// How often each pair of events happened together in the same samples.
///
/// One single-precision matrix product, A Aᵀ of the 0/1 matrix. Its bits cannot vary between machines although OpenBLAS adds in
/// an order that depends on the CPU: every product is 0 or 1, so every partial sum, in any order and with or without fused
/// operations, is a whole number; no block of samples is longer than 2²³, and float holds all whole numbers up to 2²⁴ exactly.
/// Blocks are added as 64-bit integers.
public struct JointCounts: Sendable, Hashable {
    /// How many samples there were, 1 or more.
    public let sampleCount: Int
    /// How many events there are.
    public let eventCount: Int
    /// `eventCount`² counts, row by row; symmetric, each event's own count on the diagonal.
    public let counts: [Int64]

    /// Counts the pairs.
    ///
    /// - Parameters:
    ///   - indicators: 1 where the event happened in the sample, else 0; `eventCount` rows of `sampleCount` values, one row after
    ///     another.
    ///   - eventCount: how many events, 0 or more.
    ///   - sampleCount: how many samples, 1 … 2³¹ − 1.
    /// - Precondition: the sizes agree; each value is 0 or 1.
    /// - Complexity: O(eventCount² sampleCount), on one thread.
    public init(indicators: [Float], eventCount: Int, sampleCount: Int) {
        self.init(indicators: indicators, eventCount: eventCount, sampleCount: sampleCount, blockLength: 1 << 23)
    }

    /// The same with blocks of another length, at most 2²³ samples.
    init(indicators: [Float], eventCount: Int, sampleCount: Int, blockLength: Int) {
        precondition(sampleCount > 0 && eventCount >= 0, "joint counts need samples")
        precondition(indicators.count == eventCount * sampleCount, "one indicator for each event and sample")
        precondition(indicators.allSatisfy { $0 == 0 || $0 == 1 }, "an indicator is 0 or 1")
        self.sampleCount = sampleCount
        self.eventCount = eventCount
        var counts = [Int64](repeating: 0, count: eventCount * eventCount)
        for start in stride(from: 0, to: eventCount > 0 ? sampleCount : 0, by: blockLength) {
            let samples = start..<min(start + blockLength, sampleCount)
            Self.add(indicators, samples: samples, rowLength: sampleCount, to: &counts, eventCount: eventCount)
        }
        self.counts = counts
    }

    /// In how many samples both events happened; for an event and itself, in how many it did.
    public func count(_ first: Int, _ second: Int) -> Int { Int(counts[first * eventCount + second]) }

    /// The share of all samples in which both events happened.
    public func share(_ first: Int, _ second: Int) -> Proportion { Proportion(hits: count(first, second), of: sampleCount) }

    /// Among the samples in which `condition` happened, the share in which `event` did too; nil if it never happened.
    public func share(of event: Int, given condition: Int) -> Proportion? {
        let cases = count(condition, condition)
        return cases == 0 ? nil : Proportion(hits: count(event, condition), of: cases)
    }

    /// Adds the upper triangle of one block's product to both triangles.
    private static func add(
        _ indicators: [Float], samples: Range<Int>, rowLength: Int, to counts: inout [Int64], eventCount: Int
    ) {
        var product = [Float](repeating: 0, count: eventCount * eventCount)
        openblas_set_num_threads(1)
        unsafe indicators.withUnsafeBufferPointer { values in
            unsafe product.withUnsafeMutableBufferPointer { product in
                unsafe cblas_ssyrk(
                    CblasRowMajor, CblasUpper, CblasNoTrans, Int32(eventCount), Int32(samples.count), 1,
                    values.baseAddress! + samples.lowerBound, Int32(rowLength), 0, product.baseAddress!, Int32(eventCount))
            }
        }
        for row in 0..<eventCount {
            for column in row..<eventCount {
                let count = Int64(product[row * eventCount + column])
                counts[row * eventCount + column] += count
                if column > row { counts[column * eventCount + row] += count }
            }
        }
    }
}

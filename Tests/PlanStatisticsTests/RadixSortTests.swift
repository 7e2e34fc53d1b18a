import Testing

@testable import PlanStatistics

@Suite struct RadixSortTests {
    @Test(arguments: [1, 2, 200, 3_000, 100_000, 10_000_000, 2_000_000_000] as [Int32])
    func agreesWithComparing(bound: Int32) {
        // Few values are compared; many take no pass, or one, two or three.
        for count in [1, 255, 256, 257, 2_000] {
            let sample = randomSample(seed: UInt64(bound), count: count, below: bound).map { $0 - bound / 2 }
            #expect(RadixSort.ascending(sample) == sample.sorted())
        }
    }

    @Test func theWholeRange() {
        let sample = (0..<300).map { $0 % 3 == 0 ? Int32.max - $0 : $0 % 3 == 1 ? Int32.min + $0 : $0 }
        #expect(RadixSort.ascending(sample) == sample.sorted())
    }
}

import PlanStatistics
import Testing

@Suite struct RanksTests {
    /// By the definition: the values below, plus half of the equal ones and a half, all doubled.
    private func naive(_ sample: [Int32]) -> [Int32] {
        sample.map { value in Int32(2 * sample.count { $0 < value } + sample.count { $0 == value } + 1) }
    }

    @Test func knownAnswer() {
        // Ascending −5, 3, 3, 9: places 1, 2 and 3 shared, 4.
        #expect(Ranks.doubledMidranks(of: [3, 9, -5, 3]) == [5, 8, 2, 5])
        #expect(Ranks.doubledMidranks(of: []) == [])
        #expect(Ranks.doubledMidranks(of: [7]) == [2])
        #expect(Ranks.doubledMidranks(of: [7, 7, 7]) == [4, 4, 4])
        #expect(Ranks.doubledMidranks(of: [.max, .min, 0]) == [6, 2, 4])
    }

    @Test(arguments: [2, 200, 3_000, 100_000, 10_000_000, 2_000_000_000] as [Int32])
    func agreesWithCounting(bound: Int32) {
        // One, two and three passes.
        for count in [1, 2, 7, 400] {
            let sample = randomSample(seed: UInt64(bound), count: count, below: bound).map { $0 - bound / 2 }
            #expect(Ranks.doubledMidranks(of: sample) == naive(sample))
        }
    }
}

import Testing

@testable import PlanStatistics

/// One pair and one sample at a time.
private func naiveCounts(_ indicators: [Float], eventCount: Int, sampleCount: Int) -> [Int64] {
    var counts: [Int64] = []
    for first in 0..<eventCount {
        for second in 0..<eventCount {
            let both = (0..<sampleCount).filter {
                indicators[first * sampleCount + $0] == 1 && indicators[second * sampleCount + $0] == 1
            }
            counts.append(Int64(both.count))
        }
    }
    return counts
}

private func randomIndicators(seed: UInt64, eventCount: Int, sampleCount: Int) -> [Float] {
    randomSample(seed: seed, count: eventCount * sampleCount, below: 3).map { $0 == 0 ? 0 : 1 }
}

@Suite struct JointCountsTests {
    @Test func knownAnswer() {
        // Two events in five samples: the first in 1, 2, 4, the second in 2, 3, 4: both in 2 and 4.
        let joint = JointCounts(indicators: [1, 1, 0, 1, 0] + [0, 1, 1, 1, 0], eventCount: 2, sampleCount: 5)
        #expect(joint.counts == [3, 2, 2, 3])
        #expect(joint.share(0, 1) == Proportion(hits: 2, of: 5))
        #expect(joint.share(of: 1, given: 0) == Proportion(hits: 2, of: 3))
    }

    @Test func agreesWithCounting() {
        for (seed, events, samples) in [(1, 1, 1), (2, 3, 1), (3, 7, 100), (4, 20, 333)] as [(UInt64, Int, Int)] {
            let indicators = randomIndicators(seed: seed, eventCount: events, sampleCount: samples)
            let joint = JointCounts(indicators: indicators, eventCount: events, sampleCount: samples)
            #expect(joint.counts == naiveCounts(indicators, eventCount: events, sampleCount: samples))
        }
    }

    @Test func blocksAddUp() {
        // 100 samples in blocks of 7: fourteen whole ones and a rest of two.
        let indicators = randomIndicators(seed: 5, eventCount: 6, sampleCount: 100)
        let whole = JointCounts(indicators: indicators, eventCount: 6, sampleCount: 100)
        #expect(JointCounts(indicators: indicators, eventCount: 6, sampleCount: 100, blockLength: 7) == whole)
    }

    @Test func emptyAndImpossible() {
        #expect(JointCounts(indicators: [], eventCount: 0, sampleCount: 3).counts == [])
        let joint = JointCounts(indicators: [0, 0, 1, 1], eventCount: 2, sampleCount: 2)
        #expect(joint.share(of: 1, given: 0) == nil)
    }
}

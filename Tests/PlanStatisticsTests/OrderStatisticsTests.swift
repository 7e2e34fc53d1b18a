import PlanStatistics
import Testing

/// By the definition: the smallest value that at least p % of the values do not exceed.
private func naivePercentile(_ sample: [Int32], _ percent: Int) -> Int32 {
    sample.filter { bound in 100 * sample.filter { $0 <= bound }.count >= percent * sample.count }.min()!
}

/// Repeatable numbers in 0 ..< bound.
func randomSample(seed: UInt64, count: Int, below bound: Int32) -> [Int32] {
    let stream = RandomStream(StreamKey(seed: seed, identity: 0, purpose: .measure))
    return (0..<UInt32(count)).map { Int32(stream.uniform(replication: $0) * Float(bound)) }
}

@Suite struct OrderStatisticsTests {
    @Test func percentilesOfTen() {
        // ⌈10 p / 100⌉: P1 and P10 are the 1st, P11 the 2nd, P50 the 5th, P80 the 8th, P100 the 10th.
        let statistics = OrderStatistics(of: [50, 10, 40, 20, 30, 60, 100, 90, 70, 80])
        #expect([1, 10, 11, 50, 80, 100].map(statistics.percentile) == [10, 10, 20, 50, 80, 100])
    }

    @Test func percentileIsItsDefinition() {
        for (seed, count) in [(1, 1), (2, 2), (3, 7), (4, 100), (5, 101)] as [(UInt64, Int)] {
            let sample = randomSample(seed: seed, count: count, below: 60)
            let statistics = OrderStatistics(of: sample)
            for percent in 1...100 { #expect(statistics.percentile(percent) == naivePercentile(sample, percent)) }
        }
    }

    @Test func estimateOfAHundred() {
        // 1 … 100, P80: np = 80, margin = 1.95996 · √16 = 7.83986; l = ⌊72.16⌋ = 72, u = ⌈87.84⌉ + 1 = 89;
        // standard error = 17 / 3.919928 = 4.336826.
        let estimate = OrderStatistics(of: Array(1...100)).estimate(80)
        #expect([estimate.value, estimate.low, estimate.high] == [80, 72, 89])
        #expect(abs(estimate.standardError - 17 / 3.919927969080108) < 1e-14)
    }

    @Test func intervalIsCutAtTheEnds() {
        // n = 5, P90: np = 4.5, margin = 1.31; l = 3, u = 6 + 1, cut to 5.
        let estimate = OrderStatistics(of: [1, 2, 3, 4, 5]).estimate(90)
        #expect([estimate.value, estimate.low, estimate.high] == [5, 3, 5])
        // n = 1: l = ⌊−0.48⌋, cut to 1; u = ⌈1.48⌉ + 1, cut to 1.
        let single = OrderStatistics(of: [7]).estimate(50)
        #expect([single.value, single.low, single.high] == [7, 7, 7] && single.standardError == 0)
    }

    @Test func constantInput() {
        let statistics = OrderStatistics(of: [Int32](repeating: -3, count: 50))
        #expect([1, 50, 99].map { statistics.estimate($0).value } == [-3, -3, -3])
        #expect(statistics.estimate(90).standardError == 0)
    }

    @Test func extremesDoNotOverflow() {
        let estimate = OrderStatistics(of: [.min, .max]).estimate(50)
        // 2³² − 1 over 2 z.
        #expect(abs(estimate.standardError - 4_294_967_295 / 3.919927969080108) < 1e-3)
    }

    @Test func intervalHoldsTheTruePercentile() {
        // 400 samples of 200 uniform values on 0 ..< 100,000, true P80 80,000: the interval holds it with probability 0.95 or
        // more by construction; fewer than 358 hits (380 − 5 · 4.36) with chance below 3e-6.
        let hits = (0..<400 as Range<UInt64>).filter { seed in
            let estimate = OrderStatistics(of: randomSample(seed: seed, count: 200, below: 100_000)).estimate(80)
            return (estimate.low...estimate.high).contains(80_000)
        }
        #expect(hits.count >= 358)
    }

    @Test func shares() {
        let statistics = OrderStatistics(of: [5, 3, 3, 8])
        #expect([2, 3, 4, 5, 8, 9].map { statistics.countAtMost($0) } == [0, 2, 2, 3, 4, 4])
        #expect(statistics.share(atMost: 5) == Proportion(hits: 3, of: 4))
    }
}

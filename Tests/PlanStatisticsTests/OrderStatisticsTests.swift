import Testing

@testable import PlanStatistics

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
        // 1 … 100, P80: np = 80, 2 z √16 = 15.68, so w = 16; l = 80 + 1/2 − 8 = 72.5, rounded to 73, u = 89;
        // standard error = 16 / 3.919928.
        let estimate = OrderStatistics(of: Array(1...100)).estimate(80)
        #expect([estimate.value, estimate.low, estimate.high] == [80, 73, 89])
        #expect(abs(estimate.standardError - 16 / 3.919927969080108) < 1e-14)
    }

    @Test func intervalIsCutAtTheEnds() {
        // n = 5, P90: np = 4.5, 2 z √0.45 = 2.63, w = 3; l = 3.5, rounded to 4, u = 7, cut to 5.
        let estimate = OrderStatistics(of: [1, 2, 3, 4, 5]).estimate(90)
        #expect([estimate.value, estimate.low, estimate.high] == [5, 4, 5])
        // n = 1: w = 2, l = 0, cut to 1; u = 2, cut to 1.
        let single = OrderStatistics(of: [7]).estimate(50)
        #expect([single.value, single.low, single.high] == [7, 7, 7] && single.standardError == 0)
    }

    @Test func coverageOfTheRanks() {
        // The interval [X₍l₎, X₍u₎] holds the true percentile of a continuous law if l … u − 1 values lie below it, a binomial number:
        // its probabilities summed. The sample 1 … n shows the ranks.
        for n in [500, 512, 700, 1_000, 1_024, 2_000, 2_048, 3_333, 4_096, 5_000] {
            let statistics = OrderStatistics(of: (1...Int32(n)).map { $0 })
            for percent in [10, 50, 80, 90, 95] {
                let estimate = statistics.estimate(percent)
                let p = Double(percent) / 100
                let coverage = (Int(estimate.low)..<Int(estimate.high)).reduce(0.0) { sum, k in
                    let ways = LogGamma.of(Double(n + 1)) - LogGamma.of(Double(k + 1)) - LogGamma.of(Double(n - k + 1))
                    return sum + Elementary.exp(ways + Double(k) * Elementary.log(p) + Double(n - k) * Elementary.log1p(-p))
                }
                #expect((0.945...0.955).contains(coverage), "n = \(n), P\(percent): \(coverage)")
            }
        }
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
        // 400 samples of 200 uniform values on 0 ..< 100,000, true P80 80,000: the interval holds it with a probability of about
        // 0.95; fewer than 358 hits (380 − 5 · 4.36) with chance below 3e-6.
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

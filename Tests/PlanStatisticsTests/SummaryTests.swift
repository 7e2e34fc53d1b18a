import PlanStatistics
import Testing

@Suite struct SampleSummaryTests {
    @Test func knownAnswer() {
        // 2, 4, 4, 4, 5, 5, 7, 9: sum 40, mean 5, squares about it 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, variance 32/7.
        let summary = SampleSummary(of: [2, 4, 4, 4, 5, 5, 7, 9])
        #expect(summary.sum == 40 && summary.mean == 5)
        #expect([summary.minimum, summary.maximum] == [2, 9])
        #expect(summary.variance == 32 / 7.0)
        #expect(summary.standardDeviation == (32 / 7.0).squareRoot())
        #expect(summary.standardErrorOfMean == (4 / 7.0).squareRoot())
    }

    @Test func orderChangesNothing() {
        let sample = randomSample(seed: 1, count: 5_000, below: 1 << 23)
        #expect(SampleSummary(of: sample) == SampleSummary(of: sample.sorted()))
        #expect(SampleSummary(of: sample) == SampleSummary(of: sample.reversed()))
    }

    @Test func agreesWithTwoPasses() {
        // The naive twin, in double precision, loses at most n units in the last place.
        let sample = randomSample(seed: 2, count: 1_000, below: 1 << 23)
        let mean = sample.reduce(0.0) { $0 + Double($1) } / 1_000
        let variance = sample.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / 999
        let summary = SampleSummary(of: sample)
        #expect(summary.mean == mean)
        #expect(abs(summary.variance / variance - 1) < 1e-12)
    }

    @Test func constantAndSingle() {
        // Large and constant: naive sums of squares would leave a rest.
        let constant = SampleSummary(of: [Int32](repeating: 2_000_000_011, count: 999))
        #expect([constant.mean, constant.variance, constant.standardErrorOfMean] == [2_000_000_011, 0, 0])
        let single = SampleSummary(of: [7])
        #expect([single.mean, single.variance, single.standardErrorOfMean] == [7, 0, 0])
    }

    @Test func extremes() {
        // −2³¹ and 2³¹ − 1: mean −1/2, variance 2 · (2³¹ − 1/2)².
        let summary = SampleSummary(of: [.min, .max])
        #expect(summary.mean == -0.5)
        #expect(summary.variance == 2 * (0x1p31 - 0.5) * (0x1p31 - 0.5))
    }
}

@Suite struct ProportionTests {
    @Test func knownAnswers() {
        // 7 of 10: √(0.21 / 10); Wilson by hand with z = 1.959963984540054:
        // (0.7 + 0.19207) / 1.38415 ± 0.24772.
        let seven = Proportion(hits: 7, of: 10)
        #expect(abs(seven.standardError - 0.021.squareRoot()) < 1e-15)
        #expect(abs(seven.interval.lowerBound - 0.39677814746114537) < 1e-14)
        #expect(abs(seven.interval.upperBound - 0.8922087325936989) < 1e-14)
    }

    @Test func noneAndAll() {
        // z² / (20 + z²) = 3.841459 / 23.841459.
        let none = Proportion(hits: 0, of: 20)
        #expect(none.value == 0 && none.standardError == 0 && none.interval.lowerBound == 0)
        #expect(abs(none.interval.upperBound - 0.16112515805281938) < 1e-15)
        let all = Proportion(hits: 20, of: 20)
        #expect(all.value == 1 && all.standardError == 0 && all.interval.upperBound == 1)
        #expect(abs(all.interval.lowerBound - 0.8388748419471806) < 1e-15)
    }
}

@Suite struct HistogramTests {
    @Test func knownAnswer() {
        // −3 … 12 in at most four bins: width 5 gives −5, 0, 5, 10.
        let histogram = Histogram(of: [-3, 0, 4, 5, 9, 10, 12, 12], maximumBins: 4)
        #expect(histogram.lowerBound == -5 && histogram.width == 5)
        #expect(histogram.counts == [1, 2, 2, 3])
    }

    @Test func boundsAreRoundInDays() {
        // 900 … 4,900 minutes in days of 480, at most six bins: 1 … 10 days needs 10 bins of one day, 6 of two: 0, 2, … 10.
        let histogram = Histogram(of: [900, 4_900], maximumBins: 6, unit: 480)
        #expect(histogram.lowerBound == 0 && histogram.width == 960)
        #expect(histogram.counts == [1, 0, 0, 0, 0, 1])
    }

    @Test func constantInput() {
        let histogram = Histogram(of: [7, 7, 7])
        #expect(histogram.lowerBound == 7 && histogram.width == 1 && histogram.counts == [3])
    }

    @Test func countsSumToTheSample() {
        for (seed, count) in [(1, 1), (2, 10), (3, 2_000)] as [(UInt64, Int)] {
            let sample = randomSample(seed: seed, count: count, below: 100_000)
            for bins in [2, 3, 40] {
                let histogram = Histogram(of: sample, maximumBins: bins)
                #expect(histogram.counts.reduce(0, +) == count && histogram.counts.count <= bins)
                #expect(histogram.counts.first! > 0 && histogram.counts.last! > 0)
                #expect(histogram.lowerBound <= Int64(sample.min()!))
                #expect(Int64(sample.max()!) < histogram.lowerBound + Int64(histogram.counts.count) * histogram.width)
            }
        }
    }

    @Test func extremes() {
        // −2³¹ … 2³¹ − 1 in two bins meets at 0: width 5 · 10⁹.
        let histogram = Histogram(of: [.min, .max], maximumBins: 2)
        #expect(histogram.width == 5_000_000_000 && histogram.lowerBound == -5_000_000_000 && histogram.counts == [1, 1])
    }
}

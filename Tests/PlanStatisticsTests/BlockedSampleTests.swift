import PlanStatistics
import Testing

@Suite struct BlockedProportionTests {
    @Test func knownAnswer() {
        // Eight blocks of 4 with 1, 2, 1, 2, …: p = 12/32 = 3/8, Σ (y − 3/2)² = 2, variance 8/7 · 2 / 32² = 1/448; independent
        // 3/8 · 5/8 / 32 = 15/2048; design effect 2048 / (448 · 15) = 32/105.
        let share = Proportion(blockHits: [1, 2, 1, 2, 1, 2, 1, 2], blockCounts: [Int](repeating: 4, count: 8))
        #expect(share.hits == 12 && share.count == 32 && share.value == 0.375)
        #expect(abs(share.designEffect - 32 / 105.0) < 1e-15)
        #expect(abs(share.standardError - (1 / 448.0).squareRoot()) < 1e-15)
        // Student's point for 7 degrees; Wilson with 32 / (32/105) = 105 cases.
        #expect(share.coverageFactor == 2.3646242515927853)
        #expect(abs(share.interval.lowerBound - 0.2722794699605762) < 1e-14)
        #expect(abs(share.interval.upperBound - 0.49036040400766895) < 1e-14)
    }

    @Test func designEffectIsBounded() {
        let counts = [Int](repeating: 4, count: 8)
        // All blocks agree: variance 0, kept at 1/64. All or nothing: Σ (y − 2)² = 32, 8/7 · 32 / 32² over 1/4 / 32 = 4.57, cut to 2.
        #expect(Proportion(blockHits: [Int](repeating: 2, count: 8), blockCounts: counts).designEffect == 1 / 64.0)
        #expect(Proportion(blockHits: [4, 0, 4, 0, 4, 0, 4, 0], blockCounts: counts).designEffect == 2)
    }

    @Test func tooLittleToTell() {
        // Seven blocks, none and all: as independent cases.
        let seven = Proportion(blockHits: [1, 2, 1, 2, 1, 2, 1], blockCounts: [Int](repeating: 4, count: 7))
        #expect(seven == Proportion(hits: 10, of: 28))
        let counts = [Int](repeating: 4, count: 8)
        #expect(Proportion(blockHits: [Int](repeating: 0, count: 8), blockCounts: counts) == Proportion(hits: 0, of: 32))
        #expect(Proportion(blockHits: counts, blockCounts: counts) == Proportion(hits: 32, of: 32))
    }

    @Test func unevenAndEmptyBlocks() {
        // 2 of 4 seven times and 2 of 2: p = 16/30 = 8/15; excess 2 − 32/15 = −2/15 seven times and 2 − 16/15 = 14/15:
        // Σ = (28 + 196)/225 = 224/225; 8/7 · 224/225 / 900 over (8/15 · 7/15) / 30.
        let hits = [2, 2, 2, 2, 2, 2, 2, 2]
        let share = Proportion(blockHits: hits, blockCounts: [4, 4, 4, 4, 4, 4, 4, 2])
        #expect(abs(share.designEffect - 8 / 7.0 * 224 / 225 / 900 / (56 / 225.0 / 30)) < 1e-15)
        #expect(Proportion(blockHits: hits + [0, 0], blockCounts: [4, 4, 4, 4, 4, 4, 4, 2, 0, 0]) == share)
    }
}

@Suite struct BlockedSampleTests {
    @Test func plainIsOrderStatistics() {
        let values = randomSample(seed: 1, count: 1_000, below: 5_000)
        let sample = BlockedSample(values: values, isStratified: false)
        let order = OrderStatistics(of: values)
        for percent in [1, 50, 80, 99] {
            #expect(sample.percentile(percent) == order.percentile(percent))
            #expect(sample.estimate(percent) == order.estimate(percent))
        }
        #expect(sample.share(atMost: 2_000) == order.share(atMost: 2_000))
        #expect(sample.share { $0 <= 2_000 } == order.share(atMost: 2_000))
        let summary = SampleSummary(of: values)
        #expect(sample.mean.value == summary.mean && sample.mean.standardError == summary.standardErrorOfMean)
        #expect(sample.mean.coverageFactor == 1.959963984540054)
    }

    @Test func meanBetweenBlocks() {
        // Eight blocks of 64, all 0 and all 1 in turn: mean 1/2, Σ (sum − 32)² = 8 · 1,024; 8/7 · 8,192 / 512² = 1/28.
        let values = (0..<512).map { Int32($0 / 64 % 2) }
        let mean = BlockedSample(values: values, isStratified: true).mean
        #expect(mean.value == 0.5 && abs(mean.standardError - (1 / 28.0).squareRoot()) < 1e-16)
        #expect(mean.coverageFactor == 2.3646242515927853)
        let reach = 2.3646242515927853 * mean.standardError
        #expect(mean.interval == (0.5 - reach)...(0.5 + reach))
        // Within blocks only: half and half in each.
        let even = BlockedSample(values: (0..<512).map { Int32($0 % 2) }, isStratified: true).mean
        #expect(even.value == 0.5 && even.standardError == 0)
    }

    @Test func percentileBetweenBlocks() {
        // 512 values, 0 … 63 in each block: the share up to P50 = 31 is 32/64 in every block, design effect 1/64. np = 256,
        // 2 t √(256 · 1/2 / 64) = 6.69, w = 7; l = 256.5 − 3.5 = 253, u = 260: ⌈253/8⌉ − 1 = 31, ⌈260/8⌉ − 1 = 32.
        let sample = BlockedSample(values: (0..<512).map { Int32($0 % 64) }, isStratified: true)
        let estimate = sample.estimate(50)
        #expect([estimate.value, estimate.low, estimate.high] == [31, 31, 32])
        #expect(estimate.standardError == 1 / (2 * 2.3646242515927853))
        // The same values as if independent: 2 z √128 = 44.35, w = 44; l = 234.5, rounded to 235, u = 279: 29 and 34.
        let plain = BlockedSample(values: sample.values, isStratified: false).estimate(50)
        #expect([plain.value, plain.low, plain.high] == [31, 29, 34])
    }

    @Test func shortLastBlock() {
        // 500 values: seven blocks of 64 and one of 52.
        let values = randomSample(seed: 2, count: 500, below: 100)
        let hits = (0..<8).map { block in values[block * 64..<min(block * 64 + 64, 500)].count { $0 <= 40 } }
        let share = BlockedSample(values: values, isStratified: true).share(atMost: 40)
        #expect(share == Proportion(blockHits: hits, blockCounts: [64, 64, 64, 64, 64, 64, 64, 52]))
        // 448 values are seven blocks: too few.
        let seven = BlockedSample(values: Array(values[..<448]), isStratified: true)
        #expect(seven.share(atMost: 40) == seven.order.share(atMost: 40))
        #expect(seven.estimate(80) == seven.order.estimate(80))
        #expect(seven.mean.standardError == seven.summary.standardErrorOfMean)
    }

    @Test func constantInput() {
        let sample = BlockedSample(values: [Int32](repeating: -3, count: 640), isStratified: true)
        #expect(sample.mean.value == -3 && sample.mean.standardError == 0)
        #expect(sample.estimate(90).value == -3 && sample.estimate(90).standardError == 0)
        #expect(sample.share(atMost: -3) == Proportion(hits: 640, of: 640))
    }
}

import PlanStatistics
import Testing

/// Paired differences: known answers, and whether their intervals hold the truth.
struct PairedSampleTests {
    @Test func shiftedByAConstant() {
        let first = (0..<1_000).map { Int32($0 * 7 % 1_009) }
        let pairs = PairedSample(first: first, second: first.map { $0 - 30 }, isStratified: true)
        for difference in [pairs.mean, pairs.percentile(50), pairs.percentile(80)] {
            #expect(difference.value == -30 && difference.interval == -30 ... -30 && difference.standardError == 0)
            #expect(difference.isClear && difference.samplesNeeded(1_000, for: 30) == 1)
        }
        #expect(pairs.varianceRatio == 0 && pairs.shareTied == 0)
        // All of 1,000 are less; the interval still leaves room for the rare one that is not.
        #expect(pairs.probabilityLess.value == 1 && pairs.probabilityLess.interval!.lowerBound > 0.99)
    }

    @Test func nothingDiffers() {
        let first = (0..<600).map { Int32($0) }
        let pairs = PairedSample(first: first, second: first, isStratified: false)
        #expect(pairs.isSame && pairs.shareTied == 1 && pairs.varianceRatio == 0)
        #expect(pairs.probabilityLess == DifferenceEstimate(exactly: 0.5))
        #expect(pairs.mean.interval == 0...0 && pairs.percentile(80).interval == 0...0)
    }

    @Test func tiesCountHalf() {
        // Of 4 replications one is less, one more, two are tied: 1/4 + 2/8.
        let pairs = PairedSample(first: [5, 5, 5, 5], second: [4, 6, 5, 5], isStratified: false)
        #expect(pairs.probabilityLess.value == 0.5 && pairs.shareTied == 0.5)
        #expect(pairs.percentile(50).interval == nil && pairs.percentile(50).value == 0)
    }

    @Test func varianceOfIndependentRunsIsTheSum() {
        // Variances 1 and 1, of the difference 4: -2, 2 against 0 mean, over n - 1.
        let pairs = PairedSample(first: [0, 2, 0, 2], second: [2, 0, 2, 0], isStratified: false)
        #expect(pairs.varianceRatio == 2)
    }

    /// Half-width 20 at 1,000 samples; for 5 it takes 16 times as many, told in two digits upwards.
    @Test func samplesThatWouldShowIt() {
        let difference = DifferenceEstimate(5, standardError: 10, coverageFactor: 2)
        #expect(difference.samplesNeeded(1_000, for: 5) == 16_000)
        #expect(difference.samplesNeeded(1_000, for: 3) == 45_000)  // 44,444
        #expect(DifferenceEstimate(5, standardError: nil, coverageFactor: 2).samplesNeeded(10, for: 1) == nil)
    }

    @Test func rareGainsLeaveWidthToBothSides() {
        let none = PairedFlags(count: 1_000, isStratified: false, gained: { _ in false }, lost: { _ in false }).difference
        #expect(none.value == 0 && none.interval.lowerBound < -0.003 && none.interval.upperBound > 0.003)
        #expect(none.interval.upperBound < 0.006)
        let few = PairedFlags(count: 1_000, isStratified: false, gained: { $0 < 20 }, lost: { $0 == 999 }).difference
        #expect(few.value == 0.019 && few.isClear)
    }

    // MARK: coverage

    /// Uniform on 0 … 10,000 against uniform on 0 … 9,000; in half the replications the same draw, else draws of their own. Medians differ
    /// by -500, P80 by -800, means by -500. On time at 5,000: 1/2 against 5/9. The second is less in the half with the same draw, and
    /// in 1 - 9/20 of the other: 0.775.
    ///
    /// 200 samples of 1,024: hits are binomial, 190 ± 3.1. Fewer than 177 come with chance 7e-5, all 200 with 4e-5; 10 figures, so 1 of 900
    /// choices of seeds would raise a false alarm. Of 1,600 samples 1,518 … 1,527 intervals held it without strata, 1,502 … 1,524 with them.
    @Test(arguments: [false, true]) func intervalsHoldTheTruth(isStratified: Bool) {
        var dice = Dice(state: isStratified ? 7 : 3)
        var hits: [String: Int] = [:]
        for _ in 0..<200 {
            var (first, second): ([Int32], [Int32]) = ([], [])
            for _ in 0..<16 {
                let (u, v) = (dice.block(isStratified), dice.block(isStratified))
                for lane in 0..<64 {
                    first.append(Int32((10_000 * u[lane]).rounded()))
                    second.append(Int32((9_000 * (dice.next() < 0.5 ? u[lane] : v[lane])).rounded()))
                }
            }
            let pairs = PairedSample(first: first, second: second, isStratified: isStratified)
            let flags = PairedFlags(
                count: first.count, isStratified: isStratified, gained: { second[$0] <= 5_000 && first[$0] > 5_000 },
                lost: { first[$0] <= 5_000 && second[$0] > 5_000 })
            let found: [(String, ClosedRange<Double>, Double)] = [
                ("P50", pairs.percentile(50).interval!, -500), ("P80", pairs.percentile(80).interval!, -800),
                ("mean", pairs.mean.interval!, -500), ("on time", flags.difference.interval, 1 / 18.0),
                ("better", pairs.probabilityLess.interval!, 0.775),
            ]
            for (name, interval, truth) in found { hits[name, default: 0] += interval.contains(truth) ? 1 : 0 }
        }
        for (name, count) in hits { #expect((177...199).contains(count), "\(name): \(count) of 200") }
    }

    /// SplitMix64.
    private struct Dice {
        var state: UInt64

        mutating func next() -> Double {
            state &+= 0x9e37_79b9_7f4a_7c15
            var word = state
            word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
            word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
            return Double((word ^ word >> 31) >> 11) * 0x1p-53
        }

        /// 64 uniforms, one from each 64th in random order if stratified.
        mutating func block(_ isStratified: Bool) -> [Double] {
            guard isStratified else { return (0..<64).map { _ in next() } }
            let order = (0..<64).map { ($0, next()) }.sorted { $0.1 < $1.1 }.map(\.0)
            return order.map { (Double($0) + next()) / 64 }
        }
    }
}

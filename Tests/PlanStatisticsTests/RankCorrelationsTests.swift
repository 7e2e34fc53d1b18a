import Testing

@testable import PlanStatistics

/// Pearson's correlation of midranks found by counting, in plain loops.
private func naiveCorrelation(_ first: ArraySlice<Int32>, _ second: ArraySlice<Int32>) -> Double {
    func ranks(_ sample: ArraySlice<Int32>) -> [Double] {
        sample.map { value in
            Double(sample.count { $0 < value }) + Double(sample.count { $0 == value } + 1) / 2 - Double(sample.count + 1) / 2
        }
    }
    let (x, y) = (ranks(first), ranks(second))
    func sum(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let scale = (sum(x, x) * sum(y, y)).squareRoot()
    return scale > 0 ? sum(x, y) / scale : 0
}

@Suite struct RankCorrelationsTests {
    @Test func knownAnswers() {
        // 1 2 3 4 5 against 2 1 4 3 5: Σd² = 4, ρ = 1 − 6 · 4 / (5 · 24) = 0.8. Against itself 1, reversed −1.
        let correlations = RankCorrelations(
            targets: [2, 1, 4, 3, 5] + [10, 20, 30, 40, 50] + [5, 4, 3, 2, 1], targetCount: 3, sampleCount: 5)
        #expect(correlations.coefficients(of: [1, 2, 3, 4, 5], variableCount: 1) == [0.8, 1, -1])
        #expect(correlations.noise == 0.5)
    }

    @Test func ties() {
        // 1 1 2 2 against 1 2 3 4: midranks 1.5 1.5 3.5 3.5, about 2.5: −1 −1 1 1 and −1.5 −0.5 0.5 1.5:
        // 4 / √(4 · 5) = 0.8944271909999159.
        let correlations = RankCorrelations(targets: [1, 2, 3, 4], targetCount: 1, sampleCount: 4)
        #expect(abs(correlations.coefficients(of: [1, 1, 2, 2], variableCount: 1)[0] - 0.8944271909999159) < 1e-15)
    }

    @Test func constantAndEmpty() {
        let correlations = RankCorrelations(targets: [1, 2, 3] + [4, 4, 4], targetCount: 2, sampleCount: 3)
        #expect(correlations.coefficients(of: [5, 5, 5] + [1, 2, 3], variableCount: 2) == [0, 0, 1, 0])
        #expect(correlations.coefficients(of: [], variableCount: 0) == [])
        let none = RankCorrelations(targets: [], targetCount: 0, sampleCount: 3)
        #expect(none.coefficients(of: [1, 2, 3], variableCount: 1) == [])
        let single = RankCorrelations(targets: [3], targetCount: 1, sampleCount: 1)
        #expect(single.coefficients(of: [9], variableCount: 1) == [0] && single.noise == .infinity)
    }

    @Test func agreesWithCounting() {
        let sizes: [(UInt64, Int, Int, Int)] = [(1, 3, 2, 100), (2, 7, 5, 64), (3, 1, 1, 333)]
        for (seed, variables, targets, samples) in sizes {
            for bound in [5, 50, 100_000] as [Int32] {
                let x = randomSample(seed: seed, count: variables * samples, below: bound)
                let y = randomSample(seed: seed + 100, count: targets * samples, below: bound)
                let found = RankCorrelations(targets: y, targetCount: targets, sampleCount: samples)
                    .coefficients(of: x, variableCount: variables)
                for v in 0..<variables {
                    for t in 0..<targets {
                        let naive = naiveCorrelation(
                            x[v * samples..<(v + 1) * samples], y[t * samples..<(t + 1) * samples])
                        #expect(abs(found[v * targets + t] - naive) < 1e-14)
                    }
                }
            }
        }
    }

    @Test func blocksAndChunksChangeNoBit() {
        let samples = 1_000
        let x = randomSample(seed: 8, count: 5 * samples, below: 300)
        let y = randomSample(seed: 9, count: 2 * samples, below: 100_000)
        let whole = RankCorrelations(targets: y, targetCount: 2, sampleCount: samples)
        let blocks = RankCorrelations(targets: y, targetCount: 2, sampleCount: samples, blockLength: 7)
        let all = whole.coefficients(of: x, variableCount: 5)
        #expect(all == blocks.coefficients(of: x, variableCount: 5))
        for v in 0..<5 {
            let one = whole.coefficients(of: Array(x[v * samples..<(v + 1) * samples]), variableCount: 1)
            #expect(one == Array(all[2 * v..<2 * v + 2]))
        }
    }

    @Test func noiseIsTheSpreadOfIndependentPairs() {
        // 400 independent coefficients with n = 101: variance 1/100; the estimate of the variance is within 5 of its standard errors,
        // 5 · √(2/400) = 0.35, by chance in all but 1 of a million seeds.
        let y = randomSample(seed: 11, count: 101, below: 1_000_000)
        let correlations = RankCorrelations(targets: y, targetCount: 1, sampleCount: 101)
        let x = randomSample(seed: 12, count: 400 * 101, below: 1_000_000)
        let found = correlations.coefficients(of: x, variableCount: 400)
        let variance = found.reduce(0) { $0 + $1 * $1 } / 400
        #expect(abs(variance / (correlations.noise * correlations.noise) - 1) < 0.35)
    }
}

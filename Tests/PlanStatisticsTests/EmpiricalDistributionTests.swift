import PlanStatistics
import Testing

@Suite struct EmpiricalDistributionTests {
    @Test func knownAnswer() throws {
        // 0, 2, 8 sorted: gaps [0, 2] and [2, 8], half each. Mean (1 + 5) / 2 = 3. Ends from the mean −3, −1 and −1, 5:
        // (9 + 3 + 1)/3 = 13/3 and (1 − 5 + 25)/3 = 7, variance (13/3 + 7) / 2 = 17/3.
        let law = try #require(EmpiricalDistribution(history: [8, 0, 2]))
        #expect(law.sorted == [0, 2, 8] && law.mean == 3)
        #expect(abs(law.variance - 17 / 3.0) < 1e-15)
        // Positions 0, 1/2, 1, 3/2, 2.
        #expect([0, 0.25, 0.5, 0.75, 1].map(law.quantile) == [0, 1, 2, 5, 8])
        #expect([-1, 0, 1, 2, 5, 8, 9].map(law.cumulative) == [0, 0, 0.25, 0.5, 0.75, 1, 1])
    }

    @Test func repeatedValuesAreJumps() throws {
        // 1, 3, 3, 3, 5: the middle half of the probability lies at 3.
        let law = try #require(EmpiricalDistribution(history: [3, 1, 3, 5, 3]))
        #expect([2, 3.nextDown, 3, 4].map { (law.cumulative($0) * 1e9).rounded() / 1e9 } == [0.125, 0.25, 0.75, 0.875])
        #expect([0.25, 0.4, 0.75].map(law.quantile) == [3, 3, 3])
        // Mean (2 + 3 + 3 + 4) / 4; variance (4 + 0 + 0 + 4) / 3 / 4.
        #expect(law.mean == 3 && abs(law.variance - 2 / 3.0) < 1e-15)
    }

    @Test func certainNumbers() throws {
        for history in [[0.1], [0.1, 0.1, 0.1]] {
            let law = try #require(EmpiricalDistribution(history: history))
            #expect([law.mean, law.variance] == [0.1, 0])
            #expect([0, 0.3, 1].map(law.quantile) == [0.1, 0.1, 0.1])
            #expect([law.cumulative(0.09), law.cumulative(0.1)] == [0, 1])
        }
        #expect(EmpiricalDistribution(history: []) == nil)
        #expect(EmpiricalDistribution(history: [1, .infinity]) == nil)
    }

    @Test func momentsAreThoseOfTheQuantile() throws {
        // The midpoint rule on 1,000 shares of each of the 40 gaps; its error in the variance is w² / (12 · 1,000²) a gap.
        let sample = randomSample(seed: 3, count: 41, below: 1_000).map(Double.init)
        let law = try #require(EmpiricalDistribution(history: sample))
        let values = (0..<40_000).map { law.quantile((Double($0) + 0.5) / 40_000) }
        let mean = values.reduce(0, +) / 40_000
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40_000
        #expect(abs(mean - law.mean) < 1e-9)
        #expect(abs(variance / law.variance - 1) < 1e-6)
    }
}

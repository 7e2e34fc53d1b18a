import PlanStatistics
import Testing

@Suite struct DiscreteDistributionTests {
    @Test func knownAnswer() throws {
        // 0 with 1/2, 4 with 1/4, 12 with 1/4: mean 1 + 3 = 4; variance 16/2 + 0 + 64/4 = 24.
        let law = try #require(DiscreteDistribution(values: [4, 12, 0], probabilities: [0.25, 0.25, 0.5]))
        #expect(law.values == [0, 4, 12] && law.probabilities == [0.5, 0.25, 0.25])
        #expect([law.mean, law.variance] == [4, 24])
        #expect([-1, 0, 3.9, 4, 11, 12, 13].map(law.cumulative) == [0, 0.5, 0.5, 0.75, 0.75, 1, 1])
        #expect([0, 0.1, 0.5, 0.5.nextUp, 0.75, 0.76, 1].map(law.quantile) == [0, 0, 0, 4, 4, 12, 12])
    }

    @Test func equalAndImpossibleValues() throws {
        let law = try #require(DiscreteDistribution(values: [7, 3, 7, 1], probabilities: [0.25, 0.5, 0.25, 0]))
        #expect(law.values == [3, 7] && law.probabilities == [0.5, 0.5])
        #expect(law.quantile(0) == 3)
        let certain = try #require(DiscreteDistribution(values: [0.1], probabilities: [1]))
        #expect([certain.mean, certain.variance, certain.quantile(0), certain.quantile(1)] == [0.1, 0, 0.1, 0.1])
    }

    @Test func quantileIsItsDefinition() throws {
        // Rounded thirds; the smallest value whose cumulative probability is at least u.
        let law = try #require(DiscreteDistribution(values: [1, 2, 3], probabilities: [0.333333, 0.333333, 0.333333]))
        #expect(law.cumulative(3) == 1)
        for i in 0...999 {
            let u = Double(i) / 999
            #expect(law.quantile(u) == law.values.first { law.cumulative($0) >= u })
        }
    }

    @Test func refuses() {
        #expect(DiscreteDistribution(values: [], probabilities: []) == nil)
        #expect(DiscreteDistribution(values: [1], probabilities: [0.5, 0.5]) == nil)
        #expect(DiscreteDistribution(values: [1, 2], probabilities: [0.5, 0.4]) == nil)
        #expect(DiscreteDistribution(values: [1, 2], probabilities: [1.5, -0.5]) == nil)
        #expect(DiscreteDistribution(values: [1, .nan], probabilities: [0.5, 0.5]) == nil)
        #expect(DiscreteDistribution(values: [1, 2], probabilities: [.nan, 0.5]) == nil)
    }
}

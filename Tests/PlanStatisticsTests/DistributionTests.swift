import PlanStatistics
import Testing

/// The mean and the variance of a distribution from its quantile alone, by the midpoint rule on 10,000 equal shares.
///
/// The error is that of the outermost shares, where the quantile is steep: below 1e-3 of the standard deviation here.
private func moments(_ law: some ProbabilityDistribution) -> (mean: Double, variance: Double) {
    let n = 10_000
    let values = (0..<n).map { law.quantile((Double($0) + 0.5) / Double(n)) }
    let mean = values.reduce(0, +) / Double(n)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n))
}

private func examples() throws -> [Distribution] {
    [
        .fixed(try #require(FixedDistribution(480))), .uniform(try #require(UniformDistribution(low: 240, high: 960))),
        .triangular(try #require(TriangularDistribution(low: 6, mode: 10, high: 22))),
        .triangular(try #require(TriangularDistribution(low: 6, mode: 6, high: 22))),
        .triangular(try #require(TriangularDistribution(low: 6, mode: 22, high: 22))),
        .pert(try #require(PERTDistribution(low: 6, mode: 10, high: 30))),
        .pert(try #require(PERTDistribution(low: 0, mode: 0, high: 1))),
        .lognormal(try #require(LognormalDistribution(median: 10, logStandardDeviation: 0.5))),
        .truncatedNormal(try #require(TruncatedNormalDistribution(location: 10, scale: 4))),
        .truncatedNormal(try #require(TruncatedNormalDistribution(location: -3, scale: 1))),
    ]
}

@Suite struct DistributionTests {
    @Test func cumulativeUndoesQuantile() throws {
        for law in try examples() where law.variance > 0 {
            for i in 1..<200 {
                let u = Double(i) / 200
                #expect(abs(law.cumulative(law.quantile(u)) - u) < 1e-12, "\(law) at \(u)")
            }
        }
    }

    @Test func quantileRisesBetweenTheEnds() throws {
        for law in try examples() {
            let values = (0...200).map { law.quantile(Double($0) / 200) }
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, "\(law)")
            #expect(values[0] >= 0)
            #expect(law.cumulative(values[0] - 1) == 0)
            if values[200] < .infinity { #expect(law.cumulative(values[200]) == 1) }
        }
    }

    @Test func momentsAreThoseOfTheQuantile() throws {
        for law in try examples() {
            let found = moments(law)
            #expect(abs(found.mean - law.mean) <= 1e-3 * law.standardDeviation, "\(law)")
            #expect(abs(found.variance - law.variance) <= 1e-2 * law.variance, "\(law)")
        }
    }

    @Test func fixed() throws {
        let law = try #require(FixedDistribution(480))
        #expect([law.mean, law.variance, law.quantile(0), law.quantile(1)] == [480, 0, 480, 480])
        #expect([law.cumulative(479), law.cumulative(480)] == [0, 1])
        #expect(FixedDistribution(.nan) == nil)
    }

    @Test func uniform() throws {
        // Ends 2 and 14: mean 8, variance 12² / 12 = 12, P10 = 2 + 1.2, P90 = 2 + 10.8.
        let law = try #require(UniformDistribution(low: 2, high: 14))
        #expect([law.mean, law.variance] == [8, 12])
        #expect([law.cumulative(2), law.cumulative(5), law.cumulative(14), law.cumulative(15)] == [0, 0.25, 1, 1])
        let fitted = try #require(UniformDistribution(p10: 3.2, p90: 12.8))
        #expect(abs(fitted.low - 2) < 1e-14 && abs(fitted.high - 14) < 1e-14)
        #expect(UniformDistribution(low: 3, high: 2) == nil)
        #expect(UniformDistribution(p10: 3, p90: .infinity) == nil)
    }

    @Test func certainNumbers() throws {
        // No width: the value at every quantile, all the probability from it on.
        let laws: [Distribution] = [
            .uniform(try #require(UniformDistribution(p10: 7, p90: 7))),
            .triangular(try #require(TriangularDistribution(p10: 7, mode: 7, p90: 7))),
            .pert(try #require(PERTDistribution(p10: 7, mode: 7, p90: 7))),
            .lognormal(try #require(LognormalDistribution(p10: 7, p50: 7, p90: 7))),
            .truncatedNormal(try #require(TruncatedNormalDistribution(location: 7, scale: 0))),
        ]
        for law in laws {
            #expect([law.mean, law.variance] == [7, 0], "\(law)")
            #expect([law.quantile(0), law.quantile(0.3), law.quantile(1)] == [7, 7, 7], "\(law)")
            #expect([law.cumulative(6.999), law.cumulative(7)] == [0, 1], "\(law)")
        }
    }
}

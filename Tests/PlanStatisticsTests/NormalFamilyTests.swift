import PlanStatistics
import Testing

// The lognormal and the truncated normal distribution. Expected values: mpmath 1.4.1 with 30 digits.
@Suite struct NormalFamilyTests {
    @Test func lognormalFromPercentiles() throws {
        // σ = ln(20 / 5) / (2 · 1.2815515655446004); mean = 10 exp(σ²/2), variance = 100 exp(σ²) (exp(σ²) − 1); 10 is the geometric
        // mean of 5 and 20, so that all three percentiles hold.
        let law = try #require(LognormalDistribution(p10: 5, p50: 10, p90: 20))
        #expect(abs(law.logStandardDeviation - 0.5408656188293053) < 1e-15)
        #expect(abs(law.mean - 11.575061368932344) < 1e-13)
        #expect(abs(law.variance - 45.529839990414677) < 1e-12)
        #expect(abs(law.cumulative(15) - 0.77327012994269926) < 1e-14)
        #expect(abs(law.quantile(0.975) - 28.86593633408894) < 1e-12)
        #expect(abs(law.quantile(0.1) - 5) < 1e-13 && abs(law.quantile(0.9) - 20) < 1e-13)
        #expect([law.cumulative(0), law.quantile(0), law.quantile(1)] == [0, 0, .infinity])
    }

    @Test func lognormalOfAnAsymmetricTriple() throws {
        // 8, 10, 18: matched at P50 and in the ratio 18 / 8 only. P10 = 10 / √(18/8) = 20/3, P90 = 15.
        let law = try #require(LognormalDistribution(p10: 8, p50: 10, p90: 18))
        #expect(abs(law.quantile(0.5) - 10) < 1e-14)
        #expect(abs(law.quantile(0.1) - 20 / 3.0) < 1e-13 && abs(law.quantile(0.9) - 15) < 1e-13)
    }

    @Test func lognormalFromMoments() throws {
        // σ² = ln(1 + 1/4), median = 10 / √1.25.
        let law = try #require(LognormalDistribution(mean: 10, standardDeviation: 5))
        #expect(abs(law.logStandardDeviation - 0.47238072707743884) < 1e-15)
        #expect(abs(law.median - 8.9442719099991588) < 1e-14)
        #expect(abs(law.mean - 10) < 1e-14 && abs(law.standardDeviation - 5) < 1e-14)
    }

    @Test func lognormalRefuses() {
        #expect(LognormalDistribution(p10: 0, p50: 1, p90: 2) == nil)
        #expect(LognormalDistribution(p10: 1, p50: 3, p90: 2) == nil)
        #expect(LognormalDistribution(p10: 2, p50: 1, p90: 3) == nil)
        #expect(LognormalDistribution(mean: 0, standardDeviation: 1) == nil)
        #expect(LognormalDistribution(mean: 1, standardDeviation: -1) == nil)
        #expect(LognormalDistribution(median: .infinity, logStandardDeviation: 1) == nil)
    }

    // Location, scale; mean and variance by quadrature of the density; F(1); the roots of F = 0.1 and 0.9.
    @Test(arguments: [
        (10.0, 4.0, [10.070551301947667, 15.28950949431682, 0.0060523906496235873, 4.9986621856386707, 15.140391696190315]),
        (0.0, 1.0, [0.79788456080286536, 0.36338022763241866, 0.6826894921370859, 0.12566134685507403, 1.6448536269514727]),
        (
            -3.0, 1.0,
            [0.28309865493043651, 0.070559186785268117, 0.97653804873329971, 0.031947269879009652, 0.6425222758316236]
        ),
        (-8.0, 1.0, [0.12136811223611268, 0.01432488344334091, 0.999818582935468, 0.012963049607272501, 0.2788033416911982]),
    ])
    func truncatedNormal(location: Double, scale: Double, expected: [Double]) throws {
        let law = try #require(TruncatedNormalDistribution(location: location, scale: scale))
        let found = [law.mean, law.variance, law.cumulative(1), law.quantile(0.1), law.quantile(0.9)]
        for (value, reference) in zip(found, expected) { #expect(abs(value / reference - 1) < 1e-9) }
    }

    @Test func truncatedNormalEnds() throws {
        let law = try #require(TruncatedNormalDistribution(location: 1, scale: 2))
        #expect([law.quantile(0), law.quantile(1), law.cumulative(0), law.cumulative(-1)] == [0, .infinity, 0, 0])
        #expect(TruncatedNormalDistribution(location: -9, scale: 1) == nil)
        #expect(TruncatedNormalDistribution(location: -1, scale: 0) == nil)
        #expect(TruncatedNormalDistribution(location: 1, scale: -1) == nil)
    }
}

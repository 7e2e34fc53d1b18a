import PlanStatistics
import Testing

// Triangular and PERT distributions, by their ends and by their percentiles.
@Suite struct ThreePointTests {
    @Test func triangular() throws {
        // low 6, mode 10, high 22: mean 38/3; w = 16, d = 4: (256 − 64 + 16) / 18 = 104/9.
        let law = try #require(TriangularDistribution(low: 6, mode: 10, high: 22))
        #expect(abs(law.mean - 38 / 3.0) < 1e-14)
        #expect(abs(law.variance - 104 / 9.0) < 1e-14)
        // F(mode) = 4/16; F(8) = 2² / (16 · 4) = 1/16; 1 − F(16) = 6² / (16 · 12) = 3/16.
        #expect([law.cumulative(10), law.cumulative(8), law.cumulative(16)] == [0.25, 0.0625, 0.8125])
        #expect([law.quantile(0.25), law.quantile(0.0625), law.quantile(0.8125)] == [10, 8, 16])
        #expect(TriangularDistribution(low: 6, mode: 5, high: 22) == nil)
        #expect(TriangularDistribution(low: 6, mode: 23, high: 22) == nil)
    }

    @Test func pert() throws {
        // low 6, mode 10, high 30: s = 1/6, Beta(5/3, 13/3), mean (6 + 40 + 30) / 6 = 38/3, variance 20/3 · 52/3 / 7.
        let law = try #require(PERTDistribution(low: 6, mode: 10, high: 30))
        #expect(abs(law.shape - 1 / 6.0) < 1e-15)
        #expect(abs(law.mean - 38 / 3.0) < 1e-14)
        #expect(abs(law.variance - 16.507936507936508) < 1e-13)
        // mpmath 1.4.1: betainc(5/3, 13/3, 0, 6/24, regularized=True), and 6 + 24 times its root for 0.8.
        #expect(abs(law.cumulative(12) - 0.49574102313207573) < 1e-13)
        #expect(abs(law.quantile(0.8) - 16.149995762790912) < 1e-12)
        #expect(PERTDistribution(low: 6, mode: .nan, high: 22) == nil)
    }

    // mpmath 1.4.1: findroot of F(P10) = 0.1, F(P90) = 0.9 in the two ends. The first fit has a negative lower end.
    @Test(arguments: [
        (1.0, 5.0, 15.0, -3.6600322750850354, 21.415972195834764), (8.0, 10.0, 20.0, 4.6304149173990468, 25.775630896334799),
    ])
    func triangularFit(p10: Double, mode: Double, p90: Double, low: Double, high: Double) throws {
        let law = try #require(TriangularDistribution(p10: p10, mode: mode, p90: p90))
        #expect(abs(law.low - low) < 1e-12 && law.mode == mode && abs(law.high - high) < 1e-12)
    }

    // As above.
    @Test(arguments: [
        (8.0, 10.0, 20.0, 6.2206346589471372, 34.203657618298986),
        (100.0, 200.0, 300.0, 2.6551149565039576, 397.34488504349604),
        (1.0, 5.0, 15.0, -2.2543337858355215, 27.551518701662212),
    ])
    func pertFit(p10: Double, mode: Double, p90: Double, low: Double, high: Double) throws {
        let law = try #require(PERTDistribution(p10: p10, mode: mode, p90: p90))
        #expect(abs(law.low - low) < 1e-10 && law.mode == mode && abs(law.high - high) < 1e-10)
    }

    @Test func fitsHoldTheirPercentiles() throws {
        // Modes from P10 to P90, both ends included, at three scales.
        for scale in [1.0, 480, 1e7] {
            for i in 0...40 {
                let (p10, mode, p90) = (3 * scale, (3 + Double(i) / 10) * scale, 7 * scale)
                let triangular = try #require(TriangularDistribution(p10: p10, mode: min(mode, p90), p90: p90))
                let pert = try #require(PERTDistribution(p10: p10, mode: min(mode, p90), p90: p90))
                for law in [triangular, pert] as [any ProbabilityDistribution] {
                    #expect(abs(law.quantile(0.1) - p10) < 1e-10 * scale, "\(law)")
                    #expect(abs(law.quantile(0.9) - p90) < 1e-10 * scale, "\(law)")
                }
            }
        }
    }

    @Test func modeOutsideThePercentiles() {
        #expect(TriangularDistribution(p10: 5, mode: 4, p90: 9) == nil)
        #expect(TriangularDistribution(p10: 5, mode: 9.5, p90: 9) == nil)
        #expect(PERTDistribution(p10: 5, mode: 4, p90: 9) == nil)
        #expect(PERTDistribution(p10: 5, mode: 9.5, p90: 9) == nil)
        #expect(PERTDistribution(p10: -.infinity, mode: 4, p90: 9) == nil)
        #expect(TriangularDistribution(p10: 9, mode: 7, p90: 5) == nil)
    }
}

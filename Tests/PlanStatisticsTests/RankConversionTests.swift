import PlanStatistics
import Testing

@Suite struct RankConversionTests {
    // mpmath 1.4.1 with 40 digits.
    @Test(arguments: [
        (0.1, 0.10467191248588767), (-0.5, -0.5176380902050415), (0.9, 0.9079809994790936), (0.99, 0.9909173368648151),
    ])
    func normal(rank: Double, expected: Double) { #expect(abs(RankConversion.normal(fromRank: rank) - expected) < 1e-15) }

    @Test(arguments: [
        (0.1, 0.09553279941996207), (-0.5, -0.4825837395309975), (0.9, 0.8914561316801002), (0.99, 0.9889916779134301),
    ])
    func rank(normal: Double, expected: Double) { #expect(abs(RankConversion.rank(fromNormal: normal) - expected) < 1e-15) }

    @Test func thereAndBack() {
        for i in -100...100 {
            let rank = Double(i) / 100
            #expect(abs(RankConversion.rank(fromNormal: RankConversion.normal(fromRank: rank)) - rank) < 1e-15)
        }
        // Both ends and the middle exactly.
        #expect([-1, 0, 1].map(RankConversion.normal) == [-1, 0, 1] && [-1, 0, 1].map(RankConversion.rank) == [-1, 0, 1])
    }
}

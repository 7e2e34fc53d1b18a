import Testing

@testable import PlanStatistics

@Suite struct ClusteredAssociationTests {
    @Test func byHand() throws {
        // x 1 2 3 4, y 2 1 4 3: ranks differ by 1 each, so ρ = 1 − 6 · 4 / (4 · 15) = 0.6.
        // Slopes of the six pairs: −1, 2/2 = 1, 1/3, 3, 1 (2 to 4: 2/2), −1; sorted −1 −1 1/3 1 1 3, the median (1/3 + 1) / 2 = 2/3.
        let found = ClusteredAssociation(x: [1, 2, 3, 4], y: [2, 1, 4, 3], clusters: [0, 1, 2, 3], clusterCount: 4, seed: 1)
        #expect(abs(found.rankCorrelation.value - 0.6) < 1e-12)
        #expect(abs(found.slope!.value - 2.0 / 3) < 1e-12)
        #expect(found.rankCorrelation.low < 0.6 && found.rankCorrelation.high > 0.6)
    }

    @Test func ties() throws {
        // x 1 1 2, y 1 2 3: midranks 1.5 1.5 3 and 1 2 3 less 2: −0.5 −0.5 1 and −1 0 1. ρ = 1.5 / √(1.5 · 2) = 0.8660.
        let found = ClusteredAssociation(x: [1, 1, 2], y: [1, 2, 3], clusters: [0, 0, 0], clusterCount: 1, seed: 1)
        #expect(abs(found.rankCorrelation.value - 0.75.squareRoot()) < 1e-12)
        // The slopes from the two left ones to the right one are 2 and 1. One cluster has one sample only.
        #expect(found.slope.map { [$0.value, $0.low, $0.high] } == [1.5, 1.5, 1.5])
    }

    @Test func constantInput() {
        let found = ClusteredAssociation(x: [3, 3, 3], y: [1, 2, 3], clusters: [0, 1, 2], clusterCount: 3, seed: 1)
        #expect(found.rankCorrelation.value == 0 && found.slope == nil)
    }

    @Test func clustersMakeIntervalsWider() {
        // 10 clusters of 20 subjects that are all alike within: as little to go by as 10 subjects, not 200.
        var dice = LinearDice(state: 5)
        let level = (0..<10).map { _ in (dice.next(), dice.next()) }
        let (x, y) = ((0..<200).map { level[$0 / 20].0 }, (0..<200).map { level[$0 / 20].1 })
        let clusters = (0..<200).map { Int32($0 / 20) }
        let together = ClusteredAssociation(
            x: x, y: y, clusters: clusters, clusterCount: 10, seed: 2, replications: 200, mostSlopes: 2_000)
        let apart = ClusteredAssociation(
            x: x, y: y, clusters: (0..<200).map(Int32.init), clusterCount: 200, seed: 2, replications: 200, mostSlopes: 2_000)
        #expect(together.rankCorrelation.value == apart.rankCorrelation.value)
        func width(_ estimate: ClusteredAssociation.Estimate) -> Double { estimate.high - estimate.low }
        #expect(width(together.rankCorrelation) > 2 * width(apart.rankCorrelation))
    }

    @Test func manySubjectsAreSampled() {
        // 1,000 subjects have 499,500 pairs, of which 500 are looked at; y = 2 x all the same.
        let x = (0..<1_000).map { Double($0 * 7 % 1_000) }
        let found = ClusteredAssociation(
            x: x, y: x.map { 2 * $0 }, clusters: (0..<1_000).map { Int32($0 / 50) }, clusterCount: 20, seed: 3,
            replications: 100, mostSlopes: 500)
        #expect(found.slope.map { [$0.value, $0.low, $0.high] } == [2, 2, 2])
        #expect(abs(found.rankCorrelation.low - 1) < 1e-12)
    }
}

/// A few numbers without a pattern.
private struct LinearDice {
    var state: UInt64

    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40)
    }
}

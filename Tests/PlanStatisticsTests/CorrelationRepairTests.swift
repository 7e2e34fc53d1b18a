import Testing

@testable import PlanStatistics

@Suite struct CorrelationRepairTests {
    @Test func highamsExample() {
        // Higham (2002), section 1: [1, 1, 0; 1, 1, 1; 0, 1, 1] is 0.5278 away from
        // [1, 0.7607, 0.1573; 0.7607, 1, 0.7607; 0.1573, 0.7607, 1]. More digits: numpy 2, 2,000 rounds.
        let repair = CorrelationMatrix(size: 3, entries: [(0, 1, 1), (1, 2, 1)]).repaired()
        let expected = [1, 0.76068985, 0.15729811, 0.76068985, 1, 0.76068985, 0.15729811, 0.76068985, 1]
        #expect(zip(repair.matrix.elements, expected).allSatisfy { abs($0 - $1) < 1e-8 })
        #expect(repair.wasRepaired && abs(repair.frobeniusChange - 0.52779046) < 1e-8)
        #expect(abs(repair.largestChange - (1 - 0.76068985)) < 1e-8)
    }

    @Test func threeThatCannotBe() {
        // By symmetry the nearest is [1, 1/2, −1/2; …]; x = 2 sin(0.9 π/6) = 0.9079809994790936, so that the changes are
        // x − 1/2 each, √6 (x − 1/2) together; in ranks 6/π asin(1/4) − 0.9 = −0.41741623.
        let repair = CorrelationMatrix(size: 3, entries: [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]).repaired()
        #expect(abs(repair.matrix[0, 1] - 0.5) < 1e-8 && abs(repair.matrix[0, 2] + 0.5) < 1e-8)
        #expect(abs(repair.largestChange - 0.4079809994790936) < 1e-8)
        #expect(abs(repair.frobeniusChange - 0.9993452734744687) < 1e-8)
        #expect(abs(repair.changeInRankCorrelation(0, 1) + 0.4174162604690) < 1e-8)
        #expect(abs(repair.largestChangeInRankCorrelation - 0.4174162604690) < 1e-8)
    }

    @Test func validMatricesAreUntouched() {
        for seed in 0..<30 as Range<UInt64> {
            let size = 2 + Int(seed % 9)
            let matrix = validMatrix(seed: seed, size: size, factors: 1 + Int(seed % 12))
            let repair = matrix.repaired()
            #expect(repair.matrix == matrix && !repair.wasRepaired)
            #expect([repair.largestChange, repair.frobeniusChange, repair.largestChangeInRankCorrelation] == [0, 0, 0])
        }
    }

    @Test func randomMatricesThatCannotBe() {
        var repaired = 0
        for seed in 0..<1_000 as Range<UInt64> where repaired < 50 {
            let size = 3 + Int(seed % 10)
            let ranks = randomSample(seed: seed, count: size * size, below: 2_001).map { Double($0) / 1_000 - 1 }
            var entries: [(Int, Int, Double)] = []
            for row in 0..<size { for column in 0..<row { entries.append((row, column, ranks[row * size + column])) } }
            let matrix = CorrelationMatrix(size: size, entries: entries)
            guard !matrix.isPositiveSemidefinite else { continue }
            repaired += 1
            let repair = matrix.repaired()
            #expect(repair.wasRepaired && repair.matrix.isPositiveSemidefinite, "seed \(seed)")
            for row in 0..<size { #expect(repair.matrix[row, row] == 1) }
            for row in 0..<size { for column in 0..<row { #expect(repair.matrix[row, column] == repair.matrix[column, row]) } }
            #expect(factorError(repair.matrix) < 1e-9, "seed \(seed)")
            #expect(!repair.matrix.repaired().wasRepaired)
            // The plain alternative: shrunk towards the identity until the least eigenvalue is 0.
            let least = SymmetricEigen(of: matrix.elements, size: size).values.min()!
            let plain = matrix.shrunk(by: -least / (1 - least))
            let change = zip(matrix.elements, plain.elements).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
            #expect(repair.frobeniusChange <= change + 1e-8, "seed \(seed)")
        }
        #expect(repaired == 50)
    }
}

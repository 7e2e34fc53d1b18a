import TestSupport
import Testing

@testable import PlanAlignment

/// Whole minutes split by weights.
struct ApportionmentTests {
    @Test func knownAnswers() {
        // 10 / 3 = 3.33…: one minute is left over, and of equal remainders the first gets it.
        #expect(Apportionment.split(10, by: [1, 1, 1]) == [4, 3, 3])
        // 7 × (0.5, 0.3, 0.2) = 3.5, 2.1, 1.4: the one left goes to 0.5.
        #expect(Apportionment.split(7, by: [5, 3, 2]) == [4, 2, 1])
        // 5 × (2/3, 1/3) = 3.33, 1.67
        #expect(Apportionment.split(5, by: [2, 1]) == [3, 2])
        #expect(Apportionment.split(0, by: [2, 1]) == [0, 0])
        #expect(Apportionment.split(9, by: [0, 4, 0]) == [0, 9, 0])
        #expect(Apportionment.split(9, by: [4]) == [9])
    }

    /// Products beyond 64 bits are exact.
    @Test func largeNumbers() {
        let (amount, weight): (Int64, Int64) = (1 << 53, 1 << 60)
        // A half and two quarters, and one minute more: it goes to the half, whose remainder is 1/2 against 1/4.
        #expect(Apportionment.split(amount + 1, by: [2 * weight, weight, weight]) == [(1 << 52) + 1, 1 << 51, 1 << 51])
    }

    /// Parts add up, none is negative, and each lies less than one from its quota.
    @Test func properties() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2_000 {
            let weights = (0..<random.integer(1...9)).map { _ in Int64(random.integer(0...5)) }
            guard weights.contains(where: { $0 > 0 }) else { continue }
            let amount = Int64(random.integer(0...1_000))
            let (parts, total) = (Apportionment.split(amount, by: weights), weights.reduce(0, +))
            #expect(parts.reduce(0, +) == amount)
            for (part, weight) in zip(parts, weights) {
                // |part − amount × weight / total| < 1, in whole numbers.
                #expect(part >= 0 && abs(part * total - amount * weight) < total)
            }
        }
    }
}

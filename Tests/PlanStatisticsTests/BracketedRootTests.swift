import Testing

@testable import PlanStatistics

@Suite struct BracketedRootTests {
    @Test func findsRoots() throws {
        let root = try #require(BracketedRoot.find(from: 0, to: 2) { $0 * $0 - 2 })
        #expect(abs(root - 1.4142135623730951) < 1e-15)
        // The same from the other side, and with a triple root, where interpolation is slow.
        let mirrored = try #require(BracketedRoot.find(from: 2, to: 0) { 2 - $0 * $0 })
        #expect(abs(mirrored - 1.4142135623730951) < 1e-15)
        let triple = try #require(BracketedRoot.find(from: -1, to: 4) { ($0 - 1) * ($0 - 1) * ($0 - 1) })
        #expect(abs(triple - 1) < 1e-5)
    }

    @Test func jumpsAreFoundToo() throws {
        var calls = 0
        let jump = try #require(
            BracketedRoot.find(from: 0, to: 1) { x in
                calls += 1
                return x < 0.3 ? -1 : 1000
            })
        #expect(abs(jump - 0.3) < 1e-15)
        // Halving [0, 1] to the spacing of doubles at 0.3 takes 54 steps.
        #expect(calls <= 110)
    }

    @Test func endsAndFailures() {
        #expect(BracketedRoot.find(from: 0, to: 1) { $0 } == 0)
        #expect(BracketedRoot.find(from: 0, to: 1) { $0 - 1 } == 1)
        #expect(BracketedRoot.find(from: 0, to: 1) { $0 + 1 } == nil)
        #expect(BracketedRoot.find(from: 0, to: 1) { _ in .nan } == nil)
    }
}

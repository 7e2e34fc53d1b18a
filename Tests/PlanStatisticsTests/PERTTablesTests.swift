import PlanStatistics
import Testing

private func exact(_ shape: Double) -> IncompleteBeta { IncompleteBeta(a: 1 + 4 * shape, b: 5 - 4 * shape) }

@Suite struct PERTTablesTests {
    static let tables = PERTTables()

    @Test func layout() {
        #expect(Self.tables.coefficients.count == 65 * QuantileTable.floatCount)
        // 0.3 · 64 = 19.2; 1 is the far end of the last step.
        #expect(PERTTables.place(of: 0) == (0, 0))
        #expect(PERTTables.place(of: 1) == (63, 1))
        #expect(PERTTables.place(of: 0.3).table == 19 && abs(PERTTables.place(of: 0.3).weight - 0.2) < 1e-7)
    }

    @Test func bitsNeverChange() {
        #expect(digest(Self.tables.coefficients) == 17_969_537_330_177_485_498)
    }

    @Test func tablesAreThoseOfTheQuantiles() {
        // The shapes 0, 0.25 and 0.625, built one by one from the exact inverse.
        for index in [0, 16, 40] {
            let single = QuantileTable { exact(Double(index) / 64).inverse($0) }
            let start = index * QuantileTable.floatCount
            let part = Self.tables.coefficients[start..<start + QuantileTable.floatCount]
            #expect(zip(part, single.coefficients).allSatisfy { abs($0 - $1) < 1e-6 })
        }
    }

    // On the grid, in the middle of a step, where the interpolation is worst, and elsewhere.
    @Test(arguments: [
        (0.0, 8e-7), (0.5, 8e-7), (1.0, 8e-7), (1 / 128.0, 6.3e-5), (127 / 128.0, 6.3e-5), (0.3, 6.3e-5), (0.7421875, 6.3e-5),
    ])
    func accuracy(shape: Double, bound: Double) {
        let unit = exact(shape)
        let errors = criticalUniforms.map { abs(Double(Self.tables.value(at: $0, shape: shape)) - unit.inverse(Double($0))) }
        #expect(errors.max()! < bound)
    }

    @Test(arguments: [0.0, 1 / 64.0, 0.3, 0.5, 0.77, 0.995, 1.0])
    func neverDecreasesAndStaysInside(shape: Double) {
        let values = criticalUniforms.map { Self.tables.value(at: $0, shape: shape) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(values.first! >= 0 && values.last! <= 1)
    }

    @Test func drawsHaveThePERTsMoments() {
        // s = 0.25, n = 100,000: mean (1 + 4 s) / 6 = 1/3, standard deviation √(1/3 · 2/3 / 7) = 0.178; beyond 4 standard errors
        // with chance 6.3e-5. The tables' own error, 1e-6, is far below the standard error, 5.6e-4.
        let stream = RandomStream(StreamKey(seed: 7, identity: 1, purpose: .duration))
        let sum = (0..<100_000 as Range<UInt32>).reduce(0.0) {
            $0 + Double(Self.tables.value(at: stream.uniform(replication: $1), shape: 0.25))
        }
        #expect(abs(sum / 1e5 - 1 / 3.0) < 4 * 0.178 / 1e5.squareRoot())
    }
}

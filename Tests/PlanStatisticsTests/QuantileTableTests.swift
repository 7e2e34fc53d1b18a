import CKernels
import PlanStatistics
import Testing

/// The uniforms at both ends and in the middle of every cell, both sides, ascending: where an error or a step back would be.
let criticalUniforms: [Float] = {
    var indices: Set<Int> = []
    for exponent in 0...23 {
        for quarter in 0..<4 {
            // u = (k + 1/2) / 2²³ next to 2ᵉ⁻²⁴ (1 + quarter / 4), and to the middle of the cell.
            for eighth in [2 * quarter, 2 * quarter + 1] {
                let boundary = ((8 + eighth) << exponent) / 16
                for k in boundary - 2...boundary + 2 where (0..<1 << 22).contains(k) {
                    indices.formUnion([k, (1 << 23) - 1 - k])
                }
            }
        }
    }
    return indices.sorted().map { (Float($0) + 0.5) * 0x1p-23 }
}()

/// One number for many bits.
func digest(_ values: [Float]) -> UInt64 {
    let bytes = values.flatMap { value in
        (0..<4 as Range<UInt32>).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    }
    return unsafe hw_xxh64(bytes, bytes.count, 0)
}

@Suite struct QuantileTableTests {
    @Test func layout() {
        #expect(QuantileTable.cellsPerSide == 93)
        #expect(QuantileTable.normal.coefficients.count == QuantileTable.floatCount)
        #expect(QuantileTable.floatCount == 744)
        #expect(Int(HW_TABLE_SPLIT_BITS) == 2)
    }

    @Test func coefficientsOfALine() {
        // Q(u) = u. In cell 4 (e + 24) + k of the lower side: c₀ = 2ᵉ (1 + k/4), c₁ = 2ᵉ / 4; in the upper one 1 − c₀ and −c₁.
        let line = QuantileTable { $0 }
        let cell = 4 * (-3 + 24) + 2
        #expect(Array(line.coefficients[4 * cell..<4 * cell + 2]) == [0.125 * 1.5, 0.125 / 4])
        #expect(Array(line.coefficients[4 * (93 + cell)..<4 * (93 + cell) + 2]) == [1 - 0.125 * 1.5, -0.125 / 4])
        // The cell of v = 1/2, on both sides.
        #expect(Array(line.coefficients[4 * 92..<4 * 93]) == [0.5, 0, 0, 0])
        #expect(Array(line.coefficients[4 * 185..<4 * 186]) == [0.5, 0, 0, 0])
        for u in criticalUniforms + [0.5] { #expect(abs(line.value(at: u) - u) <= 0x1p-24) }
    }

    @Test func cubicsAreExact() {
        // v³ is a cubic in every cell; the upper side sees 1 − u.
        let cubic = QuantileTable { u in u < 0.5 ? u * u * u - 0.125 : 0.125 - (1 - u) * (1 - u) * (1 - u) }
        for u in criticalUniforms {
            let v = Double(min(u, 1 - u))
            let expected = (v * v * v - 0.125) * (u < 0.5 ? 1 : -1)
            #expect(abs(Double(cubic.value(at: u)) - expected) < 0x1p-26)
        }
    }

    @Test func normalIsAccurate() {
        // Documented: 3.1e-6.
        let table = QuantileTable.normal
        let errors = criticalUniforms.map { abs(Double(table.value(at: $0)) - StandardNormal.quantile(Double($0))) }
        #expect(errors.max()! < 3.1e-6)
        #expect(QuantileTable.normal.value(at: 0.5) == 0)
    }

    @Test func normalIsOddAndRises() {
        let values = criticalUniforms.map { QuantileTable.normal.value(at: $0) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
        #expect(values == values.reversed().map { -$0 })
    }

    @Test func bitsNeverChange() {
        // XXH64 of the floats, little endian, of the first release: with and without fused multiply-add the same. Whoever changes
        // it changes every forecast.
        #expect(digest(QuantileTable.normal.coefficients) == 2_641_605_761_590_060_097)
        #expect(digest((-40_000...40_000).map { hw_exp(Float($0) * 0.002) }) == 13_253_814_918_352_552_187)
    }

    @Test func kernelGivesTheSameBits() {
        let table = QuantileTable.normal
        unsafe table.coefficients.withUnsafeBufferPointer { coefficients in
            for u in criticalUniforms { #expect(unsafe hw_table_quantile(coefficients.baseAddress, u) == table.value(at: u)) }
        }
    }

    @Test func tabulatedDrawsHaveTheNormalsMoments() {
        // n = 100,000: mean 0 ± 1/√n, mean square 1 ± √(2/n); beyond 4 standard errors with chance 6.3e-5 each.
        let stream = RandomStream(StreamKey(seed: 6, identity: 1, purpose: .duration))
        let draws = (0..<100_000 as Range<UInt32>).map {
            Double(QuantileTable.normal.value(at: stream.uniform(replication: $0)))
        }
        let mean = draws.reduce(0, +) / 1e5
        let meanSquare = draws.map { $0 * $0 }.reduce(0, +) / 1e5
        #expect(abs(mean) < 4 / 1e5.squareRoot())
        #expect(abs(meanSquare - 1) < 4 * (2 / 1e5).squareRoot())
    }
}

import CKernels
import PlanStatistics
import Testing

/// The correlation of two rows of equally many numbers.
private func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) {
        xx += (a - mx) * (a - mx)
        yy += (b - my) * (b - my)
        xy += (a - mx) * (b - my)
    }
    return xy / (xx * yy).squareRoot()
}

private func uniforms(seed: UInt64, identity: UInt64, count: UInt32, from first: UInt32 = 0) -> [Double] {
    let stream = RandomStream(StreamKey(seed: seed, identity: identity, purpose: .duration))
    return (first..<first + count).map { Double(stream.uniform(replication: $0)) }
}

@Suite struct RandomStreamTests {
    // XXH32 of the eight bytes, by the Python package xxhash 4.1.0:
    // xxh32_intdigest(r.to_bytes(4, "little") + b.to_bytes(4, "little"), a).
    @Test(
        arguments: [
            (0, 0, 0, 0xdeb3_9513), (1, 2, 3, 0x7cb7_a898), (0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xa017_06a2),
            (0x243f_6a88, 0x85a3_08d3, 1999, 0x02b5_d4ea),
        ] as [(UInt32, UInt32, UInt32, UInt32)])
    func knownWords(a: UInt32, b: UInt32, replication: UInt32, word: UInt32) {
        #expect(hw_stream_word(a, b, replication) == word)
    }

    @Test func wordIsTheHashOfReplicationAndKey() {
        for identity in 0..<500 as Range<UInt64> {
            let key = StreamKey(seed: 11, identity: identity, purpose: .driver)
            let replication = UInt32(truncatingIfNeeded: identity &* 0x9e37_79b9)
            let bytes: [UInt8] = [replication, key.b].flatMap { word in
                (0..<4 as Range<UInt32>).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
            }
            #expect(unsafe hw_xxh32(bytes, 8, key.a) == RandomStream(key).word(replication: replication))
        }
    }

    @Test func uniformIsExactAndInside() {
        // (k + 1/2) / 2²³ for the least k, the ones about 1/2, and the greatest.
        #expect(hw_uniform(0) == 0x1p-24)
        #expect(hw_uniform(0x1ff) == 0x1p-24)
        #expect(hw_uniform(0x200) == 0x3p-24)
        #expect(hw_uniform(0x7fff_ffff) == 0.5 - 0x1p-24)
        #expect(hw_uniform(0x8000_0000) == 0.5 + 0x1p-24)
        #expect(hw_uniform(.max) == 1 - 0x1p-24)
    }

    // Seeds are fixed, so a correct build never fails; another hash would raise a false alarm with the chance stated.

    @Test func uniformity() {
        // Chi-square over 64 bins, 65,536 draws, 63 degrees of freedom: outside [23.1, 131.4] with chance 2e-6 a stream.
        for identity in 0..<8 as Range<UInt64> {
            var counts = [Double](repeating: 0, count: 64)
            for u in uniforms(seed: 1, identity: identity, count: 65_536) { counts[Int(u * 64)] += 1 }
            let chiSquare = counts.reduce(0) { $0 + ($1 - 1_024) * ($1 - 1_024) / 1_024 }
            #expect(chiSquare > 23.1 && chiSquare < 131.4)
        }
    }

    @Test func firstReplicationIsUniformOverTasks() {
        // As above, over 65,536 neighbouring identities.
        var counts = [Double](repeating: 0, count: 64)
        for identity in 0..<65_536 as Range<UInt64> {
            counts[Int(uniforms(seed: 2, identity: identity, count: 1)[0] * 64)] += 1
        }
        let chiSquare = counts.reduce(0) { $0 + ($1 - 1_024) * ($1 - 1_024) / 1_024 }
        #expect(chiSquare > 23.1 && chiSquare < 131.4)
    }

    @Test(arguments: [1, 2, 3, 8, 64] as [UInt32])
    func neighbouringReplicationsAreUncorrelated(lag: UInt32) {
        // n = 40,000: |r| √n over 5 with chance 6e-7.
        let r = correlation(
            uniforms(seed: 3, identity: 5, count: 40_000), uniforms(seed: 3, identity: 5, count: 40_000, from: lag))
        #expect(abs(r) < 5 / 200.0)
    }

    @Test func neighbouringIdentitiesAndSeedsAreUncorrelated() {
        // n = 40,000: |r| √n over 5 with chance 6e-7 a pair, 12 pairs.
        for i in 0..<4 as Range<UInt64> {
            let draws = uniforms(seed: i, identity: i, count: 40_000)
            for other in [(i, i + 1), (i + 1, i), (i, i ^ 1 << 63)] {
                let r = correlation(draws, uniforms(seed: other.0, identity: other.1, count: 40_000))
                #expect(abs(r) < 5 / 200.0)
            }
        }
    }

    @Test func momentsOfTheUniform() {
        // n = 100,000: mean 1/2 with standard error √(1/12 / n) = 9.13e-4, mean square 1/3 with √(4/45 / n) = 9.43e-4;
        // beyond 4 of them with chance 6.3e-5 each.
        let draws = uniforms(seed: 4, identity: Identity.of("T-1"), count: 100_000)
        let mean = draws.reduce(0, +) / 100_000
        let meanSquare = draws.map { $0 * $0 }.reduce(0, +) / 100_000
        #expect(abs(mean - 0.5) < 4 * 9.13e-4)
        #expect(abs(meanSquare - 1 / 3.0) < 4 * 9.43e-4)
    }
}

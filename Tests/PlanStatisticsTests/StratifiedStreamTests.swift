import CKernels
import PlanStatistics
import Testing

/// Stratified uniforms: known answers by an independent Python program (its own Philox, finaliser and shuffles; xxhash 4.1.0 for XXH32 and
/// XXH64), and properties. Seeds are fixed, so a correct build never fails; another generator would raise a false alarm with the
/// chance stated.
@Suite struct StratifiedStreamTests {
    /// The uniform of a replication times 2²²: six bits of stratum, sixteen of jitter.
    private static func bits(_ key: StreamKey, _ replication: UInt32) -> Int {
        let uniform = unsafe StrataOrders.shared.withUnsafeBufferPointer {
            unsafe hw_stratified_uniform($0.baseAddress, key.a, key.b, replication)
        }
        return Int(uniform * 0x1p22)
    }

    private static func bits(seed: UInt64 = 1, _ task: Int, _ replications: some Sequence<UInt32>) -> [Int] {
        let key = StreamKey(seed: seed, identity: Identity.of("T\(task)"), purpose: .duration)
        return replications.map { bits(key, $0) }
    }

    /// The correlation of two rows, in standard errors of independent ones.
    private static func standardErrors(_ x: [Int], _ y: [Int]) -> Double {
        let n = Double(x.count)
        let (mx, my) = (Double(x.reduce(0, +)) / n, Double(y.reduce(0, +)) / n)
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for (a, b) in zip(x, y) {
            xx += (Double(a) - mx) * (Double(a) - mx)
            yy += (Double(b) - my) * (Double(b) - my)
            xy += (Double(a) - mx) * (Double(b) - my)
        }
        return xy / (xx * yy).squareRoot() * n.squareRoot()
    }

    private static func chiSquare(_ values: [Int], classes: Int) -> Double {
        var counts = [Double](repeating: 0, count: classes)
        for value in values { counts[value] += 1 }
        let expected = Double(values.count) / Double(classes)
        return counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    }

    // MARK: known answers

    // fmix32 of A. Appleby's MurmurHash3.
    @Test(
        arguments: [
            (0, 0), (1, 0x514e_28b7), (2, 0x30f4_c306), (3, 0x85f0_b427), (0xffff_ffff, 0x81f1_6f39),
            (0xdead_beef, 0x0de5_c6a9),
        ] as [(UInt32, UInt32)])
    func finaliser(word: UInt32, mixed: UInt32) {
        #expect(hw_fmix32(word) == mixed)
    }

    @Test func keysOfTasksAndDrivers() {
        let replications: [UInt32] = [0, 1, 4, 8, 15, 16, 33, 63, 64, 100, 2047, 131_071]
        let task = StreamKey(seed: 1, identity: Identity.of("T1"), purpose: .duration)
        #expect([task.a, task.b] == [0xf983_6e86, 0x1ee8_6cee])
        #expect(
            replications.map { Self.bits(task, $0) } == [
                629_737, 3_778_335, 3_443_483, 1_402_961, 2_926_269, 2_226_319, 572_647, 3_158_553, 333_351, 3_449_821,
                3_615_303,
                1_737_147,
            ])
        let driver = StreamKey(seed: 2027, identity: Identity.of("design"), purpose: .driver)
        #expect(
            replications.map { Self.bits(driver, $0) } == [
                3_969_077, 2_195_777, 3_576_923, 669_377, 244_111, 2_625_379, 1_867_495, 2_049_095, 4_103_593, 3_863_627,
                293_675,
                2_062_157,
            ])
    }

    @Test func orders() {
        let orders = StrataOrders.shared
        #expect(orders.count == 512 * 64)
        for order in 0..<512 { #expect(orders[order * 64..<order * 64 + 64].sorted() == (0..<64).map { UInt16($0) }) }
        #expect(orders[0..<8] == [42, 15, 63, 6, 54, 35, 60, 36] && orders[32_760...] == [25, 59, 38, 26, 24, 16, 20, 11])
        // XXH64 of all of them as 16-bit words, the lower byte first.
        let bytes = orders.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(unsafe bytes.withUnsafeBufferPointer { unsafe Identity.of($0) } == 0x28a1_d50b_a108_56da)
    }

    // MARK: properties

    @Test func eachBlockVisitsEachStratumOnce() {
        for task in 0..<100 {
            for block in [0, 1, 2, 31, 100_000] as [UInt32] {
                let strata = Self.bits(task, block * 64..<block * 64 + 64).map { $0 >> 16 }
                #expect(strata.sorted() == Array(0..<64), "T\(task), block \(block)")
            }
        }
    }

    /// Odd over 2²²: never 0, 1/2 or 1, and 1 − u is such a number too. Half of a block lies to either side of 1/2.
    @Test func insideAndSymmetric() {
        for task in 0..<4 {
            let drawn = Self.bits(task, 0..<16_384)
            #expect(drawn.allSatisfy { $0 > 0 && $0 < 1 << 22 && $0 & 1 == 1 })
            #expect(drawn.count { $0 < 1 << 21 } == 8_192)
        }
    }

    /// χ² outside the 1e-6 points at either end, 2e-6 each: one replication a block over 64 strata and over 64 classes of jitter; one
    /// replication of many tasks likewise.
    @Test(arguments: [0, 21, 63] as [UInt32]) func uniformity(lane: UInt32) {
        let acrossBlocks = Self.bits(7, (0..<32_768 as Range<UInt32>).map { $0 * 64 + lane })
        let acrossTasks = (0..<32_768).map { Self.bits($0, CollectionOfOne(lane))[0] }
        for drawn in [acrossBlocks, acrossTasks] {
            #expect((23.1...131.4).contains(Self.chiSquare(drawn.map { $0 >> 16 }, classes: 64)))
            #expect((23.1...131.4).contains(Self.chiSquare(drawn.map { $0 >> 10 & 63 }, classes: 64)))
        }
        let jitters = Self.bits(7, 0..<32_768).map { $0 & 0xffff }
        #expect((23.1...131.4).contains(Self.chiSquare(jitters.map { $0 >> 10 }, classes: 64)))
        // The lowest six bits that vary.
        #expect((23.1...131.4).contains(Self.chiSquare(jitters.map { $0 >> 1 & 63 }, classes: 64)))
    }

    /// |r| √n over 4.5 with chance 7e-6 a pair; 8 pairs of neighbouring tasks, 8 of neighbouring seeds, n = 32,768 each. Stratified rows
    /// correlate 64/63 as much in the square: 8e-6.
    @Test func neighbouringTasksAndSeedsAreUncorrelated() {
        for task in 0..<8 {
            let own = Self.bits(task, 0..<32_768)
            #expect(abs(Self.standardErrors(own, Self.bits(task + 1, 0..<32_768))) < 4.5)
            #expect(abs(Self.standardErrors(own, Self.bits(seed: 2, task, 0..<32_768))) < 4.5)
        }
    }

    /// Replications of different blocks; within a block they shun each other, by −1/63. n = 32,768, 4 tasks, chance 8e-6 each.
    @Test(arguments: [64, 128, 1024, 64 * 1024] as [UInt32]) func samplesOfDifferentBlocksAreUncorrelated(lag: UInt32) {
        for task in 0..<4 {
            let (own, later) = (Self.bits(task, 0..<32_768), Self.bits(task, lag..<lag + 32_768))
            #expect(abs(Self.standardErrors(own, later)) < 4.5)
        }
    }

    /// Jitter with its own stratum, with the jitter of the next replication (often the other half of the same word), of the next task and
    /// of the next block. n = 32,768, 4 tasks, chance 7e-6 each.
    @Test func jittersAreUncorrelated() {
        for task in 0..<4 {
            let drawn = Self.bits(task, 0..<32_768)
            let jitters = drawn.map { $0 & 0xffff }
            #expect(abs(Self.standardErrors(jitters, drawn.map { $0 >> 16 })) < 4.5)
            #expect(abs(Self.standardErrors(jitters, Self.bits(task, 1..<32_769).map { $0 & 0xffff })) < 4.5)
            #expect(abs(Self.standardErrors(jitters, Self.bits(task, 64..<32_832).map { $0 & 0xffff })) < 4.5)
            #expect(abs(Self.standardErrors(jitters, Self.bits(task + 1, 0..<32_768).map { $0 & 0xffff })) < 4.5)
        }
    }

    /// Pairs of strata, all 4,096: of 65,536 pairs of tasks in one replication, and of one pair of tasks in one replication of 65,536
    /// blocks. χ² with 4,095 degrees of freedom, outside the 1e-6 points with chance 2e-6 each.
    @Test(arguments: [0, 38] as [UInt32]) func pairsOfTasks(lane: UInt32) {
        let inOneReplication = (0..<65_536).map { pair in
            (2 * pair...2 * pair + 1).reduce(0) { $0 << 6 | Self.bits($1, CollectionOfOne(lane))[0] >> 16 }
        }
        #expect((3_679...4_540).contains(Self.chiSquare(inOneReplication, classes: 4_096)))
        let lanes = (0..<65_536 as Range<UInt32>).map { $0 * 64 + lane }
        let inBlocks = zip(Self.bits(3, lanes), Self.bits(4, lanes)).map { ($0 >> 16) << 6 | $1 >> 16 }
        #expect((3_679...4_540).contains(Self.chiSquare(inBlocks, classes: 4_096)))
    }
}

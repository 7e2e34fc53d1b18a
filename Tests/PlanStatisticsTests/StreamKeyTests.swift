import CKernels
import PlanStatistics
import Testing

@Suite struct StreamKeyTests {
    // The three vectors "philox4x32 10" of Random123's kat_vectors (all zeros, all ones, digits of π).
    @Test(
        arguments: [
            ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            (
                [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff],
                [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
            ),
            (
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
            ),
        ] as [([UInt32], [UInt32], [UInt32])])
    func philox(counter: [UInt32], key: [UInt32], expected: [UInt32]) {
        var output: [UInt32] = [0, 0, 0, 0]
        unsafe hw_philox4x32_10(counter, key, &output)
        #expect(output == expected)
    }

    @Test func keyIsTheFirstHalfOfTheBlock() {
        // Words in the order seed low, seed high; identity low, identity high, purpose, 0.
        var block: [UInt32] = [0, 0, 0, 0]
        let counter: [UInt32] = [0x89ab_cdef, 0x0123_4567, StreamPurpose.risk.rawValue, 0]
        unsafe hw_philox4x32_10(counter, [0x7654_3210, 0xfedc_ba98], &block)
        let key = StreamKey(seed: 0xfedc_ba98_7654_3210, identity: 0x0123_4567_89ab_cdef, purpose: .risk)
        #expect([key.a, key.b] == Array(block[0...1]))
    }

    @Test func keysDifferBySeedIdentityAndPurpose() {
        // 20 · 20 · 8 keys; two of 3,200 random 64-bit keys agree with chance 3e-13.
        var keys: Set<StreamKey> = []
        for seed in 0..<20 as Range<UInt64> {
            for identity in 0..<20 as Range<UInt64> {
                for purpose in StreamPurpose.allCases {
                    keys.insert(StreamKey(seed: seed, identity: identity, purpose: purpose))
                }
            }
        }
        #expect(keys.count == 20 * 20 * StreamPurpose.allCases.count)
    }

    @Test func purposesKeepTheirNumbers() {
        #expect(StreamPurpose.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        #expect(StreamPurpose.duration.rawValue == 1 && StreamPurpose.driver.rawValue == 2 && StreamPurpose.risk.rawValue == 3)
    }
}

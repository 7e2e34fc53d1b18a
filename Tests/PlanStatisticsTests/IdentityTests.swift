import CKernels
import PlanStatistics
import Testing

/// The bytes of xxHash's own sanity test: the top byte of x, x = 2654435761 · 11400714785074694797ⁱ mod 2⁶⁴.
private func sanityBytes(_ count: Int) -> [UInt8] {
    var x: UInt64 = 2_654_435_761
    return (0..<count).map { _ in
        defer { x &*= 11_400_714_785_074_694_797 }
        return UInt8(x >> 56)
    }
}

@Suite struct IdentityTests {
    // The published values of no bytes, "a" and "abc", and three identifiers hashed by the Python package xxhash 4.1.0
    // (xxh64_intdigest(text.encode())).
    @Test(
        arguments: [
            ("", 0xef46_db37_51d8_e999), ("a", 0xd24e_c4f1_a98c_6e5b), ("abc", 0x44bc_2cf5_ad77_0999),
            ("T-1", 0x75f7_fed9_0cc0_65f6), ("design", 0x759a_1e79_7163_b2f5), ("Übergabe", 0x85fd_c983_14cc_21f5),
        ] as [(String, UInt64)])
    func knownIdentities(text: String, hash: UInt64) {
        #expect(Identity.of(text) == hash)
    }

    // The reference library (Python package xxhash 4.1.0) on the sanity bytes; the lengths cross every branch: tails of 1, 4 and
    // 8 bytes, and 0, 1, 2 and 8 stripes of 32. All lengths to 300 under five seeds were compared once, without a difference.
    @Test(
        arguments: [
            (1, 0, 0xe934_a84a_db05_2768), (1, 0x9e37_79b1, 0x5014_6076_43a9_b4c3), (4, 0, 0x9136_a0dc_a574_57ee),
            (14, 0, 0x8282_dcc4_994e_35c8), (14, 0x9e37_79b1, 0xc3bd_6bf6_3deb_6df0), (31, 0, 0x299b_39a2_90e6_d783),
            (32, 0, 0x18b2_1649_2bb4_4b70), (33, 0, 0x55c8_dc3e_578f_5b59), (63, 0x9e37_79b1, 0x6c91_1fad_b05b_6fc2),
            (64, 0, 0xef55_8f8a_cac2_b5cd), (222, 0, 0xb641_ae8c_b691_c174), (222, 0x9e37_79b1, 0x20cb_8ab7_ae10_c14a),
            (256, 0, 0x5e3f_5bf9_4d57_4981),
        ] as [(Int, UInt64, UInt64)])
    func xxh64(length: Int, seed: UInt64, hash: UInt64) {
        #expect(unsafe hw_xxh64(sanityBytes(length), length, seed) == hash)
    }

    // As above, with xxh32_intdigest; stripes are 16 bytes long.
    @Test(
        arguments: [
            (0, 0, 0x02cc_5d05), (0, 0x9e37_79b1, 0x36b7_8ae7), (1, 0, 0xcf65_b03e), (3, 0, 0xc238_84f5), (4, 0, 0xa9de_7ce9),
            (8, 0, 0xa3f6_f44b), (14, 0x9e37_79b1, 0x6af1_d1fe), (15, 0, 0x6b85_9e14), (16, 0, 0x93ba_3759),
            (17, 0, 0x89fd_c23e),
            (31, 0x9e37_79b1, 0x5c0c_3350), (32, 0, 0xd898_29ec), (222, 0, 0x5bd1_1dbd), (222, 0x9e37_79b1, 0x5880_3c5f),
        ] as [(Int, UInt32, UInt32)])
    func xxh32(length: Int, seed: UInt32, hash: UInt32) {
        #expect(unsafe hw_xxh32(sanityBytes(length), length, seed) == hash)
    }
}

import CKernels

/// How the C library hands out memory.
enum Allocator {
    /// Bytes from which on a block is returned to the system when it is freed.
    private static let largeBlock: Int32 = 1 << 18

    /// Keeps what one step has freed out of the peak of the next (a tenth of a forecast's peak at a million tasks).
    static func prepare() { hw_give_large_blocks_pages(largeBlock) }
}

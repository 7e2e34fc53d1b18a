import CKernels

/// The orders in which the 64 replications of a block may take the 64 strata of a stratified stream; the same in every run.
public enum StrataOrders {
    /// 512 shuffles of 0 … 63, one after another.
    public static let shared: [UInt16] = {
        let count = Int(HW_STRATA_ORDERS * HW_STRATA)
        return unsafe Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            unsafe hw_strata_fill(buffer.baseAddress!)
            initialized = count
        }
    }()
}

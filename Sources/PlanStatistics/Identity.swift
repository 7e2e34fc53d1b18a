import CKernels

/// The 64-bit name hash that keys random streams and finds rows: XXH64 with seed 0.
///
/// Source: Y. Collet, "xxHash fast digest algorithm", XXH64.
public enum Identity {
    /// The hash of an identifier.
    ///
    /// - Parameter bytes: UTF-8, any length; no bytes hash to 0xEF46DB3751D8E999.
    /// - Complexity: O(length).
    public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 { unsafe hw_xxh64(bytes.baseAddress, bytes.count, 0) }

    /// The hash of an identifier.
    public static func of(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { unsafe of($0) }
    }
}

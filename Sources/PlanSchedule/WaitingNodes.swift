import CKernels

/// Nodes that wait to be computed, handed out in topological order.
struct WaitingNodes: Sendable {
    private let count: Int
    /// The words of a set of bits with levels above; see `hw_bits.h`.
    private var words: [UInt64]

    /// - Parameter count: nodes lie in 0 ..< `count`.
    init(count: Int) {
        self.count = count
        words = Array(repeating: 0, count: hw_bit_set_words(count))
    }

    mutating func insert(_ node: Int) {
        unsafe words.withUnsafeMutableBufferPointer { words in
            var set = unsafe hw_bit_set_over(words.baseAddress!, count)
            unsafe hw_insert(&set, UInt32(node))
        }
    }

    /// Takes out the first node; `nil` where none waits.
    mutating func removeFirst() -> Int? {
        let first = unsafe words.withUnsafeMutableBufferPointer { words in
            var set = unsafe hw_bit_set_over(words.baseAddress!, count)
            return unsafe hw_remove_first(&set)
        }
        return first == HW_NO_NUMBER ? nil : Int(first)
    }
}

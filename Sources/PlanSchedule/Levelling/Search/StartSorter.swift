import CKernels

/// Turns starts into the order of activities that has them: earlier starts first, of equal ones predecessors first.
struct StartSorter {
    private let topologicalOrder: [Int32]
    private var scratch: [Int32]
    private var buckets = [UInt32](repeating: 0, count: Int(HW_ORDER_BUCKETS))

    /// - Parameter topologicalOrder: every activity once, predecessors before successors.
    init(topologicalOrder: [Int32]) {
        self.topologicalOrder = topologicalOrder
        scratch = topologicalOrder
    }

    /// Fills `order`; both have one value an activity, starts are 0 or more.
    ///
    /// - Complexity: O(activities) for each 11 bits of the largest start.
    mutating func sort(_ starts: [Int32], into order: inout [Int32]) {
        let count = topologicalOrder.count
        guard count > 0 else { return }
        precondition(starts.count == count && order.count == count, "one place an activity")
        var highest: Int32 = 0
        for activity in starts.indices { highest = max(highest, starts[activity]) }
        unsafe starts.withUnsafeBufferPointer { keys in
            unsafe order.withUnsafeMutableBufferPointer { order in
                unsafe scratch.withUnsafeMutableBufferPointer { scratch in
                    unsafe buckets.withUnsafeMutableBufferPointer { buckets in
                        unsafe hw_order(
                            topologicalOrder, count, keys.baseAddress!, 0, highest, scratch.baseAddress!, buckets.baseAddress!,
                            order.baseAddress!)
                    }
                }
            }
        }
    }
}

import CKernels

/// A fixed number of values in memory of their own, on huge pages where there are many.
///
/// An array asks at each change whether somebody shares it, which was a tenth of the dispatcher's time: its work is small changes all over. Bounds are
/// checked.
@safe struct FixedArray<Element: BitwiseCopyable>: ~Copyable {
    private let base: UnsafeMutablePointer<Element>
    /// How many values there are.
    let count: Int

    init(_ values: [Element]) {
        count = values.count
        let bytes = max(values.count * MemoryLayout<Element>.stride, 1)
        let isLarge = bytes >= 2 * Int(HW_HUGE_PAGE)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: isLarge ? Int(HW_HUGE_PAGE) : 64)
        if isLarge { unsafe hw_ask_for_huge_pages(memory, bytes) }
        unsafe base = memory.bindMemory(to: Element.self, capacity: values.count)
        unsafe base.initialize(from: values, count: values.count)
    }

    init(repeating value: Element, count: Int) { self.init(Array(repeating: value, count: count)) }

    deinit { unsafe base.deallocate() }

    var indices: Range<Int> { 0..<count }

    /// Asks for a value that will be read soon.
    @inline(__always)
    func prefetch(_ place: Int) {
        precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
        unsafe hw_prefetch(base + place)
    }

    subscript(place: Int) -> Element {
        @inline(__always) unsafeAddress {
            precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
            return unsafe UnsafePointer(base + place)
        }
        @inline(__always) unsafeMutableAddress {
            precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
            return unsafe base + place
        }
    }
}

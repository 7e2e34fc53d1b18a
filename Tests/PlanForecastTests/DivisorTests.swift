import CKernels
import Testing

/// Divisions by constants as products, as the kernel's calendars do them.
struct DivisorTests {
    private func quotient(_ x: UInt64, _ divisor: hw_divisor) -> UInt64 {
        (x * UInt64(divisor.multiplier)) >> UInt64(divisor.shift)
    }

    /// Wrong quotients would show at multiples of the divisor and just below them; the largest lie below 2³⁰.
    @Test func quotientsAreExact() {
        let most: UInt64 = 1 << 30 - 1
        for d in Array(1...1500) + [2400, 8191, 8192, 8193, 10_079, 10_080, 1 << 29, 1 << 30 - 1] as [UInt64] {
            let divisor = hw_divisor_of(Int32(d))
            for times in [1, 2, 3, 1000, most / d / 2, most / d - 1, most / d] where times >= 1 && times * d <= most {
                #expect(quotient(times * d, divisor) == times, "\(times) × \(d)")
                #expect(quotient(times * d - 1, divisor) == times - 1, "\(times) × \(d) − 1")
            }
            #expect(quotient(0, divisor) == 0 && quotient(most, divisor) == most / d, "\(d)")
        }
    }
}

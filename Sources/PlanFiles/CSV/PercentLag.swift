import PlanModel

extension FieldParser {
    static let lagForms = "expected a lag such as 2d, -4h, 1w 2d, 3ed (elapsed), 50% or 50e% (of the predecessor's duration)"

    /// A lag that is a share of the predecessor's duration, `50%` or `-12.5e%` (elapsed), as `Lag.raw`.
    ///
    /// - Parameter bytes: the field; its last byte is `%`.
    static func percentLag(_ bytes: Bytes) -> Result<Int32, Refusal> {
        let refusal = Refusal(code: "bad-lag", expected: "\(lagForms), two decimals of a percent at most")
        var end = bytes.count - 1
        let isElapsed = unsafe end > 0 && bytes[end - 1] | 0x20 == 0x65
        if isElapsed { end -= 1 }
        guard end > 0, let value = unsafe wholeNumber(UnsafeBufferPointer(rebasing: bytes[0..<end])) else {
            return .failure(refusal)
        }
        let hundredths = (value * 100).rounded()
        guard hundredths.magnitude < 0x1p29, (hundredths - value * 100).magnitude < 1e-6 else { return .failure(refusal) }
        return .success(Lag(amount: Int32(hundredths), unit: isElapsed ? .elapsedPercent : .percent).raw)
    }
}

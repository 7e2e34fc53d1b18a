import PlanModel

/// Values that both formats of P6 spell alike.
enum PrimaveraFields {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// `2012-05-01 08:00`, `2012-05-01T08:00:00`; seconds and fractions of them are cut off.
    static func date(_ bytes: Bytes) -> Result<LocalDateTime, FieldParser.Refusal> {
        let isLong = unsafe bytes.count >= 19 && bytes[16] == 0x3a
        let read = unsafe FieldParser.date(isLong ? Bytes(rebasing: bytes[..<16]) : bytes, dateMeansEnd: false)
        return read.map { LocalDateTime(minutes: $0) }
    }

    /// A number with a decimal comma, or with commas between groups of digits.
    static func numberWithComma(_ bytes: Bytes) -> Double? {
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        let commas = text.count { $0 == "," }
        guard commas > 0 else { return nil }
        let isGrouped = commas > 1 || text.contains(".")
        return Double(isGrouped ? text.filter { $0 != "," } : text.map { $0 == "," ? "." : String($0) }.joined()).flatMap {
            $0.isFinite ? $0 : nil
        }
    }

    /// Hours as minutes, rounded; `nil` beyond what a plan can hold.
    static func minutes(hours: Double) -> Int32? {
        let minutes = (hours * 60).rounded()
        return abs(minutes) < 0x1p29 ? Int32(minutes) : nil
    }
}

import PlanModel

extension FieldParser {
    /// A parsed duration or lag.
    struct WorkSpan {
        /// Whole minutes, rounded to the nearest.
        var minutes: Int32
        /// Whether any unit was an elapsed one.
        var isElapsed: Bool
        /// Whether rounding changed the value.
        var isRounded: Bool
    }

    /// `3d 4h`, `2w`, `1.5d`, `30m`, a plain number of working days, and for lags a sign and elapsed units (`-1d`, `3ed`).
    ///
    /// - Parameters:
    ///   - bytes: the field, not empty.
    ///   - units: how long a working day and week are, minutes.
    ///   - isLag: whether a sign and elapsed units are allowed.
    @inline(__always)
    static func workSpan(_ bytes: Bytes, units: WorkUnits, isLag: Bool) -> Result<WorkSpan, Refusal> {
        if let span = unsafe shortSpan(bytes, units) { return .success(span) }
        return unsafe anySpan(bytes, units: units, isLag: isLag)
    }

    /// What nearly all fields are, read without a branch too many: up to seven digits, perhaps a point among them, and one working unit
    /// (`12d`, `4.37d`, `40h`); `nil` for anything else.
    @inline(__always)
    private static func shortSpan(_ bytes: Bytes, _ units: WorkUnits) -> WorkSpan? {
        guard bytes.count >= 2, bytes.count <= 9 else { return nil }
        let length: Int
        switch unsafe bytes[bytes.count - 1] {
        case 0x64: length = units.minutesPerDay
        case 0x68: length = 60
        case 0x6d: length = 1
        case 0x77: length = units.minutesPerWeek
        default: return nil
        }
        var (digits, scale) = (0, 0)
        for place in 0..<bytes.count - 1 {
            let byte = unsafe bytes[place]
            if byte == 0x2e, scale == 0, place > 0 {
                scale = 1
                continue
            }
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            digits = digits * 10 + Int(byte - 0x30)
            scale *= 10
        }
        let product = digits * length
        if scale <= 1 { return product < 1 << 30 ? WorkSpan(minutes: Int32(product), isElapsed: false, isRounded: false) : nil }
        let (whole, rest) = product.quotientAndRemainder(dividingBy: scale)
        guard whole < 1 << 30 - 1 else { return nil }
        let up = rest * 2 > scale || (rest * 2 == scale && whole & 1 == 1)
        return WorkSpan(minutes: Int32(up ? whole + 1 : whole), isElapsed: false, isRounded: rest != 0)
    }

    private static func anySpan(_ bytes: Bytes, units: WorkUnits, isLag: Bool) -> Result<WorkSpan, Refusal> {
        let code = isLag ? "bad-lag" : "bad-duration"
        let expected =
            isLag
            ? lagForms
            : "expected a duration of zero or more such as 5d, 40h, 2w, 3d 4h, 30m"
        let refusal = Refusal(code: code, expected: expected)
        var position = 0
        var sign = 1.0
        if isLag, let first = unsafe bytes.first, first == 0x2d || first == 0x2b {
            sign = first == 0x2d ? -1 : 1
            position = 1
        }
        var total = 0.0
        var (working, elapsed, terms) = (false, false, 0)
        while position < bytes.count {
            if unsafe bytes[position] == 0x20 {
                position += 1
                continue
            }
            guard unsafe bytes[position] != 0x2d && bytes[position] != 0x2b,
                let value = unsafe number(bytes, from: &position)
            else { return .failure(refusal) }
            while unsafe position < bytes.count && bytes[position] == 0x20 { position += 1 }
            guard let unit = unsafe unit(bytes, at: &position, isOnly: terms == 0, units: units), !unit.isElapsed || isLag
            else {
                return .failure(refusal)
            }
            if unit.isElapsed { elapsed = true } else { working = true }
            total += value * Double(unit.minutes)
            terms += 1
        }
        guard terms > 0, !(elapsed && working) else { return .failure(refusal) }
        guard total < (isLag ? 0x1p29 : 0x1p30) else {
            let limit = isLag ? "2^29 minutes (about 4,300 working years)" : "2^30 minutes (about 8,600 working years)"
            return .failure(Refusal(code: "too-long", expected: "expected less than \(limit)"))
        }
        let rounded = total.rounded(.toNearestOrEven)
        return .success(
            WorkSpan(minutes: Int32(rounded * sign), isElapsed: elapsed, isRounded: (rounded - total).magnitude > 1e-6))
    }

    /// The unit at a position; none at the end of a field with one number means days.
    private static func unit(
        _ bytes: Bytes, at position: inout Int, isOnly: Bool, units: WorkUnits
    ) -> (minutes: Int, isElapsed: Bool)? {
        guard position < bytes.count else { return isOnly ? (units.minutesPerDay, false) : nil }
        var byte = unsafe bytes[position] | 0x20
        let isElapsed = byte == 0x65 && position + 1 < bytes.count
        if isElapsed {
            position += 1
            byte = unsafe bytes[position] | 0x20
        }
        position += 1
        switch byte {
        case 0x6d: return (1, isElapsed)
        case 0x68: return (60, isElapsed)
        case 0x64: return (isElapsed ? 1440 : units.minutesPerDay, isElapsed)
        case 0x77: return (isElapsed ? 10_080 : units.minutesPerWeek, isElapsed)
        default: return nil
        }
    }
}

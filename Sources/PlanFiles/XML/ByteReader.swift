import PlanModel

/// Reads numbers and marks from the front of some bytes.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var place: Int
    let end: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) { (self.bytes, place, end) = (bytes, range.lowerBound, range.upperBound) }

    /// Whether all was read.
    var isAtEnd: Bool { place == end }

    /// The next byte.
    var next: UInt8? { place < end ? bytes[place] : nil }

    /// Steps over a byte if it is the one given.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard place < end, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    /// A run of 1 to 15 digits, or exactly `width`.
    mutating func number(width: Int? = nil) -> Int? {
        let start = place
        var value = 0
        while place < end, place - start < width ?? 16 {
            let digit = bytes[place] &- 0x30
            guard digit <= 9 else { break }
            value = value * 10 + Int(digit)
            place += 1
        }
        return place > start && place - start == width ?? (place - start) && place - start < 16 ? value : nil
    }

    /// `2026-11-22`, `2026-11-22T17:00`, `2026-11-22T17:00:00.000+01:00`: to the nearest minute, the time zone dropped.
    mutating func date() -> LocalDateTime? {
        guard let year = number(width: 4), skip(0x2D), let month = number(width: 2), skip(0x2D), let day = number(width: 2)
        else {
            return nil
        }
        var minute: Int? = 0
        if skip(0x54) || skip(0x20) { minute = timeOfDay() }
        guard let minute, isAtEnd || isZone else { return nil }
        return LocalDateTime(year: year, month: month, day: day, minuteOfDay: minute)
    }

    /// `17:00` or `17:00:00.000`, minutes since midnight, to the nearest minute.
    mutating func timeOfDay() -> Int? {
        guard let hour = number(width: 2), skip(0x3A), let minute = number(width: 2), minute < 60 else { return nil }
        var second = 0
        if skip(0x3A) {
            guard let seconds = number(width: 2), seconds < 60 else { return nil }
            second = seconds
            if skip(0x2E), number() == nil { return nil }
        }
        let time = hour * 60 + minute + (second >= 30 ? 1 : 0)
        return time <= 1440 && hour * 60 + minute <= 1440 ? time : nil
    }

    private var isZone: Bool { next == 0x5A || next == 0x2B || next == 0x2D }
}

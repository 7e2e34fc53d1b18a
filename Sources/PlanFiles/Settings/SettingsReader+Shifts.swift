import PlanModel

extension SettingsReader {
    /// The shifts of one day, ascending and apart; `nil` after a fault.
    mutating func shifts(_ field: Field) -> [Shift]? {
        let expected = "a list of shifts such as [08:00-12:00, 13:00-17:00]; [] is a free day"
        guard let items = list(field, expected: expected) else { return nil }
        let read = items.map { shift($0) }
        let placed = zip(read, items).compactMap { shift, item in shift.map { (shift: $0, item: item) } }
        guard placed.count == items.count else { return nil }
        var merged: [Shift] = []
        for (shift, item) in placed.sorted(by: { $0.shift.start < $1.shift.start }) {
            if let last = merged.last, shift.start < last.end {
                let message = "shifts overlap (expected one that starts at \(Self.text(last.end)) or later)"
                refuse(item, "overlapping-shifts", message, found: Self.text(shift))
                return nil
            }
            if merged.last?.end == shift.start {
                merged[merged.count - 1].end = shift.end
            } else {
                merged.append(shift)
            }
        }
        return merged
    }

    private mutating func shift(_ field: Field) -> Shift? {
        let expected = "expected HH:MM-HH:MM from 00:00 to 24:00, such as 08:00-12:00"
        guard let text = text(field, expected: "a shift such as 08:00-12:00") else { return nil }
        guard let (start, end) = unsafe Self.parse(text, { unsafe Self.times($0) }) else {
            refuse(field, "bad-shift", "not a shift (\(expected))", found: text)
            return nil
        }
        if max(start, end) > 1440 {
            refuse(field, "bad-shift", "no such time of day (\(expected))", found: text)
        } else if start == end {
            refuse(field, "bad-shift", "a shift without a minute of work (\(expected); a free day is [])", found: text)
        } else if start > end {
            refuse(field, "bad-shift", Self.pastMidnight(start: start, end: end), found: text)
        } else {
            return Shift(start: start, end: end)
        }
        return nil
    }

    private static func pastMidnight(start: Int, end: Int) -> String {
        let evening = "\(text(start))-24:00"
        let morning = end > 0 ? " here and 00:00-\(text(end)) on the next day" : ""
        return "a shift ends before it starts (expected an end on the same day; for one past midnight \(evening)\(morning))"
    }

    /// Start and end of `HH:MM-HH:MM` in minutes; beyond 1,440 where the hour or minute does not exist.
    private static func times(_ bytes: FieldParser.Bytes) -> (start: Int, end: Int)? {
        guard bytes.count == 11, unsafe bytes[5] == 0x2d, let start = unsafe time(bytes, 0), let end = unsafe time(bytes, 6)
        else { return nil }
        return (start, end)
    }

    private static func time(_ bytes: FieldParser.Bytes, _ place: Int) -> Int? {
        var digits: [Int] = []
        for offset in [0, 1, 3, 4] {
            let digit = unsafe Int(bytes[place + offset]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            digits.append(digit)
        }
        guard unsafe bytes[place + 2] == 0x3a else { return nil }
        let minute = digits[2] * 10 + digits[3]
        return minute < 60 ? (digits[0] * 10 + digits[1]) * 60 + minute : .max
    }

    /// A shift as files spell it.
    static func text(_ shift: Shift) -> String { "\(text(shift.start))-\(text(shift.end))" }

    /// A time of day as files spell it; the day's end is 24:00.
    static func text(_ minute: Int) -> String {
        minute == 1440 ? "24:00" : LocalDateTime(minutes: Int32(minute)).timeText
    }
}

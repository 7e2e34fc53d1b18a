import PlanModel

/// Reads the calendar of an XER file: nested parentheses with days of the week and dated exceptions.
///
/// A node is `(0||NAME(KEY|VALUE|…)(CHILDREN))`. Days are numbered from Sunday, 1; dates are days since 1899-12-30; a shift holds its start and
/// finish in either order, and a finish at 00:00 is the end of the day.
struct CalendarText {
    /// What a calendar says.
    struct Content {
        var week: [[Shift]?] = Array(repeating: nil, count: 7)
        var exceptions: [Int: [Shift]] = [:]
    }

    /// Why a text is no calendar, in words.
    struct Refusal: Error {
        let expected: String
    }

    private struct Node {
        var name = ""
        var values: [String] = []
        var children: [Node] = []
    }

    /// The deepest nesting that is read; P6 needs six levels.
    private static let deepest = 32
    private let bytes: [UInt8]
    private var at = 0

    private init(_ text: String) { bytes = text.utf8.filter { $0 > 0x20 && $0 != 0x7f } }

    /// The week and the exceptions of a calendar; days without a word about them do not work.
    static func read(_ text: String) throws(Refusal) -> Content {
        var reader = CalendarText(text)
        var content = Content()
        guard !reader.bytes.isEmpty else { return content }
        let root = try reader.node(depth: 0)
        guard reader.at == reader.bytes.count else { throw Refusal(expected: "expected nothing after the last parenthesis") }
        for part in root.children {
            if part.name == "DaysOfWeek" { content.week = try week(part) }
            if part.name == "Exceptions" { content.exceptions = try exceptions(part) }
        }
        return content
    }

    private mutating func node(depth: Int) throws(Refusal) -> Node {
        guard depth < Self.deepest else { throw Refusal(expected: "expected at most \(Self.deepest) levels of parentheses") }
        var node = Node()
        try expect("(")
        while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
        try expect("|")
        try expect("|")
        node.name = word()
        try expect("(")
        while at < bytes.count, bytes[at] != 0x29 {
            node.values.append(word())
            if at < bytes.count, bytes[at] == 0x7c { at += 1 } else { break }
        }
        try expect(")")
        try expect("(")
        while at < bytes.count, bytes[at] == 0x28 { node.children.append(try self.node(depth: depth + 1)) }
        try expect(")")
        try expect(")")
        return node
    }

    private mutating func word() -> String {
        let start = at
        while at < bytes.count, bytes[at] != 0x28, bytes[at] != 0x29, bytes[at] != 0x7c { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Refusal) {
        guard at < bytes.count, bytes[at] == UInt8(character.value) else {
            let found = at < bytes.count ? String(decoding: bytes[at..<min(at + 12, bytes.count)], as: UTF8.self) : "the end"
            throw Refusal(expected: "expected \"\(character)\" at \"\(found)\"")
        }
        at += 1
    }

    private static func week(_ node: Node) throws(Refusal) -> [[Shift]?] {
        var week: [[Shift]?] = Array(repeating: [], count: 7)
        for day in node.children {
            guard let number = Int(day.name), (1...7).contains(number) else {
                throw Refusal(expected: "expected days of the week from 1 to 7, not \"\(quotable(day.name))\"")
            }
            week[(number + 5) % 7] = try shifts(day)
        }
        return week
    }

    private static func exceptions(_ node: Node) throws(Refusal) -> [Int: [Shift]] {
        var exceptions: [Int: [Shift]] = [:]
        for date in node.children {
            guard let key = date.values.firstIndex(of: "d"), key + 1 < date.values.count,
                let serial = Int(date.values[key + 1]),
                (0...1_500_000).contains(serial)
            else { throw Refusal(expected: "expected an exception with d| and a number of days since 1899-12-30") }
            exceptions[serial - 25_569] = try shifts(date)
        }
        return exceptions
    }

    private static func shifts(_ node: Node) throws(Refusal) -> [Shift] {
        var shifts: [Shift] = []
        for child in node.children {
            guard let start = time(child, "s"), var end = time(child, "f") else {
                throw Refusal(expected: "expected shifts such as (s|08:00|f|12:00)")
            }
            if end == 0 { end = 1440 }
            if start == end { continue }
            guard start < end else { throw Refusal(expected: "expected shifts that start before they finish") }
            shifts.append(Shift(start: start, end: end))
        }
        return ImportedCalendars.joined(shifts)
    }

    /// A time of day by its key, minutes.
    private static func time(_ node: Node, _ key: String) -> Int? {
        guard let place = node.values.firstIndex(of: key), place + 1 < node.values.count else { return nil }
        let parts = node.values[place + 1].split(separator: ":")
        guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}

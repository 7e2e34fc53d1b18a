/// Changes an input by whole words and lines, so that what comes out is often still a file of its kind.
public struct Mutation {
    /// Words at the edges of what readers take.
    private static let words: [String] = [
        "", "0", "1", "-1", "2", "100", "65535", "2147483647", "-2147483648", "4294967296", "9223372036854775807", "1e308",
        "-0.0",
        "1e-320", "nan", "inf", "0.5", "99999999", "536870912", "5d", "0d", "-1d", "99999w", "1m", "3ed", "-50%", "100000%",
        "PT0H0M0S",
        "PT99999999H0M0S", "0001-01-01", "9999-12-31", "2027-01-04", "2027-01-12T10:30", "2026-01-05 08:00",
        "2026-01-05T08:00:00",
        "1984-01-01T00:00:00", "2049-12-31T23:59:00", "00:00", "24:00", "23:59", "00:00-24:00", "08:00-08:01", "00:00:00", "a",
        "b",
        "snet", "alap", "mandatory-start", "mfo", "level-of-effort", "summary-activity", "start-milestone", "FS", "SS", "FF",
        "SF", "yes",
        "no", "true", "Ä", "\u{0}", "\u{1F3E5}", "\u{FEFF}", "=1+1", "a,b", "\"", "a;b", "/", "..", " x ", "x\u{85}y", "\u{7f}",
        "#", "- ",
    ]

    private var state: UInt64

    /// A change that depends on the seed alone.
    public init(seed: UInt32) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(truncatingIfNeeded: state >> 33) % max(bound, 1)
    }

    /// One to four changes.
    public mutating func change(_ bytes: [UInt8], limit: Int) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(4) { bytes = below(3) == 0 ? changeLine(bytes) : changeWord(bytes) }
        return Array(bytes.prefix(limit))
    }

    /// Puts another word of the file, or one of the list, in the place of a word.
    private mutating func changeWord(_ bytes: [UInt8]) -> [UInt8] {
        let words = Self.pieces(bytes) { ",\t\n\r<>:{}[]|()\"".utf8.contains($0) }
        let target = words[below(words.count)]
        let other = words[below(words.count)]
        let new = below(2) == 0 ? Array(bytes[other]) : Array(Self.words[below(Self.words.count)].utf8)
        return Array(bytes[..<target.lowerBound]) + new + bytes[target.upperBound...]
    }

    /// Drops, doubles or moves a line.
    private mutating func changeLine(_ bytes: [UInt8]) -> [UInt8] {
        var lines = Self.pieces(bytes) { $0 == 0x0a }.map { Array(bytes[$0]) }
        let line = lines[below(lines.count)]
        if below(2) == 0 { lines.remove(at: below(lines.count)) }
        if below(3) > 0 { lines.insert(line, at: below(lines.count + 1)) }
        return Array(lines.joined(separator: [0x0a]))
    }

    /// What stands between marks; at least one, maybe empty.
    private static func pieces(_ bytes: [UInt8], _ isMark: (UInt8) -> Bool) -> [Range<Int>] {
        bytes.indices.split(omittingEmptySubsequences: false) { isMark(bytes[$0]) }.map { $0.startIndex..<$0.endIndex }
    }
}

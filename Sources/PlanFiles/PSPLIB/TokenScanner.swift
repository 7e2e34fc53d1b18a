import PlanModel

/// Cuts a file into its words: whatever stands between blanks, tabs and line ends, with the line where it stands.
@safe struct TokenScanner {
    /// A word.
    struct Token {
        let text: String
        /// 1-based.
        let line: Int
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    /// The line at this point, 1-based.
    private(set) var line = 1

    /// Words longer than this are cut off: no number is as long.
    private static let longest = 80

    /// - Parameter bytes: the file, valid for as long as the scanner is used.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = bytes
        if unsafe bytes.starts(with: [0xef, 0xbb, 0xbf]) { place = 3 }
    }

    /// The next word; `nil` at the end.
    mutating func next() -> Token? {
        skipBlanks()
        let start = place
        while unsafe place < bytes.count, unsafe bytes[place] > 0x20 { place += 1 }
        guard place > start else { return nil }
        let end = min(place, start + Self.longest)
        return Token(text: unsafe String(decoding: bytes[start..<end], as: UTF8.self), line: line)
    }

    /// The words of the next line that has some; `nil` at the end.
    mutating func nextLine() -> [Token]? {
        guard let first = next() else { return nil }
        var tokens = [first]
        while true {
            let (before, at) = (place, line)
            guard let token = next() else { return tokens }
            if token.line != first.line {
                (place, line) = (before, at)
                return tokens
            }
            tokens.append(token)
        }
    }

    private mutating func skipBlanks() {
        while unsafe place < bytes.count, unsafe bytes[place] <= 0x20 {
            let byte = unsafe bytes[place]
            place += 1
            // A carriage return alone ends a line too.
            if byte == 0x0a || byte == 0x0d && (unsafe place == bytes.count || bytes[place] != 0x0a) { line += 1 }
        }
    }
}

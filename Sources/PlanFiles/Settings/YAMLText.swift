/// What is checked before libYAML sees a file, so that no file costs more than its size: length, encoding, characters, nesting,
/// aliases.
enum YAMLText {
    /// Bytes of the longest file that is read: 1 MiB.
    static let longest = 1 << 20
    /// Mappings and lists inside each other, at most.
    static let deepest = 64
    /// Words that look like aliases, at most. Yams hashes keys through their aliases; n of them cannot make it visit more than
    /// 3^(n/3) times the text, 19 times for 8. Any real alias is refused later, where it can be told from text such as `*note`.
    static let mostAliases = 8

    /// The text of a file, without a byte-order mark.
    static func checked(_ bytes: Span<UInt8>) throws(YAMLRefusal) -> String {
        if bytes.count > longest {
            throw YAMLRefusal(
                code: "too-large", message: "the file is too large (expected at most 1 MiB) (found \"\(bytes.count) bytes\")")
        }
        var text = try decoded(bytes)
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        try refuseForbidden(in: text)
        try refuseNesting(in: text)
        try refuseAliases(in: text)
        return text
    }

    private static func decoded(_ bytes: Span<UInt8>) throws(YAMLRefusal) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes))
        } catch {
            let offset = error.byteOffsets.lowerBound
            let line = (0..<offset).count { bytes[$0] == 0x0a } + 1
            let found = "byte 0x" + String(bytes[offset], radix: 16)
            throw YAMLRefusal(code: "not-utf8", line: line, message: "not UTF-8 (expected UTF-8 text) (found \"\(found)\")")
        }
    }

    /// Characters that YAML 1.2 (5.1) does not let stand in a file unescaped.
    private static func refuseForbidden(in text: String) throws(YAMLRefusal) {
        var line = 1
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0a: line += 1
            case 0x09, 0x0d, 0x20...0x7e, 0x85, 0xa0...0xfefe, 0xff00...0xfffd, 0x10000...0x10ffff: break
            default:
                let found = "U+" + String(scalar.value, radix: 16, uppercase: true)
                let message =
                    "a character that YAML does not allow (expected it escaped, in double quotes) (found \"\(found)\")"
                throw YAMLRefusal(code: "bad-character", line: line, message: message)
            }
        }
    }

    private static func refuseNesting(in text: String) throws(YAMLRefusal) {
        var nesting = YAMLNesting()
        for byte in text.utf8 {
            nesting.read(byte)
            if nesting.depth > deepest {
                throw .tooDeep(line: nesting.line, found: "\(nesting.depth) levels")
            }
        }
    }

    private static func refuseAliases(in text: String) throws(YAMLRefusal) {
        var (count, line) = (0, 1)
        var (before, last) = (UInt8(0x0a), UInt8(0x0a))
        for byte in text.utf8 {
            if last == 0x2a, isBoundary(before), isNamePart(byte) { count += 1 }
            if count > mostAliases {
                throw YAMLRefusal(
                    code: "anchor", line: line,
                    message:
                        "anchors and aliases are not read (expected each value written out, and text that starts with * in quotes) "
                        + "(found \"\(count) words that start with *\")")
            }
            if byte == 0x0a { line += 1 }
            (before, last) = (last, byte)
        }
    }

    /// Whether a token may begin after the byte: white space or one of `[{,:-?`.
    private static func isBoundary(_ byte: UInt8) -> Bool { byte <= 0x20 || "[{,:-?".utf8.contains(byte) || byte >= 0x80 }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20) || byte == 0x5f || byte == 0x2d
    }
}

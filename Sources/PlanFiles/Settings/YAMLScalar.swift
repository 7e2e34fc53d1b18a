/// Text as one line of YAML that every reader takes back as the same text.
enum YAMLScalar {
    /// libYAML looks for the colon after a key in its first 1,024 characters; a longer key needs `?`.
    private static let longestKey = 1000

    /// Words that some YAML reader takes for something else than text.
    private static let reserved: Set<String> = ["y", "n", "yes", "no", "true", "false", "on", "off", "null"]

    /// Plain where no reader can mistake it, else in double quotes.
    static func text(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// A key of a block mapping with its colon, indented.
    static func key(_ text: String, indent: Int) -> String {
        let (margin, key) = (String(repeating: " ", count: indent), self.text(text))
        return key.unicodeScalars.count > longestKey ? "\(margin)? \(key)\n\(margin):" : "\(margin)\(key):"
    }

    /// A letter, then letters, digits, and single `.`, `_`, `-`, `'`, blanks; no word that YAML knows.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, isLetter(first), bytes.last != 0x20, !reserved.contains(text.lowercased()) else {
            return false
        }
        return bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || " ._-'".utf8.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) && byte < 0x80 }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0a: quoted += "\\n"
            case 0x22, 0x5c: quoted += "\\" + String(scalar)
            case 0x20...0x7e, 0xa0...0x2027, 0x202a...0xfefe, 0xff00...0xfffd, 0x10000...: quoted.unicodeScalars.append(scalar)
            default: quoted += "\\u" + String(UInt16(scalar.value), radix: 16).leftPadded
            }
        }
        return quoted + "\""
    }
}

extension String {
    /// Four hexadecimal digits.
    fileprivate var leftPadded: String { String(repeating: "0", count: 4 - utf8.count) + self }
}

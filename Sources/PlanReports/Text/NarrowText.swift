/// Text for terminals that are narrower than some of its lines: these go on in the next line.
///
/// Reports break their sentences and shorten their tables by themselves. What is left is broken here, at spaces where there are any, further
/// in than it began; a colour that is on at the break is switched off before it and on again behind it.
public enum NarrowText {
    /// A text no line of which is wider than the style.
    public static func fitted(_ text: String, _ style: Style) -> String {
        // No character takes more columns than bytes.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.contains(where: { $0.utf8.count > style.width }) else { return text }
        return lines.map { line in
            line.utf8.count > style.width ? broken(String(line), style.width).joined(separator: "\n") : String(line)
        }.joined(separator: "\n")
    }

    private static func broken(_ line: String, _ width: Int) -> [String] {
        var rest = tokens(line)
        guard rest.reduce(0, { $0 + $1.width }) > width else { return [line] }
        // Half of the line at most is left free.
        let indent = min((rest.first.map { $0.text.first == " " ? $0.width : 0 } ?? 0) + 2, width / 2)
        var (lines, current, used, colour): ([String], String, Int, String) = ([], "", 0, "")
        var hasWord = false
        func close() {
            while current.last == " " { current.removeLast() }
            lines.append(colour.isEmpty ? current : current + off)
        }
        while !rest.isEmpty {
            let token = rest.removeFirst()
            if token.isColour {
                current += token.text
                colour = token.text == off ? "" : token.text
            } else if used + token.width <= width {
                current += token.text
                used += token.width
                hasWord = hasWord || !token.isSpace
            } else if hasWord {
                close()
                (current, used, hasWord) = (String(repeating: " ", count: indent) + colour, indent, false)
                if !token.isSpace { rest.insert(token, at: 0) }
            } else {
                // A word that no line can hold is broken within.
                let (head, tail) = cut(token.text, to: width - used)
                current += head
                close()
                (current, used) = (String(repeating: " ", count: indent) + colour, indent)
                if !tail.isEmpty { rest.insert(Token(tail), at: 0) }
            }
        }
        if hasWord || lines.isEmpty { close() }
        return lines
    }

    /// A word, the spaces between two, or what switches a colour.
    private struct Token {
        let text: String
        let width: Int
        let isSpace: Bool, isColour: Bool

        init(_ text: String) {
            self.text = text
            (isSpace, isColour) = (text.first == " ", text.first == "\u{1B}")
            width = isColour ? 0 : DisplayWidth.of(text)
        }
    }

    private static let off = "\u{1B}[0m"

    private static func tokens(_ line: String) -> [Token] {
        var (tokens, current): ([Token], String) = ([], "")
        func flush() {
            if !current.isEmpty { tokens.append(Token(current)) }
            current = ""
        }
        for character in line {
            let isColour = current.first == "\u{1B}"
            if !isColour, character == "\u{1B}" || (character == " ") != (current.last == " ") { flush() }
            current.append(character)
            if isColour, character == "m" { flush() }
        }
        flush()
        return tokens
    }

    private static func cut(_ text: String, to columns: Int) -> (String, String) {
        var (place, used) = (text.startIndex, 0)
        while place < text.endIndex, used + DisplayWidth.width(text[place]) <= max(columns, 2) {
            used += DisplayWidth.width(text[place])
            place = text.index(after: place)
        }
        return (String(text[..<place]), String(text[place...]))
    }
}

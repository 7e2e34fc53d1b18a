import Yams

/// Text to nodes by libYAML, also where a mapping gives a key twice.
///
/// Yams gives up at the first such mapping. To find all faults of a file in one run, the earlier key is marked in the text and
/// the text is composed again; `YAMLTree` takes the marks off and reports the keys with their paths.
struct YAMLComposer {
    /// Stands around the number that marks a key; texts that contain it are not marked.
    static let marker: Unicode.Scalar = "\u{F8FF}"
    /// Keys that are marked before composing ends; each costs another pass over the text.
    static let mostMarks = 10

    /// The parser of the composed text. It owns the anchors, which the nodes refer to weakly.
    private(set) var parser: Parser?
    private var text: String
    /// Keys given twice so far, with the line of the earlier one.
    private(set) var marked: [(key: String, line: Int)] = []

    /// - Parameter text: what `YAMLText.checked` returned.
    init(_ text: String) {
        // Yams reads texts of up to 15 bytes through a pointer that has died: Swift keeps them inside the String itself.
        self.text = text + String(repeating: "\n", count: max(0, 16 - text.utf8.count))
    }

    /// The document's value, `nil` for an empty file; else every reason that is known.
    mutating func compose() -> Result<Node?, Refusals> {
        let mayMark = !text.unicodeScalars.contains(Self.marker)
        while true {
            do {
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                self.parser = parser
                return .success(try parser.singleRoot())
            } catch YamlError.duplicatedKeysInMapping(let keys, let context)
                where mayMark && marked.count < Self.mostMarks && mark(keys[0], at: context.mark)
            {
                continue
            } catch {
                return .failure(Refusals(list: marked.map(Self.duplicate) + [refusal(error)]))
            }
        }
    }

    /// Marks the key that starts at a place; `false` where there is none.
    private mutating func mark(_ key: String, at mark: Mark) -> Bool {
        let scalars = text.unicodeScalars
        guard
            var place = scalars.startOfLine(mark.line).flatMap({
                scalars.index($0, offsetBy: mark.column - 1, limitedBy: scalars.endIndex)
            }),
            place < scalars.endIndex
        else { return false }
        if scalars[place] == "\"" || scalars[place] == "'" { place = scalars.index(after: place) }
        text.unicodeScalars.insert(contentsOf: "\(Self.marker)\(marked.count)\(Self.marker)".unicodeScalars, at: place)
        marked.append((Self.unmarked(key), mark.line))
        return true
    }

    /// A key as the file spells it.
    static func unmarked(_ key: String) -> String {
        guard key.unicodeScalars.first == marker else { return key }
        let rest = key.unicodeScalars.dropFirst().drop { $0 != marker }
        return rest.isEmpty ? key : String(rest.dropFirst())
    }

    private static func duplicate(_ key: String, line: Int) -> YAMLRefusal {
        YAMLRefusal(
            code: "duplicate-key", line: line, column: quotable(key),
            message: "the key is given twice (expected each key once) (found \"\(quotable(key))\")")
    }

    private func refusal(_ error: any Error) -> YAMLRefusal {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _), YamlError.parser(let context, let problem, let mark, _):
            return notYAML(problem, line: mark.line, context)
        case YamlError.composer(let context, let problem, let mark, _):
            guard context != nil else { return notYAML(problem, line: mark.line, nil) }
            let message = "a second document begins here (expected one) (found \"\(line(mark.line))\")"
            return YAMLRefusal(code: "several-documents", line: mark.line, message: message)
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            return Self.duplicate(Self.unmarked(keys[0]), line: context.mark.line)
        default:
            return YAMLRefusal(code: "bad-yaml", message: "not YAML: \(quotable("\(error)"))")
        }
    }

    private func notYAML(_ problem: String, line number: Int, _ context: YamlError.Context?) -> YAMLRefusal {
        if problem.hasPrefix("Maximum nesting level") { return .tooDeep(line: number, found: line(number)) }
        let place = context.map { $0.text.isEmpty ? "" : "\($0.text) that starts on line \($0.mark.line), " } ?? ""
        let message = "not YAML: \(place)\(problem) (expected YAML 1.1 or 1.2) (found \"\(line(number))\")"
        return YAMLRefusal(code: "bad-yaml", line: number, message: message)
    }

    /// A line's text as messages quote it.
    private func line(_ number: Int) -> String {
        let scalars = text.unicodeScalars
        guard let start = scalars.startOfLine(number) else { return "" }
        let rest = scalars[start...].prefix(100).prefix { !$0.breaksLine }
        return quotable(Substring(rest.drop { $0 == " " }))
    }

    /// Reasons why a text does not compose.
    struct Refusals: Error { var list: [YAMLRefusal] }
}

extension Unicode.Scalar {
    /// Whether libYAML begins a new line after it.
    var breaksLine: Bool { self == "\n" || self == "\r" || self == "\u{85}" || self == "\u{2028}" || self == "\u{2029}" }
}

extension String.UnicodeScalarView {
    /// Where a line begins as libYAML counts them, from 1.
    func startOfLine(_ number: Int) -> Index? {
        var (line, place) = (1, startIndex)
        while line < number, place < endIndex {
            let scalar = self[place]
            formIndex(after: &place)
            if scalar == "\r", place < endIndex, self[place] == "\n" { formIndex(after: &place) }
            if scalar.breaksLine { line += 1 }
        }
        return line == number ? place : nil
    }
}

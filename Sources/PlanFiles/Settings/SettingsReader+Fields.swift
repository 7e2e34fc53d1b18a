import PlanModel

extension SettingsReader {
    /// A value of the file and the keys that lead to it.
    struct Field {
        /// The last of the keys, as the file spells it.
        let key: String
        /// The keys, joined by dots; empty at the top level.
        let path: String
        /// Where the key stands.
        let keyLine: Int
        let node: YAMLNode

        func member(_ entry: YAMLEntry) -> Field {
            let path = path.isEmpty ? quotable(entry.key) : "\(path).\(quotable(entry.key))"
            return Field(key: entry.key, path: path, keyLine: entry.line, node: entry.node)
        }
    }

    mutating func refuse(_ code: String, _ line: Int?, _ path: String?, _ message: String) {
        let column = path.flatMap { $0.isEmpty ? nil : $0 }
        faults.add(Fault(code: code, file: file, line: line, column: column, message: message))
    }

    /// A fault at a field's value.
    mutating func refuse(_ field: Field, line: Int? = nil, _ code: String, _ message: String, found: String) {
        refuse(code, line ?? field.node.line, field.path, "\(message) (found \"\(quotable(found))\")")
    }

    /// A fault about a value of the wrong kind; none where the value already has one.
    private mutating func refuseKind(_ field: Field, expected: String) {
        switch field.node.value {
        case .refused: refusedValues += 1
        case .text(let text, _): refuse(field, "wrong-type", "a value of the wrong kind (expected \(expected))", found: text)
        case .list: refuse(field, "wrong-type", "a value of the wrong kind (expected \(expected))", found: "a list")
        case .map: refuse(field, "wrong-type", "a value of the wrong kind (expected \(expected))", found: "a mapping")
        }
    }

    /// Text that is not blank; a plain `~` or `null` is none.
    mutating func text(_ field: Field, expected: String = "text") -> String? {
        guard case .text(let text, let isPlain) = field.node.value else {
            refuseKind(field, expected: expected)
            return nil
        }
        if text.allSatisfy(\.isWhitespace) || (isPlain && ["~", "null", "Null", "NULL"].contains(text)) {
            refuse(field, "missing-value", "the value is missing (expected \(expected))", found: text)
            return nil
        }
        return text
    }

    mutating func list(_ field: Field, expected: String) -> [Field]? {
        if case .list(let items) = field.node.value {
            return items.map { Field(key: field.key, path: field.path, keyLine: $0.line, node: $0) }
        }
        refuseKind(field, expected: expected)
        return nil
    }

    /// The members of a mapping whose keys are the file's own.
    mutating func entries(_ field: Field, expected: String) -> [Field]? {
        if case .map(let entries) = field.node.value { return entries.map { field.member($0) } }
        refuseKind(field, expected: expected)
        return nil
    }

    /// The members of a mapping whose keys are given; others become findings.
    mutating func members(_ field: Field, known: [String]) -> [String: Field]? {
        let words = known.joined(separator: ", ")
        guard let entries = entries(field, expected: "a mapping with the keys \(words)") else { return nil }
        var members: [String: Field] = [:]
        for entry in entries {
            if known.contains(entry.key) {
                members[entry.key] = entry
            } else {
                let message = "unknown key, its value is not used (expected one of \(words)) (found \"\(quotable(entry.key))\")"
                findings.append(
                    Finding(code: "unknown-key", file: file, line: entry.keyLine, column: entry.path, message: message))
            }
        }
        return members
    }

    mutating func required(_ key: String, in members: [String: Field], of field: Field, expected: String) -> Field? {
        if let member = members[key] { return member }
        let path = field.path.isEmpty ? key : "\(field.path).\(key)"
        refuse("missing-key", field.keyLine, path, "the key is missing (expected \(expected)) (found nothing)")
        return nil
    }

    /// A date or date-time; a date alone is the first minute of the day.
    mutating func date(_ field: Field) -> LocalDateTime? {
        guard let text = text(field, expected: "a date such as 2026-11-22 or 2026-11-22T17:00") else { return nil }
        switch unsafe Self.parse(text, { unsafe FieldParser.date($0, dateMeansEnd: false) }) {
        case .success(let minutes): return LocalDateTime(minutes: minutes)
        case .failure(let refusal) where refusal.code == "impossible-date":
            refuse(field, refusal.code, "no such date (\(Self.possibleDate))", found: text)
        case .failure(let refusal):
            refuse(field, refusal.code, "not a date (\(refusal.expected))", found: text)
        }
        return nil
    }

    static let possibleDate = "expected a day that its month has, a year from 0001 to 5999, a time up to 24:00"

    /// Hands a text's bytes to one of the parsers of fields.
    static func parse<Value>(_ text: String, _ body: (FieldParser.Bytes) -> Value) -> Value {
        var text = text
        return text.withUTF8 { unsafe body($0) }
    }
}

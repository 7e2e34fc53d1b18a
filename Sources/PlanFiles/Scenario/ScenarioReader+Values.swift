import PlanModel

/// The values of edits.
extension ScenarioReader {
    /// The members of a mapping; a key that is not known is a fault, because an edit that is not made must not pass.
    mutating func members(_ field: Field, known: [String]) -> [String: Field]? {
        let words = known.joined(separator: ", ")
        guard let entries = reader.entries(field, expected: "a mapping with the keys \(words)") else { return nil }
        var members: [String: Field] = [:]
        for entry in entries {
            if known.contains(entry.key) {
                members[entry.key] = entry
            } else {
                let nearest = NearestWords.to(entry.key, of: known)
                let hint = nearest.isEmpty ? "one of \(words)" : nearest.joined(separator: " or ")
                reader.refuse(
                    "unknown-key", entry.keyLine, entry.path,
                    "unknown key (expected \(hint)) (found \"\(quotable(entry.key))\")")
            }
        }
        return members
    }

    /// An id or another word of the plan.
    mutating func word(_ field: Field) -> EditWord? {
        reader.text(field, expected: "an id or a name").map { EditWord($0, line: field.node.line) }
    }

    /// A word that must be there.
    mutating func word(_ key: String, in members: [String: Field], of field: Field, expected: String) -> EditWord? {
        reader.required(key, in: members, of: field, expected: expected).flatMap { word($0) }
    }

    /// One word or a list of them, at least one.
    mutating func words(_ field: Field) -> [EditWord]? {
        guard case .list = field.node.value else { return word(field).map { [$0] } }
        guard let items = reader.list(field, expected: "an id or a list of ids") else { return nil }
        let words = items.compactMap { word($0) }
        guard words.count == items.count else { return nil }
        if words.isEmpty { reader.refuse(field, "missing-value", "the list is empty (expected an id or several)", found: "[]") }
        return words.isEmpty ? nil : words
    }

    /// A date; a date alone is the first minute of the day, or its end.
    mutating func date(_ field: Field, isEnd: Bool = false) -> LocalDateTime? {
        guard let date = reader.date(field) else { return nil }
        let isDay = if case .text(let text, _) = field.node.value { text.utf8.count == 10 } else { false }
        return isEnd && isDay ? date.advanced(byMinutes: 1440) : date
    }

    /// A date that must be there.
    mutating func date(_ key: String, in members: [String: Field], of field: Field, isEnd: Bool = false) -> LocalDateTime? {
        reader.required(key, in: members, of: field, expected: "a date such as 2027-09-01").flatMap { date($0, isEnd: isEnd) }
    }

    /// From when on and until when; a fault where the end is not after the beginning.
    mutating func period(_ members: [String: Field]) -> (from: LocalDateTime?, until: LocalDateTime?) {
        let (from, until) = (members["from"].flatMap { date($0) }, members["until"].flatMap { date($0) })
        if let from, let until, until <= from, let field = members["until"] {
            reader.refuse(
                field, "end-before-start", "the end is not after the start (expected one after \(from))", found: "\(until)")
        }
        return (from, until)
    }

    /// A number that must be there.
    mutating func number(_ key: String, in members: [String: Field], of field: Field, _ range: ClosedRange<Double>) -> Double? {
        reader.required(key, in: members, of: field, expected: "a number").flatMap { reader.number($0, in: range) }
    }

    /// A whole number.
    mutating func integer(_ field: Field, in range: ClosedRange<Int>) -> Int? {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let text = reader.text(field, expected: expected) else { return nil }
        if let value = Int(text), range.contains(value) { return value }
        reader.refuse(field, "bad-number", "not such a number (expected \(expected))", found: text)
        return nil
    }

    /// Working time, never negative.
    mutating func duration(_ field: Field) -> Int32? {
        let expected = "working time such as 5d, 40h or 2w"
        guard let text = reader.text(field, expected: expected) else { return nil }
        let units = units
        switch unsafe SettingsReader.parse(text, { unsafe FieldParser.workSpan($0, units: units, isLag: false) }) {
        case .success(let span): return span.minutes
        case .failure(let refusal):
            reader.refuse(field, refusal.code, "not a duration (expected \(expected))", found: text)
            return nil
        }
    }

    /// A signed lag, working or elapsed.
    mutating func lag(_ field: Field) -> Lag? {
        let expected = "a lag such as 2d, -1d or 3ed"
        guard let text = reader.text(field, expected: expected) else { return nil }
        let units = units
        switch unsafe SettingsReader.parse(text, { unsafe FieldParser.workSpan($0, units: units, isLag: true) }) {
        case .success(let span): return Lag(minutes: span.minutes, isElapsed: span.isElapsed)
        case .failure(let refusal):
            reader.refuse(field, refusal.code, "not a lag (expected \(expected))", found: text)
            return nil
        }
    }

    /// One of a few words.
    mutating func choice(_ field: Field, of words: [String]) -> String? {
        let expected = "one of \(words.joined(separator: ", "))"
        guard let text = reader.text(field, expected: expected) else { return nil }
        if words.contains(text) { return text }
        reader.refuse(field, "unknown-word", "no such word (expected \(expected))", found: text)
        return nil
    }

    /// What work is meant: `task`, `project`, `goal` or `initiative`, or the plural of one of them, with an id or a list of ids.
    static let selectionKeys = WorkSelection.Kind.allCases.flatMap { [$0.rawValue, $0.rawValue + "s"] }

    /// The work of an edit, which must say which.
    mutating func work(_ members: [String: Field], of field: Field) -> WorkSelection? {
        if let found = optionalWork(members, of: field) { return found }
        if !Self.selectionKeys.contains(where: { members[$0] != nil }) {
            reader.refuse(
                "missing-key", field.keyLine, field.path,
                "the work is missing (expected tasks, project, goal or initiative) (found nothing)")
        }
        return nil
    }

    /// The work of an edit; `nil` also where it says nothing of it.
    mutating func optionalWork(_ members: [String: Field], of field: Field) -> WorkSelection? {
        let given = Self.selectionKeys.filter { members[$0] != nil }
        if given.count > 1 {
            reader.refuse(
                field, line: members[given[1]]!.keyLine, "one-of-several",
                "expected one of task, project, goal and initiative", found: given.joined(separator: ", "))
            return nil
        }
        guard let key = given.first, let words = words(members[key]!) else { return nil }
        let kind = WorkSelection.Kind.allCases.first { key.hasPrefix($0.rawValue) }!
        return WorkSelection(kind, words)
    }
}

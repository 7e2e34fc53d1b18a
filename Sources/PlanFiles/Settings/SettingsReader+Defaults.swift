import PlanModel

/// What tasks fall back on: distribution, numbers, names of levels.
extension SettingsReader {
    /// The name of a shape that three points may have.
    mutating func distribution(_ field: Field) -> DistributionName? {
        let expected = "one of \(DistributionName.ofThreePoints.map(\.word).joined(separator: ", "))"
        guard let word = text(field, expected: expected) else { return nil }
        if let name = DistributionName.ofThreePoints.first(where: { $0.word == word }) { return name }
        refuse(field, "unknown-word", "no distribution of three points (expected \(expected))", found: word)
        return nil
    }

    mutating func number(_ field: Field) -> Double? {
        guard let text = text(field, expected: "a number such as 1.3") else { return nil }
        if let value = unsafe Self.parse(text, { unsafe FieldParser.wholeNumber($0) }) { return value }
        refuse(field, "bad-number", "not a number (expected a finite number such as 1.3)", found: text)
        return nil
    }

    mutating func levels(_ field: Field) -> [String: String] {
        let known = ["initiative", "goal", "project", "task"]
        let members = members(field, known: known) ?? [:]
        var levels: [String: String] = [:]
        for level in known { levels[level] = members[level].flatMap { text($0, expected: "a word for this level") } }
        return levels
    }

    /// Whether an entry's key holds more than blanks.
    mutating func isNamed(_ field: Field) -> Bool {
        if !field.key.allSatisfy(\.isWhitespace) { return true }
        refuse(
            "missing-value", field.keyLine, field.path, "the name is empty (expected text) (found \"\(quotable(field.key))\")")
        return false
    }
}

/// What a reader wants of an XML format: a tree of the elements that it knows.
///
/// ```swift
/// let shape: XMLShape = .group([
///     "Calendars": .group(["Calendar": .record(Kind.calendar, CalendarField.self)]),
///     "Tasks": .group(["Task": .record(Kind.task, TaskField.self, ["PredecessorLink": .record(Kind.link, LinkField.self)])]),
/// ])
/// ```
indirect enum XMLShape {
    /// An element that only holds others.
    case group([String: XMLShape])
    /// An element whose texts are gathered, and handed over when it ends; records inside it are handed over before it.
    case fields(kind: Int, names: [String], children: [String: XMLShape])

    /// A record of a kind with the fields of an enumeration, and what else may stand inside it.
    static func record<Kind: RawRepresentable<Int>, Field: XMLField>(
        _ kind: Kind, _ fields: Field.Type, _ children: [String: XMLShape] = [:]
    ) -> XMLShape { .fields(kind: kind.rawValue, names: fields.names, children: children) }
}

/// The fields of a record: an enumeration without raw values of its own, a case for each child element that is wanted.
///
/// A case is spelled as its element with a small first letter; `uid`, `id`, `wbs` and other short words stand for capitals.
protocol XMLField: CaseIterable, RawRepresentable<Int> {}

extension XMLField {
    /// The names of the elements, in the order of the cases.
    static var names: [String] { allCases.map { elementName("\($0)") } }

    private static func elementName(_ word: String) -> String {
        if ["uid", "id", "wbs", "guid"].contains(word) { return word.uppercased() }
        return word.prefix(1).uppercased() + word.dropFirst()
    }
}

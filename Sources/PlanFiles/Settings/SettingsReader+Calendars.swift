import PlanModel

extension SettingsReader {
    /// A calendar as the file has it, its base still a name.
    struct CalendarDraft {
        var definition: CalendarDefinition
        let field: Field
        var base: Field?
        /// Whether it was read without a fault.
        var isSound = true
    }

    /// The plan's calendars and which of them is its own, `nil` after a fault.
    mutating func calendars(_ top: [String: Field], of root: Field) -> (all: [CalendarDefinition], own: Int?) {
        guard let field = top["calendars"] else {
            let message = "no calendars: the plan works Monday to Friday, 08:00-12:00 and 13:00-17:00"
            findings.append(Finding(code: "default-calendar", file: file, line: nil, column: "calendars", message: message))
            return ([.standard], own(top["calendar"], names: ["standard"], of: root))
        }
        guard let entries = entries(field, expected: "a mapping from name to calendar") else { return ([], nil) }
        if entries.isEmpty {
            refuse(field, "no-calendars", "no calendar is defined (expected at least one, or no key calendars)", found: "{}")
            return ([], nil)
        }
        var drafts = entries.map { draft($0) }
        inherit(&drafts)
        return (drafts.map(\.definition), own(top["calendar"], names: entries.map(\.key), of: root))
    }

    /// The plan's own calendar: the one named, else the only one, else `standard`.
    private mutating func own(_ field: Field?, names: [String], of root: Field) -> Int? {
        let expected = "the name of one of the calendars: \(listed(names))"
        guard let field else {
            if let place = names.count == 1 ? 0 : names.firstIndex(of: "standard") { return place }
            refuse("missing-key", root.keyLine, "calendar", "the plan names no calendar (expected \(expected)) (found nothing)")
            return nil
        }
        guard let name = text(field, expected: expected) else { return nil }
        if let place = names.firstIndex(of: name) { return place }
        refuse(field, "dangling-reference", "no such calendar (expected \(expected))", found: name)
        return nil
    }

    /// Up to ten names for a message.
    func listed(_ names: [String]) -> String {
        names.prefix(10).map { quotable($0) }.joined(separator: ", ") + (names.count > 10 ? ", …" : "")
    }

    private mutating func draft(_ field: Field) -> CalendarDraft {
        let before = (faults.count, refusedValues)
        var draft = CalendarDraft(definition: CalendarDefinition(name: field.key), field: field)
        if isNamed(field), let members = members(field, known: ["base", "week", "exceptions"]) {
            draft.base = members["base"]
            if let week = members["week"] { draft.definition.week = self.week(week) }
            if let exceptions = members["exceptions"] { draft.definition.exceptions = self.exceptions(exceptions) }
        }
        draft.isSound = (faults.count, refusedValues) == before
        return draft
    }

    /// The shifts of the days that are given; the others stay open.
    private mutating func week(_ field: Field) -> [[Shift]?] {
        var week: [[Shift]?] = Array(repeating: nil, count: 7)
        let names = Weekday.allCases.map(\.name)
        for entry in entries(field, expected: "a mapping from weekday to shifts") ?? [] {
            if let day = names.firstIndex(of: entry.key) {
                week[day] = shifts(entry)
            } else {
                let message =
                    "no such weekday (expected one of \(names.joined(separator: ", "))) (found \"\(quotable(entry.key))\")"
                refuse("unknown-weekday", entry.keyLine, entry.path, message)
            }
        }
        return week
    }

    private mutating func exceptions(_ field: Field) -> [Int: [Shift]] {
        var exceptions: [Int: [Shift]] = [:]
        for entry in entries(field, expected: "a mapping from date to shifts") ?? [] {
            guard let day = day(entry), let shifts = shifts(entry) else { continue }
            exceptions[day] = shifts
        }
        return exceptions
    }

    /// The date that an exception's key names, in days since 1970-01-01.
    private mutating func day(_ field: Field) -> Int? {
        let expected = "expected a date without a time, such as 2026-11-22"
        switch unsafe Self.parse(field.key, { unsafe FieldParser.date($0, dateMeansEnd: false) }) {
        case .success(let minutes) where field.key.utf8.count == 10: return LocalDateTime(minutes: minutes).day
        case .success:
            refuse("bad-date", field.keyLine, field.path, "not a day (\(expected)) (found \"\(quotable(field.key))\")")
        case .failure(let refusal):
            let message =
                "not a day (\(refusal.code == "bad-date" ? expected : Self.possibleDate)) (found \"\(quotable(field.key))\")"
            refuse(refusal.code, field.keyLine, field.path, message)
        }
        return nil
    }
}

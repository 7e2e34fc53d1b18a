import PlanModel

/// The rhythm of check-ins: the plan's, and that of units and pairs with their own.
extension SettingsReader {
    mutating func cadence(_ field: Field) -> (common: Cadence, own: OwnCadences)? {
        guard let members = members(field, known: ["every", "grace", "units", "pairs"]) else { return nil }
        let common = ownCadence(members, of: field)
        var own = OwnCadences()
        let units = members["units"].flatMap { entries($0, expected: "a mapping from unit to a cadence such as {every: 7d}") }
        for unit in units ?? [] {
            guard isNamed(unit), let members = self.members(unit, known: ["every", "grace"]) else { continue }
            own.units[unit.key] = ownCadence(members, of: unit)
            references.append(SettingsReference(kind: .unit, name: unit.key, line: unit.keyLine, path: unit.path))
        }
        let expected = "a list of pairs such as {employee: E1, manager: E2, every: 28d}"
        for item in members["pairs"].flatMap({ list($0, expected: expected) }) ?? [] { pair(item, &own) }
        return common.map { (Cadence(everyDays: $0.everyDays, graceDays: $0.graceDays ?? 0), own) }
    }

    private mutating func pair(_ item: Field, _ own: inout OwnCadences) {
        guard let members = members(item, known: ["employee", "manager", "every", "grace"]) else { return }
        let cadence = ownCadence(members, of: item)
        let employee = person("employee", members, of: item)
        let manager = person("manager", members, of: item)
        guard let employee, let manager, let cadence else { return }
        if own.pairs.updateValue(cadence, forKey: .init(employee: employee, manager: manager)) != nil {
            let message = "this pair has a cadence already (expected each pair once)"
            refuse(item, "duplicate-pair", message, found: "\(employee) with \(manager)")
        }
    }

    private mutating func person(_ key: String, _ members: [String: Field], of item: Field) -> String? {
        let expected = "the id of a person"
        guard let field = required(key, in: members, of: item, expected: expected),
            let id = text(field, expected: expected)
        else { return nil }
        references.append(SettingsReference(kind: .person, name: id, line: field.node.line, path: field.path))
        return id
    }

    private mutating func ownCadence(_ members: [String: Field], of field: Field) -> OwnCadence? {
        let every = required("every", in: members, of: field, expected: "days such as 14d").flatMap { days($0, atLeast: 1) }
        let grace = members["grace"].map { days($0, atLeast: 0) }
        guard let every, grace != .some(nil) else { return nil }
        return OwnCadence(everyDays: every, graceDays: grace ?? nil)
    }

    /// Whole days, written like a duration: `14d`, `2w`; a week has seven.
    private mutating func days(_ field: Field, atLeast least: Int) -> Int? {
        let expected = "\(least) or more whole days such as 14d or 2w"
        guard let text = text(field, expected: expected) else { return nil }
        let units = WorkUnits(minutesPerDay: 1440, minutesPerWeek: 10_080)
        if case .success(let span) = unsafe Self.parse(text, { unsafe FieldParser.workSpan($0, units: units, isLag: false) }),
            !span.isRounded, span.minutes % 1440 == 0, span.minutes / 1440 >= least
        {
            return Int(span.minutes / 1440)
        }
        refuse(field, "bad-days", "not a number of days (expected \(expected))", found: text)
        return nil
    }
}

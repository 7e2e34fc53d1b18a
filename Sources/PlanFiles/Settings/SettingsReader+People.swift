import PlanModel

/// How people come, go and fall ill.
extension SettingsReader {
    static let peopleKeys = [
        "overheadPerPerson", "rampUp", "attrition", "hiringDelay", "sicknessPerYear", "sicknessLength",
    ]

    /// - Parameter units: the plan's, `nil` where its calendar has a fault of its own.
    mutating func people(_ field: Field, units: WorkUnits?) -> PeopleSettings {
        var people = PeopleSettings()
        guard let members = members(field, known: Self.peopleKeys) else { return people }
        if let value = members["overheadPerPerson"].flatMap({ number($0, in: 0...10) }) { people.overheadPerPerson = value }
        if let value = members["sicknessPerYear"].flatMap({ number($0, in: 0...50) }) { people.sicknessPerYear = value }
        if let value = members["rampUp"].flatMap({ elapsed($0) }) { people.rampUp = value }
        for role in members["attrition"].flatMap({ entries($0, expected: "a mapping from role to a share a year") }) ?? [] {
            if isNamed(role), let share = number(role, in: 0...0.99) { people.attrition[role.key] = share }
        }
        people.hiringDelay = members["hiringDelay"].flatMap { span($0) }
        people.sicknessLength = members["sicknessLength"].flatMap { span($0) }
        if people.sicknessPerYear > 0, members["sicknessLength"] == nil {
            refuse(field, "missing-value", "sicknessPerYear needs a sicknessLength such as [1d, 3d, 15d]", found: "none")
        }
        return people
    }

    /// A number in a range.
    mutating func number(_ field: Field, in range: ClosedRange<Double>) -> Double? {
        guard let value = number(field) else { return nil }
        if range.contains(value) { return value }
        refuse(
            field, "out-of-range", "out of range (expected a number from \(range.lowerBound) to \(range.upperBound))",
            found: "\(value)")
        return nil
    }

    /// Calendar time: `3d` is three days of 24 hours, `2w` a fortnight.
    mutating func elapsed(_ field: Field) -> Int32? {
        let expected = "calendar time such as 5d, 2w or 12h"
        guard let text = text(field, expected: expected) else { return nil }
        let units = WorkUnits(minutesPerDay: 1440, minutesPerWeek: 10_080)
        if case .success(let span) = unsafe Self.parse(text, { unsafe FieldParser.workSpan($0, units: units, isLag: false) }),
            span.minutes >= 0
        {
            return span.minutes
        }
        refuse(field, "bad-duration", "not a length of time (expected \(expected))", found: text)
        return nil
    }

    /// Three points of calendar time, never decreasing; one where it is certain.
    mutating func span(_ field: Field) -> PeopleSettings.Span? {
        let expected = "shortest <= usual <= longest, such as [20d, 40d, 90d]"
        guard case .list = field.node.value else { return elapsed(field).map { .init($0, $0, $0) } }
        guard let items = list(field, expected: expected) else { return nil }
        let points = items.compactMap { elapsed($0) }
        guard points.count == items.count else { return nil }
        guard points.count == 3, points[0] <= points[1], points[1] <= points[2] else {
            refuse(field, "bad-range", "not three points in order (expected \(expected))", found: "\(points.count) values")
            return nil
        }
        return .init(points[0], points[1], points[2])
    }
}

import PlanModel

/// Edits of people.
extension ScenarioReader {
    /// No more people join in one edit.
    private static let mostPeople = 10_000

    mutating func addPeople(_ field: Field) -> ScenarioChange? {
        let keys = [
            "team", "id", "count", "role", "fte", "start", "end", "rampUp", "calendar", "productivity", "takes",
        ]
        guard let members = members(field, known: keys) else { return nil }
        var edit = ScenarioChange.AddPeople(team: members["team"].flatMap { word($0) })
        edit.id = members["id"].flatMap { word($0) }
        if let count = members["count"].flatMap({ integer($0, in: 1...Self.mostPeople) }) { edit.count = count }
        if let role = members["role"].flatMap({ reader.text($0) }) { edit.role = role }
        if let fte = members["fte"].flatMap({ reader.number($0, in: 0.01...10) }) { edit.fte = fte }
        (edit.start, edit.end) = (members["start"].flatMap { date($0) }, members["end"].flatMap { date($0, isEnd: true) })
        if let start = edit.start, let end = edit.end, end <= start {
            reader.refuse(
                members["end"]!, "end-before-start", "the end is not after the start (expected one after \(start))",
                found: "\(end)")
        }
        edit.rampUp = members["rampUp"].flatMap { duration($0) }
        edit.calendar = members["calendar"].flatMap { word($0) }
        edit.productivity = members["productivity"].flatMap { reader.number($0, in: 0.01...100) }
        edit.takes = members["takes"].flatMap { takes($0) }
        if members["team"] == nil, members["takes"] == nil, members["id"] == nil {
            reader.refuse(
                "missing-key", field.keyLine, field.path,
                "nothing would reach these people (expected a team, takes, or an id that a reassign names) (found none of them)"
            )
        }
        return .addPeople(edit)
    }

    private mutating func takes(_ field: Field) -> ScenarioChange.Takes? {
        if case .text(let text, _) = field.node.value {
            guard text == "team" else {
                reader.refuse(
                    field, "unknown-word",
                    "whose work is taken (expected team, or a mapping such as {people: [E147], share: 0.5})",
                    found: text)
                return nil
            }
            return .init(.ownTeam)
        }
        let known = ["people", "person", "team", "teams", "share"] + Self.selectionKeys
        guard let members = members(field, known: known) else { return nil }
        let share = members["share"].map { reader.number($0, in: 0...1) } ?? 1
        let people = (members["people"] ?? members["person"]).map { words($0) }
        let teams = (members["team"] ?? members["teams"]).map { words($0) }
        let work = Self.selectionKeys.contains { members[$0] != nil } ? optionalWork(members, of: field).map { $0 } : nil
        let given = members.keys.filter { $0 != "share" }.sorted()
        guard given.count == 1 else {
            reader.refuse(
                field, "one-of-several", "expected one of people, team, tasks, project, goal and initiative",
                found: given.isEmpty ? "none" : given.joined(separator: ", "))
            return nil
        }
        guard let share else { return nil }
        if let people { return people.map { .init(.people($0), share: share) } }
        if let teams { return teams.map { .init(.teams($0), share: share) } }
        return work.map { .init(.work($0), share: share) }
    }

    /// `nobody`, `team`, an id or a list of ids.
    private mutating func handOver(_ field: Field) -> ScenarioChange.HandOver? {
        switch field.node.value {
        case .text("nobody", _): .nobody
        case .text("team", _): .team
        default: words(field).map { .people($0) }
        }
    }

    mutating func removePerson(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: ["person", "on", "handOver"]) else { return nil }
        let (on, handOver) = (members["on"].flatMap { date($0) }, members["handOver"].flatMap { self.handOver($0) })
        return word("person", in: members, of: field, expected: "the id of a person").map {
            .removePerson(.init($0, on: on, handOver: handOver))
        }
    }

    mutating func movePerson(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: ["person", "to", "from", "handOver"]) else { return nil }
        let person = word("person", in: members, of: field, expected: "the id of a person")
        let team = word("to", in: members, of: field, expected: "the id of the team that they join")
        let (from, handOver) = (members["from"].flatMap { date($0) }, members["handOver"].flatMap { self.handOver($0) })
        guard let person, let team else { return nil }
        return .movePerson(.init(person, to: team, from: from, handOver: handOver))
    }

    mutating func changeFTE(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: ["person", "fte", "from", "until"]) else { return nil }
        let person = word("person", in: members, of: field, expected: "the id of a person")
        let fte = number("fte", in: members, of: field, 0...10)
        let (from, until) = period(members)
        guard let person, let fte else { return nil }
        return .changeFTE(.init(person, fte: fte, from: from, until: until))
    }

    mutating func changeCapacity(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: ["team", "capacity", "from", "until"]) else { return nil }
        let team = word("team", in: members, of: field, expected: "the id of a team")
        let capacity = number("capacity", in: members, of: field, 0...1e6)
        let (from, until) = period(members)
        guard let team, let capacity else { return nil }
        return .changeCapacity(.init(team, capacity: capacity, from: from, until: until))
    }

    mutating func changeCalendar(_ field: Field) -> ScenarioChange? {
        let owners = ["person", "people", "team", "teams", "project", "projects", "task", "tasks"]
        guard let members = members(field, known: owners + ["calendar"]) else { return nil }
        let calendar = word("calendar", in: members, of: field, expected: "a calendar of plan.yaml")
        let given = owners.filter { members[$0] != nil }
        guard given.count == 1, let key = given.first else {
            reader.refuse(
                field, "one-of-several", "expected one of person, team, project and task",
                found: given.isEmpty ? "none" : given.joined(separator: ", "))
            return nil
        }
        guard let words = words(members[key]!), let calendar else { return nil }
        let owner: ScenarioChange.ChangeCalendar.Owner =
            switch key {
            case "person", "people": .people(words)
            case "team", "teams": .teams(words)
            case "project", "projects": .projects(words)
            default: .tasks(words)
            }
        return .changeCalendar(.init(owner, calendar: calendar))
    }

    mutating func attrition(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: ["role", "perYear", "hiringDelay"]) else { return nil }
        let role = word("role", in: members, of: field, expected: "a role of people.csv, or default")
        let share = number("perYear", in: members, of: field, 0...0.99)
        let delay = members["hiringDelay"].flatMap { reader.span($0) }
        guard let role, let share else { return nil }
        return .attrition(.init(role, perYear: share, hiringDelay: delay))
    }

    mutating func freezeHiring(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: ["from", "until"]) else { return nil }
        _ = reader.required("from", in: members, of: field, expected: "a date such as 2027-09-01")
        _ = reader.required("until", in: members, of: field, expected: "a date such as 2028-03-01")
        guard case (let from?, let until?) = period(members) else { return nil }
        return .freezeHiring(.init(from: from, until: until))
    }
}

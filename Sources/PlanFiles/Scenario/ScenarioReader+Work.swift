import PlanModel

/// Edits of work, risks and logic.
extension ScenarioReader {
    mutating func reassign(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: Self.selectionKeys + ["from", "to"]) else { return nil }
        let to = reader.required("to", in: members, of: field, expected: "the ids of persons or teams").flatMap { words($0) }
        let from = members["from"].flatMap { word($0) }
        let work = optionalWork(members, of: field)
        if members.count < 2, to != nil {
            reader.refuse(
                "missing-key", field.keyLine, field.path,
                "it is not said what work (expected from, tasks, project, goal or initiative) (found nothing)")
        }
        return to.map { .reassign(.init(work: work, from: from, to: $0)) }
    }

    mutating func postpone(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: Self.selectionKeys + ["until"]) else { return nil }
        let (work, until) = (work(members, of: field), date("until", in: members, of: field))
        guard let work, let until else { return nil }
        return .postpone(.init(work, until: until))
    }

    mutating func cancel(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: Self.selectionKeys) else { return nil }
        return work(members, of: field).map { .cancel($0) }
    }

    mutating func rescope(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: Self.selectionKeys + ["factor"]) else { return nil }
        let (work, factor) = (work(members, of: field), number("factor", in: members, of: field, 0...1000))
        guard let work, let factor else { return nil }
        return .rescope(.init(work, factor: factor))
    }

    mutating func reprioritise(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: Self.selectionKeys + ["priority"]) else { return nil }
        let priority = reader.required("priority", in: members, of: field, expected: "a whole number such as 900").flatMap {
            integer($0, in: -1_000_000_000...1_000_000_000)
        }
        guard let work = work(members, of: field), let priority else { return nil }
        return .reprioritise(.init(work, priority: Int32(priority)))
    }

    mutating func changeDue(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: Self.selectionKeys + ["due"]) else { return nil }
        let elements = work(members, of: field)
        let due = reader.required("due", in: members, of: field, expected: "a date such as 2028-08-01, or none")
        guard let due else { return nil }
        if case .text("none", _) = due.node.value { return elements.map { .changeDue(.init($0, due: nil)) } }
        guard let date = date(due, isEnd: true), let elements else { return nil }
        return .changeDue(.init(elements, due: date))
    }

    mutating func addRisk(_ field: Field) -> ScenarioChange? {
        let own = [
            "id", "name", "kind", "probability", "severity", "distribution", "from", "until", "factor", "delay", "weight",
        ]
        guard let members = members(field, known: own + Self.selectionKeys) else { return nil }
        let id = word("id", in: members, of: field, expected: "an id that no risk has, which keys its random numbers")
        let kind = members["kind"].flatMap { choice($0, of: ["risk", "driver"]) } ?? "risk"
        // A driver is there in any case, unless it is said how likely it is.
        let probability =
            kind == "driver" && members["probability"] == nil ? 1 : number("probability", in: members, of: field, 0...1)
        let severity = members["severity"].map { self.severity($0) } ?? []
        let shapes = DistributionName.ofThreePoints.map(\.word)
        let shape = members["distribution"].flatMap { choice($0, of: shapes) }
        let (from, until) = period(members)
        guard let work = work(members, of: field), let id, let probability, let severity else { return nil }
        var risk = ScenarioChange.AddRisk(id, probability: probability, work)
        risk.name = members["name"].flatMap { reader.text($0) } ?? ""
        (risk.kind, risk.severity) = (kind == "driver" ? .driver : .risk, severity)
        risk.distribution = shape.flatMap { word in DistributionName.ofThreePoints.first { $0.word == word } }
        (risk.from, risk.until) = (from, until)
        risk.factor = members["factor"].flatMap { reader.number($0, in: 0...1000) }
        risk.delay = members["delay"].flatMap { duration($0) }
        risk.weight = members["weight"].flatMap { reader.number($0, in: 0...100) }
        if risk.factor == nil, risk.delay == nil, severity.isEmpty {
            reader.refuse(
                "missing-key", field.keyLine, field.path,
                "it would change nothing (expected a factor, a delay or a severity) (found none of them)")
        }
        return .addRisk(risk)
    }

    /// Three factors in order, or one.
    private mutating func severity(_ field: Field) -> [Double]? {
        let expected = "optimistic <= most likely <= pessimistic, such as [1.0, 1.2, 1.8]"
        guard case .list = field.node.value else { return reader.number(field, in: 0...1000).map { [$0, $0, $0] } }
        guard let items = reader.list(field, expected: expected) else { return nil }
        let values = items.compactMap { reader.number($0, in: 0...1000) }
        guard values.count == items.count else { return nil }
        guard values.count == 3, values[0] <= values[1], values[1] <= values[2] else {
            reader.refuse(
                field, "bad-range", "not three points in order (expected \(expected))", found: "\(values.count) values")
            return nil
        }
        return values
    }

    mutating func mitigate(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: ["risk", "risks", "probability", "factor", "delay"]) else { return nil }
        guard let named = members["risk"] ?? members["risks"] else {
            _ = reader.required("risk", in: members, of: field, expected: "the id of a risk")
            return nil
        }
        guard let risks = words(named) else { return nil }
        var edit = ScenarioChange.Mitigate(risks)
        edit.probability = members["probability"].flatMap { reader.number($0, in: 0...1) }
        edit.factor = members["factor"].flatMap { reader.number($0, in: 0...1000) }
        edit.delay = members["delay"].flatMap { duration($0) }
        return .mitigate(edit)
    }

    mutating func addDependency(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: ["predecessor", "successor", "type", "lag"]) else { return nil }
        let ends = ends(members, of: field)
        let (type, lag) = (members["type"].flatMap { relationType($0) }, members["lag"].flatMap { self.lag($0) })
        guard let ends else { return nil }
        var edit = ScenarioChange.AddDependency(ends.0, ends.1)
        (edit.type, edit.lag) = (type ?? .FS, lag ?? Lag(minutes: 0))
        return .addDependency(edit)
    }

    mutating func dropDependency(_ field: Field) -> ScenarioChange? {
        guard let members = members(field, known: ["predecessor", "successor", "type"]) else { return nil }
        let (ends, type) = (ends(members, of: field), members["type"].flatMap { relationType($0) })
        return ends.map { .dropDependency(.init($0.0, $0.1, type: type)) }
    }

    private mutating func ends(_ members: [String: Field], of field: Field) -> (EditWord, EditWord)? {
        let from = word("predecessor", in: members, of: field, expected: "the id of a task, project or summary")
        let to = word("successor", in: members, of: field, expected: "the id of a task, project or summary")
        guard let from, let to else { return nil }
        return (from, to)
    }

    private mutating func relationType(_ field: Field) -> RelationType? {
        choice(field, of: RelationType.allCases.map { "\($0)" }).flatMap { word in
            RelationType.allCases.first { "\($0)" == word }
        }
    }
}

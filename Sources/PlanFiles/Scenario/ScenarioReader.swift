public import PlanModel

extension Scenario {
    /// Reads a scenario file.
    ///
    /// ```yaml
    /// name: Two more integration engineers
    /// edits:
    ///   - addPeople: {team: TM14, count: 2, role: Integration engineer, start: 2027-09-01, takes: team}
    ///   - defer: {project: P012, until: 2028-01-10}
    /// ```
    ///
    /// - Parameters:
    ///   - path: the file, which faults name.
    ///   - units: how long a day and a week of the plan are, in which durations are written.
    /// - Throws: `InputError` if the file cannot be opened, `LoadError` with every fault in it; keys that are not known are faults.
    public init(contentsOf path: String, units: WorkUnits) throws {
        let mapped = try MappedFile(path: path)
        self = try unsafe ScenarioReader.read(mapped.bytes, file: path, units: units)
    }

    /// Reads a scenario file that is held in memory.
    ///
    /// - Parameters:
    ///   - text: the whole file.
    ///   - file: what faults call it.
    ///   - units: how long a day and a week of the plan are.
    /// - Throws: `LoadError` with every fault in it.
    public init(yaml text: String, file: String, units: WorkUnits) throws {
        self = try unsafe Array(text.utf8).withUnsafeBufferPointer {
            try unsafe ScenarioReader.read($0, file: file, units: units)
        }
    }
}

/// Reads a scenario file: every fault of the file in one run, each with its line and its path of keys.
struct ScenarioReader {
    typealias Field = SettingsReader.Field

    var reader: SettingsReader
    /// How durations are written.
    let units: WorkUnits

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, units: WorkUnits) throws -> Scenario {
        var (faults, reading) = (FaultList(), ScenarioReader(reader: SettingsReader(file: file), units: units))
        let root = unsafe YAMLTree.read(bytes.span, file: file, faults: &reading.reader.faults)
        if root == nil, reading.reader.faults.isEmpty {
            reading.reader.refuse("wrong-type", nil, nil, "the file is empty (expected the keys name and edits)")
        }
        let scenario = root.flatMap { reading.scenario(Field(key: "", path: "", keyLine: $0.line, node: $0)) }
        faults.add(reading.reader.faults)
        faults.sort()
        guard faults.isEmpty, let scenario else { throw LoadError(faults) }
        return scenario
    }

    private mutating func scenario(_ root: Field) -> Scenario? {
        guard let top = members(root, known: ["name", "description", "edits"]) else { return nil }
        let name = reader.required("name", in: top, of: root, expected: "what reports call the scenario").flatMap {
            reader.text($0)
        }
        let description = top["description"].flatMap { reader.text($0) } ?? ""
        guard let edits = edits(of: root, top) else { return nil }
        return name.map { Scenario(name: $0, description: description, edits: edits, file: reader.file) }
    }

    /// The edits that the members of a mapping list; `nil` where there is no list.
    mutating func edits(of field: Field, _ members: [String: Field]) -> [ScenarioEdit]? {
        let expected = "a list of edits such as - defer: {project: P012, until: 2028-01-10}"
        guard let list = reader.required("edits", in: members, of: field, expected: expected),
            let items = reader.list(list, expected: expected)
        else { return nil }
        return items.enumerated().compactMap { place, item in
            let path = "\(field.path.isEmpty ? "" : field.path + ".")edits[\(place + 1)]"
            return edit(Field(key: path, path: path, keyLine: item.node.line, node: item.node))
        }
    }

    private mutating func edit(_ field: Field) -> ScenarioEdit? {
        let words = ScenarioChange.words.joined(separator: ", ")
        guard
            let entries = reader.entries(
                field, expected: "one kind of edit and what it changes, such as cancel: {project: P033}")
        else { return nil }
        guard entries.count == 1, let kind = entries.first else {
            reader.refuse(
                field, line: entries.dropFirst().first?.keyLine, "bad-edit",
                "an edit is one key and what belongs to it (expected each edit behind a dash of its own)",
                found: entries.map(\.key).joined(separator: ", "))
            return nil
        }
        guard ScenarioChange.words.contains(kind.key) else {
            let nearest = NearestWords.to(kind.key, of: ScenarioChange.words)
            let hint = nearest.isEmpty ? "one of \(words)" : nearest.joined(separator: " or ")
            reader.refuse(
                "unknown-edit", kind.keyLine, field.path, "no such edit (expected \(hint)) (found \"\(quotable(kind.key))\")")
            return nil
        }
        let before = reader.faults.count
        guard let change = change(kind), reader.faults.count == before else { return nil }
        return ScenarioEdit(change, line: kind.keyLine, path: kind.path)
    }

    private mutating func change(_ kind: Field) -> ScenarioChange? {
        switch kind.key {
        case "addPeople": addPeople(kind)
        case "removePerson": removePerson(kind)
        case "movePerson": movePerson(kind)
        case "changeFTE": changeFTE(kind)
        case "changeCapacity": changeCapacity(kind)
        case "changeCalendar": changeCalendar(kind)
        case "attrition": attrition(kind)
        case "freezeHiring": freezeHiring(kind)
        case "reassign": reassign(kind)
        case "defer": postpone(kind)
        case "cancel": cancel(kind)
        case "rescope": rescope(kind)
        case "reprioritise": reprioritise(kind)
        case "changeDue": changeDue(kind)
        case "addRisk": addRisk(kind)
        case "mitigate": mitigate(kind)
        case "addDependency": addDependency(kind)
        default: dropDependency(kind)
        }
    }
}

import PlanModel

/// Reads a mapping file: how the outline of an imported file becomes the cascade of a plan.
///
/// ```yaml
/// levels: {initiative: 1, goal: 2, project: 3}
/// ```
struct MappingReader {
    private var reader: SettingsReader

    /// The levels that a file asks for; those it leaves out are the standard ones.
    ///
    /// - Throws: `InputError` if the file cannot be opened, `LoadError` with every fault in it.
    static func read(path: String) throws -> OutlineLevels {
        let mapped = try MappedFile(path: path)
        var (faults, reading) = (FaultList(), MappingReader(reader: SettingsReader(file: path)))
        let root = unsafe YAMLTree.read(mapped.bytes.span, file: path, faults: &reading.reader.faults)
        let levels = root.flatMap { reading.levels(.init(key: "", path: "", keyLine: $0.line, node: $0)) }
        if root == nil, reading.reader.faults.isEmpty {
            reading.reader.refuse("wrong-type", nil, nil, "the file is empty (expected the key levels)")
        }
        faults.add(reading.reader.faults)
        for finding in reading.reader.findings { faults.add(Fault(finding)) }
        guard faults.isEmpty, let levels else { throw LoadError(faults) }
        return levels
    }

    private mutating func levels(_ root: SettingsReader.Field) -> OutlineLevels? {
        var levels = OutlineLevels()
        guard let top = reader.members(root, known: ["levels"]),
            let field = reader.required(
                "levels", in: top, of: root, expected: "a mapping such as {initiative: 1, goal: 2, project: 3}"),
            let members = reader.members(field, known: ["initiative", "goal", "project"])
        else { return nil }
        members["initiative"].map { set(&levels.initiative, $0) }
        members["goal"].map { set(&levels.goal, $0) }
        members["project"].map { set(&levels.project, $0) }
        if levels.initiative > levels.goal || levels.goal > levels.project {
            let found = "initiative \(levels.initiative), goal \(levels.goal), project \(levels.project)"
            reader.refuse(field, "bad-level", "levels out of order (expected initiative <= goal <= project)", found: found)
        }
        return levels
    }

    private mutating func set(_ level: inout Int, _ field: SettingsReader.Field) {
        let expected = "a level of the outline from 1 to \(OutlineLevels.deepest)"
        guard let text = reader.text(field, expected: expected) else { return }
        if let value = Int(text), (1...OutlineLevels.deepest).contains(value) {
            level = value
        } else {
            reader.refuse(field, "bad-level", "not a level (expected \(expected))", found: text)
        }
    }
}

extension Fault {
    /// What is poor elsewhere is wrong here: a mapping that is not followed must not pass.
    fileprivate init(_ finding: Finding) {
        self.init(
            code: finding.code, file: finding.file ?? "", line: finding.line, column: finding.column, message: finding.message)
    }
}

public import PlanModel

extension MoveList {
    /// Reads a file of moves.
    ///
    /// ```yaml
    /// unit: kEUR
    /// moves:
    ///   - name: Two more integration engineers
    ///     cost: 180
    ///     excludes: One more integration engineer
    ///     edits:
    ///       - addPeople: {team: TM14, count: 2, takes: team}
    /// ```
    ///
    /// - Parameters:
    ///   - path: the file, which faults name.
    ///   - units: how long a day and a week of the plan are, in which durations are written.
    /// - Throws: `InputError` if the file cannot be opened, `LoadError` with every fault in it; keys that are not known are faults.
    public init(contentsOf path: String, units: WorkUnits) throws {
        let mapped = try MappedFile(path: path)
        self = try unsafe MovesReader.read(mapped.bytes, file: path, units: units)
    }

    /// Reads a file of moves that is held in memory.
    ///
    /// - Parameters:
    ///   - text: the whole file.
    ///   - file: what faults call it.
    ///   - units: how long a day and a week of the plan are.
    /// - Throws: `LoadError` with every fault in it.
    public init(yaml text: String, file: String, units: WorkUnits) throws {
        self = try unsafe Array(text.utf8).withUnsafeBufferPointer { try unsafe MovesReader.read($0, file: file, units: units) }
    }
}

/// Reads a file of moves: every fault of the file in one run, each with its line and its path of keys.
struct MovesReader {
    typealias Field = SettingsReader.Field

    private var edits: ScenarioReader
    /// The names that each move cannot be made beside, with the fields that name them.
    private var excluded: [[Field]] = []

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, units: WorkUnits) throws -> MoveList {
        var reading = MovesReader(edits: ScenarioReader(reader: SettingsReader(file: file), units: units))
        let root = unsafe YAMLTree.read(bytes.span, file: file, faults: &reading.edits.reader.faults)
        if root == nil, reading.edits.reader.faults.isEmpty {
            reading.edits.reader.refuse("wrong-type", nil, nil, "the file is empty (expected the key moves)")
        }
        let list = root.flatMap { reading.list(Field(key: "", path: "", keyLine: $0.line, node: $0)) }
        var faults = reading.edits.reader.faults
        faults.sort()
        guard faults.isEmpty, let list else { throw LoadError(faults) }
        return list
    }

    private mutating func list(_ root: Field) -> MoveList? {
        guard let top = edits.members(root, known: ["unit", "moves"]) else { return nil }
        let unit = top["unit"].flatMap { edits.reader.text($0, expected: "what costs are counted in, as kEUR") } ?? ""
        let expected = "a list of moves, each with a name, a cost and edits"
        guard let field = edits.reader.required("moves", in: top, of: root, expected: expected),
            let items = edits.reader.list(field, expected: expected)
        else { return nil }
        guard (1...MoveList.most).contains(items.count) else {
            edits.reader.refuse(
                field, items.isEmpty ? "missing-value" : "too-many",
                "\(items.isEmpty ? "no" : "too many") moves (expected 1 to \(MoveList.most))", found: "\(items.count)")
            return nil
        }
        let moves = items.enumerated().compactMap { place, item in
            let path = "moves[\(place + 1)]"
            return move(Field(key: path, path: path, keyLine: item.node.line, node: item.node))
        }
        guard moves.count == items.count else { return nil }
        return MoveList(resolved(moves, items), unit: unit, file: edits.reader.file)
    }

    private mutating func move(_ field: Field) -> Move? {
        guard let members = edits.members(field, known: ["name", "description", "cost", "edits", "excludes"]) else {
            return nil
        }
        let name = edits.reader.required("name", in: members, of: field, expected: "what reports call the move").flatMap {
            edits.reader.text($0)
        }
        let cost = edits.reader.required("cost", in: members, of: field, expected: "a number of 0 or more").flatMap {
            edits.reader.number($0, in: 0...1e15)
        }
        let description = members["description"].flatMap { edits.reader.text($0) } ?? ""
        let made = edits.edits(of: field, members)
        excluded.append(members["excludes"].map(named) ?? [])
        if let list = members["edits"], case .list(let items) = list.node.value, items.isEmpty {
            edits.reader.refuse(
                list, "missing-value", "a move without edits changes nothing (expected one or more)", found: "[]")
        }
        guard let name, let cost, let made else { return nil }
        return Move(name: name, description: description, cost: cost, edits: made, line: field.keyLine)
    }

    /// One name or a list of them.
    private func named(_ field: Field) -> [Field] {
        guard case .list(let items) = field.node.value else { return [field] }
        return items.map { Field(key: field.key, path: field.path, keyLine: $0.line, node: $0) }
    }

    /// The moves with the places of those that they exclude; exclusion goes both ways.
    private mutating func resolved(_ moves: [Move], _ items: [Field]) -> [Move] {
        var (result, places): ([Move], [String: Int]) = (moves, [:])
        for (place, move) in moves.enumerated() {
            if let earlier = places[move.name] {
                edits.reader.refuse(
                    "duplicate-name", move.line, "moves[\(place + 1)].name",
                    "expected a name of its own; moves[\(earlier + 1)] has it already (found \"\(quotable(move.name))\")")
            } else {
                places[move.name] = place
            }
        }
        for place in moves.indices {
            for field in excluded[place] {
                guard let name = edits.reader.text(field, expected: "the name of another move") else { continue }
                guard let other = places[name], other != place else {
                    let nearest = NearestWords.to(name, of: moves.map(\.name).filter { $0 != moves[place].name })
                    let hint = nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))"
                    edits.reader.refuse(field, "unknown-name", "no other move has this name\(hint)", found: name)
                    continue
                }
                result[place].excludes.insert(other)
                result[other].excludes.insert(place)
            }
        }
        return result
    }
}

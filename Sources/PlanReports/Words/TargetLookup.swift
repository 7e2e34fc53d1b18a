public import PlanModel
public import PlanNetwork

/// Finds targets by what people type: an id, or `kind:ID` where several kinds have it.
public struct TargetLookup: Sendable {
    private let names: TargetNames

    /// Looks in a plan.
    public init(_ plan: Plan, _ network: Network) { names = TargetNames(plan, network) }

    /// What a word names.
    public enum Answer: Sendable, Hashable {
        /// One target, an index.
        case found(Int)
        /// Several kinds have the id; each as `kind:ID`.
        case ambiguous([String])
        /// Nothing has it; ids that look alike.
        case unknown(nearest: [String])
    }

    /// The target that a word names.
    public func find(_ word: String) -> Answer {
        let kinds: [TargetKind] = [.initiative, .goal, .project]
        var found = kinds.compactMap { kind in row(word, kind).map { (kind, $0) } }
        if found.isEmpty, let colon = word.firstIndex(of: ":"), let kind = TargetKind(rawValue: String(word[..<colon])) {
            let id = String(word[word.index(after: colon)...])
            found = row(id, kind).map { [(kind, $0)] } ?? []
            if found.isEmpty { return .unknown(nearest: nearest(id, kinds: [kind])) }
        }
        guard let first = found.first else { return .unknown(nearest: nearest(word, kinds: kinds)) }
        return found.count == 1 ? .found(first.1) : .ambiguous(found.map { "\($0.0.rawValue):\(word)" })
    }

    private func row(_ id: String, _ kind: TargetKind) -> Int? {
        guard let table = table(kind), let row = table.row(of: id) else { return nil }
        return names.tree.target(kind, row: row)
    }

    private func table(_ kind: TargetKind) -> RawTable? {
        switch kind {
        case .plan: nil
        case .initiative: names.plan.initiatives.raw
        case .goal: names.plan.goals.raw
        case .project: names.plan.projects.raw
        }
    }

    /// Up to three ids that take the fewest changes of a character, at most half of them.
    private func nearest(_ word: String, kinds: [TargetKind]) -> [String] {
        let wanted = Array(word.lowercased().utf8)
        let ids = kinds.compactMap(table).flatMap { table in (0..<table.count).map { table.identifier($0) } }
        let near = ids.compactMap { id -> (id: String, distance: Int)? in
            let given = Array(id.lowercased().utf8)
            guard abs(given.count - wanted.count) <= wanted.count / 2 else { return nil }
            let distance = Self.distance(given, wanted)
            return distance <= max(1, wanted.count / 2) ? (id, distance) : nil
        }
        let sorted = near.sorted {
            $0.distance != $1.distance ? $0.distance < $1.distance : NaturalOrder.isBefore($0.id, $1.id)
        }
        return sorted.prefix(3).map(\.id)
    }

    /// The fewest insertions, deletions and replacements from one word to the other.
    ///
    /// Source: V. I. Levenshtein, Soviet Physics Doklady 10 (1966).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let replaced = diagonal + (byte == right[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}

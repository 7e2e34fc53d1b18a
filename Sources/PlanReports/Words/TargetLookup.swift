public import PlanModel
public import PlanNetwork

/// Finds targets by what people type: an id, or `kind:ID` where several kinds have it.
public struct TargetLookup: Sendable {
    let names: TargetNames

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

    private func nearest(_ word: String, kinds: [TargetKind]) -> [String] {
        NearestWords.to(word, of: kinds.compactMap(table).flatMap { table in (0..<table.count).map { table.identifier($0) } })
    }
}

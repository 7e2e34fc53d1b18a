import PlanModel

/// Ranges by class of work: `[0.8, 1.0, 2.0]`, `empirical`, `{distribution: pert, factors: […]}`, `{outcomes: [[0.9, 0.4], …]}`.
extension SettingsReader {
    mutating func ranges(_ field: Field) -> [String: ClassRange] {
        var ranges: [String: ClassRange] = [:]
        for entry in entries(field, expected: "a mapping from class to three factors") ?? [] {
            if !isNamed(entry) { continue }
            ranges[entry.key] = range(entry)
        }
        return ranges
    }

    private mutating func range(_ field: Field) -> ClassRange? {
        switch field.node.value {
        case .text(DistributionName.empirical.word, _): return .empirical
        case .map: return described(field)
        default: return factors(field).map { .factors($0, nil) }
        }
    }

    /// A mapping: a shape and its factors, or outcomes.
    private mutating func described(_ field: Field) -> ClassRange? {
        guard let members = members(field, known: ["distribution", "factors", "outcomes"]) else { return nil }
        if let outcomes = members["outcomes"] {
            if let other = members["factors"] ?? members["distribution"] {
                refuse(other, "bad-range", "outcomes are a distribution of their own (expected no other key)", found: other.key)
                return nil
            }
            return self.outcomes(outcomes).map { .outcomes($0) }
        }
        let name = members["distribution"].map { distribution($0) }
        let factors = required("factors", in: members, of: field, expected: "three factors such as [0.8, 1.0, 2.0]").map {
            self.factors($0)
        }
        guard let factors, let factors, name == nil || name! != nil else { return nil }
        return .factors(factors, name ?? nil)
    }

    private mutating func outcomes(_ field: Field) -> Outcomes? {
        let expected = "factors and their probabilities, which sum to 1, such as [[0.9, 0.3], [1.0, 0.5], [1.5, 0.2]]"
        var all: [Outcomes.Outcome] = []
        guard let items = list(field, expected: expected) else { return nil }
        for item in items {
            guard let pair = list(item, expected: expected) else { return nil }
            let values = pair.compactMap { number($0) }
            guard values.count == pair.count else { return nil }
            guard values.count == 2, values[0] >= 0, values[1] > 0 else {
                let found = values.map { "\($0)" }.joined(separator: ", ")
                refuse(item, "bad-range", "not a factor and its probability (expected \(expected))", found: found)
                return nil
            }
            all.append(.init(values[0], values[1]))
        }
        if let outcomes = Outcomes(all) { return outcomes }
        let sum = "\(all.reduce(0) { $0 + $1.probability }) in all"
        refuse(field, "bad-range", "probabilities that do not sum to 1 (expected \(expected))", found: sum)
        return nil
    }

    private mutating func factors(_ field: Field) -> RangeFactors? {
        let expected = "three factors, 0 <= optimistic <= most likely <= pessimistic, such as [0.8, 1.0, 2.0]"
        guard let items = list(field, expected: expected) else { return nil }
        guard items.count == 3 else {
            refuse(field, "bad-range", "not three factors (expected \(expected))", found: "\(items.count) values")
            return nil
        }
        let values = items.compactMap { number($0) }
        guard values.count == 3 else { return nil }
        guard 0 <= values[0], values[0] <= values[1], values[1] <= values[2] else {
            let found = values.map { "\($0)" }.joined(separator: ", ")
            refuse(field, "bad-range", "factors out of order (expected \(expected))", found: found)
            return nil
        }
        return RangeFactors(optimistic: values[0], mostLikely: values[1], pessimistic: values[2])
    }
}

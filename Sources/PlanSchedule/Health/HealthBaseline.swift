public import PlanModel

/// The baseline that a plan is held against, or why there is none.
public enum HealthBaseline: Sendable, Hashable {
    /// The one of this name.
    case named(String)
    /// The plan has none.
    case missing
    /// The plan has several, and none was named; sorted names.
    case ambiguous([String])

    /// The baseline of a name; without one the only one.
    ///
    /// - Precondition: the plan has a baseline of the name, where one is given.
    public init(of plan: Plan, named name: String? = nil) {
        let names = plan.baselines.keys.sorted()
        if let name {
            precondition(names.contains(name), "no baseline is called \(name)")
            self = .named(name)
        } else {
            self = names.count == 1 ? .named(names[0]) : names.isEmpty ? .missing : .ambiguous(names)
        }
    }

    /// The name, where there is one baseline.
    public var name: String? {
        if case .named(let name) = self { name } else { nil }
    }

    /// Why nothing can be held against a baseline; `nil` where it can.
    var reason: String? {
        switch self {
        case .named: nil
        case .missing: "no baseline"
        case .ambiguous(let names): "several baselines (\(names.joined(separator: ", "))); name one with --baseline"
        }
    }
}

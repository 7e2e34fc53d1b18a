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

/// When each task was to finish by a baseline.
struct BaselineFinishes {
    /// By task row; `nil` where the baseline has no finish. The first row of a task counts.
    let finish: [LocalDateTime?]
    /// The latest of them.
    let last: LocalDateTime?

    init(_ plan: Plan, _ baseline: Table<BaselineColumn>) {
        var finish = [LocalDateTime?](repeating: nil, count: plan.tasks.count)
        for row in baseline.rows {
            guard let task = baseline.reference(.task, row), finish[task] == nil else { continue }
            finish[task] = baseline.date(.finish, row)
        }
        (self.finish, last) = (finish, finish.compactMap(\.self).max())
    }
}

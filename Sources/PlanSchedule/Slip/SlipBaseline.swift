public import PlanModel

/// What a plan's dates are held against.
public enum SlipBaseline: Sendable {
    /// One of the plan's own baselines, by its name.
    case table(String)
    /// Another plan with its schedule, matched by the ids of tasks and targets, and a name to show.
    case plan(Plan, Schedule, name: String)

    /// What it is called.
    public var name: String {
        switch self {
        case .table(let name), .plan(_, _, let name): name
        }
    }
}

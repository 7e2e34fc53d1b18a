public import PlanModel
public import PlanNetwork
public import PlanScenario

/// What a forecast report is to show.
public struct ForecastRequest: Sendable {
    /// A table that a report can give as CSV.
    public enum Table: Sendable {
        /// The targets, a row each.
        case targets
        /// Pairs of targets: one on time where the other is late.
        case pairs
        /// Goals with their measures.
        case goals
    }

    /// The targets to show, indices; the whole plan is always shown.
    public var targets: [Int]
    /// Sets of targets (indices) whose chance to be on time together is asked for.
    public var subsets: [[Int]] = []
    /// Whether text shows how the targets depend on each other.
    public var showsTogether = false
    /// Whether text lists all goals, not only those most at risk.
    public var listsGoals = false
    /// What CSV holds.
    public var table = Table.targets
    /// What drives the targets, as far as it is shown.
    public var explanation = ForecastReport.Explanation()
    /// The scenario whose plan is forecast; `nil` for the plan as it is.
    public var scenario: AppliedScenario?
    /// The version of Headway that made the forecast, where it comes from a file.
    public var savedBy: String?

    /// The figures of some targets, and nothing else.
    public init(targets: [Int]) { self.targets = targets }

    /// The targets whose finishes such a report needs, ascending: those shown, the plan, the sets, and the goals with a measure.
    public func needed(_ plan: Plan, _ network: Network) -> [Int] {
        let tree = network.structure.targets
        let measured = Self.goals(of: targets, tree).filter { GoalFigures.isMeasured($0, plan, tree) }
        return Set([0] + targets + subsets.joined() + measured).sorted()
    }

    /// The goals among some targets, and those that the initiatives among them consist of; ascending.
    static func goals(of targets: [Int], _ tree: TargetTree) -> [Int] {
        let below = targets.filter { tree.kind($0) == .initiative }.flatMap { target in
            tree.children[target].map { Int(tree.children.items[$0]) }
        }
        return Set(targets + below).filter { tree.kind($0) == .goal }.sorted()
    }
}

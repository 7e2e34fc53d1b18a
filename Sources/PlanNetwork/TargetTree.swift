import PlanModel

/// What a finish is asked for.
public enum TargetKind: String, Sendable, CaseIterable {
    /// Everything in the plan, orphans too.
    case plan
    /// A key initiative.
    case initiative
    /// A goal.
    case goal
    /// A project.
    case project
}

/// The cascade as a graph of targets: which tasks and which other targets serve each, through the tree and through links beside it.
///
/// Target 0 is the whole plan; then come initiatives, goals and projects, each in the order of its table.
public struct TargetTree: Sendable {
    /// How many initiatives, goals and projects there are.
    public let initiatives: Int, goals: Int, projects: Int
    /// Targets that serve each target directly; items are target indices.
    public let children: AdjacencyList
    /// Tasks that serve each target directly; items are node indices, ascending.
    public let members: AdjacencyList
    /// All targets, children before those that they serve.
    public let order: [Int32]
    /// When each target is due, instants; `Int32.max` where it is not.
    public let due: [Int32]

    init(
        initiatives: Int, goals: Int, projects: Int, children: AdjacencyList, members: AdjacencyList, order: [Int32],
        due: [Int32]
    ) {
        (self.initiatives, self.goals, self.projects) = (initiatives, goals, projects)
        (self.children, self.members, self.order, self.due) = (children, members, order, due)
    }

    /// The number of targets.
    public var count: Int { 1 + initiatives + goals + projects }

    /// What kind of target an index is.
    public func kind(_ target: Int) -> TargetKind {
        if target == 0 { return .plan }
        return target <= initiatives ? .initiative : target <= initiatives + goals ? .goal : .project
    }

    /// The row of a target in its table; 0 for the plan.
    public func row(_ target: Int) -> Int {
        switch kind(target) {
        case .plan: 0
        case .initiative: target - 1
        case .goal: target - 1 - initiatives
        case .project: target - 1 - initiatives - goals
        }
    }

    /// The target of a row.
    public func target(_ kind: TargetKind, row: Int) -> Int {
        switch kind {
        case .plan: 0
        case .initiative: 1 + row
        case .goal: 1 + initiatives + row
        case .project: 1 + initiatives + goals + row
        }
    }

    /// The targets of a kind.
    public func targets(_ kind: TargetKind) -> Range<Int> {
        switch kind {
        case .plan: 0..<1
        case .initiative: 1..<1 + initiatives
        case .goal: 1 + initiatives..<1 + initiatives + goals
        case .project: 1 + initiatives + goals..<count
        }
    }
}

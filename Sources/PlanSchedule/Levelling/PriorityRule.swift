public import PlanModel
public import PlanNetwork

/// Which of several tasks that want the same people goes first.
///
/// Ties go to the earlier late finish, then to the name hash of the task, so that the order of rows decides nothing.
///
/// Source: R. Kolisch, "Efficient priority rules for the resource-constrained project scheduling problem", Journal of Operations Management
/// 14 (1996).
public enum PriorityRule: String, CaseIterable, Sendable {
    /// The priority that the task or its project was given, the highest first.
    case given = "priority"
    /// The earliest late finish.
    case latestFinish = "latest-finish"
    /// The earliest late start.
    case latestStart = "latest-start"
    /// The smallest total float.
    case minimumFloat = "minimum-float"
    /// The most tasks that wait for it, directly or not.
    case mostSuccessors = "most-successors"

    /// The place of each node in the order of the rule, 0 first; `nodeCount` different values.
    ///
    /// - Parameters:
    ///   - schedule: of the network without limits on people.
    ///   - priorities: of nodes, higher first; empty where all are alike.
    /// - Complexity: O(n log n); the number of successors takes O(n²/64) and is counted up to a bound beyond 20,000 nodes.
    public func ranks(_ schedule: Schedule, priorities: [Int32]) -> [Int32] {
        let network = schedule.network
        let calendars = network.structure.calendars
        let count = network.structure.nodeCount
        let late = (0..<count).map { node in
            calendars[network.structure.calendar(of: node)].finish(at: schedule.lateFinish[node])
        }
        let key: [Int32]
        switch self {
        case .given: key = priorities.isEmpty ? [] : priorities.map { -$0 }
        case .latestFinish: key = []
        case .latestStart:
            key = (0..<count).map { node in
                let start = schedule.lateFinish[node] - network.values.remaining[node]
                return calendars[network.structure.calendar(of: node)].start(at: start)
            }
        case .minimumFloat: key = (0..<count).map { schedule.totalFloat($0) }
        case .mostSuccessors: key = SuccessorCounts(network).counts.map { -$0 }
        }
        struct Entry {
            var first: Int32, second: Int32
            var identity: UInt64
            var node: Int32
        }
        var entries = (0..<count).map { node in
            Entry(first: key.isEmpty ? 0 : key[node], second: late[node], identity: network.identities[node], node: Int32(node))
        }
        entries.sort { ($0.first, $0.second, $0.identity, $0.node) < ($1.first, $1.second, $1.identity, $1.node) }
        var ranks = [Int32](repeating: 0, count: count)
        for (rank, entry) in entries.enumerated() { ranks[Int(entry.node)] = Int32(rank) }
        return ranks
    }
}

/// The priorities that a plan gives to its tasks.
public struct TaskPriorities: Sendable {
    /// What a task or project without a priority has; higher ones go first.
    public static let usual: Int32 = 500
    /// By node; empty where all are alike. A task without one takes its project's.
    public let byNode: [Int32]

    /// The priorities of a plan's tasks.
    public init(_ plan: Plan, _ network: Network) {
        let (own, ofProjects) = (plan.tasks.integers(.priority), plan.projects.integers(.priority))
        let projects = plan.tasks.integers(.project)
        let all = network.structure.taskOfNode.map { task -> Int32 in
            guard task >= 0 else { return Self.usual }
            if let priority = own?[Int(task)], priority != Cell.absent { return priority }
            guard let project = projects?[Int(task)], project >= 0, let priority = ofProjects?[Int(project)],
                priority != Cell.absent
            else { return Self.usual }
            return priority
        }
        byNode = all.allSatisfy { $0 == all.first } ? [] : all
    }
}

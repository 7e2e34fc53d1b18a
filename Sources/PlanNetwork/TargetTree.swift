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

extension TargetTree {
    /// The cascade of a plan over ordered nodes, or the faults that forbid it (links that run in a circle).
    ///
    /// - Parameters:
    ///   - nodeOfTask: by task row.
    ///   - taskOfNode: by node, −1 for hubs.
    ///   - origin: the instant 0.
    init(of plan: Plan, nodeOfTask: [Int32], taskOfNode: [Int32], origin: LocalDateTime, faults: inout [Fault]) {
        (initiatives, goals, projects) = (plan.initiatives.count, plan.goals.count, plan.projects.count)
        let counts = (initiatives, goals)
        func index(_ table: TableName, _ row: Int) -> Int32 {
            switch table {
            case .initiatives: Int32(1 + row)
            case .goals: Int32(1 + counts.0 + row)
            default: Int32(1 + counts.0 + counts.1 + row)
            }
        }
        let total = 1 + initiatives + goals + projects
        var (parents, kids): ([Int32], [Int32]) = ([], [])
        func serve(_ child: Int32, _ parent: Int32) {
            kids.append(child)
            parents.append(parent)
        }
        for row in plan.initiatives.rows { serve(index(.initiatives, row), 0) }
        for row in plan.goals.rows {
            serve(index(.goals, row), plan.goals.reference(.initiative, row).map { index(.initiatives, $0) } ?? 0)
        }
        for row in plan.projects.rows {
            serve(index(.projects, row), plan.projects.reference(.goal, row).map { index(.goals, $0) } ?? 0)
        }
        let ofTasks = plan.tasks.integers(.project)
        var (owners, nodes): ([Int32], [Int32]) = ([], [])
        owners.reserveCapacity(nodeOfTask.count)
        nodes.reserveCapacity(nodeOfTask.count)
        for node in 0..<taskOfNode.count where taskOfNode[node] >= 0 {
            let project = ofTasks?[Int(taskOfNode[node])] ?? Cell.none
            owners.append(project == Cell.none ? 0 : index(.projects, Int(project)))
            nodes.append(Int32(node))
        }
        for row in plan.links.rows {
            let from = ElementReference(raw: plan.links.integers(.from)![row])
            let to = ElementReference(raw: plan.links.integers(.to)![row])
            let destination = index(LinkColumn.destinations[to.table], to.row)
            if from.table == 0 {
                owners.append(destination)
                nodes.append(nodeOfTask[from.row])
            } else {
                serve(index(LinkColumn.sources[from.table], from.row), destination)
            }
        }
        children = AdjacencyList(nodeCount: total, keys: parents, values: kids)
        members = AdjacencyList(nodeCount: total, keys: owners, values: nodes)
        due = Self.dueDates(of: plan, origin: origin)
        let upward = AdjacencyList(nodeCount: total, keys: kids, values: parents)
        let sorted = TopologicalOrder(successors: upward, group: Array(repeating: 0, count: total), groupCount: 1)
        order = sorted.order
        guard order.count < total else { return }
        let left = sorted.unresolved.map { $0 > 0 }
        for cycle in CycleFinder(successors: upward, isLeft: left).cycles(limit: 100) {
            faults.append(Self.cycleFault(cycle, plan, index))
        }
    }

    private static func dueDates(of plan: Plan, origin: LocalDateTime) -> [Int32] {
        func instants(_ table: RawTable, _ column: Int) -> [Int32] {
            guard let values = table.integers(column) else { return Array(repeating: Int32.max, count: table.count) }
            return values.map { $0 == Cell.absent ? Int32.max : $0 - origin.minutes }
        }
        return [Int32.max] + instants(plan.initiatives.raw, InitiativeColumn.due.rawValue)
            + instants(plan.goals.raw, GoalColumn.due.rawValue) + instants(plan.projects.raw, ProjectColumn.due.rawValue)
    }

    private static func cycleFault(_ cycle: [Int32], _ plan: Plan, _ index: (TableName, Int) -> Int32) -> Fault {
        let links = plan.links
        let row = links.rows.first { row in
            let from = ElementReference(raw: links.integers(.from)![row])
            let to = ElementReference(raw: links.integers(.to)![row])
            guard from.table > 0, let place = cycle.firstIndex(of: index(LinkColumn.sources[from.table], from.row)) else { return false }
            return cycle[(place + 1) % cycle.count] == index(LinkColumn.destinations[to.table], to.row)
        }
        let names = (cycle + [cycle[0]]).map { target -> String in
            let target = Int(target)
            if target <= plan.initiatives.count { return plan.initiatives.raw.identifier(target - 1) }
            let rest = target - 1 - plan.initiatives.count
            return rest < plan.goals.count ? plan.goals.raw.identifier(rest) : plan.projects.raw.identifier(rest - plan.goals.count)
        }
        let place = plan.links.raw.place(ofRow: row ?? 0)
        return Fault(code: "cycle", file: place.file, line: place.line, message: "cycle: " + names.joined(separator: " → "))
    }
}

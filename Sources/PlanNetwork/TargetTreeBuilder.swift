import PlanModel

/// Builds the cascade of a plan over ordered nodes.
struct TargetTreeBuilder {
    private let plan: Plan
    /// Who serves whom: targets, and the nodes of tasks.
    private var children: [Int32] = [], parents: [Int32] = []
    private var nodes: [Int32] = [], owners: [Int32] = []

    /// - Parameters:
    ///   - nodeOfTask: by task row.
    ///   - taskOfNode: by node, −1 for hubs.
    init(_ plan: Plan, nodeOfTask: [Int32], taskOfNode: [Int32]) {
        self.plan = plan
        addTree(taskOfNode)
        addLinks(nodeOfTask)
    }

    private var count: Int { 1 + plan.initiatives.count + plan.goals.count + plan.projects.count }

    /// The target of a row.
    private func target(_ table: TableName, _ row: Int) -> Int32 {
        switch table {
        case .initiatives: Int32(1 + row)
        case .goals: Int32(1 + plan.initiatives.count + row)
        default: Int32(1 + plan.initiatives.count + plan.goals.count + row)
        }
    }

    private mutating func serve(_ child: Int32, _ parent: Int32) {
        children.append(child)
        parents.append(parent)
    }

    /// Each element serves its parent; an orphan serves the plan alone.
    private mutating func addTree(_ taskOfNode: [Int32]) {
        for row in plan.initiatives.rows { serve(target(.initiatives, row), 0) }
        for row in plan.goals.rows {
            serve(target(.goals, row), plan.goals.reference(.initiative, row).map { target(.initiatives, $0) } ?? 0)
        }
        for row in plan.projects.rows {
            serve(target(.projects, row), plan.projects.reference(.goal, row).map { target(.goals, $0) } ?? 0)
        }
        let projects = plan.tasks.integers(.project)
        let kinds = plan.tasks.integers(.kind)
        let first = target(.projects, 0)
        nodes.reserveCapacity(taskOfNode.count)
        owners.reserveCapacity(taskOfNode.count)
        for node in 0..<taskOfNode.count where taskOfNode[node] >= 0 {
            // A span follows the tasks around it; it is nobody's finish.
            if let kinds, TaskKind(rawValue: kinds[Int(taskOfNode[node])])?.isSpan ?? false { continue }
            // Nor is work that is not done.
            if plan.cancelledTasks.contains(Int(taskOfNode[node])) { continue }
            let project = projects?[Int(taskOfNode[node])] ?? Cell.none
            owners.append(project == Cell.none ? 0 : first + project)
            nodes.append(Int32(node))
        }
    }

    /// Both ends of a link, as targets; the first is `nil` for a task.
    private func ends(ofLink row: Int) -> (from: Int32?, task: Int, to: Int32) {
        let from = ElementReference(raw: plan.links.integers(.from)![row])
        let to = ElementReference(raw: plan.links.integers(.to)![row])
        let table = LinkColumn.sources[from.table]
        return (table == .tasks ? nil : target(table, from.row), from.row, target(LinkColumn.destinations[to.table], to.row))
    }

    private mutating func addLinks(_ nodeOfTask: [Int32]) {
        for row in plan.links.rows {
            let (from, task, to) = ends(ofLink: row)
            if let from {
                serve(from, to)
            } else if !plan.cancelledTasks.contains(task) {
                owners.append(to)
                nodes.append(nodeOfTask[task])
            }
        }
    }

    /// The cascade, and the faults that forbid it: links that run in a circle.
    ///
    /// - Parameter origin: the instant 0.
    func tree(origin: LocalDateTime) -> (TargetTree, [Fault]) {
        let upward = AdjacencyList(nodeCount: count, keys: children, values: parents)
        let sorted = TopologicalOrder(successors: upward, group: Array(repeating: 0, count: count), groupCount: 1)
        let finder = CycleFinder(successors: upward, isLeft: sorted.unresolved.map { $0 > 0 })
        let faults = sorted.order.count < count ? finder.cycles(limit: 100).map(cycleFault) : []
        let tree = TargetTree(
            initiatives: plan.initiatives.count, goals: plan.goals.count, projects: plan.projects.count,
            children: AdjacencyList(nodeCount: count, keys: parents, values: children),
            members: AdjacencyList(nodeCount: count, keys: owners, values: nodes), order: sorted.order, due: dueDates(origin))
        return (tree, faults)
    }

    private func dueDates(_ origin: LocalDateTime) -> [Int32] {
        func instants(_ table: RawTable, _ column: Int) -> [Int32] {
            guard let values = table.integers(column) else { return Array(repeating: Int32.max, count: table.count) }
            return values.map { $0 == Cell.absent ? Int32.max : LocalDateTime(minutes: $0).minutes(since: origin) }
        }
        return [Int32.max] + instants(plan.initiatives.raw, InitiativeColumn.due.rawValue)
            + instants(plan.goals.raw, GoalColumn.due.rawValue) + instants(plan.projects.raw, ProjectColumn.due.rawValue)
    }

    private func cycleFault(_ cycle: [Int32]) -> Fault {
        let row = plan.links.rows.first { row in
            let (from, _, to) = ends(ofLink: row)
            guard let from, let place = cycle.firstIndex(of: from) else { return false }
            return cycle[(place + 1) % cycle.count] == to
        }
        let names = (cycle + [cycle[0]]).map { identifier(Int($0) - 1) }
        let place = plan.links.raw.place(ofRow: row ?? 0)
        return Fault(code: "cycle", file: place.file, line: place.line, message: "cycle: " + names.joined(separator: " → "))
    }

    /// The identifier of a target, counted without the plan.
    private func identifier(_ place: Int) -> String {
        var place = place
        for table in [plan.initiatives.raw, plan.goals.raw] {
            if place < table.count { return table.identifier(place) }
            place -= table.count
        }
        return plan.projects.raw.identifier(place)
    }
}

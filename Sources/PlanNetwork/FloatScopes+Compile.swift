import PlanModel

extension FloatScopes {
    /// The scopes of a plan; `nil` where all tasks run back from its finish.
    init?(_ plan: Plan, _ tree: TargetTree, nodeCount: Int, origin: LocalDateTime) {
        let dates = plan.initiatives.integers(.mustFinish) ?? []
        areOwn = plan.settings.scheduling.floatScope == .initiative
        guard areOwn || dates.contains(where: { $0 != Cell.absent }) else { return nil }
        let none = Int32(plan.initiatives.count)
        var scopes = [Int32](repeating: none, count: nodeCount)
        mustFinish =
            plan.initiatives.rows.map { row in
                dates.isEmpty || dates[row] == Cell.absent
                    ? Int32.max : LocalDateTime(minutes: dates[row]).minutes(since: origin)
            } + [Int32.max]
        // A task of several initiatives is in the one that stands first.
        for initiative in plan.initiatives.rows.reversed() {
            var stack = [Int32(tree.target(.initiative, row: initiative))]
            while let target = stack.popLast().map(Int.init) {
                for place in tree.members[target] { scopes[Int(tree.members.items[place])] = Int32(initiative) }
                for place in tree.children[target] { stack.append(tree.children.items[place]) }
            }
        }
        scopeOfNode = scopes
    }
}

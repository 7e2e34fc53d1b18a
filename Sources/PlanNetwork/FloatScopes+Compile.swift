import PlanModel

extension FloatScopes {
    /// The scopes of a plan; `nil` where all tasks run back from its finish.
    ///
    /// A task of several initiatives is in the one that must finish first, of several such the one whose id comes first.
    /// - Complexity: O(targets + tasks + links).
    init?(_ plan: Plan, _ tree: TargetTree, nodeCount: Int, origin: LocalDateTime) {
        let dates = plan.initiatives.integers(.mustFinish) ?? []
        areOwn = plan.settings.scheduling.floatScope == .initiative
        guard areOwn || dates.contains(where: { $0 != Cell.absent }) else { return nil }
        let none = Int32(plan.initiatives.count)
        let instants =
            plan.initiatives.rows.map { row in
                dates.isEmpty || dates[row] == Cell.absent
                    ? Int32.max : LocalDateTime(minutes: dates[row]).minutes(since: origin)
            } + [Int32.max]
        let ids = plan.initiatives.rows.map { plan.initiatives.text(.id, $0) }
        func first(_ left: Int32, _ right: Int32) -> Int32 {
            if left == none || right == none || left == right { return left == none ? right : left }
            let (a, b) = (instants[Int(left)], instants[Int(right)])
            return a != b ? (a < b ? left : right) : ids[Int(left)] < ids[Int(right)] ? left : right
        }
        var ofTarget = [Int32](repeating: none, count: tree.count)
        for row in plan.initiatives.rows { ofTarget[tree.target(.initiative, row: row)] = Int32(row) }
        var scopes = [Int32](repeating: none, count: nodeCount)
        // Targets before those that serve them; the plan itself hands nothing down.
        for target in tree.order.reversed().map(Int.init) where target != 0 {
            for place in tree.children[target] {
                let child = Int(tree.children.items[place])
                ofTarget[child] = first(ofTarget[child], ofTarget[target])
            }
            for place in tree.members[target] {
                let node = Int(tree.members.items[place])
                scopes[node] = first(scopes[node], ofTarget[target])
            }
        }
        (mustFinish, scopeOfNode) = (instants, scopes)
    }
}

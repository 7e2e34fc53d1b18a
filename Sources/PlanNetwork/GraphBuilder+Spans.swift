import PlanModel

extension GraphBuilder {
    /// The plan's spans, each after those that it looks at.
    ///
    /// A span that looks at itself through others takes them as they stand when its turn comes, in the order of ids.
    ///
    /// - Parameter node: of a task row.
    func spans(_ node: (Int) -> Int32) -> [Span] {
        guard let kinds = plan.tasks.integers(.kind) else { return [] }
        let rows = kinds.indices.filter { TaskKind(rawValue: kinds[$0])?.isSpan ?? false }
        guard !rows.isEmpty else { return [] }
        let below = kinds.contains(TaskKind.summaryActivity.rawValue) ? GroupMembers(plan) : nil
        var ties: [Int: [Span.Tie]] = [:]
        for row in rows {
            ties[row] = spanTies[row] ?? []
            if kinds[row] == TaskKind.summaryActivity.rawValue { ties[row] = tiesBelow(row, below!, kinds) }
        }
        let named = rows.sorted { plan.tasks.text(.id, $0) < plan.tasks.text(.id, $1) }
        return ordered(named, ties).map { row in
            Span(
                node: node(row), kind: TaskKind(rawValue: kinds[row])!,
                ties: ties[row]!.map {
                    Span.Tie(
                        node: node(Int($0.node)), looksAtStart: $0.looksAtStart, boundsStart: $0.boundsStart, lag: $0.lag)
                })
        }
    }

    /// A summary activity begins with the first task below its heading and ends with the last.
    private func tiesBelow(_ row: Int, _ members: GroupMembers, _ kinds: [Int32]) -> [Span.Tie] {
        guard let summary = plan.tasks.reference(.summary, row) else { return [] }
        let tasks = members.tasks(belowSummary: summary).filter { kinds[Int($0)] != TaskKind.summaryActivity.rawValue }
        return tasks.flatMap { task in
            [true, false].map { Span.Tie(node: task, looksAtStart: $0, boundsStart: $0, lag: Lag(minutes: 0)) }
        }
    }

    /// Spans after those that they look at.
    private func ordered(_ rows: [Int], _ ties: [Int: [Span.Tie]]) -> [Int] {
        var (order, state) = ([Int](), [Int: Bool]())
        for root in rows where state[root] == nil {
            var stack = [(row: root, next: 0)]
            state[root] = false
            while let (row, next) = stack.last {
                let list = ties[row]!
                if next == list.count {
                    order.append(row)
                    state[row] = true
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let other = Int(list[next].node)
                if ties[other] != nil, state[other] == nil {
                    state[other] = false
                    stack.append((other, 0))
                }
            }
        }
        return order
    }
}

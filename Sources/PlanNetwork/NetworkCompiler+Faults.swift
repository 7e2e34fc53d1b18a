import PlanModel

/// What is wrong with the shape of a plan: relations and summaries that run in a circle, outlines that nest too deep.
extension NetworkCompiler {
    /// Summaries that contain themselves, or nest too deep.
    func faultsOfSummaries() -> [Fault] {
        guard let parents = plan.summaries.integers(.parent) else { return [] }
        let order = GroupMembers.deepestFirst(parents)
        var depth = [Int](repeating: 0, count: parents.count)
        for row in order.reversed() { depth[row] = parents[row] == Cell.none ? 1 : depth[Int(parents[row])] + 1 }
        // Rows on a circle were given no place in the order.
        let circle = depth.firstIndex(of: 0).map { fault(ofSummary: $0, "cycle", "expected no summary to contain itself") }
        let deep = depth.firstIndex { $0 > SummaryColumn.deepest }.map {
            fault(ofSummary: $0, "outline-too-deep", "expected at most \(SummaryColumn.deepest) levels of summaries")
        }
        return [circle, deep].compactMap(\.self)
    }

    private func fault(ofSummary row: Int, _ code: String, _ message: String) -> Fault {
        let place = plan.summaries.raw.place(ofRow: row)
        return Fault(
            code: code, file: place.file, line: place.line, column: "parent",
            message: "\(message) (found \(plan.summaries.raw.identifier(row)))")
    }

    /// A circle of relations, by the names of its tasks and hubs.
    func cycleFault(_ cycle: [Int32], _ hubRows: [Int]) -> Fault {
        let tasks = plan.tasks.count
        let (from, to) = (plan.dependencies.integers(.predecessor)!, plan.dependencies.integers(.successor)!)
        // The relations between tasks on the cycle, by their ends; a hub's row stands for those that pass through it.
        let following = zip(cycle, cycle.dropFirst() + cycle.prefix(1)).filter { $0 < tasks && $1 < tasks }
        let next = Dictionary(uniqueKeysWithValues: following.map { ($0 << 2, $1 << 2) })
        let ties = plan.dependencies.rows.lazy.filter { next[from[$0]] == to[$0] }
        let rows = cycle.filter { $0 >= tasks }.map { hubRows[Int($0) - tasks] } + ties.prefix(1)
        let names = cycle.map { node -> String in
            if node < tasks { return plan.tasks.raw.identifier(Int(node)) }
            let row = hubRows[Int(node) - tasks]
            let ends = [from[row], to[row]].map { ElementReference(raw: $0) }
            return "(" + ends.map { plan[DependencyColumn.ends[$0.table]].identifier($0.row) }.joined(separator: " before ")
                + ")"
        }
        let place = plan.dependencies.raw.place(ofRow: rows.min() ?? 0)
        return Fault(
            code: "cycle", file: place.file, line: place.line,
            message: "cycle: " + Self.shown(names + [names[0]]).joined(separator: " → ")
                + "; expected no task to wait for itself")
    }

    /// The names of a cycle; of a long one the beginning, how many follow, and the end.
    private static func shown(_ names: [String]) -> [String] {
        names.count <= 40 ? names : names.prefix(20) + ["… \(names.count - 30) more …"] + names.suffix(10)
    }
}

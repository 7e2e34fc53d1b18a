import PlanModel
import PlanNetwork

extension PlanReview {
    /// Tasks that nothing holds or that hold nothing; one finding for all of each, since every plan has a few.
    func openEnds() -> [Finding] {
        let structure = schedule.network.structure
        let work = plan.tasks.rows.filter { !schedule.isSpan(node($0)) }
        let starts = work.filter { progress($0) == .planned && structure.predecessors[node($0)].isEmpty }
        let ends = work.filter { isOpen($0) && structure.successors[node($0)].isEmpty }
        return [
            (starts, "open-start", "have no predecessor, so that nothing but the data date holds them"),
            (ends, "open-end", "have no successor, so that a delay of theirs moves nothing else"),
        ].filter { !$0.0.isEmpty }.map { rows, code, meaning in
            let ids = rows.map { plan.tasks.text(.id, $0) }.sorted(by: NaturalOrder.isBefore)
            let named = ids.prefix(3).joined(separator: ", ")
            let rest = rows.count > 3 ? ", …" : ""
            return Finding(
                code: code, file: "tasks.csv", message: "\(rows.count) of \(plan.tasks.count) tasks \(meaning): \(named)\(rest)"
            )
        }
    }

    /// Work that has started or finished before the relation to a predecessor allowed it, while that still holds.
    func outOfSequence() -> [Finding] {
        let (table, ends) = (plan.dependencies, DependencyEnds(self))
        guard let from = table.integers(.predecessor), let to = table.integers(.successor) else { return [] }
        return table.rows.compactMap { row in
            let type = table.reference(.type, row).flatMap { RelationType(rawValue: Int32($0)) } ?? .FS
            let lead = table.integer(.lag, row).map { Lag(raw: $0).amount < 0 } ?? false
            guard type == .FS, !lead else { return nil }
            let (before, after) = (ElementReference(raw: from[row]), ElementReference(raw: to[row]))
            guard ends.hasStarted(after), !ends.isFinished(before) else { return nil }
            let state = ends.isFinished(after) ? "is finished" : "has started"
            return finding(
                table.raw, row, nil, "out-of-sequence",
                "\(title(after)) \(state) although its predecessor \(title(before)) is not finished")
        }
    }

    private func title(_ end: ElementReference) -> String { title(plan[DependencyColumn.ends[end.table]], end.row) }

    /// Dependencies that say again what an earlier row has said.
    func duplicateDependencies() -> [Finding] {
        let table = plan.dependencies
        guard let from = table.integers(.predecessor), let to = table.integers(.successor) else { return [] }
        let types = table.integers(.type)
        func key(_ row: Int) -> (Int32, Int32, Int32) {
            let type = types?[row] ?? Cell.none
            return (from[row], to[row], type == Cell.none ? RelationType.FS.rawValue : type)
        }
        let sorted = table.rows.sorted { (key($0), $0) < (key($1), $1) }
        var found: [(row: Int, first: Int)] = []
        var first = 0
        for place in sorted.indices.dropFirst() {
            if key(sorted[place]) != key(sorted[first]) { first = place } else { found.append((sorted[place], sorted[first])) }
        }
        return found.sorted { $0.row < $1.row }.map { row, first in
            let (before, after) = (ElementReference(raw: from[row]), ElementReference(raw: to[row]))
            return finding(
                table.raw, row, nil, "duplicate-dependency",
                "\(title(after)) after \(title(before)) is also said on line \(table.raw.place(ofRow: first).line)")
        }
    }
}

private func < (left: ((Int32, Int32, Int32), Int), right: ((Int32, Int32, Int32), Int)) -> Bool {
    left.0 != right.0 ? left.0 < right.0 : left.1 < right.1
}

/// How far the ends of dependencies have come: tasks, and projects and summaries by all of their tasks.
private struct DependencyEnds {
    /// A project or a summary.
    private struct Group {
        var hasStarted = false, isOpen = false
    }

    let review: PlanReview
    private var projects: [Group], summaries: [Group]

    init(_ review: PlanReview) {
        self.review = review
        let plan = review.plan
        projects = Array(repeating: Group(), count: plan.projects.count)
        summaries = Array(repeating: Group(), count: plan.summaries.count)
        for task in plan.tasks.rows {
            let progress = review.progress(task)
            func note(_ group: inout Group) {
                if progress != .planned { group.hasStarted = true }
                if progress != .completed { group.isOpen = true }
            }
            if let project = plan.tasks.reference(.project, task) { note(&projects[project]) }
            var heading = plan.tasks.reference(.summary, task)
            while let row = heading {
                note(&summaries[row])
                heading = plan.summaries.reference(.parent, row)
            }
        }
    }

    private func group(_ end: ElementReference) -> Group? {
        switch DependencyColumn.ends[end.table] {
        case .projects: projects[end.row]
        case .summaries: summaries[end.row]
        default: nil
        }
    }

    func hasStarted(_ end: ElementReference) -> Bool {
        group(end)?.hasStarted ?? (review.progress(end.row) != .planned)
    }

    func isFinished(_ end: ElementReference) -> Bool {
        group(end).map { !$0.isOpen } ?? (review.progress(end.row) == .completed)
    }
}

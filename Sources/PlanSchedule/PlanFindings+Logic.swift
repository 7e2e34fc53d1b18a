import PlanModel
import PlanNetwork

extension PlanReview {
    /// Tasks that nothing holds or that hold nothing; one finding for all of each, since every plan has a few.
    func openEnds() -> [Finding] {
        let structure = schedule.network.structure
        let starts = plan.tasks.rows.filter { progress($0) == .planned && structure.predecessors[node($0)].isEmpty }
        let ends = plan.tasks.rows.filter { isOpen($0) && structure.successors[node($0)].isEmpty }
        return [
            (starts, "open-start", "have no predecessor, so that nothing but the data date holds them"),
            (ends, "open-end", "have no successor, so that a delay of theirs moves nothing else"),
        ].filter { !$0.0.isEmpty }.map { rows, code, meaning in
            let named = rows.prefix(3).map { plan.tasks.text(.id, $0) }.joined(separator: ", ")
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
            let lead = table.integer(.lag, row).map { Lag(raw: $0).minutes < 0 } ?? false
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

/// How far the ends of dependencies have come: tasks, and projects by all of their tasks.
private struct DependencyEnds {
    let review: PlanReview
    /// By project: whether any task has started, whether any is open.
    private var hasStarted: [Bool], isOpen: [Bool]

    init(_ review: PlanReview) {
        self.review = review
        hasStarted = Array(repeating: false, count: review.plan.projects.count)
        isOpen = hasStarted
        guard let projects = review.plan.tasks.integers(.project) else { return }
        for task in review.plan.tasks.rows where projects[task] != Cell.none {
            let progress = review.progress(task)
            if progress != .planned { hasStarted[Int(projects[task])] = true }
            if progress != .completed { isOpen[Int(projects[task])] = true }
        }
    }

    func hasStarted(_ end: ElementReference) -> Bool {
        end.table == 0 ? review.progress(end.row) != .planned : hasStarted[end.row]
    }

    func isFinished(_ end: ElementReference) -> Bool {
        end.table == 0 ? review.progress(end.row) == .completed : !isOpen[end.row]
    }
}

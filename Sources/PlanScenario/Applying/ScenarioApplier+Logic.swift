import PlanModel

/// Edits of relations.
extension ScenarioApplier {
    /// A task, project or summary that a relation ends at: the first table that has the id.
    private mutating func findEnd(_ word: EditWord, key: String) -> ElementReference? {
        for (place, name) in DependencyColumn.ends.enumerated() {
            if let row = plan[name].row(of: word.text) { return ElementReference(table: place, row: row) }
        }
        let ids = DependencyColumn.ends.flatMap { name in (0..<plan[name].count).map { plan[name].identifier($0) } }
        let nearest = NearestWords.to(word.text, of: ids)
        let hint = nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))"
        refuse("unknown-id", word, key: key, "no task, project or summary has the id \"\(word.text)\"\(hint)")
        return nil
    }

    /// The relations between two ends, as rows.
    private func relations(_ from: ElementReference, _ to: ElementReference) -> [Int] {
        guard let sources = plan.dependencies.integers(.predecessor), let targets = plan.dependencies.integers(.successor)
        else {
            return []
        }
        return plan.dependencies.rows.filter { sources[$0] == from.raw && targets[$0] == to.raw }
    }

    private func type(ofRelation row: Int) -> RelationType {
        plan.dependencies.reference(.type, row).flatMap { RelationType(rawValue: Int32($0)) } ?? .FS
    }

    mutating func addDependency(_ change: ScenarioChange.AddDependency) {
        let (from, to) = (findEnd(change.predecessor, key: "predecessor"), findEnd(change.successor, key: "successor"))
        guard let from, let to else { return }
        let (first, second) = (change.predecessor.text, change.successor.text)
        if from == to { return refuse("cycle", change.successor, key: "successor", "\(first) cannot wait for itself") }
        if to.table == 0, plan.tasks.integer(.actualFinish, to.row) != nil {
            return refuseIdle(change.successor, key: "successor", "\(second) is finished; nothing holds it any more")
        }
        let same = relations(from, to).contains { row in
            let lag = plan.dependencies.integer(.lag, row).map { Lag(raw: $0) } ?? Lag(minutes: 0)
            return type(ofRelation: row) == change.type && lag == change.lag
        }
        if same { return refuseIdle(key: "successor", "\(second) waits for \(first) in this way already") }
        let row = plan.dependencies.count
        plan.dependencies.raw.appendRows(1)
        plan.dependencies.set(.predecessor, row, from.raw)
        plan.dependencies.set(.successor, row, to.raw)
        plan.dependencies.set(.type, row, change.type.rawValue)
        plan.dependencies.set(.lag, row, change.lag.raw)
        changesStructure = true
        touched(others: 1, "\(second) waits for \(first) (\(change.type))")
    }

    mutating func dropDependency(_ change: ScenarioChange.DropDependency) {
        let (from, to) = (findEnd(change.predecessor, key: "predecessor"), findEnd(change.successor, key: "successor"))
        guard let from, let to else { return }
        let (first, second) = (change.predecessor.text, change.successor.text)
        let gone = relations(from, to).filter { change.type == nil || type(ofRelation: $0) == change.type }
        guard !gone.isEmpty else {
            let others = relations(from, to).map { "\(type(ofRelation: $0))" }
            let hint =
                others.isEmpty ? toldSuccessors(of: from, first) : "; between them there is \(others.joined(separator: ", "))"
            return refuseIdle(
                change.successor, key: "successor",
                "no relation\(change.type.map { " \($0)" } ?? "") leads from \(first) to \(second)\(hint)")
        }
        plan.dependencies.raw.removeRows(Set(gone))
        changesStructure = true
        touched(others: gone.count, "\(second) no longer waits for \(first)")
    }

    private func toldSuccessors(of from: ElementReference, _ name: String) -> String {
        guard let sources = plan.dependencies.integers(.predecessor), let targets = plan.dependencies.integers(.successor)
        else {
            return ""
        }
        let names = plan.dependencies.rows.filter { sources[$0] == from.raw }.map { row in
            let end = ElementReference(raw: targets[row])
            return plan[DependencyColumn.ends[end.table]].identifier(end.row)
        }
        return names.isEmpty
            ? "; nothing waits for \(name)" : "; for \(name) wait \(told(names.sorted(by: NaturalOrder.isBefore)))"
    }
}

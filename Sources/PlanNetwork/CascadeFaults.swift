import PlanModel

/// What is wrong with who reports to whom, and with weights that are to divide effort: what schedules never ask, and alignment cannot do without.
struct CascadeFaults {
    /// Weights other than 0 lie here, so that sums and shares of them are exact enough.
    static let weights = 1e-12...1e15

    private let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    /// All of it.
    var all: [Fault] {
        managers + range(plan.links.raw, plan.links.numbers(.weight))
            + range(plan.initiatives.raw, plan.initiatives.numbers(.weight)) + [initiatives].compactMap(\.self) + orphans
    }

    // MARK: managers

    /// Circles of managers, a person who manages themself among them.
    private var managers: [Fault] {
        guard let managers = plan.people.integers(.manager) else { return [] }
        // 0 unseen, 1 on the way up from the present person, 2 done.
        var (state, faults) = ([UInt8](repeating: 0, count: managers.count), [Fault]())
        for person in managers.indices where state[person] == 0 {
            var (way, at) = ([Int](), person)
            while at >= 0, state[at] == 0 {
                state[at] = 1
                way.append(at)
                at = Int(managers[at])
            }
            if at >= 0, state[at] == 1 { faults.append(fault(Array(way[way.firstIndex(of: at)!...]))) }
            for other in way { state[other] = 2 }
        }
        return faults
    }

    private func fault(_ circle: [Int]) -> Fault {
        let place = plan.people.raw.place(ofRow: circle.min()!)
        let names = circle.map(plan.people.raw.identifier)
        let found =
            circle.count == 1
            ? "expected somebody else as manager (found \(names[0]) as their own)"
            : "manager loop: \((names.prefix(20) + (names.count > 20 ? ["… \(names.count - 20) more …"] : []) + [names[0]]).joined(separator: " → "))"
                + "; expected nobody to report to themself"
        return Fault(code: "manager-loop", file: place.file, line: place.line, column: "manager", message: found)
    }

    // MARK: weights

    private func range(_ table: RawTable, _ values: [Double]?) -> [Fault] {
        guard let values else { return [] }
        return values.indices.filter { values[$0] > 0 && !Self.weights.contains(values[$0]) }.map { row in
            fault(table, row, "bad-weight", "expected 0, or a weight from 1e-12 to 1e15 (found \(values[row]))")
        }
    }

    /// Initiatives of which none has a weight above 0, although some have one.
    private var initiatives: Fault? {
        guard let values = plan.initiatives.numbers(.weight), values.contains(where: { !$0.isNaN }) else { return nil }
        guard !values.contains(where: { $0 > 0 }) else { return nil }
        let row = values.firstIndex { !$0.isNaN }!
        return fault(
            plan.initiatives.raw, row, "weights-sum-to-zero", "expected initiatives with a weight above 0 (found 0 for all)")
    }

    /// Elements that belong to nothing in the tree, and all of whose links have weight 0.
    private var orphans: [Fault] {
        guard let from = plan.links.integers(.from), let weights = plan.links.numbers(.weight) else { return [] }
        var (largest, first): ([Int32: Double], [Int32: Int]) = ([:], [:])
        for row in plan.links.rows {
            let weight = weights[row].isNaN ? 1 : weights[row]
            largest[from[row]] = max(largest[from[row]] ?? 0, weight)
            first[from[row]] = first[from[row]] ?? row
        }
        let idle = largest.filter { $0.value == 0 && !hasParent(ElementReference(raw: $0.key)) }
        return idle.keys.map { (first[$0]!, ElementReference(raw: $0)) }.sorted { $0.0 < $1.0 }.map { row, element in
            let name = plan[LinkColumn.sources[element.table]].identifier(element.row)
            return fault(
                plan.links.raw, row, "weights-sum-to-zero",
                "expected a weight above 0 on a link of \(name), which belongs to nothing else (found 0 on all)")
        }
    }

    /// Whether an element counts for something beside its links: its parent in the tree, an initiative itself.
    private func hasParent(_ element: ElementReference) -> Bool {
        switch LinkColumn.sources[element.table] {
        case .tasks: plan.tasks.reference(.project, element.row) != nil
        case .projects: plan.projects.reference(.goal, element.row) != nil
        case .goals: plan.goals.reference(.initiative, element.row) != nil
        default: true
        }
    }

    private func fault(_ table: RawTable, _ row: Int, _ code: String, _ message: String) -> Fault {
        let place = table.place(ofRow: row)
        return Fault(code: code, file: place.file, line: place.line, column: "weight", message: message)
    }
}

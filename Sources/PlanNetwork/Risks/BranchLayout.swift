import PlanModel

/// Where in [0, 1) each event happens: from 0 on, or, of events that exclude each other, one after the other in the order of their ids.
///
/// Each event of a branch has a slot as wide as the larger of its two probabilities, so that a mitigated one happens in a part of the
/// replications in which it would happen anyway, whatever becomes of the others. Where mitigation moves probability from one
/// event to another and the slots do not fit, the events lie side by side without mitigation, with it, and as it is in force.
struct BranchLayout {
    /// How far probabilities may exceed 1 together.
    static let tolerance = 1e-9

    /// Where one event happens.
    struct Spans {
        var plain = 0.0...0.0, mitigated = 0.0...0.0, inForce = 0.0...0.0
    }

    let plan: Plan
    /// The rows of risks in the order of the bytes of their ids.
    let order: [Int]
    private(set) var faults: [Fault] = []

    init(plan: Plan, order: [Int]) { (self.plan, self.order) = (plan, order) }

    /// Whether a row's mitigation is in force.
    func isMitigated(_ row: Int) -> Bool { plan.risks.integer(.mitigated, row) == 1 }

    /// The spans by row.
    mutating func spans() -> [Spans] {
        var spans = [Spans](repeating: Spans(), count: plan.risks.count)
        var branches: [String: [Int]] = [:]
        for row in order {
            let branch = plan.risks.text(.branch, row)
            if branch.isEmpty { lay([row], &spans) } else { branches[branch, default: []].append(row) }
        }
        for branch in branches.keys.sorted() {
            check(branch, branches[branch]!)
            lay(branches[branch]!, &spans)
        }
        return spans
    }

    private func plain(_ row: Int) -> Double { plan.risks.number(.probability, row) ?? 0 }
    private func mitigated(_ row: Int) -> Double { plan.risks.number(.mitigatedProbability, row) ?? plain(row) }
    private func inForce(_ row: Int) -> Double { isMitigated(row) ? mitigated(row) : plain(row) }
    private func slot(_ row: Int) -> Double { max(plain(row), mitigated(row)) }

    private func lay(_ rows: [Int], _ spans: inout [Spans]) {
        let slots = offsets(rows, slot)
        let fits = slots.last! <= 1 + Self.tolerance
        let starts = fits ? [slots, slots, slots] : [offsets(rows, plain), offsets(rows, mitigated), offsets(rows, inForce)]
        for (place, row) in rows.enumerated() {
            spans[row].plain = span(starts[0][place], plain(row))
            spans[row].mitigated = span(starts[1][place], mitigated(row))
            spans[row].inForce = span(starts[2][place], inForce(row))
        }
    }

    private func span(_ start: Double, _ width: Double) -> ClosedRange<Double> {
        let end = start + width
        return min(start, 1)...(end > 1 - Self.tolerance ? 1 : end)
    }

    /// Where each begins if they stand one after the other, and where the last ends.
    private func offsets(_ rows: [Int], _ width: (Int) -> Double) -> [Double] {
        rows.reduce(into: [0]) { $0.append($0.last! + width($1)) }
    }

    /// Refuses probabilities that sum to more than 1: without mitigation, with all of it, as it is in force.
    private mutating func check(_ branch: String, _ rows: [Int]) {
        let sums: [(column: String, width: (Int) -> Double)] = [
            ("probability", plain), ("mitigated_probability", mitigated), ("mitigated", inForce),
        ]
        for (column, width) in sums {
            let sum = offsets(rows, width).last!
            guard sum > 1 + Self.tolerance else { continue }
            let place = plan.risks.raw.place(ofRow: rows.min()!)
            let list = rows.prefix(10).map { "\(plan.risks.raw.identifier($0)) \(width($0))" }.joined(separator: ", ")
            faults.append(
                Fault(
                    code: "branch-probability", file: place.file, line: place.line, column: column,
                    message: "events of branch \"\(branch)\" exclude each other; expected probabilities that sum to at most 1 "
                        + "(found \(sum): \(list)\(rows.count > 10 ? ", …" : ""))"))
            return
        }
    }
}

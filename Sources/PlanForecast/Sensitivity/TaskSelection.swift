public import PlanNetwork

/// The uncertain tasks of one target's paths that are looked at closely.
struct TaskSelection: Sendable {
    /// One task, by network node.
    struct Entry: Sendable {
        let node: Int32, count: Int32
        /// Minutes beyond the plan, summed over the replications in which it lay on the path.
        let excess: Int64
    }

    /// The target, an index.
    let target: Int
    /// The tasks, those with most minutes first, then those most often on the path, then by identity: whatever the order of rows.
    let entries: [Entry]
    /// How many uncertain tasks ever lay on a path of the target.
    let candidates: Int

    /// The selections of all targets of a forecast, in its order; only those whose finishes were kept.
    static func all(_ forecast: Forecast, most: Int) -> [TaskSelection] {
        let criticality = forecast.criticality
        var found: [Int32: [Entry]] = [:]
        for (place, node) in criticality.nodes.enumerated() where forecast.network.values.isUncertain(Int(node)) {
            for entry in criticality.entries[Int(criticality.offsets[place])..<Int(criticality.offsets[place + 1])] {
                found[entry.target, default: []].append(Entry(node: node, count: entry.count, excess: entry.excessMinutes))
            }
        }
        let identities = forecast.network.identities
        func isBefore(_ left: Entry, _ right: Entry) -> Bool {
            if left.excess.magnitude != right.excess.magnitude { return left.excess.magnitude > right.excess.magnitude }
            if left.count != right.count { return left.count > right.count }
            return identities[Int(left.node)] < identities[Int(right.node)]
        }
        return criticality.targets.filter { forecast.finishes.positions(of: $0) != nil }.map { target in
            let all = found[Int32(target)] ?? []
            return TaskSelection(
                target: target, entries: Array(all.sorted(by: isBefore).prefix(most)), candidates: all.count)
        }
    }
}

extension NetworkValues {
    /// Whether a node's remaining duration varies between replications: it has a range, or something may happen to it.
    public func isUncertain(_ node: Int) -> Bool { laws[node].shape != .fixed || !risks.effects(on: node).isEmpty }
}

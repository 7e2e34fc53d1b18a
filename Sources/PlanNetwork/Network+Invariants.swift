extension Network {
    /// The first promise of the layout that does not hold, in words; `nil` where all do. Debug builds check it after compiling.
    var brokenInvariant: String? {
        let count = structure.nodeCount
        if structure.taskOfNode.count != count { return "taskOfNode has a value a node" }
        if structure.nodeOfTask.enumerated().contains(where: { structure.taskOfNode[Int($1)] != Int32($0) }) {
            return "taskOfNode and nodeOfTask are inverse"
        }
        if ![0, count].contains(structure.calendarOfNode.count) { return "calendarOfNode has a value a node, or none" }
        for list in [structure.predecessors, structure.successors] {
            if list.offsets.count != count + 1 || list.offsets.first != 0 || Int(list.offsets.last!) != list.items.count {
                return "offsets span the items"
            }
            if zip(list.offsets, list.offsets.dropFirst()).contains(where: { $0 > $1 }) { return "offsets never decrease" }
        }
        if structure.relations.contains(where: { $0.predecessor >= $0.successor }) { return "relations lead forward" }
        for node in 0..<count {
            for place in structure.predecessors[node] where structure.predecessors.items[place] >= Int32(node) {
                return "predecessors come before node \(node)"
            }
            for place in structure.successors[node] {
                let item = structure.successors.items[place]
                if item >= 0, item <= Int32(node) { return "successors come after node \(node)" }
            }
        }
        let lengths = [values.planned.count, values.remaining.count, values.laws.count, identities.count]
        return lengths.allSatisfy { $0 == count } ? brokenRisks : "values have one entry a node"
    }

    private var brokenRisks: String? {
        let (risks, tables) = (values.risks, values.quantileTables.count)
        let effects = risks.effects
        if ![0, structure.nodeCount + 1].contains(risks.effectOffset.count) {
            return "effectOffset has a value a node and one more"
        }
        if effects.isEmpty != risks.isEmpty { return "events have effects" }
        if zip(effects, effects.dropFirst()).contains(where: { ($0.node, $0.event) >= ($1.node, $1.event) }) {
            return "effects ascend by node and event"
        }
        if risks.events.contains(where: { !(0 <= $0.lower && $0.lower <= $0.upper && $0.upper <= 1) }) {
            return "events happen between 0 and 1"
        }
        let laws = values.laws + risks.events.map(\.severity.law)
        return laws.contains { $0.shape == .tabulated && Int($0.second) >= tables } ? "tabulated laws name a table" : nil
    }
}

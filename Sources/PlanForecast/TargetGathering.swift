import PlanModel
import PlanNetwork

/// Which unfinished tasks can finish last in which targets, and how many each target still waits for while a program is built.
struct TargetGathering {
    /// Targets of each network node; items are target indices.
    let memberships: AdjacencyList
    /// Targets that each target serves.
    let served: AdjacencyList
    /// Program nodes that wait for each target's hub.
    var waiting: [[Int32]]
    /// Tasks and child targets that each target still misses.
    var missing: [Int32]
    /// The latest actual finish of finished tasks of each target, an instant; −1 without one.
    var fixedFinish: [Int32]

    init(_ network: Network) {
        let tree = network.structure.targets
        waiting = Array(repeating: [], count: tree.count)
        missing = Array(repeating: 0, count: tree.count)
        fixedFinish = Array(repeating: -1, count: tree.count)
        var owner = [Int32](repeating: -1, count: network.structure.nodeCount)
        for target in tree.targets(.project) {
            for place in tree.members[target] { owner[Int(tree.members.items[place])] = Int32(target) }
        }
        var (nodes, targets): ([Int32], [Int32]) = ([], [])
        for target in 0..<tree.count {
            missing[target] += Int32(tree.children[target].count)
            for place in tree.members[target] {
                let node = Int(tree.members.items[place])
                if network.values.progress(of: node) == .completed {
                    fixedFinish[target] = max(fixedFinish[target], network.values.actualFinish[node])
                } else if owner[node] != Int32(target) || !Self.isDominated(node, network, owner) {
                    nodes.append(Int32(node))
                    targets.append(Int32(target))
                    missing[target] += 1
                }
            }
        }
        memberships = AdjacencyList(nodeCount: network.structure.nodeCount, keys: nodes, values: targets)
        var (children, parents): ([Int32], [Int32]) = ([], [])
        for target in 0..<tree.count {
            for place in tree.children[target] {
                children.append(tree.children.items[place])
                parents.append(Int32(target))
            }
        }
        served = AdjacencyList(nodeCount: tree.count, keys: children, values: parents)
    }

    /// Whether a plain relation leads to an unfinished task of the same project, which thus never finishes earlier.
    private static func isDominated(_ node: Int, _ network: Network, _ owner: [Int32]) -> Bool {
        let structure = network.structure
        return structure.successors[node].contains { place in
            let item = structure.successors.items[place]
            return item >= 0 && owner[Int(item)] == owner[node] && waits(Int(item), network)
        }
    }

    /// Whether an unfinished node surely starts after what comes before it: constraints and progress do not let it off.
    private static func waits(_ node: Int, _ network: Network) -> Bool {
        switch network.values.progress(of: node) {
        case .completed: false
        case .started: network.structure.rules.progress != .override && network.values.limits(of: node) == nil
        case .planned: network.values.limits(of: node) == nil
        }
    }

    func targetsOf(_ node: Int) -> Range<Int> { memberships[node] }

    /// Targets that wait for nothing: nobody serves them, or all who do have finished.
    func openWithoutMembers() -> [Int] { missing.indices.filter { missing[$0] == 0 } }
}

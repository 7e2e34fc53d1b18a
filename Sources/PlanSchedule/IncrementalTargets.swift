public import PlanModel
public import PlanNetwork

/// The finishes of the plan, of initiatives, goals and projects as single changes move them.
///
/// Changes count from the next `update()` on; the finishes are those of a `TargetSchedule` of the changed network. An update looks at the
/// members of those targets alone whose tasks it moved, and upward as long as finishes move.
public struct IncrementalTargets: Sendable {
    /// The dates of the nodes.
    public private(set) var pass: IncrementalPass
    /// The latest finish of the tasks that serve each target, an instant; −1 where none does.
    public private(set) var finish: [Int32]
    private let targetsOfNode: AdjacencyList
    /// Targets that each target serves.
    private let served: AdjacencyList
    /// Targets to be looked at, as places in the tree's order.
    private var waiting: WaitingNodes
    private let placeInOrder: [Int32]
    /// Whether the last finishes came from a schedule with late passes, which single changes do not lead to.
    private var cameFromSchedule: Bool

    /// The finishes of a network, by a full schedule.
    ///
    /// - Complexity: O(nodes + relations + targets).
    public init(of network: Network) {
        pass = IncrementalPass(of: network)
        finish = TargetSchedule(of: Schedule(of: network)).finish
        let tree = network.structure.targets
        targetsOfNode = Self.reversed(tree.members, count: network.structure.nodeCount)
        served = Self.reversed(tree.children, count: tree.count)
        waiting = WaitingNodes(count: tree.count)
        var places = [Int32](repeating: 0, count: tree.count)
        for (place, target) in tree.order.enumerated() { places[Int(target)] = Int32(place) }
        placeInOrder = places
        cameFromSchedule = pass.hasLateTasks
    }

    private static func reversed(_ list: AdjacencyList, count: Int) -> AdjacencyList {
        var keys: [Int32] = []
        keys.reserveCapacity(list.items.count)
        for owner in 0..<list.offsets.count - 1 { keys += repeatElement(Int32(owner), count: list[owner].count) }
        return AdjacencyList(nodeCount: count, keys: list.items, values: keys)
    }

    /// Sets the working minutes left of a node.
    public mutating func setRemaining(_ minutes: Int32, of node: Int) { pass.setRemaining(minutes, of: node) }

    /// Sets the limits on a node's dates, or takes them away.
    public mutating func setLimits(_ limits: DateLimits?, of node: Int) { pass.setLimits(limits, of: node) }

    /// Sets the working minutes that a node waits after all that holds its start.
    public mutating func setDelay(_ minutes: Int32, of node: Int) { pass.setDelay(minutes, of: node) }

    /// Sets a relation's lag.
    ///
    /// - Parameters:
    ///   - lag: elapsed only where the relation converts.
    ///   - index: of the structure's relations that are not plain.
    public mutating func setLag(_ lag: Lag, ofRelation index: Int) { pass.setLag(lag, ofRelation: index) }

    /// Sets the calendar on which a node runs; limits on its dates are positions and stay as they are.
    ///
    /// - Precondition: relations into and out of the node convert.
    public mutating func setCalendar(_ calendar: Int, of node: Int) { pass.setCalendar(calendar, of: node) }

    /// Finds dates and finishes after the changes since the last update.
    ///
    /// - Complexity: O(what the changes reach, and the members of the targets that it serves).
    public mutating func update() {
        pass.update()
        let network = pass.network
        // Dates of spans and of tasks that wait as long as they may come from both passes.
        if pass.hasLateTasks || cameFromSchedule || !network.structure.spans.isEmpty {
            cameFromSchedule = pass.hasLateTasks
            finish = TargetSchedule(of: Schedule(of: network)).finish
            return
        }
        for node in pass.changed {
            for place in targetsOfNode[Int(node)] { waiting.insert(Int(placeInOrder[Int(targetsOfNode.items[place])])) }
        }
        while let place = waiting.removeFirst() {
            let target = Int(network.structure.targets.order[place])
            let latest = latestFinish(target, network)
            if latest == finish[target] { continue }
            finish[target] = latest
            for parent in served[target] { waiting.insert(Int(placeInOrder[Int(served.items[parent])])) }
        }
    }

    private func latestFinish(_ target: Int, _ network: Network) -> Int32 {
        let tree = network.structure.targets
        var latest: Int32 = -1
        for place in tree.members[target] {
            let node = Int(tree.members.items[place])
            let actual = network.values.actualFinish.isEmpty ? -1 : network.values.actualFinish[node]
            latest = max(latest, actual >= 0 ? actual : network.finishInstant(node, at: pass.earlyFinish[node]))
        }
        for place in tree.children[target] { latest = max(latest, finish[Int(tree.children.items[place])]) }
        return latest
    }
}

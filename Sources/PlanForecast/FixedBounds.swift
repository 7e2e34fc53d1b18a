import PlanModel
import PlanNetwork
import PlanSchedule

/// What finished and started work already decides: positions that are the same in every replication.
struct FixedBounds {
    let network: Network
    /// When nodes may start before any relation is looked at, and whether they follow relations.
    let timing: NodeTiming
    /// What relations demand.
    let relations: RelationBounds
    /// Whether each node's date is known: it has finished, and no unfinished work is passed on through it.
    let isSettled: [Bool]
    /// The finish of each settled node, a position; 0 for the others.
    private let finishes: [Int32]

    init(_ network: Network) {
        (self.network, relations) = (network, RelationBounds(network))
        var timing = NodeTiming(network)
        let structure = network.structure
        var settled = [Bool](repeating: false, count: structure.nodeCount)
        var finishes = [Int32](repeating: 0, count: structure.nodeCount)
        for node in 0..<structure.nodeCount where network.values.progress(of: node) == .completed {
            settled[node] =
                !structure.rules.finishedWorkPassesLogic
                || structure.predecessors[node].allSatisfy { place in
                    let item = structure.predecessors.items[place]
                    return settled[item >= 0 ? Int(item) : Int(structure.relations[Int(~item)].predecessor)]
                }
            if settled[node] { finishes[node] = timing.finish(node, finishes) }
        }
        (self.timing, isSettled, self.finishes) = (timing, settled, finishes)
    }

    /// The finish of a settled node, a position.
    func finish(of node: Int) -> Int32 { finishes[node] }

    /// The position, on the successor's calendar, of the end that a relation holds, where it leaves a date that is known; `nil` where it
    /// leaves work that is still to be done.
    func fixedPosition(_ index: Int) -> Int32? {
        let node = Int(network.structure.relations[index].predecessor)
        return isSettled[node]
            ? relations.earliestPosition(index, predecessorFinish: finishes[node]) : relations.fixedPosition(index)
    }

    /// What a relation adds to a date that is yet to come, minutes; `nil` where it leaves none.
    func lagToGo(_ index: Int) -> Int32? {
        isSettled[Int(network.structure.relations[index].predecessor)] ? nil : relations.lagToGo(index)
    }
}

import PlanModel
import PlanNetwork

/// Tasks that wait as long as they delay nothing.
///
/// Where constraints follow logic they use up their free float: their early dates move up to their successors', which stay where they are.
/// Where constraints override logic they use up their total float: they take their late dates, and what follows them moves.
struct LateTasks {
    private let network: Network

    /// `nil` where no task waits.
    init?(_ network: Network) {
        guard network.values.limits.contains(where: \.isAsLateAsPossible) else { return nil }
        self.network = network
    }

    /// Early finishes with waiting tasks moved up to the tasks after them, against topological order so that chains move together.
    func movedToFreeFloat(_ early: [Int32], planFinish: Int32) -> [Int32] {
        let (structure, values, bounds) = (network.structure, network.values, RelationBounds(network))
        var early = early
        for node in stride(from: structure.nodeCount - 1, through: 0, by: -1) {
            guard values.limits(of: node)?.isAsLateAsPossible ?? false, values.progress(of: node) == .planned else { continue }
            var latest = structure.calendars[structure.calendar(of: node)].work(at: planFinish)
            for place in structure.successors[node] {
                let item = structure.successors.items[place]
                let successor = item >= 0 ? Int(item) : Int(structure.relations[Int(~item)].successor)
                if values.progress(of: successor) == .completed { continue }
                let finish = early[successor] - values.delay(of: successor)
                latest = min(
                    latest,
                    item >= 0
                        ? finish - values.remaining[successor]
                        : bounds.latestFinish(Int(~item), successorFinish: finish))
            }
            early[node] = max(early[node], latest)
        }
        return early
    }
}

import PlanModel
import PlanNetwork
import PlanSchedule

/// What finished and started work already decides: positions that are the same in every replication.
struct FixedBounds {
    let network: Network
    /// The position of the data date, by calendar.
    let floors: [Int32]

    private let relations: RelationBounds

    init(_ network: Network) { (self.network, floors, relations) = (network, network.floors, RelationBounds(network)) }

    /// The finish of a finished node, a position.
    func finish(of node: Int) -> Int32 {
        network.structure.calendars[network.structure.calendar(of: node)].work(at: network.values.actualFinish[node])
    }

    /// The position, on the successor's calendar, of the end that a relation holds, where it leaves a date that is known; `nil` where it
    /// leaves work that is still to be done.
    func fixedPosition(_ index: Int) -> Int32? {
        let relation = network.structure.relations[index]
        let node = Int(relation.predecessor)
        switch network.values.progress(of: node) {
        case .completed: return relations.earliestPosition(index, predecessorFinish: finish(of: node))
        case .started where relation.type.leavesStart: return relations.earliestPosition(index, predecessorFinish: 0)
        default: return nil
        }
    }
}

public import PlanNetwork

/// The parallel schedule generation scheme: at each moment at which somebody is free, the ready tasks that people suffice for start, the one with the
/// lowest rank first.
///
/// Source: J. E. Kelley (1963); R. Kolisch, European Journal of Operational Research 90 (1996).
public struct ParallelSGS: Sendable {
    private let network: Network
    private let capacity: CapacityModel

    /// A scheme for a network and its people.
    public init(_ network: Network, _ capacity: CapacityModel) { (self.network, self.capacity) = (network, capacity) }

    /// The schedule by ranks.
    ///
    /// - Parameter ranks: `nodeCount` different values from 0 on.
    public func schedule(ranks: [Int32]) -> LevelledSchedule {
        let problem = DispatchProblem(network, capacity, ranks: ranks, usesExpectedFinish: true)
        var dispatcher = Dispatcher(problem)
        dispatcher.run(network.values.remaining[...])
        var placement = NodePlacement(network)
        for node in 0..<network.structure.nodeCount {
            let logic = placement.placeByLogic(node)
            let stretch = RestingClock.Stretch(start: dispatcher.start(of: node), finish: dispatcher.finish[node])
            guard !problem.order.isDone(node), stretch.start > logic || stretch.finish != placement.early[node]
            else { continue }
            placement.move(node, to: stretch, waitingFor: dispatcher.waitedFor(of: node))
        }
        // A milestone needs nobody.
        for shortfall in problem.shortfalls + dispatcher.shortfalls
        where placement.early[shortfall.node] > placement.start[shortfall.node] {
            placement.add(shortfall)
        }
        return placement.schedule()
    }
}

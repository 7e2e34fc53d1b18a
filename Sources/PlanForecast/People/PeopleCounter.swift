import PlanNetwork
import PlanSchedule

/// What one thread counts of people, in whole minutes, so that the order in which replications are added changes nothing.
struct PeopleCounter: Sendable {
    /// By resource: minutes waited, and their squares by replication.
    private(set) var resourceWaits: [Int64]
    private(set) var resourceSquares: [UInt128]
    private(set) var givenUp = 0
    /// By open node, in the order of the problem.
    private var tallies: [Tally]
    /// By open node: amounts held, together.
    private let amounts: [Int64]
    private var waitsNow: [Int64]
    private var touched: [Int32] = []

    private struct Tally: Sendable {
        /// Minutes waited and worked.
        var waited: Int64 = 0, worked: Int64 = 0
        /// Replications in which it waited.
        var waits: Int32 = 0
    }

    init(_ problem: DispatchProblem) {
        let capacity = problem.capacity
        tallies = Array(repeating: Tally(), count: problem.openNodes.count)
        amounts = problem.openNodes.map { node in
            capacity.demands(of: Int(node)).reduce(0) { $0 + Int64(capacity.heldAmount($1)) }
        }
        resourceWaits = Array(repeating: 0, count: capacity.resourceCount)
        waitsNow = resourceWaits
        resourceSquares = Array(repeating: 0, count: capacity.resourceCount)
    }

    /// Adds a replication; returns minutes waited and amounts times minutes worked.
    mutating func add(_ dispatcher: borrowing Dispatcher) -> (waited: Int64, worked: Int64) {
        var (waited, worked): (Int64, Int64) = (0, 0)
        dispatcher.forEachOpen { node, length, wait, resource in
            if length == 0 { return }
            worked += Int64(length) * amounts[node]
            tallies[node].worked += Int64(length)
            if resource < 0 || wait == 0 { return }
            tallies[node].waited += Int64(wait)
            tallies[node].waits += 1
            waited += Int64(wait)
            if waitsNow[Int(resource)] == 0 { touched.append(resource) }
            waitsNow[Int(resource)] += Int64(wait)
        }
        for resource in touched.map(Int.init) {
            resourceWaits[resource] += waitsNow[resource]
            resourceSquares[resource] += UInt128(waitsNow[resource]) * UInt128(waitsNow[resource])
            waitsNow[resource] = 0
        }
        touched.removeAll(keepingCapacity: true)
        givenUp += dispatcher.givenUpCount
        return (waited, worked)
    }

    /// Adds what another thread counted.
    mutating func add(_ other: PeopleCounter) {
        for node in tallies.indices {
            tallies[node].waited += other.tallies[node].waited
            tallies[node].worked += other.tallies[node].worked
            tallies[node].waits += other.tallies[node].waits
        }
        for resource in resourceWaits.indices {
            resourceWaits[resource] += other.resourceWaits[resource]
            resourceSquares[resource] += other.resourceSquares[resource]
        }
        givenUp += other.givenUp
    }

    /// By node of the network: minutes waited, and the replications in which it waited.
    func waits(_ problem: DispatchProblem) -> (minutes: [Int64], count: [Int32]) {
        var minutes = [Int64](repeating: 0, count: problem.network.structure.nodeCount)
        var count = [Int32](repeating: 0, count: minutes.count)
        for (node, tally) in zip(problem.openNodes, tallies) {
            (minutes[Int(node)], count[Int(node)]) = (tally.waited, tally.waits)
        }
        return (minutes, count)
    }

    /// By resource: minutes worked times amounts.
    func work(_ problem: DispatchProblem) -> [Int64] {
        let capacity = problem.capacity
        var work = [Int64](repeating: 0, count: capacity.resourceCount)
        for (node, tally) in zip(problem.openNodes, tallies) {
            for place in capacity.demands(of: Int(node)) {
                work[Int(capacity.demandResource[place])] += tally.worked * Int64(capacity.heldAmount(place))
            }
        }
        return work
    }
}

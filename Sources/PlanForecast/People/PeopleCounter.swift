import PlanNetwork
import PlanSchedule

/// What one thread counts of people, in whole minutes, so that the order in which replications are added changes nothing.
struct PeopleCounter: Sendable {
    private(set) var waitedMinutes: [Int64]
    private(set) var waitedCount: [Int32]
    /// By resource: minutes waited, their squares by replication, and minutes worked times amounts.
    private(set) var resourceWaits: [Int64], resourceWork: [Int64]
    private(set) var resourceSquares: [UInt128]
    private(set) var givenUp = 0
    private var waitsNow: [Int64]
    private var touched: [Int32] = []

    init(nodes: Int, resources: Int) {
        waitedMinutes = Array(repeating: 0, count: nodes)
        waitedCount = Array(repeating: 0, count: nodes)
        resourceWaits = Array(repeating: 0, count: resources)
        (resourceWork, waitsNow) = (resourceWaits, resourceWaits)
        resourceSquares = Array(repeating: 0, count: resources)
    }

    /// Adds a replication; returns minutes waited and amounts times minutes worked.
    mutating func add(_ dispatcher: borrowing Dispatcher, _ problem: DispatchProblem) -> (waited: Int64, worked: Int64) {
        var (waited, worked): (Int64, Int64) = (0, 0)
        let capacity = problem.capacity
        for node in waitedMinutes.indices {
            let length = Int64(dispatcher.length(of: node))
            if length == 0 { continue }
            for place in capacity.demands(of: node) {
                let work = length * Int64(capacity.heldAmount(place))
                resourceWork[Int(capacity.demandResource[place])] += work
                worked += work
            }
            let resource = dispatcher.waitedFor(of: node)
            if resource < 0 { continue }
            let wait = Int64(dispatcher.start(of: node) - dispatcher.ready(of: node))
            if wait == 0 { continue }
            waitedMinutes[node] += wait
            waitedCount[node] += 1
            waited += wait
            if waitsNow[Int(resource)] == 0 { touched.append(resource) }
            waitsNow[Int(resource)] += wait
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
        for node in waitedMinutes.indices {
            waitedMinutes[node] += other.waitedMinutes[node]
            waitedCount[node] += other.waitedCount[node]
        }
        for resource in resourceWaits.indices {
            resourceWaits[resource] += other.resourceWaits[resource]
            resourceSquares[resource] += other.resourceSquares[resource]
            resourceWork[resource] += other.resourceWork[resource]
        }
        givenUp += other.givenUp
    }
}

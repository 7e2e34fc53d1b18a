import PlanNetwork

/// What the last replication found.
extension Dispatcher {
    /// The start of what is left of a node, a position.
    public func start(of node: Int) -> Int32 { record(of: node).start }

    /// When a node had all but its people, a position; of what is not simulated, as it is done, its start.
    public func ready(of node: Int) -> Int32 {
        problem.order.isDone(node) ? start(of: node) : logic[number(of: node)].ready
    }

    /// Working minutes that a node took, with what it rested.
    public func length(of node: Int) -> Int32 { record(of: node).finish - record(of: node).start }

    /// The resource that a node waited for last; −1 where it did not wait.
    public func waitedFor(of node: Int) -> Int32 { record(of: node).waitedFor }

    /// The node that let go of what a node waited for; −1 where nobody did.
    public func releasedBy(of node: Int) -> Int32 {
        let number = record(of: node).releasedBy
        return number < 0 ? number : records[Int(number)].node
    }

    @inline(__always)
    private func record(of node: Int) -> DispatchRecord { records[number(of: node)] }

    @inline(__always)
    private func number(of node: Int) -> Int { Int(problem.order.numberOfNode[node]) }

    /// How many demands were given up in the last replication.
    public var givenUpCount: Int { givenUp.count }

    /// Calls `take` with every node that is not done: its place in an order that does not change, its length and what it waited, minutes, and the
    /// resource that it waited for last, −1 for none.
    public func forEachOpen(_ take: (_ place: Int, _ length: Int32, _ wait: Int32, _ resource: Int32) -> Void) {
        for number in logic.indices {
            let (start, finish) = (records[number].start, records[number].finish)
            take(number, finish - start, start - logic[number].ready, records[number].waitedFor)
        }
    }

    /// Calls `take` with every unfinished node whose relation decided when a node had all but its people.
    public func forEachDriver(of node: Int, _ take: (Int) -> Void) {
        guard timing.followsLogic(node) else { return }
        let ready = ready(of: node)
        for place in problem.network.structure.predecessors[node] {
            let item = problem.network.structure.predecessors.items[place]
            let before = item >= 0 ? Int(item) : Int(problem.network.structure.relations[Int(~item)].predecessor)
            if problem.order.isDone(before) { continue }
            let bound = item >= 0 ? finish[before] : timing.bound(item, finish)
            if bound == ready { take(before) }
        }
    }

    /// Demands that were given up in the last replication, as nobody would ever have been there for them.
    var shortfalls: [Shortfall] {
        let nodes = records.indices.filter { records[$0].demands.contains { givenUp.contains(Int32($0)) } }
        return nodes.map { Int(records[$0].node) }.sorted().flatMap { node in
            record(of: node).demands.filter { givenUp.contains(Int32($0)) }.map { shortfall(node, Int(demands[$0].resource)) }
        }
    }

    private func shortfall(_ node: Int, _ resource: Int) -> Shortfall {
        let capacity = problem.capacity
        let demand = capacity.demands(of: node).first { Int(capacity.demandResource[$0]) == resource }!
        return Shortfall(
            node: node, resource: resource, demanded: capacity.demandAmount[demand], most: capacity.steps[resource].most,
            isGivenUp: true)
    }
}

extension DispatchProblem {
    /// The nodes that are not done, in the order in which a dispatcher tells them.
    public var openNodes: ArraySlice<Int32> { order.nodes[..<order.openCount] }
}

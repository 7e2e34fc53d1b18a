import PlanModel
public import PlanNetwork
import PlanStatistics

/// Who carries what for which initiative: the same flow, kept apart by person and team.
///
/// At every element the minutes of all who work for it are handed on so that both sums hold: each carrier's minutes are all handed on, and each
/// parent receives what `EffortFlow` says, to the minute. Carriers take turns in the order of their names' hashes, each split by largest
/// remainder over what the parents still have to receive; so nobody lies more than a few minutes from their share.
///
/// It is a product of sparse matrices, carriers × elements times elements × parents, done element by element in topological order.
public struct CarriedEffort: Sendable {
    /// Minutes by resource (people, then teams, as in `CapacityModel`), and last by nobody.
    public let byCarrier: SparseEffort
    /// How many carriers are people.
    public let personCount: Int
    /// Initiatives + 1.
    public let purposeCount: Int

    /// The row of what nobody is assigned to.
    public var nobody: Int { byCarrier.count - 1 }

    /// The carriers of a plan's remaining effort.
    ///
    /// - Parameters:
    ///   - effort: of the plan.
    ///   - flow: of that effort.
    ///   - graph: along which it flows.
    ///   - network: of the plan.
    ///   - capacity: of the same.
    /// - Complexity: O(assignments × levels), each link once more for those who work behind it.
    public init(
        _ effort: RemainingEffort, _ flow: EffortFlow, _ graph: ContributionGraph, _ network: Network, _ capacity: CapacityModel
    ) {
        var walk = CarrierWalk(flow, graph, capacity)
        walk.addLinkedTasks(effort, network, capacity)
        walk.run(effort, network, capacity)
        byCarrier = walk.result(initiatives: graph.tree.initiatives)
        (personCount, purposeCount) = (capacity.personCount, graph.tree.initiatives + 1)
    }
}

/// The elements in topological order, and who works for the one at hand.
private struct CarrierWalk {
    struct Entry {
        var carrier: Int32
        var minutes: Int64
    }

    let flow: EffortFlow
    let graph: ContributionGraph
    /// The place of each carrier in the order in which they take turns.
    let rank: [Int32]
    /// What has been handed to each element.
    var pending: [[Entry]]
    /// What initiatives keep, and what serves none: carrier, purpose, minutes.
    var ends: [(carrier: Int32, purpose: Int32, minutes: Int64)] = []
    var sums: [Int64]
    var used: [Int32] = []

    init(_ flow: EffortFlow, _ graph: ContributionGraph, _ capacity: CapacityModel) {
        (self.flow, self.graph) = (flow, graph)
        pending = Array(repeating: [], count: graph.tree.count)
        sums = Array(repeating: 0, count: capacity.resourceCount + 1)
        let isSplit = (0..<graph.tree.count).contains { graph.arcs(of: $0).count > 1 } || !graph.linkedTasks.isEmpty
        rank = isSplit ? Self.ranks(capacity) : []
    }

    /// Carriers by the hashes of their names; nobody is last.
    private static func ranks(_ capacity: CapacityModel) -> [Int32] {
        let order = capacity.identities.indices.sorted { (capacity.identities[$0], $0) < (capacity.identities[$1], $1) }
        var rank = [Int32](repeating: Int32(order.count), count: order.count + 1)
        for (place, carrier) in order.enumerated() { rank[carrier] = Int32(place) }
        return rank
    }

    /// Hands on the work of tasks that links leave from.
    mutating func addLinkedTasks(_ effort: RemainingEffort, _ network: Network, _ capacity: CapacityModel) {
        for (place, task) in graph.linkedTasks.enumerated() {
            gather(Int(task), effort, network, capacity)
            let arcs = graph.taskArcs(place)
            handOn(graph.taskParents[arcs], flow.alongTasks[arcs], from: -1)
        }
    }

    mutating func run(_ effort: RemainingEffort, _ network: Network, _ capacity: CapacityModel) {
        let members = graph.tree.members
        let isLinked = Set(graph.linkedTasks)
        for element in graph.tree.order.map(Int.init) {
            for place in members[element] {
                let task = network.structure.taskOfNode[Int(members.items[place])]
                guard effort.ofTask[Int(task)] > 0, isLinked.isEmpty || !isLinked.contains(task) else { continue }
                gather(Int(task), effort, network, capacity)
            }
            for entry in pending[element] { add(entry.carrier, entry.minutes) }
            pending[element] = []
            if element == 0 {
                end(0)
            } else {
                let arcs = graph.arcs(of: element)
                handOn(graph.parents[arcs], flow.along[arcs], from: element)
            }
        }
    }

    private mutating func gather(_ task: Int, _ effort: RemainingEffort, _ network: Network, _ capacity: CapacityModel) {
        effort.forEachCarrier(ofTask: task, network, capacity) { carrier, minutes in add(carrier, minutes) }
    }

    @inline(__always)
    private mutating func add(_ carrier: Int32, _ minutes: Int64) {
        guard minutes > 0 else { return }
        if sums[Int(carrier)] == 0 { used.append(carrier) }
        sums[Int(carrier)] += minutes
    }

    /// Hands what was gathered on to parents, an initiative's own share to itself.
    private mutating func handOn(_ parents: ArraySlice<Int32>, _ minutes: ArraySlice<Int64>, from element: Int) {
        if parents.count == 1 {
            if Int(parents.first!) == element { return end(Int32(graph.tree.row(element)) + 1) }
            for carrier in used { give(carrier, sums[Int(carrier)], to: parents.first!) }
        } else {
            // What parents still have to receive are the weights: so no one receives too much, and the last carrier fills all up.
            var open = Array(minutes)
            for carrier in used.sorted(by: { rank[Int($0)] < rank[Int($1)] }) {
                let parts = Apportionment.split(sums[Int(carrier)], by: open)
                for (place, parent) in zip(open.indices, parents) where parts[place] > 0 {
                    open[place] -= parts[place]
                    if Int(parent) == element {
                        ends.append((carrier, Int32(graph.tree.row(element)) + 1, parts[place]))
                    } else {
                        pending[Int(parent)].append(Entry(carrier: carrier, minutes: parts[place]))
                    }
                }
            }
            assert(open.allSatisfy { $0 == 0 })
            for carrier in used { sums[Int(carrier)] = 0 }
        }
        used.removeAll(keepingCapacity: true)
    }

    private mutating func give(_ carrier: Int32, _ minutes: Int64, to parent: Int32) {
        pending[Int(parent)].append(Entry(carrier: carrier, minutes: minutes))
        sums[Int(carrier)] = 0
    }

    /// What was gathered stays here.
    private mutating func end(_ purpose: Int32) {
        for carrier in used {
            ends.append((carrier, purpose, sums[Int(carrier)]))
            sums[Int(carrier)] = 0
        }
        used.removeAll(keepingCapacity: true)
    }

    /// The ends as rows of carriers.
    func result(initiatives: Int) -> SparseEffort {
        let byCarrier = AdjacencyList(
            nodeCount: sums.count, keys: ends.map(\.carrier), values: ends.indices.map(Int32.init))
        var (result, row) = (SparseEffort(), PurposeSums(initiatives + 1))
        for carrier in sums.indices {
            for place in byCarrier[carrier] {
                let end = ends[Int(byCarrier.items[place])]
                row.add(end.purpose, end.minutes)
            }
            row.drain(into: &result)
        }
        return result
    }
}

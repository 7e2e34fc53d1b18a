public import PlanNetwork

/// The order in which a levelled schedule hands people from task to task: arcs beside the network's own, with which no replication takes more
/// people than there are.
///
/// Each task takes its people from those who held them before it in the levelled schedule, the longest idle first, but rather from its own
/// predecessors. The result is a resource flow; its arcs keep capacity that never falls whatever the durations. Where capacity falls at a date, tasks keep the
/// order but not the date: work that begins before somebody leaves goes on.
///
/// Source: C. Artigues, P. Michelon and S. Reusser, "Insertion techniques for static and dynamic resource-constrained project scheduling",
/// European Journal of Operational Research 149 (2003).
public struct ResourceChains: Sendable {
    /// The nodes from whom each node takes people, ascending; never its own plain predecessors.
    public let predecessors: AdjacencyList
    /// The resource of each item of `predecessors`; where several hand over, the first.
    public let resources: [Int32]
    /// The earliest start at which capacity that arrives later lets each node start, positions; empty where all is there from the beginning.
    public let floors: [Int32]
    /// All nodes, each after what it waits for by logic and by people.
    public let order: [Int32]
    /// How many times people could not be handed on, as a lead of one task over another stood against it; there more people may be at work than there
    /// are.
    public let droppedArcs: Int
    /// The nodes after which people or part of their time go at a date, and that date (an instant), by node: where such a node ends later, they are
    /// held beyond it.
    public let falls: [(node: Int32, instant: Int32)]

    /// The chains of a levelled schedule.
    ///
    /// - Parameters:
    ///   - levelled: of the network.
    ///   - capacity: that it was levelled for.
    /// - Complexity: O(demands × tasks that hold a resource at a time + relations).
    public init(of levelled: LevelledSchedule, _ capacity: CapacityModel) {
        var flow = ResourceFlow(levelled, capacity)
        flow.run()
        let structure = levelled.network.structure
        floors = flow.floors
        falls = flow.falls.map { (node: $0.key, instant: $0.value) }.sorted { $0.node < $1.node }
        let pairs = flow.pairs.sorted { ($0.to, $0.from, $0.resource) < ($1.to, $1.from, $1.resource) }
        var kept: [ResourceFlow.Pair] = []
        for pair in pairs {
            if let last = kept.last, last.to == pair.to, last.from == pair.from { continue }
            let isLogic = structure.predecessors[Int(pair.to)].contains { structure.predecessors.items[$0] == pair.from }
            if !isLogic { kept.append(pair) }
        }
        (order, droppedArcs) = Self.order(structure, &kept)
        predecessors = AdjacencyList(nodeCount: structure.nodeCount, keys: kept.map(\.to), values: kept.map(\.from))
        resources = kept.map(\.resource)
    }

    /// The order of all nodes. A task with a lead may stand before its own predecessor in the schedule; handing people back to that one would
    /// close a circle, so such arcs are left out and counted.
    private static func order(_ structure: NetworkStructure, _ kept: inout [ResourceFlow.Pair]) -> ([Int32], Int) {
        if kept.isEmpty { return (Array(0..<Int32(structure.nodeCount)), 0) }
        let first = structure.order(beside: kept.map { (from: $0.from, to: $0.to) })
        if first.count == structure.nodeCount { return (first, 0) }
        var isResolved = [Bool](repeating: false, count: structure.nodeCount)
        for node in first { isResolved[Int(node)] = true }
        let before = kept.count
        // All relations lead to higher nodes: without arcs to lower ones there is no circle.
        kept.removeAll { $0.from > $0.to && !isResolved[Int($0.from)] && !isResolved[Int($0.to)] }
        return (structure.order(beside: kept.map { (from: $0.from, to: $0.to) }), before - kept.count)
    }
}

/// Hands people on in the order of starts.
struct ResourceFlow {
    struct Pair {
        var from: Int32, to: Int32, resource: Int32
    }

    /// People who are free from an instant on, and who held them until then; −1 for those who come anew.
    private struct Lot {
        var from: Int32, amount: Int32, node: Int32
    }

    private(set) var pairs: [Pair] = []
    private(set) var floors: [Int32] = []
    /// The first date on which people go whom a node held last.
    private(set) var falls: [Int32: Int32] = [:]
    private let levelled: LevelledSchedule
    private let capacity: CapacityModel
    private let structure: NetworkStructure

    init(_ levelled: LevelledSchedule, _ capacity: CapacityModel) {
        (self.levelled, self.capacity, structure) = (levelled, capacity, levelled.network.structure)
    }

    /// A node that holds a resource, instants.
    private struct Holder {
        var start: Int32, finish: Int32, amount: Int32, node: Int32
        var identity: UInt64
    }

    mutating func run() {
        var holders = [[Holder]](repeating: [], count: capacity.resourceCount)
        let dropped = Set(levelled.shortfalls.map { [$0.node, $0.resource] })
        for node in 0..<structure.nodeCount where levelled.finish[node] > levelled.start[node] {
            guard levelled.network.values.progress(of: node) != .completed else { continue }
            let calendar = structure.calendars[structure.calendar(of: node)]
            let (start, finish) = (calendar.start(at: levelled.start[node]), calendar.finish(at: levelled.finish[node]))
            for place in capacity.demands(of: node) {
                let resource = Int(capacity.demandResource[place])
                if capacity.heldAmount(place) == 0 { continue }
                if !dropped.isEmpty, dropped.contains([node, resource]),
                    capacity.steps[resource].most >= capacity.demandAmount[place]
                {
                    continue
                }
                holders[resource].append(
                    Holder(
                        start: start, finish: finish, amount: capacity.heldAmount(place), node: Int32(node),
                        identity: levelled.network.identities[node]))
            }
        }
        for resource in holders.indices where capacity.steps[resource].most < CapacityModel.unlimited {
            holders[resource].sort { ($0.start, $0.finish, $0.identity, $0.node) < ($1.start, $1.finish, $1.identity, $1.node) }
            hand(on: Int32(resource), holders[resource])
        }
    }

    private mutating func hand(on resource: Int32, _ holders: [Holder]) {
        let steps = capacity.steps[Int(resource)]
        var lots = [Lot(from: 0, amount: steps.amount[0], node: -1)]
        var step = 1
        for holder in holders {
            while step < steps.from.count, steps.from[step] <= holder.start {
                change(by: steps.amount[step] - steps.amount[step - 1], at: steps.from[step], &lots)
                step += 1
            }
            take(holder, resource, &lots)
            lots.append(Lot(from: holder.finish, amount: holder.amount, node: holder.node))
        }
        // Falls after the last start too.
        for step in step..<steps.from.count {
            change(by: steps.amount[step] - steps.amount[step - 1], at: steps.from[step], &lots)
        }
    }

    /// People come; or those who have been idle longest go.
    private mutating func change(by difference: Int32, at instant: Int32, _ lots: inout [Lot]) {
        if difference > 0 { return lots.append(Lot(from: instant, amount: difference, node: -1)) }
        var rest = -difference
        lots.sort { ($0.from, $0.node) < ($1.from, $1.node) }
        for place in lots.indices where rest > 0 {
            let gone = min(rest, lots[place].amount)
            lots[place].amount -= gone
            rest -= gone
            if gone > 0, lots[place].node >= 0 {
                falls[lots[place].node, default: instant] = min(falls[lots[place].node, default: instant], instant)
            }
        }
        lots.removeAll { $0.amount == 0 }
    }

    private mutating func take(_ holder: Holder, _ resource: Int32, _ lots: inout [Lot]) {
        var rest = holder.amount
        let before = Set(
            structure.predecessors[Int(holder.node)].map { structure.predecessor(structure.predecessors.items[$0]) })
        let free = lots.indices.filter { lots[$0].from <= holder.start }.sorted {
            let (a, b) = (lots[$0], lots[$1])
            let (isOwnA, isOwnB) = (before.contains(Int(a.node)), before.contains(Int(b.node)))
            return isOwnA != isOwnB ? isOwnA : (a.from, a.node) < (b.from, b.node)
        }
        for place in free where rest > 0 {
            let taken = min(rest, lots[place].amount)
            lots[place].amount -= taken
            rest -= taken
            if lots[place].node >= 0 {
                pairs.append(Pair(from: lots[place].node, to: holder.node, resource: resource))
            } else if lots[place].from > 0 {
                hold(Int(holder.node), from: lots[place].from)
            }
        }
        lots.removeAll { $0.amount == 0 }
    }

    /// A node waits for people who come at an instant.
    private mutating func hold(_ node: Int, from instant: Int32) {
        if floors.isEmpty { floors = Array(repeating: Int32.min, count: structure.nodeCount) }
        floors[node] = max(floors[node], structure.calendars[structure.calendar(of: node)].work(at: instant))
    }
}

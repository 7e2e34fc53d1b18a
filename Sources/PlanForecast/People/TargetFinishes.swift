import PlanNetwork
import PlanSchedule

/// When targets finish in one replication, and with which tasks; one pass from tasks up to initiatives.
struct TargetFinishes {
    /// By target, a position on its axis; `none` where no unfinished task serves it.
    private(set) var finish: [Int32]
    static let none = Int32.min

    private let network: Network
    private let axis: [UInt16]
    /// The unfinished tasks that can finish last in each target.
    private let members: AdjacencyList
    /// The position of the latest actual finish of the target itself and all below it; `none` without one.
    private let fixed: [Int32]

    init(_ program: ForecastProgram) {
        network = program.network
        axis = program.axisOfTarget
        let (tree, gathering) = (network.structure.targets, TargetGathering(network))
        var (keys, values): ([Int32], [Int32]) = ([], [])
        for node in 0..<network.structure.nodeCount {
            for place in gathering.targetsOf(node) {
                keys.append(gathering.memberships.items[place])
                values.append(Int32(node))
            }
        }
        members = AdjacencyList(nodeCount: tree.count, keys: keys, values: values)
        var instants = gathering.fixedFinish
        for target in tree.order.map(Int.init) {
            for place in tree.children[target] {
                instants[target] = max(instants[target], instants[Int(tree.children.items[place])])
            }
        }
        let calendars = network.structure.calendars
        fixed = instants.indices.map {
            instants[$0] < 0 ? Self.none : calendars[Int(program.axisOfTarget[$0])].work(at: instants[$0])
        }
        finish = Array(repeating: Self.none, count: tree.count)
    }

    /// Finds all finishes.
    mutating func gather(_ dispatcher: borrowing Dispatcher) {
        let (tree, placed) = (network.structure.targets, dispatcher.finish)
        for target in tree.order.map(Int.init) {
            var latest = Self.none
            for place in members[target] {
                let node = Int(members.items[place])
                latest = max(latest, position(placed[node], network.structure.calendar(of: node), on: target))
            }
            for place in tree.children[target] {
                let child = Int(tree.children.items[place])
                if finish[child] > Self.none { latest = max(latest, position(finish[child], Int(axis[child]), on: target)) }
            }
            finish[target] = latest > Self.none ? max(latest, fixed[target]) : Self.none
        }
    }

    /// A position of one calendar on a target's axis.
    private func position(_ position: Int32, _ calendar: Int, on target: Int) -> Int32 {
        let own = Int(axis[target])
        if calendar == own { return position }
        return network.structure.calendars[own].work(at: network.structure.calendars[calendar].finish(at: position))
    }

    /// Calls `take` with the tasks that finish last in a target.
    func forEachLast(in target: Int, _ dispatcher: borrowing Dispatcher, _ take: (Int) -> Void) {
        let tree = network.structure.targets
        var stack = [target]
        while let next = stack.popLast() {
            for place in members[next] {
                let node = Int(members.items[place])
                if position(dispatcher.finish[node], network.structure.calendar(of: node), on: next) == finish[next] {
                    take(node)
                }
            }
            for place in tree.children[next] {
                let child = Int(tree.children.items[place])
                if finish[child] > Self.none, position(finish[child], Int(axis[child]), on: next) == finish[next] {
                    stack.append(child)
                }
            }
        }
    }
}

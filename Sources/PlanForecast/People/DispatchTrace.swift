import PlanNetwork
import PlanSchedule

/// Follows what decided a target's finish in a replication back through relations and through people: who waited for somebody waited for the task that
/// let go of them.
struct DispatchTrace {
    /// By target asked for: how often each node lay on its path, by program node, and by how much it was longer there than planned.
    private(set) var tasks: [PathTable]
    /// By target asked for: how often its path went through a wait for each resource, and the minutes of these waits.
    private(set) var resources: [PathTable]
    private let programNode: [Int32]
    private let planned: [Int32]
    private var seen: [Int32]
    private var seenResource: [Int32]
    private var stamp: Int32 = 0
    private var stack: [Int] = []
    private var waits: [Int32: Int64] = [:]

    init(_ program: ForecastProgram, resources: Int, targets: Int) {
        tasks = Array(repeating: PathTable(explains: true), count: targets)
        self.resources = tasks
        var byNode = [Int32](repeating: -1, count: program.network.structure.nodeCount)
        for (place, node) in program.networkNode.enumerated() where node >= 0 { byNode[Int(node)] = Int32(place) }
        (programNode, planned) = (byNode, program.network.values.remaining)
        seen = Array(repeating: 0, count: byNode.count)
        seenResource = Array(repeating: 0, count: resources)
    }

    /// Adds the path of one replication.
    mutating func count(_ place: Int, _ target: Int, _ finishes: TargetFinishes, _ dispatcher: borrowing Dispatcher) {
        stamp += 1
        waits.removeAll(keepingCapacity: true)
        finishes.forEachLast(in: target, dispatcher) { reach($0) }
        while let node = stack.popLast() {
            if programNode[node] >= 0 {
                let excess = Int64(dispatcher.length(of: node) - planned[node])
                tasks[place].add(UInt32(programNode[node]), count: 1, excess: excess)
            }
            let wait = dispatcher.start(of: node) - dispatcher.ready(of: node)
            if wait > 0, dispatcher.waitedFor(of: node) >= 0 {
                waits[dispatcher.waitedFor(of: node), default: 0] += Int64(wait)
                if dispatcher.releasedBy(of: node) >= 0 { reach(Int(dispatcher.releasedBy(of: node))) }
            } else {
                dispatcher.forEachDriver(of: node) { reach($0) }
            }
        }
        for (resource, minutes) in waits { resources[place].add(UInt32(resource), count: 1, excess: minutes) }
    }

    private mutating func reach(_ node: Int) {
        if seen[node] == stamp { return }
        seen[node] = stamp
        stack.append(node)
    }
}

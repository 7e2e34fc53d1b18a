import PlanModel
import PlanNetwork

/// Finds float paths best first: what leads to the tasks found so far waits in a heap, by how far it may slip.
struct FloatPathSearch {
    /// What may begin the next path, or a hub that leads to such.
    private struct Candidate: Comparable {
        var float: Int
        var node: Int
        /// The task that it leads to; `nil` for the end of the target.
        var joins: Int?
        /// Of a hub, its relation to that task.
        var item: Int32 = 0
        /// Places among equals: hubs first, as they are seen through; then the node, then what it leads to, tasks before the end.
        var order: (UInt8, UInt64, UInt64)

        static func < (left: Candidate, right: Candidate) -> Bool {
            left.float != right.float ? left.float < right.float : left.order < right.order
        }

        static func == (left: Candidate, right: Candidate) -> Bool { left.float == right.float && left.order == right.order }
    }

    private let schedule: Schedule
    private let structure: NetworkStructure
    /// Whether each task lies on a path, or each hub has been seen through.
    private var isTaken: [Bool]
    private var waiting = BinaryHeap<Candidate>()

    init(_ schedule: Schedule) {
        (self.schedule, structure) = (schedule, schedule.network.structure)
        isTaken = Array(repeating: false, count: schedule.network.structure.nodeCount)
    }

    /// Takes the tasks of a path; what leads to them may begin the next ones.
    mutating func take(_ nodes: [Int], float: Int) {
        for node in nodes { isTaken[node] = true }
        for node in nodes where !schedule.isCompleted(node) { addPredecessors(of: node, float) }
    }

    /// Adds those tasks of a target that end it: they may slip to its finish, on the plan's calendar as what a target leaves to its due date.
    ///
    /// A task whose finish another one of the target waits for ends nothing itself.
    mutating func addEnds(of members: [Int], finish: Int32) {
        let calendar = structure.calendars[structure.planCalendar]
        var isMember = [Bool](repeating: false, count: structure.nodeCount)
        for node in members { isMember[node] = true }
        for node in members where !structure.successors[node].contains(where: { holdsFinish($0, within: isMember) }) {
            let left = calendar.work(at: finish) - calendar.work(at: schedule.finishInstant(node))
            add(node, float: Int(left), joins: nil)
        }
    }

    /// Whether a relation makes one of some tasks, which are still to be done, wait for its predecessor's finish.
    private func holdsFinish(_ place: Int, within isMember: [Bool]) -> Bool {
        let item = structure.successors.items[place]
        let relation = item < 0 ? structure.relations[Int(~item)] : nil
        let successor = Int(relation?.successor ?? item)
        guard isMember[successor], !schedule.isCompleted(successor), !schedule.isSpan(successor) else { return false }
        if let relation, relation.type.leavesStart || relation.lag.minutes < 0 { return false }
        return schedule.timing.followsLogic(successor)
            && !(schedule.network.values.limits(of: successor)?.ignoresLogic ?? false)
    }

    /// The next path; `nil` where nothing is left that leads to those found.
    mutating func next() -> FloatPaths.Path? {
        while let candidate = waiting.removeFirst() {
            if isTaken[candidate.node] { continue }
            if structure.taskOfNode[candidate.node] < 0 {
                seeThrough(candidate)
                continue
            }
            var nodes = [candidate.node]
            while let driver = schedule.drivingPredecessor(of: nodes[nodes.count - 1]), !isTaken[driver],
                !schedule.isCompleted(driver)
            {
                nodes.append(driver)
            }
            take(nodes, float: candidate.float)
            return FloatPaths.Path(float: candidate.float, nodes: nodes.reversed(), joins: candidate.joins)
        }
        return nil
    }

    private mutating func add(_ node: Int, float: Int, joins: Int?, item: Int32 = 0) {
        // Spans lead to nothing, they are drawn out by others.
        guard !isTaken[node], !schedule.isCompleted(node), !schedule.isSpan(node) else { return }
        let identities = schedule.network.identities
        let order = (
            structure.taskOfNode[node] < 0 ? UInt8(0) : 1, identities[node], joins.map { identities[$0] } ?? UInt64.max
        )
        waiting.insert(Candidate(float: float, node: node, joins: joins, item: item, order: order))
    }

    private mutating func addPredecessors(of node: Int, _ float: Int) {
        guard schedule.timing.followsLogic(node), !schedule.isSpan(node), let start = schedule.drivenStart(node) else { return }
        for place in structure.predecessors[node] {
            let item = structure.predecessors.items[place]
            guard let left = room(schedule.timing.bound(item, schedule.earlyFinish), before: start) else { continue }
            add(predecessor(item), float: float + left, joins: node, item: item)
        }
    }

    /// Adds the tasks before a hub, each by what it alone would make of the hub.
    ///
    /// A hub is seen through once, from the task that leaves it the least; on one calendar no other is nearer to anything before the hub.
    private mutating func seeThrough(_ hub: Candidate) {
        isTaken[hub.node] = true
        guard let successor = hub.joins, let start = schedule.drivenStart(successor) else { return }
        let (timing, early) = (schedule.timing, schedule.earlyFinish)
        // What the way from the hub's successor to the end leaves.
        guard let own = room(timing.bound(hub.item, early), before: start) else { return }
        for place in structure.predecessors[hub.node] {
            let item = structure.predecessors.items[place]
            let position = timing.bound(item, early)
            // The start of a summary is that of its earliest task; the others do not hold it.
            if structure.earliestHubs.contains(hub.node), position > early[hub.node] { continue }
            guard position > Self.unheld, let left = room(timing.bound(hub.item, handingOn: position), before: start) else {
                continue
            }
            add(predecessor(item), float: hub.float - own + left, joins: successor)
        }
    }

    /// Positions at and below this are those of relations that hold nothing: their leads reach before time begins.
    private static let unheld = Int32.min / 4

    /// What a relation leaves before a start; `nil` where it holds nothing.
    private func room(_ bound: Int32, before start: Int32) -> Int? {
        bound <= Self.unheld ? nil : max(Int(start) - Int(bound), 0)
    }

    private func predecessor(_ item: Int32) -> Int {
        item >= 0 ? Int(item) : Int(structure.relations[Int(~item)].predecessor)
    }
}

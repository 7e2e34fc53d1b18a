import PlanModel
import PlanNetwork

/// The chain of unfinished tasks to the task that ends the plan.
///
/// It follows driving predecessors and, where a date keeps a task from moving with any, the predecessor that finishes last: the path that the
/// plan's logic means, whatever dates do to it.
struct DrivingChain {
    /// Nodes, first task first; empty where all work is done.
    let tasks: [Int]
    private let schedule: Schedule

    private var structure: NetworkStructure { schedule.network.structure }

    init(_ schedule: Schedule) {
        self.schedule = schedule
        var chain = Self.lastTask(schedule).map { [$0] } ?? []
        while let last = chain.last,
            let before = schedule.drivingPredecessor(of: last) ?? Self.predecessor(behind: last, schedule)
        {
            chain.append(before)
        }
        tasks = chain.reversed().filter { !schedule.isCompleted($0) }
    }

    /// The first task with work that the chain runs through from start to finish; `nil` where there is none.
    var firstTask: Int? {
        tasks.indices.first { place in
            schedule.network.values.remaining[tasks[place]] > 0
                && (place + 1 == tasks.count || leavesFinish(tasks[place], to: tasks[place + 1]))
        }.map { tasks[$0] }
    }

    /// Whether the relation that counts from one task of the chain to the next leaves the finish; relations through hubs as they leave.
    private func leavesFinish(_ node: Int, to next: Int) -> Bool {
        let direct = relations(from: node, to: next)
        let tightest = direct.map { schedule.timing.bound($0, schedule.earlyFinish) }.max()
        let counting = direct.filter { schedule.timing.bound($0, schedule.earlyFinish) == tightest }
        let through = counting.isEmpty ? hubs(before: next).flatMap { relations(from: node, to: $0) } : counting
        return through.contains { $0 >= 0 || !structure.relations[Int(~$0)].type.leavesStart }
    }

    private func relations(from node: Int, to next: Int) -> [Int32] {
        structure.predecessors[next].map { structure.predecessors.items[$0] }.filter {
            Self.predecessor(of: $0, structure) == node
        }
    }

    private func hubs(before node: Int) -> [Int] {
        structure.predecessors[node].map { Self.predecessor(of: structure.predecessors.items[$0], structure) }.filter {
            structure.taskOfNode[$0] < 0
        }
    }

    private static func predecessor(of item: Int32, _ structure: NetworkStructure) -> Int {
        item >= 0 ? Int(item) : Int(structure.relations[Int(~item)].predecessor)
    }

    /// The unfinished task that finishes last and is no span; of several the one with the least left to do, so that a milestone stands for
    /// the work that it ends.
    static func lastTask(_ schedule: Schedule) -> Int? {
        let structure = schedule.network.structure
        let open = structure.taskOfNode.indices.filter {
            structure.taskOfNode[$0] >= 0 && !schedule.isSpan($0) && !schedule.isCompleted($0)
        }
        let remaining = schedule.network.values.remaining
        guard let finish = open.map(schedule.finishInstant).max() else { return nil }
        return open.filter { schedule.finishInstant($0) == finish }.min {
            remaining[$0] != remaining[$1] ? remaining[$0] < remaining[$1] : isBefore($0, $1, schedule)
        }
    }

    private static func isBefore(_ left: Int, _ right: Int, _ schedule: Schedule) -> Bool {
        schedule.network.identities[left] < schedule.network.identities[right]
    }

    /// The unfinished predecessor that finishes last, of a task whose dates ignore its predecessors; hubs are seen through.
    private static func predecessor(behind node: Int, _ schedule: Schedule) -> Int? {
        guard schedule.network.values.limits(of: node)?.ignoresLogic ?? false else { return nil }
        let structure = schedule.network.structure
        func before(_ node: Int) -> [Int] {
            structure.predecessors[node].map { predecessor(of: structure.predecessors.items[$0], structure) }
        }
        let tasks = before(node).flatMap { structure.taskOfNode[$0] < 0 ? before($0) : [$0] }
        return tasks.filter { !schedule.isCompleted($0) }.max {
            let (left, right) = (schedule.finishInstant($0), schedule.finishInstant($1))
            return left != right ? left < right : isBefore($1, $0, schedule)
        }
    }
}

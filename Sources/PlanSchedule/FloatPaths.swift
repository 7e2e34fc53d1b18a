import PlanModel
import PlanNetwork

/// The most critical float paths into a target or a task: what leads to its finish, and what would next if that were quicker.
///
/// The first path is the driving path. Every further one begins with the unfinished task on no path yet that may slip the least before the
/// finish moves, and goes back from it over driving predecessors, to a task on a path already, a finished one, or a start. Every unfinished
/// task that could move the finish comes onto one path, in the end.
///
/// Source: multiple float paths by free float, as in Primavera P6; each is a branch of the tree of shortest ways to the end of the plan
/// (E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1, 1959).
public struct FloatPaths: Sendable {
    /// One path.
    public struct Path: Sendable, Hashable {
        /// How far its tasks may slip before the finish moves along it, working minutes, 0 or more.
        ///
        /// The sum of what relations leave, from its last task on: each on the calendar of the task that the relation holds, and what is
        /// left from a task to the end of the target on the plan's. A relation that a pinned date breaks leaves nothing.
        public let float: Int
        /// Its tasks, nodes, first to last; hubs (relations between projects) are seen through. Only the first path has finished tasks.
        public let nodes: [Int]
        /// The task of an earlier path that its last task leads to, a node; `nil` where it ends the target itself.
        public let joins: Int?
    }

    /// What they lead to.
    public let end: PathEnd
    /// The paths: path 1 stands first. Floats never decrease.
    public let paths: [Path]

    /// The paths into an end. Of tasks that may slip equally far the one with the smallest identity begins a path, so that the order of rows
    /// does not matter.
    ///
    /// - Parameters:
    ///   - end: a target, or a task.
    ///   - targets: of the schedule.
    ///   - count: paths wanted, 0 or more; fewer are found where there are no more, none where no task serves the target.
    /// - Complexity: O(n log n) for n relations into tasks of the paths and members of the target; and a flag a node.
    public init(into end: PathEnd, of targets: TargetSchedule, count: Int) {
        precondition(count >= 0)
        self.end = end
        guard count > 0, let last = targets.lastNode(of: end) else {
            paths = []
            return
        }
        var search = FloatPathSearch(targets.schedule)
        let first = Path(float: 0, nodes: targets.schedule.drivingPath(to: last), joins: nil)
        search.take(first.nodes, float: 0)
        if case .target(let target) = end {
            search.addEnds(of: targets.schedule.network.structure.targets.nodes(of: target), finish: targets.finish[target])
        }
        var found = [first]
        while found.count < count, let path = search.next() { found.append(path) }
        paths = found
    }
}

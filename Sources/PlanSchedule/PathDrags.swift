import PlanNetwork

/// The drag of each task of a driving path: how much it alone adds to the finish that the path leads to.
///
/// Each is a run with the task taking no time: of two tasks that can be done at once neither may add anything, and drags do not add up. A task
/// whose own end holds back what follows its start can have a drag below 0: then the finish would come later without it.
///
/// Source: S. A. Devaux, "The drag efficient: the missing quantification of time on the critical path", Defense AT&L (2012).
public struct PathDrags: Sendable {
    /// The drag of each task of the path, working minutes of the plan's calendar; 0 for finished work.
    public let minutes: [Int32]

    /// The drags of a path; `nil` where `proceed` said to stop.
    ///
    /// - Parameters:
    ///   - path: nodes, as of `FloatPaths` or `TargetSchedule.drivingPath`.
    ///   - end: what the path leads to; some task serves it.
    ///   - targets: of the network, no change waiting; the same afterwards.
    ///   - proceed: asked before each task.
    /// - Complexity: O(what each task of the path reaches): the square of a plan that is a single chain.
    public init?(
        of path: [Int], into end: PathEnd, _ targets: inout IncrementalTargets, proceed: () -> Bool = { true }
    ) {
        let network = targets.pass.network
        let calendar = network.structure.calendars[network.structure.planCalendar]
        let finish = calendar.work(at: targets.finish(of: end))
        var minutes: [Int32] = []
        for node in path {
            guard proceed() else { return nil }
            let isDone = network.values.progress(of: node) == .completed
            minutes.append(isDone ? 0 : finish - calendar.work(at: targets.finish(of: end, without: node)))
        }
        self.minutes = minutes
    }
}

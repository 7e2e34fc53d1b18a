import PlanModel

/// One task's place in the work, in working minutes since the epoch: as approved, and as it really runs, which nobody knows
/// yet.
struct WorkItem: Sendable {
    /// Its project; −1 for an orphan.
    var project: Int32
    /// Approved working minutes; 0 for a milestone.
    var duration: Int32
    var plannedStart: Int32 = 0, plannedFinish: Int32 = 0
    var start: Int32 = 0, finish: Int32 = 0

    var isMilestone: Bool { duration == 0 }
}

/// A relation between two tasks, or between two projects.
struct WorkLink: Sendable {
    var predecessor: Int32, successor: Int32
    var type = RelationType.FS
    var lag = Lag(minutes: 0)
    var joinsProjects = false
}

/// All work: every link leads from a lower number to a higher one.
struct WorkGraph: Sendable {
    var items: [WorkItem] = []
    var links: [WorkLink] = []
    /// The approved finish of each project that has tasks, and the real one.
    var plannedFinish: [Int32] = [], finish: [Int32] = []
}

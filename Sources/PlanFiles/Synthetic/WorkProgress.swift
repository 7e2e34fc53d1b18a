/// How far each task is on the data date, and what it is now expected to last.
struct WorkProgress: Sendable {
    enum Status { case planned, started, completed }

    let clock: WorkClock
    let shape: OrganisationShape
    let graph: WorkGraph
    let seed: UInt64

    /// Whether a project's work takes much longer than approved.
    static func isSlow(project: Int, seed: UInt64) -> Bool {
        var dice = Dice(seed, .pace, project)
        return dice.happens(12)
    }

    func status(_ item: WorkItem) -> Status {
        if item.finish <= clock.now { return .completed }
        return item.start < clock.now ? .started : .planned
    }

    /// Working minutes left as people see it: less than there is, mostly.
    func remaining(_ task: Int, _ item: WorkItem) -> Int32 {
        switch status(item) {
        case .completed: return 0
        case .planned: return duration(task, item)
        case .started:
            var dice = Dice(seed, .status, task)
            let left = Int(item.finish - clock.now) * dice.between(60, 105) / 100
            return Int32(max(60, (left + 30) / 60 * 60))
        }
    }

    /// Percent complete of a task under way.
    func percent(_ task: Int, _ item: WorkItem) -> Int {
        percent(done: clock.now - item.start, left: remaining(task, item))
    }

    /// The share done, never nothing and never all.
    func percent(done: Int32, left: Int32) -> Int { min(99, max(1, Int((200 * done + done + left) / (2 * (done + left))))) }

    /// The present estimate; slow projects have raised some of those of work not begun.
    func duration(_ task: Int, _ item: WorkItem) -> Int32 {
        guard item.project >= 0, status(item) == .planned, Self.isSlow(project: Int(item.project), seed: seed) else {
            return item.duration
        }
        var dice = Dice(seed, .status, task)
        guard dice.happens(30) else { return item.duration }
        return Int32((Int(item.duration) * dice.between(110, 160) / 100 + 30) / 60 * 60)
    }

    /// Whether a task was added after the plan was approved.
    func isAdded(_ task: Int, _ item: WorkItem) -> Bool {
        var dice = Dice(seed, .kind, task)
        return status(item) == .planned && dice.below(1000) < 22
    }
}

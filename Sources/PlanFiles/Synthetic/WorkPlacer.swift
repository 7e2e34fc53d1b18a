import PlanModel

/// Places one task after the other behind its predecessors, as approved and as it really runs.
struct WorkPlacer {
    private(set) var graph = WorkGraph()
    /// The task at hand: what it will last, and how early its predecessors let it start.
    private(set) var draft = WorkItem(project: -1, duration: 0)
    private var realDuration: Int32 = 0
    private let clock: WorkClock
    private let seed: UInt64

    init(tasks: Int, clock: WorkClock, seed: UInt64) {
        (self.clock, self.seed) = (clock, seed)
        graph.items.reserveCapacity(tasks)
        graph.links.reserveCapacity(tasks * 8 / 5)
    }

    /// Takes a task up; −1 is no project.
    mutating func begin(project: Int, lasting duration: Int32, _ dice: inout Dice) {
        draft = WorkItem(project: Int32(project), duration: duration)
        let pace = project >= 0 && WorkProgress.isSlow(project: project, seed: seed) ? 138 : 103
        let factor = pace * (80 + dice.below(31) + (dice.happens(25) ? dice.below(60) : 0))
        realDuration = duration == 0 ? 0 : max(60, Int32((Int(duration) * factor / 10_000 + 30) / 60 * 60))
    }

    /// Lets the task at hand start no earlier than two positions.
    mutating func hold(planned: Int32, real: Int32) {
        draft.plannedStart = max(draft.plannedStart, planned)
        draft.start = max(draft.start, real)
    }

    /// Ties the task at hand to an earlier one.
    mutating func tie(to predecessor: Int, _ type: RelationType, _ lag: Lag) {
        let item = graph.items[predecessor]
        hold(
            planned: bound(item.plannedStart, item.plannedFinish, draft.duration, type, lag),
            real: bound(item.start, item.finish, realDuration, type, lag))
        graph.links.append(
            WorkLink(predecessor: Int32(predecessor), successor: Int32(graph.items.count), type: type, lag: lag))
    }

    /// Ties the project of the task at hand, its first, to an earlier project.
    mutating func tie(project: Int, toProject other: Int) {
        hold(planned: graph.plannedFinish[other], real: graph.finish[other])
        graph.links.append(WorkLink(predecessor: Int32(other), successor: Int32(project), joinsProjects: true))
    }

    /// The earliest start that a relation allows.
    private func bound(_ start: Int32, _ finish: Int32, _ duration: Int32, _ type: RelationType, _ lag: Lag) -> Int32 {
        let from = type.leavesStart ? start : finish
        let held = lag.isElapsed ? clock.position(clock.finish(from) + lag.minutes) : from + lag.minutes
        return type.holdsFinish ? held - duration : held
    }

    /// Places the task at hand; some wait for a while though nothing holds them.
    mutating func end(_ dice: inout Dice) {
        draft.plannedFinish = draft.plannedStart + draft.duration
        if draft.duration > 0, dice.happens(20) { draft.start += Int32(dice.between(1, 6)) * 240 }
        draft.finish = draft.start + realDuration
        graph.items.append(draft)
    }

    /// Closes a project whose tasks are all placed.
    mutating func endProject(_ tasks: Range<Int>) {
        graph.plannedFinish.append(graph.items[tasks].reduce(0) { max($0, $1.plannedFinish) })
        graph.finish.append(graph.items[tasks].reduce(0) { max($0, $1.finish) })
    }
}

extension Dice {
    /// A duration of half a day to four weeks, minutes.
    mutating func duration() -> Int32 {
        let days = Self.days[below(Self.days.count)]
        return Int32(days * 480 + (happens(25) ? 240 : 0))
    }

    private static let days = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 6, 7, 8, 10, 12, 15, 20]
}

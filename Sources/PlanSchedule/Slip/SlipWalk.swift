import PlanModel
import PlanNetwork

/// Walks back from a finish and says at each step of the path what part of the slip arose there.
///
/// At each node the slip of a date is what the node adds beyond the baseline, and the slip of the date that it waits for: along the current
/// driving predecessor where the date is later than the baseline's, along the baseline's where it is earlier (a gain comes from what used to
/// decide). What a step adds is the finish with the step as it is and all before it as in the baseline, less the finish with the step too as
/// in the baseline; so the parts add up, whatever calendars lie between.
struct SlipWalk {
    /// A line with what undoes it.
    struct Entry {
        var line: SlipLedger.Line
        var undo: SlipUndo
    }

    let comparison: SlipComparison
    /// From the place reached to the finish that is explained.
    var push = SlipPush()
    /// Last task first.
    private(set) var entries: [Entry] = []
    private var visited: Set<Int> = []

    init(_ comparison: SlipComparison) { self.comparison = comparison }

    var current: SlipSide { comparison.current }
    var base: SlipSide { comparison.base }

    // MARK: lines

    /// Adds what lies between two positions at the place reached, if it comes through.
    mutating func add(
        _ node: Int, _ cause: SlipCause, from base: Int, to position: Int, undo: SlipUndo, predecessor: Int? = nil
    ) {
        add(.row(row(node)), cause, push.minutes(from: base, to: position), undo, predecessor.map { .row(row($0)) })
    }

    mutating func add(
        _ task: SlipLedger.Task, _ cause: SlipCause, _ minutes: Int, _ undo: SlipUndo,
        _ predecessor: SlipLedger.Task? = nil
    ) {
        if minutes == 0 { return }
        let line = SlipLedger.Line(task: task, cause: cause, predecessor: predecessor, minutes: minutes, undoMinutes: nil)
        let same = entries.lastIndex {
            $0.line.task == task && $0.line.cause == cause && $0.line.predecessor == line.predecessor && $0.undo == undo
        }
        if let same { entries[same].line.minutes += minutes } else { entries.append(Entry(line: line, undo: undo)) }
    }

    func row(_ node: Int) -> Int { Int(current.network.structure.taskOfNode[node]) }

    func goneTask(_ node: Int) -> SlipLedger.Task { .gone(Int(base.network.structure.taskOfNode[node])) }

    // MARK: the walk

    /// Explains the slip of a node's finish; the baseline has the node.
    mutating func walk(from node: Int) { walk(from: Place(node: node, isFinish: true)) }

    mutating func walk(from place: Place) {
        var place: Place? = place
        while let here = place { place = step(at: here) }
    }

    /// One end of a task.
    struct Place {
        var node: Int
        var isFinish: Bool
    }

    /// One step back; `nil` where the path begins.
    private mutating func step(at here: Place) -> Place? {
        let node = here.node
        if comparison.schedule.isSpan(node) {
            if here.isFinish { return explainSpan(node) }
            // It starts with others, and nothing starts with it any more.
            add(
                node, startCause(node), from: Int(comparison.baseStart[node]), to: Int(current.start[node]), undo: .unknown)
            return nil
        }
        let isHistory = isHistory(node)
        let now = (start: Int(current.start[node]), finish: Int(current.finish[node]))
        let then = (start: Int(comparison.baseStart[node]), finish: Int(comparison.baseFinish[node]))
        if isHistory, now.start == then.start {
            // It began as planned: nothing before it made it late.
            if here.isFinish { addGrowth(node) }
            return nil
        }
        let decider = decider(of: node, at: here, (now.start - then.start, now.finish - then.finish))
        let holdsFinish = decider?.link.holdsFinish ?? isHeldAtFinish(node)
        if here.isFinish, !holdsFinish {
            addGrowth(node)
            push.prepend(.init(add: now.finish - now.start))
        } else if !here.isFinish, holdsFinish {
            addShrinkage(node)
            push.prepend(.init(add: now.start - now.finish))
        }
        let gap = Gap(
            node: node, holdsFinish: holdsFinish, now: holdsFinish ? now.finish : now.start,
            then: holdsFinish ? then.finish : then.start)
        guard visited.insert(node * 2 + (holdsFinish ? 1 : 0)).inserted else {
            // Links have turned round since the baseline.
            add(node, .logicChanged, from: gap.then, to: gap.now, undo: .start(node, comparison.baseStart[node]))
            return nil
        }
        switch decider {
        case .former(let link): return explainGain(gap, link)
        case .current(let link): return explainDelay(gap, link)
        case nil:
            if !holdsFinish, heldFinish(of: node, now: gap.now > gap.then) {
                // It is the finish that is held or was, and the start has room before that.
                add(node, .absorbedByFloat, from: gap.then, to: gap.now, undo: .nothing)
            } else {
                addStart(node, from: gap.then, to: gap.now)
            }
            return nil
        }
    }

    /// What decides one end of a node, and so its dates.
    private enum Decider {
        /// What it waits for now; what it waited for in the baseline.
        case current(SlipSide.Link), former(SlipSide.Link)

        var link: SlipSide.Link {
            switch self {
            case .current(let link), .former(let link): link
            }
        }
    }

    /// What explains the slip of an end of a node: what decides now, or for a gain what decided in the baseline; `nil` where nothing before it
    /// decides.
    private func decider(of node: Int, at place: Place, _ slips: (start: Int, finish: Int)) -> Decider? {
        let now = current.driver(of: node).map { Decider.current($0.link) }
        let former = comparison.baseNode(node).flatMap(base.driver).map { Decider.former($0.link) }
        func isGain(_ isFinish: Bool) -> Bool { (isFinish ? slips.finish : slips.start) < 0 }
        if place.isFinish, isGain(true), former == nil, now?.link.holdsFinish ?? false { return nil }
        if place.isFinish, now == nil, isGain(false), let former, !former.link.holdsFinish { return former }
        guard let first = isGain(place.isFinish) ? former ?? now : now else { return nil }
        if first.link.holdsFinish == place.isFinish { return first }
        // It holds the other end, whose slip may have another sign.
        let sides = isGain(!place.isFinish) ? [former, now] : [now, former]
        return sides.compactMap(\.self).first { $0.link.holdsFinish != place.isFinish }
    }

    /// Whether what decides a node now, or decided in the baseline, holds its finish.
    private func heldFinish(of node: Int, now: Bool) -> Bool {
        let decider = now ? current.driver(of: node) : comparison.baseNode(node).flatMap(base.driver)
        return decider?.link.holdsFinish ?? false
    }

    /// Whether a constraint, and nothing before it, holds a node's finish.
    private func isHeldAtFinish(_ node: Int) -> Bool {
        guard let limits = current.network.values.limits(of: node) else { return false }
        return limits.startPin == nil
            && [limits.finishPin, limits.finishFloor, limits.finishCap].contains(current.finish[node])
    }

    /// What a node's own start adds, where nothing that it waits for explains it.
    mutating func addStart(_ node: Int, from base: Int, to position: Int) {
        if comparison.hasOtherCalendar(node), !isHistory(node) {
            add(node, .calendarChanged, from: base, to: position, undo: .calendar(node))
        } else {
            add(node, startCause(node), from: base, to: position, undo: startUndo(node))
        }
    }

    /// What gives a node back the start that the baseline had, where nothing that it waits for explains another.
    private func startUndo(_ node: Int) -> SlipUndo {
        let planned = comparison.baseStart[node]
        if isHistory(node) {
            // What began before its predecessors allowed does not wait for them.
            let isPinned = current.network.values.limits(of: node)?.ignoresLogic ?? false
            return isPinned ? .pin(node, planned) : .start(node, planned)
        }
        guard startCause(node) == .constraint, comparison.baseNodes != nil, let other = comparison.baseNode(node),
            comparison.base.network.values.delay(of: other) == 0
        else { return .start(node, planned) }
        return .limits(node, comparison.base.network.values.limits(of: other))
    }

    /// The held end of a node, with its positions now and in the baseline.
    struct Gap {
        let node: Int
        let holdsFinish: Bool
        let now: Int, then: Int
    }

    /// What a node's own duration adds.
    private mutating func addGrowth(_ node: Int) {
        let (start, planned) = (Int(comparison.baseStart[node]), comparison.baseDuration(node))
        let cause: SlipCause = comparison.schedule.isCompleted(node) ? .ranLong : .remainingGrew
        add(
            node, cause, from: start + planned, to: start + Int(current.duration(node)),
            undo: .duration(node, Int32(clamping: planned)))
        add(
            node, .calendarChanged, from: Int(comparison.baseFinish[node]), to: start + planned, undo: calendarUndo(node))
    }

    /// What a node's own duration takes off its start, where something holds its finish.
    private mutating func addShrinkage(_ node: Int) {
        let (finish, planned) = (Int(comparison.baseFinish[node]), comparison.baseDuration(node))
        let cause: SlipCause = comparison.schedule.isCompleted(node) ? .ranLong : .remainingGrew
        add(
            node, cause, from: finish - planned, to: finish - Int(current.duration(node)),
            undo: .duration(node, Int32(clamping: planned)))
        add(node, .calendarChanged, from: Int(comparison.baseStart[node]), to: finish - planned, undo: calendarUndo(node))
    }

    /// A table does not tell on which calendar its dates were found.
    private func calendarUndo(_ node: Int) -> SlipUndo { comparison.baseNodes == nil ? .unknown : .calendar(node) }

    func isHistory(_ node: Int) -> Bool { comparison.schedule.network.values.progress(of: node) != .planned }

    /// Why a node starts later than what it waits for lets it.
    func startCause(_ node: Int) -> SlipCause {
        if isHistory(node) { return .startedLate }
        if comparison.schedule.network.values.delay(of: node) > 0 { return .waitedForPeople }
        guard let limits = comparison.schedule.network.values.limits(of: node) else {
            return formerConstraint(node) ?? .startedLate
        }
        let (start, finish) = (current.start[node], current.finish[node])
        let holds =
            limits.isAsLateAsPossible || limits.ignoresLogic || [limits.startFloor, limits.startCap].contains(start)
            || [limits.finishFloor, limits.finishCap].contains(finish)
        return holds ? .constraint : formerConstraint(node) ?? .startedLate
    }

    /// A constraint that the baseline had and that is no more.
    private func formerConstraint(_ node: Int) -> SlipCause? {
        guard comparison.baseNodes != nil, let other = comparison.baseNode(node),
            let limits = base.network.values.limits(of: other)
        else { return nil }
        return limits.startFloor > Int32.min || limits.finishFloor > Int32.min || limits.ignoresLogic ? .constraint : nil
    }
}

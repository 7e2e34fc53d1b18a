import PlanModel
import PlanNetwork

/// Steps along the current driving path, where a date is not earlier than in the baseline.
extension SlipWalk {
    /// What lies between a node and the link that decides when it starts.
    mutating func explainDelay(_ gap: Gap, _ link: SlipSide.Link) -> Place? {
        let delay = Int(current.network.values.delay(of: gap.node))
        guard comparison.baseNode(link.predecessor) != nil else { return explainNewTasks(gap, link, delay) }
        join(gap, link, through: current.held(link, from: Int(leftThen(link))), delay, former: formerLink(link, into: gap.node))
        push.prepend(current.step(link, delay))
        return Place(node: link.predecessor, isFinish: !link.leavesStart)
    }

    /// The end of a link's predecessor that it leaves, as the baseline had it.
    func leftThen(_ link: SlipSide.Link) -> Int32 {
        link.leavesStart ? comparison.baseStart[link.predecessor] : comparison.baseFinish[link.predecessor]
    }

    /// What a link adds beyond what it did in the baseline, and the delay or room after it.
    ///
    /// - Parameters:
    ///   - through: the position that the link asks for with its predecessor as in the baseline.
    ///   - delay: how long the node waits after the link.
    ///   - former: the link as the baseline had it, as far as it held the node.
    ///   - added: the new task of whose relation the link is one, in the place of the former.
    mutating func join(
        _ gap: Gap, _ link: SlipSide.Link, through: Int, _ delay: Int, former: SlipSide.Link?, added: Int? = nil
    ) {
        var (expected, room) = (through, gap.then - through)
        if let former, let node = comparison.baseNode(gap.node) {
            room = base.room(former, into: node)
            expected = gap.then - room
            if let added {
                add(added, .scopeAdded, from: expected + delay, to: through + delay, undo: .dissolve(added))
            } else {
                addLink(gap.node, link, former, from: expected + delay, to: through + delay)
            }
        } else if room < 0 {
            addNewLink(gap, link, through)
            (expected, room) = (through, 0)
        }
        if delay > room {
            add(
                gap.node, startCause(gap.node), from: expected + room, to: expected + delay, undo: .delay(gap.node, Int32(room))
            )
        } else {
            add(gap.node, .absorbedByFloat, from: expected + room, to: expected + delay, undo: .nothing)
        }
    }

    /// A link that asks for more than the baseline's dates kept.
    ///
    /// Dates alone do not tell whether it was there with a shorter lag: where it has a lag that is what is taken to have changed, and undoing
    /// it leaves the link so much that the baseline's dates keep it.
    private mutating func addNewLink(_ gap: Gap, _ link: SlipSide.Link, _ through: Int) {
        let structure = current.network.structure
        let item = structure.predecessors.items[link.place]
        let lag = item >= 0 ? Lag(minutes: 0) : structure.relations[Int(~item)].lag
        var undo = SlipUndo.without(place: link.place, into: gap.node)
        var cause = SlipCause.logicChanged
        if comparison.baseNodes == nil, !lag.isElapsed, link.hubPlace == nil {
            undo = .lag(place: link.place, into: gap.node, Lag(minutes: lag.minutes - Int32(clamping: through - gap.then)))
            if lag.minutes > 0 { cause = .lagChanged }
        }
        add(gap.node, cause, from: gap.then, to: through, undo: undo, predecessor: link.predecessor)
    }

    /// What differs between a link as it is and as it was.
    mutating func addLink(_ node: Int, _ link: SlipSide.Link, _ former: SlipSide.Link, from base: Int, to position: Int) {
        if base == position { return }
        if let change = lagChange(node, link, former) {
            add(node, .lagChanged, from: base, to: position, undo: change, predecessor: link.predecessor)
        } else {
            let other = comparison.hasOtherCalendar(link.predecessor) ? link.predecessor : node
            add(other, .calendarChanged, from: base, to: position, undo: .calendar(other))
        }
    }

    /// What gives a link the lag that it had; `nil` where it has it.
    func lagChange(_ node: Int, _ link: SlipSide.Link, _ former: SlipSide.Link) -> SlipUndo? {
        let (now, then) = (current.network.structure, base.network.structure)
        func lag(_ structure: NetworkStructure, _ place: Int) -> Lag {
            let item = structure.predecessors.items[place]
            return item >= 0 ? Lag(minutes: 0) : structure.relations[Int(~item)].lag
        }
        func change(_ place: Int, _ old: Int, into node: Int) -> SlipUndo? {
            let before = lag(then, old)
            return lag(now, place) == before ? nil : .lag(place: place, into: node, before)
        }
        if let place = link.hubPlace, let old = former.hubPlace,
            let undo = change(place, old, into: now.predecessor(now.predecessors.items[link.place]))
        {
            return undo
        }
        return change(link.place, former.place, into: node)
    }

    /// The link as the baseline had it between the same tasks, of the same type, as far as it was kept to: of several the one with the same
    /// lag, else the tightest.
    private func formerLink(_ link: SlipSide.Link, into node: Int) -> SlipSide.Link? {
        formerLinks(from: link.predecessor, to: node).filter {
            $0.leavesStart == link.leavesStart && $0.holdsFinish == link.holdsFinish
                && ($0.hubPlace == nil) == (link.hubPlace == nil)
        }.first { lagChange(node, link, $0) == nil || comparison.baseNodes == nil && $0.place == link.place }
            ?? formerLinks(from: link.predecessor, to: node).first {
                $0.leavesStart == link.leavesStart && $0.holdsFinish == link.holdsFinish
            }
    }

    /// The links that the baseline had between two nodes and kept to, tightest first.
    private func formerLinks(from predecessor: Int, to node: Int) -> [SlipSide.Link] {
        guard let before = comparison.baseNode(predecessor), let after = comparison.baseNode(node) else { return [] }
        return base.links(into: after).filter { $0.predecessor == before }.map { ($0, base.room($0, into: after)) }
            .filter { $0.1 >= 0 }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    // MARK: tasks that the baseline does not have

    /// The path back from a new task, and the position from which it is gone through: of its origin in the baseline, else of its first task.
    func newPath(to place: Place) -> (path: OneSidedPath, from: Int) {
        let path = current.oneSidedPath(to: place) { comparison.baseNode($0) != nil }
        guard let origin = path.origin else { return (path, path.start) }
        return (path, Int((origin.isFinish ? comparison.baseFinish : comparison.baseStart)[origin.node]))
    }

    private mutating func explainNewTasks(_ gap: Gap, _ link: SlipSide.Link, _ delay: Int) -> Place? {
        var (path, from) = newPath(to: Place(node: link.predecessor, isFinish: !link.leavesStart))
        path.steps.insert((current.step(link, 0), nil), at: 0)
        let bare = path.through(from, [])
        if let origin = path.origin {
            join(
                gap, link, through: bare, delay, former: formerLinks(from: origin.node, to: gap.node).first,
                added: path.tasks[0])
        } else if bare + delay > gap.then {
            let first = path.tasks[path.tasks.count - 1]
            add(first, .scopeAdded, from: gap.then, to: bare + delay, undo: .dissolve(first))
        } else {
            add(gap.node, .absorbedByFloat, from: gap.then, to: bare + delay, undo: .nothing)
        }
        addNewTasks(path, from: from, delay)
        push.prepend(.init(add: delay))
        for part in path.steps { push.prepend(part.step) }
        return path.origin
    }

    /// A line for the own time of each new task; those before it count.
    ///
    /// - Parameter last: the one that ends a target, which is done without it.
    mutating func addNewTasks(_ path: OneSidedPath, from: Int, _ delay: Int, last: Int? = nil) {
        for (index, task) in path.tasks.enumerated() {
            let (before, all) = (path.through(from, path.tasks[(index + 1)...]), path.through(from, path.tasks[index...]))
            add(
                task, .scopeAdded, from: before + delay, to: all + delay, undo: task == last ? .excluded(task) : .dissolve(task)
            )
        }
    }
}

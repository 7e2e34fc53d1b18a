import PlanModel
import PlanNetwork

/// Steps along what decided in the baseline, where a date is earlier now.
extension SlipWalk {
    /// What lies between a node and the link that decided its start in the baseline.
    mutating func explainGain(_ gap: Gap, _ former: SlipSide.Link) -> Place? {
        guard let node = comparison.baseNode(gap.node) else { return nil }
        let room = base.room(former, into: node)
        guard let predecessor = comparison.currentNode(former.predecessor), comparison.baseNode(predecessor) != nil else {
            return explainGoneTasks(gap, former, room)
        }
        let leftNow = Int(former.leavesStart ? current.start[predecessor] : current.finish[predecessor])
        let leftThen = Int(former.leavesStart ? comparison.baseStart[predecessor] : comparison.baseFinish[predecessor])
        func asked(_ position: Int) -> Int { comparison.heldThen(former, from: position, of: predecessor, to: gap.node) }
        let before = asked(leftNow)
        let links = current.links(into: gap.node).filter {
            $0.predecessor == predecessor && $0.leavesStart == former.leavesStart && $0.holdsFinish == former.holdsFinish
        }
        if let link = links.first(where: { lagChange(gap.node, $0, former) == nil }) ?? links.first {
            let delay = Int(current.network.values.delay(of: gap.node))
            let own = max(delay - max(room, 0), 0)
            add(
                gap.node, startCause(gap.node), from: gap.now - own, to: gap.now,
                undo: .delay(gap.node, Int32(clamping: max(room, 0))))
            let now = current.held(link, from: leftNow)
            addRest(gap, from: now + room, to: gap.now - own)
            addLink(gap.node, link, former, from: before + room, to: now + room)
        } else if gap.now < before + room {
            add(
                gap.node, .logicChanged, from: before + room, to: gap.now,
                undo: .hold(gap.node, Int32(clamping: before), isFinish: gap.holdsFinish, from: predecessor),
                predecessor: predecessor)
        } else {
            add(gap.node, .absorbedByFloat, from: before + room, to: gap.now, undo: .nothing)
        }
        let other = comparison.hasOtherCalendar(predecessor) ? predecessor : gap.node
        add(other, .calendarChanged, from: gap.then, to: asked(leftThen) + room, undo: .calendar(other))
        push.prepend(
            .init(
                convert: { [comparison] in comparison.heldThen(former, from: $0, of: predecessor, to: gap.node) }, add: room))
        return Place(node: predecessor, isFinish: !former.leavesStart)
    }

    /// Room that took up a gain, or room that the baseline left and that is no more.
    private mutating func addRest(_ gap: Gap, from base: Int, to position: Int) {
        if position >= base {
            add(gap.node, .absorbedByFloat, from: base, to: position, undo: .nothing)
        } else {
            addStart(gap.node, from: base, to: position)
        }
    }

    // MARK: tasks that the plan has no more

    /// The baseline's path back from a task that is gone; base nodes and positions.
    func gonePath(to place: Place) -> OneSidedPath {
        base.oneSidedPath(to: place) { comparison.currentNode($0).flatMap(comparison.baseNode) != nil }
    }

    /// The plan's own node at which a path of tasks that are gone begins.
    private func origin(_ path: OneSidedPath) -> Place? {
        path.origin.map { Place(node: comparison.currentNode($0.node)!, isFinish: $0.isFinish) }
    }

    private mutating func explainGoneTasks(_ gap: Gap, _ former: SlipSide.Link, _ room: Int) -> Place? {
        var path = gonePath(to: Place(node: former.predecessor, isFinish: !former.leavesStart))
        path.steps.insert((base.step(former, 0), nil), at: 0)
        let (node, holdsFinish, comparison) = (gap.node, gap.holdsFinish, comparison)
        let origin = origin(path)?.node
        return explainGone(
            path, now: gap.now, then: gap.then, node: node,
            here: { comparison.nowPosition($0, of: node, isFinish: holdsFinish) + room },
            undo: { .hold(node, Int32(clamping: $0 - room), isFinish: holdsFinish, from: origin) })
    }

    /// Lines of a path of tasks that are gone.
    ///
    /// - Parameters:
    ///   - now, then: the positions that it explains.
    ///   - endsTarget: whether it led to the end of a target, which does not wait for what came before it.
    ///   - here: a base position at its end as one of the place reached.
    ///   - node: what it led to, or what has taken its place.
    ///   - undo: what brings back some of its tasks, by the position to which they lead.
    mutating func explainGone(
        _ path: OneSidedPath, now: Int, then: Int, node: Int, endsTarget: Bool = false, here: @escaping (Int) -> Int,
        undo: (Int) -> SlipUndo
    ) -> Place? {
        let origin = origin(path)
        func start(_ starts: [Int32], _ finishes: [Int32]) -> Int {
            guard let origin else { return path.start }
            let position = (origin.isFinish ? finishes : starts)[origin.node]
            return comparison.thenPosition(Int(position), of: origin.node, isFinish: origin.isFinish)
        }
        let from = start(current.start, current.finish)
        let bare = here(path.through(from, []))
        if now >= bare {
            add(node, .absorbedByFloat, from: bare, to: now, undo: .nothing)
        } else if endsTarget {
            let last = path.tasks[0]
            add(goneTask(last), .scopeAdded, push.minutes(from: bare, to: now), undo(here(path.through(from, [last]))))
        } else {
            add(node, .logicChanged, from: bare, to: now, undo: undo(bare))
        }
        for (index, task) in path.tasks.enumerated() {
            let (before, all) = (
                here(path.through(from, path.tasks[(index + 1)...])), here(path.through(from, path.tasks[index...]))
            )
            add(goneTask(task), .scopeAdded, push.minutes(from: all, to: before), undo(here(path.through(from, [task]))))
        }
        let whole = here(path.through(start(comparison.baseStart, comparison.baseFinish), path.tasks))
        add(node, .calendarChanged, from: then, to: whole, undo: .calendar(node))
        guard let place = origin else { return nil }
        push.prepend(
            .init(convert: { [comparison] in
                here(path.through(comparison.thenPosition($0, of: place.node, isFinish: place.isFinish), path.tasks))
            }))
        return place
    }
}

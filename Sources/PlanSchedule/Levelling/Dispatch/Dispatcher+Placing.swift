import PlanNetwork

/// What logic allows.
extension Dispatcher {
    /// Notes that all predecessors of a node have their places.
    mutating func resolve(_ node: Int32) {
        resolved[resolvedCount] = node
        resolvedCount += 1
    }

    /// Puts a node in its place and hands on to those that wait for it.
    mutating func place(_ node: Int, _ stretch: RestingClock.Stretch) {
        logic[node].missing = DispatchLogic.placed
        (records[node].start, records[node].finish) = (stretch.start, stretch.finish)
        finish[Int(records[node].node)] = stretch.finish
        if logic[node].flags.contains(.tellsLength) {
            timing.setRemaining(stretch.finish - stretch.start, of: Int(records[node].node))
        }
        for place in records[node].arcs {
            let arc = arcs[place]
            let successor = Int(arc.successor)
            if !arc.isAsked {
                let bound = bound(arc, stretch)
                if logic[successor].ready < bound { logic[successor].ready = bound }
            }
            logic[successor].missing -= 1
            if logic[successor].missing == 0 { resolve(arc.successor) }
        }
    }

    /// The earliest start that a relation allows, a position.
    @inline(__always)
    private func bound(_ arc: DispatchArc, _ stretch: RestingClock.Stretch) -> Int32 {
        var position = arc.leavesStart ? stretch.start : stretch.finish
        position = arc.conversion >= 0 ? clocks.converted(relations[Int(arc.conversion)], position) : position + arc.lag
        return arc.holdsFinish ? position - logic[Int(arc.successor)].duration : position
    }

    /// Finds when the nodes whose predecessors all have their places may start; those that need nobody get theirs at once.
    mutating func placeResolved(_ time: Int32) {
        while resolvedCount > 0 {
            resolvedCount -= 1
            let node = Int(resolved[resolvedCount])
            if logic[node].flags.contains(.needsTiming) { askRules(node) }
            let (ready, duration) = (logic[node].ready, logic[node].duration)
            if duration == 0 || logic[node].flags.contains(.isFree) {
                place(node, .init(start: ready, finish: ready + duration))
            } else {
                schedule(node, ready, time)
            }
        }
    }

    @inline(never)
    private mutating func askRules(_ number: Int) {
        let node = Int(records[number].node)
        timing.setRemaining(logic[number].duration, of: node)
        let end = timing.finish(node, finish)
        logic[number].duration = timing.remaining(of: node)
        logic[number].ready = end - logic[number].duration
    }

    /// Has a node be tried when it could begin.
    private mutating func schedule(_ node: Int, _ ready: Int32, _ time: Int32) {
        let calendar = Int(logic[node].calendar)
        var begin = startTime(ready, calendar)
        if begin < time {
            // Time does not go back: what could have begun before begins now, or when its day does.
            begin = logic[node].flags.contains(.isForced) ? time : startTime(position(time, calendar), calendar)
        }
        if begin == time { suggest(Int32(node)) } else { insert(Int32(node), .ready, at: max(begin, 0)) }
        if logic[node].flags.contains(.hasLatestStart), let latest = latestStart(node), latest > ready {
            events.insert(startTime(latest, calendar), .ready, node)
        }
    }

    /// The latest start that a constraint allows against logic, a position.
    func latestStart(_ node: Int) -> Int32? {
        problem.network.values.limits(of: Int(records[node].node))?.latestStart(remaining: logic[node].duration)
    }

    /// The time at which work that starts at a position begins.
    @inline(__always)
    func startTime(_ position: Int32, _ calendar: Int) -> Int32 {
        isOnOneCalendar ? position : clocks.start(at: position, calendar)
    }

    /// The time at which work that finishes at a position ends.
    @inline(__always)
    func finishTime(_ position: Int32, _ calendar: Int) -> Int32 {
        isOnOneCalendar ? position : clocks.finish(at: position, calendar)
    }

    /// The position at a time.
    @inline(__always)
    mutating func position(_ time: Int32, _ calendar: Int) -> Int32 {
        isOnOneCalendar ? time : clocks.position(at: time, calendar)
    }
}

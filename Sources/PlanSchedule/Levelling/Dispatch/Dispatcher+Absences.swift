import PlanNetwork

/// Who is away, and what goes away.
extension Dispatcher {
    /// The stretch of work that could begin at a position.
    @inline(never)
    func stretch(_ node: Int, _ position: Int32, _ calendar: Int) -> RestingClock.Stretch {
        let duration = logic[node].duration
        guard hasAbsences, logic[node].flags.contains(.letsRest) else {
            return .init(start: position, finish: position + duration)
        }
        var all: [[Range<Int32>]] = []
        for place in records[node].demands where !isGivenUp(place) {
            let absences = absences[Int(demands[place].resource)]
            if !absences.isEmpty { all.append(absences) }
        }
        if all.isEmpty { return .init(start: position, finish: position + duration) }
        return RestingClock.stretch(
            from: position, duration, on: calendars[calendar], all)
    }

    /// Whether somebody is away.
    @inline(never)
    func isAway(_ resource: Int32, _ position: Int32, _ calendar: Int) -> Bool {
        if absences[Int(resource)].isEmpty { return false }
        let instant = calendars[calendar].start(at: position)
        return absences[Int(resource)].contains { $0.contains(instant) }
    }

    /// Whether somebody who is away never comes back.
    @inline(never)
    func isGone(_ resource: Int32, _ position: Int32, _ calendar: Int) -> Bool {
        if absences[Int(resource)].isEmpty { return false }
        let instant = calendars[calendar].start(at: position)
        return absences[Int(resource)].contains { $0.contains(instant) && $0.upperBound >= CapacityModel.unlimited }
    }

    /// Whether a later loss of capacity leaves less than an amount beside what others hold, between two times.
    @inline(never)
    func isDropped(_ resource: Int32, _ amount: Int32, from start: Int32, to end: Int32) -> Bool {
        problem.drops[Int(resource)].contains { drop in
            guard start < drop.at, drop.at < end else { return false }
            let held = (holders[resource] ?? []).reduce(0) { $0 + ($1.finish > drop.at ? $1.amount : 0) }
            return drop.amount - held < amount
        }
    }

    /// Whether there is an amount of a resource for as long as a node takes at any time from a time on, if nobody else wanted it.
    @inline(never)
    mutating func canEverHold(_ node: Int, _ resource: Int32, _ amount: Int32, from now: Int32) -> Bool {
        let calendar = Int(logic[node].calendar)
        var begin: Int32? = now
        for change in problem.changesOfDropping[Int(resource)] where change.at > now {
            if change.amount >= amount {
                begin = begin ?? change.at
            } else {
                if let begin {
                    let stretch = self.stretch(node, position(begin, calendar), calendar)
                    if finishTime(stretch.finish, calendar) <= change.at { return true }
                }
                begin = nil
            }
        }
        return begin != nil
    }
}

import PlanNetwork

/// Who gets whom.
extension Dispatcher {
    /// Takes the first of each queue that what is free now may suffice for.
    mutating func offerTouched(_ time: Int32) {
        for place in 0..<touchedCount {
            let resource = touched[place]
            resources[Int(resource)].isTouched = false
            if !waitingForDrop.isEmpty, let nodes = waitingForDrop.removeValue(forKey: resource) {
                for node in nodes where !logic[Int(node)].isPlaced { retry(node, time) }
            }
            if resources[Int(resource)].waiting == 0 { continue }
            for queue in resources[Int(resource)].queues { offer(queue, time) }
        }
        touchedCount = 0
    }

    /// Tries a node again, now or when its day begins.
    private mutating func retry(_ node: Int32, _ time: Int32) {
        let calendar = Int(logic[Int(node)].calendar)
        let begin = startTime(position(time, calendar), calendar)
        if begin == time { suggest(node) } else { insert(node, .ready, at: begin) }
    }

    private mutating func offer(_ place: Int, _ time: Int32) {
        let queue = waiting.queues[place]
        guard queue.first >= 0 else { return }
        let resource = Int(queue.resource)
        guard queue.amount <= resources[resource].free || resources[resource].mostFromHere < queue.amount else { return }
        let calendar = Int(queue.calendar)
        if !isOnOneCalendar {
            // Nobody begins at night what runs by day: the time at which its day begins is worth a look.
            let begin = startTime(position(time, calendar), calendar)
            if begin > time {
                if resources[resource].nextWake < 0 || begin < resources[resource].nextWake {
                    resources[resource].nextWake = begin
                    events.insert(begin, .wake, resource)
                }
                return
            }
        }
        if hasAbsences {
            let position = position(time, calendar)
            if isAway(queue.resource, position, calendar), !isGone(queue.resource, position, calendar) { return }
        }
        let node = waiting.removeFirst(of: place, &records)
        resources[resource].waiting -= 1
        records[Int(node)].offeredFrom = Int32(place)
        candidates.insert(records[Int(node)].rank)
        numberOfRank.prefetch(Int(records[Int(node)].rank))
    }

    /// Starts a node if all whom it needs are there; otherwise it waits for one who is not.
    mutating func consider(_ candidate: Int32, _ time: Int32) {
        let node = Int(candidate)
        let queue = records[node].offeredFrom
        records[node].offeredFrom = -1
        if !logic[node].isPlaced {
            let calendar = Int(logic[node].calendar)
            begin(node, position(time, calendar), calendar, time)
        }
        if queue >= 0 { offer(Int(queue), time) }
    }

    private mutating func begin(_ node: Int, _ position: Int32, _ calendar: Int, _ time: Int32) {
        let flags = logic[node].flags
        if flags.contains(.isForced) { return force(node, calendar, time) }
        if flags.contains(.hasLatestStart), let latest = latestStart(node), latest <= position {
            return hold(node, .init(start: latest, finish: latest + logic[node].duration), calendar, time)
        }
        let stretch =
            hasAbsences
            ? self.stretch(node, position, calendar) : .init(start: position, finish: position + logic[node].duration)
        let looksForAbsences = hasAbsences
        for place in records[node].demands where !isGivenUp(place) {
            let demand = demand(node, place)
            let (resource, amount) = (Int(demand.resource), demand.amount)
            let isGone = looksForAbsences && flags.contains(.letsRest) && isGone(demand.resource, position, calendar)
            let isAway = looksForAbsences && !isGone && stretch.start > position && isAway(demand.resource, position, calendar)
            if resources[resource].free >= amount, !isAway, !isGone {
                if !resources[resource].hasDrops { continue }
                if !isDropped(demand.resource, amount, from: time, to: finishTime(stretch.finish, calendar)) { continue }
                if canEverHold(node, demand.resource, amount, from: time) {
                    waitingForDrop[demand.resource, default: []].append(Int32(node))
                    records[node].waitedFor = demand.resource
                    return
                }
            } else if !isGone, isAway || resources[resource].mostFromHere >= amount {
                records[node].waitedFor = demand.resource
                waiting.insert(Int32(node), in: Int(demand.queue), &records)
                resources[resource].waiting += 1
                return
            }
            givenUp.insert(Int32(place))
            givesUp = true
            if hasAbsences { return begin(node, position, calendar, time) }
        }
        if records[node].waitedFor >= 0 {
            records[node].releasedBy = resources[Int(records[node].waitedFor)].lastReleaser
        }
        hold(node, stretch, calendar, time)
    }

    /// Starts a node that does not wait; what has started rests while its people are away.
    @inline(never)
    private mutating func force(_ node: Int, _ calendar: Int, _ time: Int32) {
        var start = logic[node].ready
        if hasAbsences, logic[node].flags.contains(.letsRest) {
            let stretch = self.stretch(node, start, calendar)
            let length = stretch.finish - start
            if length > logic[node].duration {
                let number = Int(records[node].node)
                timing.setRemaining(length, of: number)
                logic[node].duration = length
                start = timing.finish(number, finish) - length
            }
        }
        hold(node, .init(start: start, finish: start + logic[node].duration), calendar, time)
    }

    private mutating func hold(_ node: Int, _ stretch: RestingClock.Stretch, _ calendar: Int, _ time: Int32) {
        place(node, stretch)
        guard stretch.finish > stretch.start else { return }
        let end = finishTime(stretch.finish, calendar)
        for place in records[node].demands where !isGivenUp(place) {
            let demand = demand(node, place)
            resources[Int(demand.resource)].free -= demand.amount
            if resources[Int(demand.resource)].hasDrops {
                holders[demand.resource, default: []].append((end, demand.amount))
            }
        }
        // What lies in the past lets go at once.
        insert(Int32(node), .finish, at: max(end, time))
    }
}

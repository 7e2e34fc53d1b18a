import PlanModel
import PlanNetwork

extension Dispatcher {
    /// Puts everything back to where a replication begins.
    mutating func reset(_ durations: ArraySlice<Int32>, _ given: [[Range<Int32>]]?) {
        absences = given ?? problem.capacity.absences
        hasAbsences = absences.contains { !$0.isEmpty }
        wheel.reset()
        events.reset()
        waiting.reset()
        givenUp.removeAll(keepingCapacity: true)
        givesUp = false
        holders.removeAll(keepingCapacity: true)
        waitingForDrop.removeAll(keepingCapacity: true)
        for (resource, state) in problem.resources.enumerated() { resources[resource] = state }
        for (place, change) in problem.changes.enumerated() { events.insert(change.at, .change, place) }
        if hasAbsences { wakeAfterAbsences() }
        for (number, beginning) in problem.logic.enumerated() {
            logic[number] = beginning
            logic[number].duration = durations[durations.startIndex + Int(records[number].node)]
            (records[number].waitedFor, records[number].releasedBy, records[number].offeredFrom) = (-1, -1, -1)
            if beginning.missing == 0 { resolve(Int32(number)) }
        }
        placeResolved(-1)
    }

    private mutating func wakeAfterAbsences() {
        let calendars = problem.network.structure.calendars
        let axis = problem.isOnOneCalendar ? calendars[problem.network.structure.planCalendar] : .elapsed
        for resource in absences.indices {
            for away in absences[resource] where away.upperBound < CapacityModel.unlimited {
                events.insert(axis.work(at: away.upperBound), .wake, resource)
            }
        }
    }

    /// Asks for what the nodes of a page of time need, all of them before any is looked at: they lie far apart.
    mutating func prefetchOpened() {
        let count = wheel.openedCount
        for place in 0..<count { records.prefetch(Int(wheel.opened[place])) }
        for place in 0..<count {
            let node = Int(wheel.opened[place])
            for place in records[node].demands { resources.prefetch(Int(demand(node, place).resource)) }
            if !records[node].arcs.isEmpty { arcs.prefetch(Int(records[node].firstArc)) }
            logic.prefetch(node)
        }
        for place in 0..<count {
            let node = Int(wheel.opened[place])
            for arc in records[node].arcs { logic.prefetch(Int(arcs[arc].successor)) }
            for place in records[node].demands {
                let resource = resources[Int(demand(node, place).resource)]
                if resource.waiting > 0 { waiting.queues.prefetch(Int(resource.firstQueue)) }
            }
        }
        wheel.forgetOpened()
    }
}

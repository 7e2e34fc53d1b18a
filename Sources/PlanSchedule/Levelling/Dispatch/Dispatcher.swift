import PlanModel
import PlanNetwork

/// Simulates who works on what when: whenever people are free, they take the ready task of the lowest rank that they suffice for.
///
/// This is the parallel schedule generation scheme, driven by events. A task waits in one queue at a time, that of a resource which it cannot have at the
/// moment; only what is freed is looked at again. One dispatcher runs any number of replications, one after another, in the same memory.
///
/// Source: A. A. B. Pritsker, L. J. Watters and P. M. Wolfe, Management Science 16 (1969); R. Kolisch, EJOR 90 (1996) on parallel schemes.
public struct Dispatcher: ~Copyable {
    let problem: DispatchProblem
    /// Finishes of what is left of each node, positions; of nodes that are done the actual finish.
    public private(set) var finish: [Int32]

    private var timing: NodeTiming
    private var states: [DispatchState]
    private var resources: [DispatchResource]
    private var absences: [[Range<Int32>]]
    private var hasAbsences = false
    private var events = EventQueue()
    private var waiting: RankQueues
    private var candidates = RankHeap()
    private var touched: [Int32] = []
    private var resolved: [Int32] = []
    /// Demands that were given up, as nobody will ever be there for them.
    private var givenUp: Set<Int32> = []
    /// Who holds resources that lose capacity later on; and who waits for them until then.
    private var holders: [Int32: [(finish: Int32, amount: Int32)]] = [:]
    private var waitingForDrop: [Int32: [Int32]] = [:]
    /// Whether durations have to be told to `timing` too.
    private let tellsDurations: Bool
    private let passesThroughDone: Bool

    /// A dispatcher for a problem; nothing is simulated yet.
    public init(_ problem: DispatchProblem) {
        self.problem = problem
        timing = NodeTiming(problem.network)
        (states, resources, absences) = (problem.states, problem.resources, problem.capacity.absences)
        waiting = RankQueues(queues: problem.queues.count, ranks: problem.ranks)
        finish = Array(repeating: 0, count: problem.ranks.count)
        let structure = problem.network.structure
        tellsDurations = !structure.relations.isEmpty
        passesThroughDone = structure.rules.finishedWorkPassesLogic
        for node in finish.indices where problem.nodes[node].flags.contains(.isDone) {
            finish[node] = timing.finish(node, finish)
        }
    }

    /// Simulates one replication.
    ///
    /// - Parameters:
    ///   - durations: working minutes left of each node.
    ///   - absences: of each resource, instants; disjoint, ascending. `nil` for those of the plan.
    /// - Complexity: O((nodes + demands) log) for what is alive at a time.
    public mutating func run(_ durations: ArraySlice<Int32>, absences: [[Range<Int32>]]? = nil) {
        reset(durations, absences)
        while let time = events.nextTime {
            while events.nextTime == time { take(time) }
            offerTouched(time)
            while let rank = candidates.removeFirst() {
                consider(problem.nodeOfRank[Int(rank)], time)
                placeResolved(time)
            }
        }
    }

    // MARK: reading

    /// The start of what is left of a node, a position.
    public func start(of node: Int) -> Int32 { states[node].start }

    /// When a node had all but its people, a position.
    public func ready(of node: Int) -> Int32 { states[node].ready }

    /// Working minutes that a node took, with what it rested.
    public func length(of node: Int) -> Int32 { finish[node] - states[node].start }

    /// The resource that a node waited for last; −1 where it did not wait.
    public func waitedFor(of node: Int) -> Int32 { states[node].waitedFor }

    /// The node that let go of what a node waited for; −1 where nobody did.
    public func releasedBy(of node: Int) -> Int32 { states[node].releasedBy }

    /// How many demands were given up in the last replication.
    public var givenUpCount: Int { givenUp.count }

    /// Calls `take` with every unfinished node whose relation decided when a node had all but its people.
    public func forEachDriver(of node: Int, _ take: (Int) -> Void) {
        let structure = problem.network.structure
        guard timing.followsLogic(node) else { return }
        for place in structure.predecessors[node] {
            let item = structure.predecessors.items[place]
            let before = structure.predecessor(item)
            if problem.nodes[before].flags.contains(.isDone) { continue }
            let bound = item >= 0 ? finish[before] : timing.bound(item, finish)
            if bound == states[node].ready { take(before) }
        }
    }

    /// Demands that were given up in the last replication, as nobody would ever have been there for them.
    var shortfalls: [Shortfall] {
        givenUp.sorted().map { place in
            let resource = Int(problem.demands[Int(place)].resource)
            var (low, high) = (0, problem.ranks.count)
            while high - low > 1 {
                let middle = (low + high) / 2
                if problem.nodes[middle].firstDemand <= place { low = middle } else { high = middle }
            }
            let capacity = problem.capacity
            let demand = capacity.demands(of: low).first { Int(capacity.demandResource[$0]) == resource }!
            return Shortfall(
                node: low, resource: resource, demanded: capacity.demandAmount[demand], most: capacity.steps[resource].most,
                isGivenUp: true)
        }
    }

    // MARK: beginning

    private mutating func reset(_ durations: ArraySlice<Int32>, _ given: [[Range<Int32>]]?) {
        absences = given ?? problem.capacity.absences
        hasAbsences = absences.contains { !$0.isEmpty }
        events.reset()
        waiting.reset()
        givenUp.removeAll(keepingCapacity: true)
        holders.removeAll(keepingCapacity: true)
        waitingForDrop.removeAll(keepingCapacity: true)
        states.replaceSubrange(states.indices, with: problem.states)
        resources.replaceSubrange(resources.indices, with: problem.resources)
        for (place, change) in problem.changes.enumerated() { events.insert(change.at, .change, place) }
        if hasAbsences { wakeAfterAbsences() }
        for (node, duration) in durations.enumerated() { states[node].duration = duration }
        if passesThroughDone {
            for node in states.indices where problem.nodes[node].flags.contains(.isDone) {
                finish[node] = timing.finish(node, finish)
            }
        }
        for node in states.indices {
            if problem.nodes[node].flags.contains(.isDone) {
                (states[node].start, states[node].duration, states[node].isPlaced) = (finish[node], 0, true)
            } else if states[node].missing == 0 {
                resolved.append(Int32(node))
            }
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

    // MARK: events

    private mutating func take(_ time: Int32) {
        let (kind, id) = events.removeFirst()
        switch kind {
        case .finish: release(Int32(id), time)
        case .change:
            let change = problem.changes[id]
            resources[Int(change.resource)].free += change.difference
            resources[Int(change.resource)].mostFromHere = change.mostFromHere
            touch(change.resource)
        case .wake:
            if resources[id].nextWake == time { resources[id].nextWake = -1 }
            touch(Int32(id))
        case .ready:
            if !states[id].isPlaced { candidates.insert(problem.nodes[id].rank) }
        }
    }

    private mutating func touch(_ resource: Int32) {
        if resources[Int(resource)].isTouched { return }
        resources[Int(resource)].isTouched = true
        touched.append(resource)
    }

    private mutating func release(_ node: Int32, _ time: Int32) {
        for place in demands(of: Int(node)) where givenUp.isEmpty || !givenUp.contains(Int32(place)) {
            let demand = problem.demands[place]
            var resource = resources[Int(demand.resource)]
            resource.free += demand.amount
            if !resource.isTouched {
                resource.lastReleaser = node
                resource.isTouched = true
                touched.append(demand.resource)
            } else if resource.lastReleaser < 0
                || problem.nodes[Int(node)].rank < problem.nodes[Int(resource.lastReleaser)].rank
            {
                resource.lastReleaser = node
            }
            resources[Int(demand.resource)] = resource
            if resource.hasDrops { holders[demand.resource]?.removeAll { $0.finish <= time } }
        }
    }

    /// Takes the first of each queue that what is free now may suffice for.
    private mutating func offerTouched(_ time: Int32) {
        for resource in touched {
            resources[Int(resource)].isTouched = false
            if !waitingForDrop.isEmpty, let nodes = waitingForDrop.removeValue(forKey: resource) {
                for node in nodes where !states[Int(node)].isPlaced { retry(node, time) }
            }
            if resources[Int(resource)].waiting == 0 { continue }
            for place in problem.queuesOf[Int(resource)] {
                let queue = Int(problem.queuesOf.items[place])
                if waiting.first[queue] >= 0 { offer(queue, time) }
            }
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// Tries a node again, now or when its day begins.
    private mutating func retry(_ node: Int32, _ time: Int32) {
        let calendar = problem.network.structure.calendar(of: Int(node))
        let begin = problem.startTime(problem.position(time, calendar), calendar)
        if begin == time { candidates.insert(problem.ranks[Int(node)]) } else { events.insert(begin, .ready, Int(node)) }
    }

    private mutating func offer(_ place: Int, _ time: Int32) {
        guard waiting.first[place] >= 0 else { return }
        let queue = problem.queues[place]
        let resource = resources[Int(queue.resource)]
        guard queue.amount <= resource.free || resource.mostFromHere < queue.amount else { return }
        let calendar = Int(queue.calendar)
        if !problem.isOnOneCalendar {
            // Nobody begins at night what runs by day: the time at which its day begins is worth a look.
            let begin = problem.startTime(problem.position(time, calendar), calendar)
            if begin > time {
                if resource.nextWake < 0 || begin < resource.nextWake {
                    resources[Int(queue.resource)].nextWake = begin
                    events.insert(begin, .wake, Int(queue.resource))
                }
                return
            }
        }
        if hasAbsences {
            let position = problem.position(time, calendar)
            if isAway(queue.resource, position, calendar), !isGone(queue.resource, position, calendar) { return }
        }
        let node = waiting.removeFirst(of: place)
        resources[Int(queue.resource)].waiting -= 1
        states[Int(node)].offeredFrom = Int32(place)
        candidates.insert(problem.nodes[Int(node)].rank)
    }

    // MARK: starting

    @inline(__always)
    private func demands(of node: Int) -> Range<Int> {
        Int(problem.nodes[node].firstDemand)..<Int(problem.nodes[node + 1].firstDemand)
    }

    /// Starts a node if all whom it needs are there; otherwise it waits for one who is not.
    private mutating func consider(_ candidate: Int32, _ time: Int32) {
        let node = Int(candidate)
        let queue = states[node].offeredFrom
        states[node].offeredFrom = -1
        if !states[node].isPlaced {
            let calendar = Int(problem.nodes[node].calendar)
            begin(node, problem.position(time, calendar), calendar, time)
        }
        if queue >= 0 { offer(Int(queue), time) }
    }

    private mutating func begin(_ node: Int, _ position: Int32, _ calendar: Int, _ time: Int32) {
        if problem.nodes[node].flags.contains(.isForced) { return force(node, calendar, time) }
        if problem.nodes[node].flags.contains(.hasLatestStart), let latest = problem.latestStart[node], latest <= position {
            return hold(node, .init(start: latest, finish: latest + states[node].duration), calendar, time)
        }
        let stretch = self.stretch(node, position, calendar)
        let end = problem.finishTime(stretch.finish, calendar)
        for place in demands(of: node) where givenUp.isEmpty || !givenUp.contains(Int32(place)) {
            let (resource, amount) = (problem.demands[place].resource, problem.demands[place].amount)
            let state = resources[Int(resource)]
            let isGone = hasAbsences && problem.nodes[node].flags.contains(.letsRest) && isGone(resource, position, calendar)
            let isAway = !isGone && stretch.start > position && isAway(resource, position, calendar)
            if state.free >= amount, !isAway, !isGone {
                if !state.hasDrops || !isDropped(resource, amount, from: time, to: end) { continue }
                if canEverHold(node, resource, amount, from: time) {
                    waitingForDrop[resource, default: []].append(Int32(node))
                    states[node].waitedFor = resource
                    return
                }
            } else if !isGone, isAway || state.mostFromHere >= amount {
                states[node].waitedFor = resource
                waiting.insert(Int32(node), in: Int(problem.demands[place].queue))
                resources[Int(resource)].waiting += 1
                return
            }
            givenUp.insert(Int32(place))
            if hasAbsences { return begin(node, position, calendar, time) }
        }
        if states[node].waitedFor >= 0 {
            states[node].releasedBy = resources[Int(states[node].waitedFor)].lastReleaser
        }
        hold(node, stretch, calendar, time)
    }

    /// Starts a node that does not wait; what has started rests while its people are away.
    private mutating func force(_ node: Int, _ calendar: Int, _ time: Int32) {
        var start = states[node].ready
        if hasAbsences, problem.nodes[node].flags.contains(.letsRest) {
            let stretch = self.stretch(node, start, calendar)
            if stretch.finish - start > states[node].duration {
                timing.setRemaining(stretch.finish - start, of: node)
                states[node].duration = stretch.finish - start
                start = timing.finish(node, finish) - states[node].duration
            }
        }
        hold(node, .init(start: start, finish: start + states[node].duration), calendar, time)
    }

    private mutating func hold(_ node: Int, _ stretch: RestingClock.Stretch, _ calendar: Int, _ time: Int32) {
        place(node, stretch)
        guard stretch.finish > stretch.start else { return }
        let end = problem.finishTime(stretch.finish, calendar)
        for place in demands(of: node) where givenUp.isEmpty || !givenUp.contains(Int32(place)) {
            let demand = problem.demands[place]
            resources[Int(demand.resource)].free -= demand.amount
            if resources[Int(demand.resource)].hasDrops {
                holders[demand.resource, default: []].append((end, demand.amount))
            }
        }
        // What lies in the past lets go at once.
        events.insert(max(end, time), .finish, node)
    }

    // MARK: what logic allows

    /// Puts a node in its place and tells those that wait for it.
    private mutating func place(_ node: Int, _ stretch: RestingClock.Stretch) {
        finish[node] = stretch.finish
        states[node].start = stretch.start
        states[node].isPlaced = true
        if stretch.finish - stretch.start != states[node].duration {
            timing.setRemaining(stretch.finish - stretch.start, of: node)
        }
        for place in Int(problem.nodes[node].firstSuccessor)..<Int(problem.nodes[node + 1].firstSuccessor) {
            let item = problem.successors[place]
            let successor = Int(item >> 1)
            var state = states[successor]
            if item & 1 == 1, state.ready < stretch.finish { state.ready = stretch.finish }
            state.missing -= 1
            states[successor] = state
            if state.missing == 0 { resolved.append(Int32(successor)) }
        }
    }

    /// Finds when the nodes whose predecessors all have their places may start; those that need nobody get theirs at once.
    private mutating func placeResolved(_ time: Int32) {
        while let next = resolved.popLast() {
            let node = Int(next)
            let record = problem.nodes[node]
            if record.flags.contains(.needsTiming) {
                timing.setRemaining(states[node].duration, of: node)
                let end = timing.finish(node, finish)
                states[node].duration = timing.remaining(of: node)
                states[node].ready = end - states[node].duration
            } else if tellsDurations {
                timing.setRemaining(states[node].duration, of: node)
            }
            let state = states[node]
            if state.duration == 0 || demands(of: node).isEmpty {
                place(node, .init(start: state.ready, finish: state.ready + state.duration))
            } else {
                schedule(node, record, state.ready, time)
            }
        }
    }

    /// Has a node be tried when it could begin.
    private mutating func schedule(_ node: Int, _ record: DispatchNode, _ ready: Int32, _ time: Int32) {
        let calendar = Int(record.calendar)
        var begin = problem.startTime(ready, calendar)
        if begin < time {
            // Time does not go back: what could have begun before begins now, or when its day does.
            begin = record.flags.contains(.isForced) ? time : problem.startTime(problem.position(time, calendar), calendar)
        }
        if begin == time { candidates.insert(record.rank) } else { events.insert(max(begin, 0), .ready, node) }
        if record.flags.contains(.hasLatestStart), let latest = problem.latestStart[node], latest > ready {
            events.insert(problem.startTime(latest, calendar), .ready, node)
        }
    }

    // MARK: absences and drops

    /// The stretch of work that could begin at a position.
    private func stretch(_ node: Int, _ position: Int32, _ calendar: Int) -> RestingClock.Stretch {
        let duration = states[node].duration
        guard hasAbsences, problem.nodes[node].flags.contains(.letsRest) else {
            return .init(start: position, finish: position + duration)
        }
        var all: [[Range<Int32>]] = []
        for place in demands(of: node) where !givenUp.contains(Int32(place)) {
            all.append(absences[Int(problem.demands[place].resource)])
        }
        return RestingClock.stretch(
            from: position, duration, on: problem.network.structure.calendars[calendar], all)
    }

    private func isAway(_ resource: Int32, _ position: Int32, _ calendar: Int) -> Bool {
        let instant = problem.network.structure.calendars[calendar].start(at: position)
        return absences[Int(resource)].contains { $0.contains(instant) }
    }

    /// Whether somebody who is away never comes back.
    private func isGone(_ resource: Int32, _ position: Int32, _ calendar: Int) -> Bool {
        let instant = problem.network.structure.calendars[calendar].start(at: position)
        return absences[Int(resource)].contains { $0.contains(instant) && $0.upperBound >= CapacityModel.unlimited }
    }

    /// Whether a later loss of capacity leaves less than an amount beside what others hold, between two times.
    private func isDropped(_ resource: Int32, _ amount: Int32, from start: Int32, to end: Int32) -> Bool {
        problem.drops[Int(resource)].contains { drop in
            guard start < drop.at, drop.at < end else { return false }
            let held = (holders[resource] ?? []).reduce(0) { $0 + ($1.finish > drop.at ? $1.amount : 0) }
            return drop.amount - held < amount
        }
    }

    /// Whether there is an amount of a resource for as long as a node takes at any time from a time on, if nobody else wanted it.
    private func canEverHold(_ node: Int, _ resource: Int32, _ amount: Int32, from now: Int32) -> Bool {
        let calendar = problem.network.structure.calendar(of: node)
        var begin: Int32? = now
        for change in problem.changesOfDropping[Int(resource)] where change.at > now {
            if change.amount >= amount {
                begin = begin ?? change.at
            } else {
                if let begin {
                    let stretch = self.stretch(node, problem.position(begin, calendar), calendar)
                    if problem.finishTime(stretch.finish, calendar) <= change.at { return true }
                }
                begin = nil
            }
        }
        return begin != nil
    }
}

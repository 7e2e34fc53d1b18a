import PlanNetwork

/// Simulates who works on what when: whenever people are free, they take the ready task of the lowest rank that they suffice for.
///
/// This is the parallel schedule generation scheme, driven by events. A task waits in one queue at a time, that of a resource which it cannot have at the
/// moment; only what is freed is looked at again. One dispatcher runs any number of replications, one after another, in the same memory.
///
/// Source: A. A. B. Pritsker, L. J. Watters and P. M. Wolfe, Management Science 16 (1969); R. Kolisch, EJOR 90 (1996) on parallel schemes.
public struct Dispatcher: ~Copyable {
    let problem: DispatchProblem
    /// Starts and finishes of what is left of each node, positions; of nodes that are done the actual finish.
    public private(set) var start: [Int32], finish: [Int32]
    /// When each node had all but its people, positions.
    public private(set) var ready: [Int32]
    /// The resource that each node waited for last; −1 where it did not wait.
    public private(set) var waitedFor: [Int32]
    /// The node that let go of what each node waited for; −1 where nobody did.
    public private(set) var releasedBy: [Int32]

    private var timing: NodeTiming
    private var missing: [Int32]
    private var isPlaced: [Bool]
    private var free: [Int32]
    /// The most that there ever is of each resource from now on.
    private var mostFromHere: [Int32]
    private var lastReleaser: [Int32]
    private var nextWake: [Int32]
    private var absences: [[Range<Int32>]]
    private var hasAbsences: Bool
    private var events = EventQueue()
    private var queues: RankQueues
    /// The queue that a node was taken out of to be tried.
    private var offeredFrom: [Int32]
    private var candidates = RankHeap()
    private var touched: [Int32] = []
    private var isTouched: [Bool]
    private var resolved: [Int32] = []
    /// Demands that were given up, as nobody will ever be there for them.
    private var givenUp: Set<Int32> = []
    /// Who holds resources that lose capacity later on; and who waits for them until then.
    private var holders: [Int32: [(finish: Int32, amount: Int32)]] = [:]
    private var waitingForDrop: [Int32: [Int32]] = [:]
    private var durations: [Int32] = []

    /// A dispatcher for a problem; nothing is simulated yet.
    public init(_ problem: DispatchProblem) {
        self.problem = problem
        let (nodes, resources) = (problem.ranks.count, problem.capacity.resourceCount)
        timing = NodeTiming(problem.network)
        start = Array(repeating: 0, count: nodes)
        (finish, ready) = (start, start)
        waitedFor = Array(repeating: -1, count: nodes)
        (releasedBy, offeredFrom, missing) = (waitedFor, waitedFor, waitedFor)
        isPlaced = Array(repeating: false, count: nodes)
        free = problem.initialAmount
        mostFromHere = problem.initialAmount
        lastReleaser = Array(repeating: -1, count: resources)
        nextWake = lastReleaser
        isTouched = Array(repeating: false, count: resources)
        absences = problem.capacity.absences
        hasAbsences = false
        queues = RankQueues(queues: problem.classResource.count, ranks: problem.ranks)
    }

    /// Simulates one replication.
    ///
    /// - Parameters:
    ///   - durations: working minutes left of each node.
    ///   - absences: of each resource, instants; disjoint, ascending. `nil` for those of the plan.
    /// - Complexity: O((nodes + demands) log) for what is alive at a time.
    public mutating func run(_ durations: ArraySlice<Int32>, absences: [[Range<Int32>]]? = nil) {
        self.durations.replaceSubrange(self.durations.indices, with: durations)
        reset(absences)
        while let time = events.nextTime {
            while events.nextTime == time { take(time) }
            offerTouched(time)
            while let rank = candidates.removeFirst() {
                consider(problem.nodeOfRank[Int(rank)], time)
                placeResolved(time)
            }
        }
    }

    /// Demands that were given up in the last replication, as nobody would ever have been there for them.
    var shortfalls: [Shortfall] {
        givenUp.sorted().map { place in
            let resource = Int(problem.demandResource[Int(place)])
            let node = problem.demandOffsets.firstIndex { $0 > place }! - 1
            return Shortfall(
                node: node, resource: resource, demanded: problem.demandAmount[Int(place)],
                most: problem.capacity.steps[resource].most)
        }
    }

    /// How many demands were given up in the last replication.
    public var givenUpCount: Int { givenUp.count }

    /// Working minutes that a node took, with what it rested.
    public func length(of node: Int) -> Int32 { finish[node] - start[node] }

    /// Calls `take` with every unfinished node whose relation decided when a node had all but its people.
    public func forEachDriver(of node: Int, _ take: (Int) -> Void) {
        let structure = problem.network.structure
        guard timing.followsLogic(node) else { return }
        for place in structure.predecessors[node] {
            let item = structure.predecessors.items[place]
            let before = structure.predecessor(item)
            if problem.isDone[before] { continue }
            let bound = item >= 0 ? finish[before] : timing.bound(item, finish)
            if bound == ready[node] { take(before) }
        }
    }

    // MARK: beginning

    private mutating func reset(_ given: [[Range<Int32>]]?) {
        absences = given ?? problem.capacity.absences
        hasAbsences = absences.contains { !$0.isEmpty }
        events.reset()
        queues.reset()
        givenUp.removeAll(keepingCapacity: true)
        holders.removeAll(keepingCapacity: true)
        waitingForDrop.removeAll(keepingCapacity: true)
        free = problem.initialAmount
        missing = problem.pending
        for resource in free.indices {
            mostFromHere[resource] = problem.capacity.steps[resource].most
            (lastReleaser[resource], nextWake[resource]) = (-1, -1)
        }
        for (place, change) in problem.changes.enumerated() { events.insert(change.at, .change, place) }
        if hasAbsences { wakeAfterAbsences() }
        let structure = problem.network.structure
        for node in missing.indices {
            (waitedFor[node], releasedBy[node], offeredFrom[node]) = (-1, -1, -1)
            isPlaced[node] = false
            ready[node] = problem.floors[structure.calendar(of: node)]
        }
        for node in missing.indices where problem.isDone[node] {
            finish[node] = timing.finish(node, finish)
            (start[node], isPlaced[node]) = (finish[node], true)
        }
        for node in missing.indices where missing[node] == 0 && !isPlaced[node] { resolved.append(Int32(node)) }
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
            free[Int(change.resource)] += change.difference
            mostFromHere[Int(change.resource)] = change.mostFromHere
            touch(change.resource)
        case .wake:
            if nextWake[id] == time { nextWake[id] = -1 }
            touch(Int32(id))
        case .ready:
            if !isPlaced[id] { candidates.insert(problem.ranks[id]) }
        }
    }

    private mutating func touch(_ resource: Int32) {
        if isTouched[Int(resource)] { return }
        isTouched[Int(resource)] = true
        touched.append(resource)
    }

    private mutating func release(_ node: Int32, _ time: Int32) {
        for place in demands(of: Int(node)) where givenUp.isEmpty || !givenUp.contains(Int32(place)) {
            let resource = problem.demandResource[place]
            free[Int(resource)] += problem.demandAmount[place]
            if !isTouched[Int(resource)] || lastReleaser[Int(resource)] < 0
                || problem.ranks[Int(node)] < problem.ranks[Int(lastReleaser[Int(resource)])]
            {
                lastReleaser[Int(resource)] = node
            }
            touch(resource)
            if !problem.drops[Int(resource)].isEmpty { holders[resource]?.removeAll { $0.finish <= time } }
        }
    }

    /// Takes the first of each queue that what is free now may suffice for.
    private mutating func offerTouched(_ time: Int32) {
        for resource in touched {
            isTouched[Int(resource)] = false
            if !waitingForDrop.isEmpty, let waiting = waitingForDrop.removeValue(forKey: resource) {
                for node in waiting where !isPlaced[Int(node)] { candidates.insert(problem.ranks[Int(node)]) }
            }
            for place in problem.classes[Int(resource)] { offer(Int(problem.classes.items[place]), resource, time) }
        }
        touched.removeAll(keepingCapacity: true)
    }

    private mutating func offer(_ queue: Int, _ resource: Int32, _ time: Int32) {
        guard queues.first[queue] >= 0 else { return }
        guard problem.classAmount[queue] <= free[Int(resource)] || mostFromHere[Int(resource)] < problem.classAmount[queue]
        else { return }
        if !problem.isOnOneCalendar {
            // Nobody begins at night what runs by day: the time at which its day begins is worth a look.
            let calendar = Int(problem.classCalendar[queue])
            let begin = problem.startTime(problem.position(time, calendar), calendar)
            if begin > time {
                if nextWake[Int(resource)] < 0 || begin < nextWake[Int(resource)] {
                    nextWake[Int(resource)] = begin
                    events.insert(begin, .wake, Int(resource))
                }
                return
            }
        }
        let calendar = Int(problem.classCalendar[queue])
        if hasAbsences, isAway(resource, problem.position(time, calendar), calendar) { return }
        let node = queues.removeFirst(of: queue)
        offeredFrom[Int(node)] = Int32(queue)
        candidates.insert(problem.ranks[Int(node)])
    }

    // MARK: starting

    private func demands(of node: Int) -> Range<Int> {
        Int(problem.demandOffsets[node])..<Int(problem.demandOffsets[node + 1])
    }

    /// Starts a node if all whom it needs are there; otherwise it waits for one who is not.
    private mutating func consider(_ candidate: Int32, _ time: Int32) {
        let node = Int(candidate)
        let queue = offeredFrom[node]
        offeredFrom[node] = -1
        if !isPlaced[node] {
            let calendar = problem.network.structure.calendar(of: node)
            begin(node, problem.position(time, calendar), calendar, time)
        }
        if queue >= 0 { offer(Int(queue), problem.classResource[Int(queue)], time) }
    }

    private mutating func begin(_ node: Int, _ position: Int32, _ calendar: Int, _ time: Int32) {
        var stretch = RestingClock.Stretch(start: position, finish: position + durations[node])
        if problem.isForced[node] || problem.latestStart[node].map({ $0 <= position }) ?? false {
            hold(node, stretch, calendar)
            return
        }
        if hasAbsences { stretch = rested(node, position, calendar) }
        let end = problem.finishTime(stretch.finish, calendar)
        for place in demands(of: node) where givenUp.isEmpty || !givenUp.contains(Int32(place)) {
            let (resource, amount) = (problem.demandResource[place], problem.demandAmount[place])
            let isAway = stretch.start > position && isAway(resource, position, calendar)
            if free[Int(resource)] >= amount, !isAway {
                if problem.drops[Int(resource)].isEmpty || !isDropped(resource, amount, from: time, to: end) { continue }
                if canEverHold(resource, amount, from: time, end - time) {
                    waitingForDrop[resource, default: []].append(Int32(node))
                    waitedFor[node] = resource
                    return
                }
                givenUp.insert(Int32(place))
                continue
            }
            if isAway ? isGone(resource, position, calendar) : mostFromHere[Int(resource)] < amount {
                givenUp.insert(Int32(place))
                if hasAbsences { return begin(node, position, calendar, time) }
                continue
            }
            waitedFor[node] = resource
            queues.insert(Int32(node), in: Int(problem.demandClass[place]))
            return
        }
        if waitedFor[node] >= 0 { releasedBy[node] = lastReleaser[Int(waitedFor[node])] }
        hold(node, stretch, calendar)
    }

    private mutating func hold(_ node: Int, _ stretch: RestingClock.Stretch, _ calendar: Int) {
        place(node, stretch)
        guard stretch.finish > stretch.start else { return }
        let end = problem.finishTime(stretch.finish, calendar)
        for place in demands(of: node) where givenUp.isEmpty || !givenUp.contains(Int32(place)) {
            let resource = problem.demandResource[place]
            free[Int(resource)] -= problem.demandAmount[place]
            if !problem.drops[Int(resource)].isEmpty {
                holders[resource, default: []].append((end, problem.demandAmount[place]))
            }
        }
        events.insert(end, .finish, node)
    }

    // MARK: what logic allows

    /// Puts a node in its place and tells those that wait for it.
    private mutating func place(_ node: Int, _ stretch: RestingClock.Stretch) {
        (start[node], finish[node], isPlaced[node]) = (stretch.start, stretch.finish, true)
        if stretch.finish - stretch.start != durations[node] {
            timing.setRemaining(stretch.finish - stretch.start, of: node)
        }
        let structure = problem.network.structure
        for place in structure.successors[node] {
            let item = structure.successors.items[place]
            let successor = structure.successor(item)
            if problem.isDone[successor] { continue }
            if item >= 0, ready[successor] < stretch.finish { ready[successor] = stretch.finish }
            missing[successor] -= 1
            if missing[successor] == 0 { resolved.append(Int32(successor)) }
        }
    }

    /// Finds when the nodes whose predecessors all have their places may start; those that need nobody get theirs at once.
    private mutating func placeResolved(_ time: Int32) {
        while let next = resolved.popLast() {
            let node = Int(next)
            let calendar = problem.network.structure.calendar(of: node)
            if problem.needsTiming[node] {
                timing.setRemaining(durations[node], of: node)
                let end = timing.finish(node, finish)
                durations[node] = timing.remaining(of: node)
                ready[node] = end - durations[node]
            } else if !problem.network.structure.relations.isEmpty {
                timing.setRemaining(durations[node], of: node)
            }
            if durations[node] == 0 || demands(of: node).isEmpty {
                place(node, .init(start: ready[node], finish: ready[node] + durations[node]))
            } else {
                let begin = problem.startTime(ready[node], calendar)
                if begin == time { candidates.insert(problem.ranks[node]) } else { events.insert(max(begin, time, 0), .ready, node) }
                if let latest = problem.latestStart[node], latest > ready[node] {
                    events.insert(problem.startTime(latest, calendar), .ready, node)
                }
            }
        }
    }

    // MARK: absences and drops

    private func rested(_ node: Int, _ position: Int32, _ calendar: Int) -> RestingClock.Stretch {
        let all = demands(of: node).filter { !givenUp.contains(Int32($0)) }.map { absences[Int(problem.demandResource[$0])] }
        return RestingClock.stretch(
            from: position, durations[node], on: problem.network.structure.calendars[calendar], all)
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

    /// Whether there is an amount of a resource for so long at any time from a time on, if nobody else wanted it.
    private func canEverHold(_ resource: Int32, _ amount: Int32, from start: Int32, _ length: Int32) -> Bool {
        var begin: Int32? = start
        for change in problem.changes where change.resource == resource && change.at > start {
            if change.amount >= amount {
                begin = begin ?? change.at
            } else {
                if let begin, change.at - begin >= length { return true }
                begin = nil
            }
        }
        return begin != nil
    }
}

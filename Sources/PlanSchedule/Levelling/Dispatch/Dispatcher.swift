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
    // What is read all the time stands beside: reaching into the problem moves more than it reads.
    let calendars: [WorkingTime]
    let isOnOneCalendar: Bool
    /// Finishes of what is left of each node, positions; of nodes that are done the actual finish.
    public internal(set) var finish: [Int32]

    var timing: NodeTiming
    var records: FixedArray<DispatchRecord>
    var logic: FixedArray<DispatchLogic>
    var resources: FixedArray<DispatchResource>
    var clocks: ClockTables
    let arcs: FixedArray<DispatchArc>
    let relations: FixedArray<DispatchRelation>
    let demands: FixedArray<DispatchDemand>
    let numberOfRank: FixedArray<Int32>

    /// What happens to nodes when, and all else that happens.
    var wheel: EventWheel
    var events = EventQueue()
    var waiting: RankQueues
    /// Nodes to be tried now.
    var candidates: RankSet
    /// Resources to be looked at now.
    var touched: FixedArray<Int32>
    var touchedCount = 0
    /// Nodes all of whose predecessors have their places.
    var resolved: FixedArray<Int32>
    var resolvedCount = 0

    var absences: [[Range<Int32>]]
    var hasAbsences = false
    /// Demands that were given up, as nobody will ever be there for them.
    var givenUp: Set<Int32> = []
    var givesUp = false
    /// Who holds resources that lose capacity later on; and who waits for them until then.
    var holders: [Int32: [(finish: Int32, amount: Int32)]] = [:]
    var waitingForDrop: [Int32: [Int32]] = [:]

    /// A dispatcher for a problem; nothing is simulated yet.
    public init(_ problem: DispatchProblem) {
        self.problem = problem
        (calendars, isOnOneCalendar) = (problem.network.structure.calendars, problem.isOnOneCalendar)
        (finish, absences) = (problem.finish, problem.capacity.absences)
        timing = NodeTiming(problem.network)
        records = FixedArray(problem.records)
        resources = FixedArray(problem.resources)
        arcs = FixedArray(problem.arcs)
        relations = FixedArray(problem.relations)
        demands = FixedArray(problem.demands)
        logic = FixedArray(problem.logic)
        numberOfRank = FixedArray(problem.numberOfRank)
        clocks = ClockTables(problem.network.structure)
        // One a node, and where it has a latest start one more.
        wheel = EventWheel(capacity: 2 * problem.records.count)
        waiting = RankQueues(problem.queues)
        touched = FixedArray(repeating: 0, count: problem.resources.count)
        candidates = RankSet(count: problem.records.count)
        resolved = FixedArray(repeating: 0, count: problem.records.count)
    }

    /// Simulates one replication.
    ///
    /// - Parameters:
    ///   - durations: working minutes left of each node.
    ///   - absences: of each resource, instants; disjoint, ascending. `nil` for those of the plan.
    /// - Complexity: O((nodes + demands) log) for what is alive at a time.
    public mutating func run(_ durations: ArraySlice<Int32>, absences: [[Range<Int32>]]? = nil) {
        reset(durations, absences)
        while let time = nextTime() {
            takeNodes(time)
            while events.nextTime == time { takeNext(time) }
            offerTouched(time)
            while let rank = candidates.removeFirst() {
                consider(numberOfRank[Int(rank)], time)
                placeResolved(time)
            }
        }
    }

    private mutating func nextTime() -> Int32? {
        let other = events.nextTime
        let time = wheel.nextTime(notAfter: other ?? Int32.max) ?? other
        if wheel.openedCount > 0 { prefetchOpened() }
        return time
    }

    /// Has something happen to a node: it lets go of its people, or all that it waits for is there but people.
    mutating func insert(_ node: Int32, _ kind: EventQueue.Kind, at time: Int32) {
        if !wheel.insert(node, isFinish: kind == .finish, at: time) { events.insert(time, kind, Int(node)) }
    }

    /// Takes the nodes for which a time has come: those that have a place let go of their people.
    private mutating func takeNodes(_ time: Int32) {
        var place = wheel.removeAll(at: time)
        while place >= 0 {
            let event = wheel.take(place)
            if event.isFinish { release(event.node, time) } else { suggest(event.node) }
            place = event.next
        }
    }

    private mutating func takeNext(_ time: Int32) {
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
            suggest(Int32(id))
        }
    }

    /// Has a node that has no place yet be tried.
    @inline(__always)
    mutating func suggest(_ node: Int32) {
        if logic[Int(node)].isPlaced { return }
        let rank = records[Int(node)].rank
        candidates.insert(rank)
        numberOfRank.prefetch(Int(rank))
    }

    private mutating func touch(_ resource: Int32) {
        if resources[Int(resource)].isTouched { return }
        resources[Int(resource)].isTouched = true
        touched[touchedCount] = resource
        touchedCount += 1
    }

    private mutating func release(_ node: Int32, _ time: Int32) {
        for place in records[Int(node)].demands where !isGivenUp(place) {
            let demand = demand(Int(node), place)
            let resource = Int(demand.resource)
            resources[resource].free += demand.amount
            if !resources[resource].isTouched {
                resources[resource].lastReleaser = node
                touch(demand.resource)
            } else {
                let last = resources[resource].lastReleaser
                if last < 0 || records[Int(node)].rank < records[Int(last)].rank { resources[resource].lastReleaser = node }
            }
            if resources[resource].hasDrops { holders[demand.resource]?.removeAll { $0.finish <= time } }
        }
    }

    @inline(__always)
    func demand(_ node: Int, _ place: Int) -> DispatchDemand {
        place == Int(records[node].firstDemand) ? records[node].demand : demands[place]
    }

    @inline(__always)
    func isGivenUp(_ place: Int) -> Bool { givesUp && givenUp.contains(Int32(place)) }
}

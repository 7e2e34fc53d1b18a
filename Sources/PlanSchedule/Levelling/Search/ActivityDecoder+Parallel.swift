import CKernels
import PlanNetwork

extension ActivityDecoder {
    /// Parallel generation: from one moment to the next, whatever may start then does, the smallest priority first, if it fits for all its
    /// time. Moments are finishes, earliest starts and steps of capacities. No moment comes again: where an arc would let an activity start
    /// before what it waits for, it starts with it at the earliest.
    ///
    /// Source: R. Kolisch, "Serial and parallel resource-constrained project scheduling methods revisited", EJOR 90 (1996).
    ///
    /// - Complexity: O(moments × activities that wait, and the slots that are looked at).
    public mutating func parallel(_ rule: ActivityRule) -> ActivitySchedule {
        let priorities = problem.priorities(rule, atDecision: true)
        while true {
            var pass = ParallelPass(problem, memory, priorities)
            guard let schedule = pass.run() else {
                memory.grow()
                continue
            }
            placements += problem.count
            unplacedCount = schedule.unplacedCount
            return schedule
        }
    }
}

/// One run of parallel generation.
private struct ParallelPass {
    private let problem: ActivityProblem
    private let memory: DecoderMemory
    private let priorities: [Int32]
    private var starts: [Int32]
    /// Predecessors that are not placed yet.
    private var waits: [Int]
    /// Activities whose predecessors are placed, by the moment from which they may start.
    private var later = BinaryHeap<RankedActivity>()
    /// Those that may start now, by priority.
    private var ready = BinaryHeap<RankedActivity>()
    /// Those that may start, but do not fit.
    private var blocked: [Int32] = []
    /// Finishes and steps to come.
    private var moments = BinaryHeap<Int32>()
    private var (placed, unplaced) = (0, 0)

    init(_ problem: ActivityProblem, _ memory: DecoderMemory, _ priorities: [Int32]) {
        (self.problem, self.memory, self.priorities) = (problem, memory, priorities)
        starts = problem.releases
        waits = (0..<problem.count).map { problem.predecessors[$0].count }
        for resource in problem.resources { for step in resource.steps { moments.insert(step.from) } }
        for activity in 0..<problem.count where waits[activity] == 0 { later.insert(RankedActivity(starts, activity)) }
    }

    /// The schedule, or `nil` where the grid is too short.
    mutating func run() -> ActivitySchedule? {
        memory.clear()
        var (now, known) = (Int32(0), later.removeFirst())
        while placed < problem.count {
            while let next = known, next.value <= now {
                ready.insert(RankedActivity(priorities, Int(next.activity)))
                known = later.removeFirst()
            }
            for activity in blocked { ready.insert(RankedActivity(priorities, Int(activity))) }
            blocked.removeAll(keepingCapacity: true)
            while let next = ready.removeFirst() {
                guard let fits = fits(next.activity, at: now) else { return nil }
                if fits { place(next.activity, at: now) } else { blocked.append(next.activity) }
            }
            if let known { later.insert(known) }
            known = later.removeFirst()
            now = moment(after: now, known: known)
        }
        return ActivitySchedule(starts: starts, makespan: problem.makespan(ofStarts: starts), unplacedCount: unplaced)
    }

    /// The next moment at which something may change; the horizon where nothing does any more.
    private mutating func moment(after now: Int32, known: RankedActivity?) -> Int32 {
        var next = moments.removeFirst()
        while let moment = next, moment <= now { next = moments.removeFirst() }
        if let moment = next { moments.insert(moment) }
        // A start that has become possible only now may lie at this very moment.
        let candidates = [next, known.map { max($0.value, now) }].compactMap { $0 }
        return candidates.min() ?? max(problem.horizon, now)
    }

    /// Whether an activity fits; from the horizon on all do, without a place. `nil` where the grid is too short to tell.
    private func fits(_ activity: Int32, at now: Int32) -> Bool? {
        if memory.asksNothing(activity) || now >= problem.horizon { return true }
        if Int(now) + Int(problem.durations[Int(activity)]) > memory.slots, memory.slots < problem.horizon { return nil }
        return memory.fits(activity, at: now)
    }

    private mutating func place(_ activity: Int32, at now: Int32) {
        starts[Int(activity)] = now
        placed += 1
        if !memory.asksNothing(activity) {
            if now < problem.horizon { memory.occupy(activity, at: now) } else { unplaced += 1 }
        }
        moments.insert(now + problem.durations[Int(activity)])
        for item in problem.successors[Int(activity)] {
            let successor = Int(problem.successors.items[item])
            starts[successor] = max(starts[successor], now + problem.successorWeights[item])
            waits[successor] -= 1
            guard waits[successor] == 0 else { continue }
            if starts[successor] <= now {
                ready.insert(RankedActivity(priorities, successor))
            } else {
                later.insert(RankedActivity(starts, successor))
            }
        }
    }
}

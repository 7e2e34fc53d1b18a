import PlanNetwork

extension ActivityProblem {
    /// The earliest start of each activity under releases and arcs alone, as if nothing were scarce.
    ///
    /// - Complexity: O(activities + arcs).
    public func earliestStarts() -> [Int32] {
        var starts = releases
        for activity in topologicalOrder.lazy.map({ Int($0) }) {
            for item in predecessors[activity] {
                starts[activity] = max(starts[activity], starts[Int(predecessors.items[item])] + predecessorWeights[item])
            }
        }
        return starts
    }

    /// The latest start of each activity under arcs alone, if all is to end by `end`.
    ///
    /// - Parameter end: units; by default the end of `earliestStarts()`, so that some latest start is its earliest.
    /// - Complexity: O(activities + arcs).
    public func latestStarts(end: Int32? = nil) -> [Int32] {
        let end = end ?? makespan(ofStarts: earliestStarts())
        var starts = durations.map { end - $0 }
        for activity in topologicalOrder.lazy.reversed().map({ Int($0) }) {
            for item in successors[activity] {
                starts[activity] = min(starts[activity], starts[Int(successors.items[item])] - successorWeights[item])
            }
        }
        return starts
    }

    /// The largest finish; 0 where there is no activity.
    public func makespan(ofStarts starts: [Int32]) -> Int32 { zip(starts, durations).map { $0 + $1 }.max() ?? 0 }

    /// The length of the critical path: the makespan if nothing were scarce.
    public var criticalPathLength: Int32 { makespan(ofStarts: earliestStarts()) }

    /// No schedule is shorter: the critical path, and for each resource the work that cannot start before some time and leaves some time
    /// after it, done without a gap.
    ///
    /// - Complexity: O(activities × demands) at most, less where many activities share their times.
    public func lowerBound() -> Int32 {
        let heads = earliestStarts()
        let end = makespan(ofStarts: heads)
        let tails = zip(latestStarts(end: end), durations).map { end - $0 - $1 }
        var best = end
        for resource in resources.indices {
            var works: [ResourceWork] = []
            for activity in 0..<count where durations[activity] > 0 {
                for item in demands[activity] where Int(demands.items[item]) == resource {
                    let work = Int(durations[activity]) * Int(demandUnits[item])
                    works.append(ResourceWork(head: heads[activity], tail: tails[activity], work: work))
                }
            }
            best = max(best, Self.bound(&works, resources[resource]))
        }
        return best
    }

    /// The work of one activity on one resource: it cannot begin before `head` and leaves at least `tail` after it.
    private struct ResourceWork {
        let head: Int32, tail: Int32, work: Int
    }

    /// The longest of: a head, the time that all work with at least this head and at least some tail takes from there, and that tail.
    private static func bound(_ works: inout [ResourceWork], _ resource: ActivityResource) -> Int32 {
        let heads = Set(works.map(\.head)).sorted().prefix(largestHeads)
        works.sort { $0.tail > $1.tail }
        var best: Int32 = 0
        for head in heads {
            var sum = 0
            for (place, work) in works.enumerated() where work.head >= head {
                sum += work.work
                if place + 1 < works.count, works[place + 1].tail == work.tail { continue }
                guard let end = resource.end(of: sum, from: head) else { continue }
                best = max(best, end + work.tail)
            }
        }
        return best
    }

    /// So many different heads are looked at, the earliest.
    private static let largestHeads = 256
}

extension ActivityResource {
    /// When some work is done at the earliest if nothing else is done from `start` on; `nil` where it never is.
    func end(of work: Int, from start: Int32) -> Int32? {
        var (left, place) = (work, steps.lastIndex { $0.from <= start } ?? 0)
        var from = Int(start)
        while true {
            let capacity = Int(steps[place].capacity)
            let until = place + 1 < steps.count ? Int(steps[place + 1].from) : Int.max
            if capacity > 0 {
                let needed = (left + capacity - 1) / capacity
                if from + needed <= until { return Int32(clamping: from + needed) }
                left -= capacity * (until - from)
            } else if until == Int.max {
                return nil
            }
            (from, place) = (until, place + 1)
        }
    }
}

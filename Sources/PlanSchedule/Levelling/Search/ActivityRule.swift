import PlanNetwork

/// Which activity goes first where several could.
public enum ActivityRule: Sendable, Equatable {
    /// The smallest latest finish by the critical path.
    case latestFinish
    /// The smallest latest start by the critical path.
    case latestStart
    /// The least total float. In parallel generation the float that is left at the moment of the decision: all that compete could start then,
    /// so that it is the order of latest starts.
    case minimumFloat
    /// The most activities that wait for it, near or far.
    case mostTotalSuccessors
    /// The smallest of the values given, one an activity.
    case given([Int32])
}

extension ActivityProblem {
    /// The values of a rule, one an activity; the smallest goes first.
    ///
    /// - Parameter atDecision: whether floats are those left at the moment of a decision.
    /// - Precondition: a given priority has one value an activity.
    /// - Complexity: O(activities + arcs); for all successors times activities / 64.
    func priorities(_ rule: ActivityRule, atDecision: Bool = false) -> [Int32] {
        switch rule {
        case .latestFinish: return zip(latestStarts(), durations).map { $0 + $1 }
        case .latestStart: return latestStarts()
        case .minimumFloat:
            let latest = latestStarts()
            return atDecision ? latest : zip(latest, earliestStarts()).map { $0 - $1 }
        case .mostTotalSuccessors: return totalSuccessors().map { -$0 }
        case .given(let values):
            precondition(values.count == count, "one priority an activity")
            return values
        }
    }

    /// Every activity once, none before one that it waits for; of those that are free the one with the smallest value first, of equal values
    /// the lowest number.
    ///
    /// - Precondition: `values` has one an activity.
    /// - Complexity: O((activities + arcs) log activities).
    public func order(by values: [Int32]) -> [Int32] {
        precondition(values.count == count, "one value an activity")
        var (waits, free) = ((0..<count).map { predecessors[$0].count }, BinaryHeap<RankedActivity>())
        for activity in 0..<count where waits[activity] == 0 { free.insert(RankedActivity(values, activity)) }
        var order: [Int32] = []
        order.reserveCapacity(count)
        while let next = free.removeFirst() {
            order.append(next.activity)
            for item in successors[Int(next.activity)] {
                let successor = Int(successors.items[item])
                waits[successor] -= 1
                if waits[successor] == 0 { free.insert(RankedActivity(values, successor)) }
            }
        }
        return order
    }

    /// How many activities wait for each, near or far.
    ///
    /// Sets of 64 successors a pass, as one word an activity.
    func totalSuccessors() -> [Int32] {
        var (totals, words) = ([Int32](repeating: 0, count: count), [UInt64](repeating: 0, count: count))
        for first in stride(from: 0, to: count, by: 64) {
            for activity in topologicalOrder.lazy.reversed().map({ Int($0) }) {
                var word: UInt64 = 0
                for item in successors[activity] {
                    let successor = Int(successors.items[item])
                    word |= words[successor]
                    if successor / 64 == first / 64 { word |= 1 << UInt64(successor % 64) }
                }
                words[activity] = word
                totals[activity] += Int32(word.nonzeroBitCount)
            }
        }
        return totals
    }
}

/// An activity in a queue: the smallest value first, of equal ones the lowest number.
struct RankedActivity: Comparable {
    let value: Int32
    let activity: Int32

    init(_ values: [Int32], _ activity: Int) { (value, self.activity) = (values[activity], Int32(activity)) }

    static func < (first: Self, second: Self) -> Bool { (first.value, first.activity) < (second.value, second.activity) }
}

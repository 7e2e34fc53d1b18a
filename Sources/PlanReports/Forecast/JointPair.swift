import PlanForecast
import PlanStatistics

/// One target on time where another one is late: what the one has to fear from the other.
struct JointPair {
    /// The target that may be late, and the one that is asked for; indices.
    let late: Int, target: Int
    /// What becomes of the latter.
    let chances: JointConditional

    /// Sets of more targets than this are not compared pair by pair.
    static let mostTargets = 100

    /// All pairs of a set, in its order; none where the set is too large.
    static func all(_ joint: JointOutcome) -> [JointPair] {
        guard joint.targets.count <= mostTargets else { return [] }
        return joint.targets.indices.flatMap { late in
            joint.targets.indices.filter { $0 != late }.map { place in
                JointPair(
                    late: joint.targets[late], target: joint.targets[place],
                    chances: joint.conditional(of: place, given: late))
            }
        }
    }

    /// The pairs whose chances differ by more than noise, the largest differences first.
    static func strongest(_ pairs: [JointPair], count: Int) -> [JointPair] {
        let clear = pairs.enumerated().filter { $0.element.chances.difference?.isClear ?? false }
        let sorted = clear.sorted { left, right in
            let (one, other) = (left.element.size, right.element.size)
            return one != other ? one > other : left.offset < right.offset
        }
        return sorted.prefix(count).map(\.element)
    }

    private var size: Double { chances.difference.map { $0.value.magnitude } ?? 0 }
}

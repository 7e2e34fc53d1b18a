public import PlanNetwork

/// Activities that share resources: what schedule generation works on.
///
/// Time is whole units from 0. Activities are numbers 0 ..< `count`, contiguous once started. An arc says start(successor) ≥
/// start(predecessor) + weight: a finish-to-start relation without lag has the predecessor's duration as weight; weights may be larger,
/// smaller or negative. Arcs form no cycle, whatever their weights.
public struct ActivityProblem: Sendable {
    /// How long each takes, `count` values, units, 0 or more.
    public let durations: [Int32]
    /// The earliest start of each, `count` values, units, 0 or more.
    public let releases: [Int32]
    /// The arcs into each activity, by predecessor; `predecessorWeights` has the weight of each item.
    public let predecessors: AdjacencyList
    /// Units, one an item of `predecessors`.
    public let predecessorWeights: [Int32]
    /// The arcs out of each activity, by successor; `successorWeights` has the weight of each item.
    public let successors: AdjacencyList
    /// Units, one an item of `successors`.
    public let successorWeights: [Int32]
    /// What activities share.
    public let resources: [ActivityResource]
    /// The demands of each activity, by resource, each resource once and ascending; `demandUnits` has the number, 1 or more.
    public let demands: AdjacencyList
    /// Units of the resource, one an item of `demands`.
    public let demandUnits: [Int32]
    /// The activities so that predecessors come before successors; among those that are free the lowest number first.
    public let topologicalOrder: [Int32]
    /// No schedule needs a slot at or after this: capacities, releases and lags are over, and everything could run one after another.
    public let horizon: Int32
    /// Activities that would not fit even if they were alone, ascending: their demand is never free for as long as they take.
    public let infeasible: [InfeasibleActivity]

    /// The number of activities.
    public var count: Int { durations.count }

    /// The longest horizon that is scheduled, in units.
    public static let longestHorizon = 1 << 26
}

/// A resource whose units activities share.
public struct ActivityResource: Sendable, Equatable {
    /// What is there from a unit on, until the next step.
    public struct Step: Sendable, Equatable {
        /// The first unit for which it holds.
        public let from: Int32
        /// Units of the resource, 0 or more.
        public let capacity: Int32

        /// A capacity from a unit on.
        public init(from: Int32, capacity: Int32) { (self.from, self.capacity) = (from, capacity) }
    }

    /// Ascending, the first from 0; 1 or more.
    public let steps: [Step]

    /// A resource of which the same number is always there.
    ///
    /// - Precondition: `capacity` is 0 or more.
    public init(capacity: Int32) { self.init(steps: [Step(from: 0, capacity: capacity)]) }

    /// A resource whose capacity changes.
    ///
    /// - Precondition: there is a step; the first is from 0, each is later than the one before, capacities are 0 or more.
    public init(steps: [Step]) {
        precondition(steps.first?.from == 0, "the first step of a capacity begins at 0")
        precondition(zip(steps, steps.dropFirst()).allSatisfy { $0.from < $1.from }, "steps of a capacity ascend")
        precondition(steps.allSatisfy { $0.capacity >= 0 }, "a capacity is never negative")
        self.steps = steps
    }
}

/// An arc of an activity problem: start(successor) ≥ start(predecessor) + weight.
public struct ActivityArc: Sendable, Equatable {
    /// The activity that the other one waits for.
    public let predecessor: Int32
    /// The activity that waits.
    public let successor: Int32
    /// Units, from start to start; may be negative.
    public let weight: Int32

    /// An arc.
    public init(predecessor: Int32, successor: Int32, weight: Int32) {
        (self.predecessor, self.successor, self.weight) = (predecessor, successor, weight)
    }
}

/// What an activity takes of a resource while it runs.
public struct ActivityDemand: Sendable, Equatable {
    /// The activity.
    public let activity: Int32
    /// An index into `resources`.
    public let resource: Int32
    /// Units of the resource, 0 or more; several demands of one activity for one resource add up.
    public let units: Int32

    /// A demand.
    public init(activity: Int32, resource: Int32, units: Int32) {
        (self.activity, self.resource, self.units) = (activity, resource, units)
    }
}

/// An activity that fits nowhere, and why.
public struct InfeasibleActivity: Sendable, Equatable {
    /// The activity.
    public let activity: Int32
    /// The resource of which there is never enough for as long as the activity takes; `nil` where each alone would do, but never together.
    public let resource: Int32?

    /// An activity that fits nowhere.
    public init(activity: Int32, resource: Int32?) { (self.activity, self.resource) = (activity, resource) }
}

/// A problem that cannot be scheduled at all.
public enum ActivityProblemError: Error, Equatable, Sendable {
    /// These activities wait for each other, in this order: each for the one before, the first for the last; the lowest number first.
    case cycle([Int32])
    /// The horizon passes `longestHorizon`; time needs a coarser unit.
    case horizonTooLong(Int)
}

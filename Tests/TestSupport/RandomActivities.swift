public import Headway

/// The lists of a random problem of activities, and what a textbook does with them: naive twins of the engine.
public struct RandomActivities {
    /// Units, one an activity.
    public var durations: [Int32] = []
    /// Arcs from lower to higher numbers.
    public var arcs: [ActivityArc] = []
    /// Units, one an activity.
    public var releases: [Int32] = []
    /// What is shared.
    public var resources: [ActivityResource] = []
    /// Who needs what.
    public var demands: [ActivityDemand] = []

    /// What a problem may have besides relations from finish to start and constant capacities.
    public struct Features: Sendable {
        /// Arcs of any weight, negative ones too.
        public var weights = false
        /// Capacities that change.
        public var steps = false
        /// Releases.
        public var releases = false

        /// Only what is said.
        public init(weights: Bool = false, steps: Bool = false, releases: Bool = false) {
            (self.weights, self.steps, self.releases) = (weights, steps, releases)
        }
    }

    /// A random problem; every demand fits the capacity that holds in the end.
    public init(count: Int, resources kinds: Int, features: Features, random: inout SeededGenerator) {
        for _ in 0..<count { durations.append(Int32(random.chance(0.1) ? 0 : random.integer(1...9))) }
        for successor in 1..<max(count, 2) where successor < count {
            for _ in 0..<random.integer(0...3) {
                let predecessor = random.integer(0...successor - 1)
                let plain = durations[predecessor]
                let weight = features.weights && random.chance(0.5) ? Int32(random.integer(-6...14)) : plain
                arcs.append(.init(predecessor: Int32(predecessor), successor: Int32(successor), weight: weight))
            }
        }
        releases = (0..<count).map { _ in Int32(features.releases && random.chance(0.3) ? random.integer(0...30) : 0) }
        for kind in 0..<kinds {
            let last = random.integer(5...12)
            var steps = [ActivityResource.Step(from: 0, capacity: Int32(features.steps ? random.integer(0...14) : last))]
            if features.steps {
                for _ in 0..<random.integer(0...4) {
                    let from = steps.last!.from + Int32(random.integer(1...15))
                    steps.append(.init(from: from, capacity: Int32(random.integer(0...14))))
                }
                steps.append(.init(from: steps.last!.from + 1, capacity: Int32(last)))
            }
            resources.append(ActivityResource(steps: steps))
            for activity in 0..<count where random.chance(0.7) {
                let units = Int32(random.integer(0...last))
                demands.append(.init(activity: Int32(activity), resource: Int32(kind), units: units))
            }
        }
    }

    /// The problem.
    public func problem() throws -> ActivityProblem {
        try ActivityProblem(durations: durations, arcs: arcs, releases: releases, resources: resources, demands: demands)
    }

    /// The checker of the same lists.
    public var checker: ScheduleChecker {
        ScheduleChecker(durations: durations, arcs: arcs, releases: releases, resources: resources, demands: demands)
    }

    /// Serial generation by trying unit after unit.
    public func naiveSerial(_ order: [Int32]) -> [Int32] {
        var starts = [Int32](repeating: 0, count: durations.count)
        var placed: [Int] = []
        for activity in order.map({ Int($0) }) {
            var start = releases[activity]
            for arc in arcs where Int(arc.successor) == activity {
                start = max(start, starts[Int(arc.predecessor)] + arc.weight)
            }
            starts[activity] = start
            while !fits(activity, starts, placed) { starts[activity] += 1 }
            placed.append(activity)
        }
        return starts
    }

    /// One pass of justification by trying unit after unit: late, then later finishes first; or early, then earlier starts first. Ties go by
    /// `topological`, backwards for the late pass.
    public func naiveJustified(_ starts: [Int32], late: Bool, topological: [Int32]) -> [Int32] {
        var starts = starts
        let end = zip(starts, durations).map { $0 + $1 }.max() ?? 0
        var rank = [Int](repeating: 0, count: starts.count)
        for (place, activity) in topological.enumerated() { rank[Int(activity)] = place }
        let before = starts
        let order = starts.indices.sorted { one, other in
            late
                ? (-(before[one] + durations[one]), -rank[one]) < (-(before[other] + durations[other]), -rank[other])
                : (before[one], rank[one]) < (before[other], rank[other])
        }
        var placed: [Int] = []
        for activity in order {
            if late {
                var start = end - durations[activity]
                for arc in arcs where Int(arc.predecessor) == activity {
                    start = min(start, starts[Int(arc.successor)] - arc.weight)
                }
                starts[activity] = start
                while !fits(activity, starts, placed) { starts[activity] -= 1 }
            } else {
                var start = releases[activity]
                for arc in arcs where Int(arc.successor) == activity {
                    start = max(start, starts[Int(arc.predecessor)] + arc.weight)
                }
                starts[activity] = start
                while !fits(activity, starts, placed) { starts[activity] += 1 }
            }
            placed.append(activity)
        }
        return starts
    }

    /// Whether an activity can run beside those that are placed.
    private func fits(_ activity: Int, _ starts: [Int32], _ placed: [Int]) -> Bool {
        let others = Set(placed)
        for unit in starts[activity]..<starts[activity] + durations[activity] {
            for (kind, resource) in resources.enumerated() {
                var used: Int32 = 0
                for demand in demands where Int(demand.resource) == kind {
                    let other = Int(demand.activity)
                    let runs = starts[other] <= unit && unit < starts[other] + durations[other]
                    if other == activity || others.contains(other) && runs { used += demand.units }
                }
                let asked = demands.contains { Int($0.activity) == activity && Int($0.resource) == kind && $0.units > 0 }
                if asked && used > resource.steps.last(where: { $0.from <= unit })!.capacity { return false }
            }
        }
        return true
    }
}

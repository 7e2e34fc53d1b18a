import PlanModel
import PlanNetwork

/// A network and its people as an activity problem, where that says all of it: one calendar, nothing started, relations and limits that are differences
/// of starts, nobody away. Time is counted in the largest unit that all lengths are multiples of.
struct ActivityPlan {
    let problem: ActivityProblem

    /// `nil` where the plan holds something else, or more units of time than a grid may have.
    init?(_ network: Network, _ capacity: CapacityModel) {
        let (structure, values) = (network.structure, network.values)
        let rules = structure.rules
        let isPlain =
            structure.calendarOfNode.isEmpty && values.progress.isEmpty && structure.spans.isEmpty
            && structure.earliestHubs.isEmpty
            && rules.holdsAtDataDate && !rules.followsLogicAlone && values.delays.isEmpty
            && structure.relations.allSatisfy { !$0.converts && !$0.lag.isElapsed }
            && values.limits.allSatisfy { limits in
                var rest = limits
                rest.startFloor = Int32.min
                return rest == DateLimits()
            }
            && capacity.absences.allSatisfy(\.isEmpty)
        guard isPlain, structure.nodeCount > 0 else { return nil }
        let base = network.floors[structure.planCalendar]
        let calendar = structure.calendars[structure.planCalendar]
        let releases = (0..<structure.nodeCount).map { max(0, (values.limits(of: $0)?.startFloor ?? base) - base) }
        let held = capacity.demandResource.indices.map(capacity.heldAmount)
        let needed = Set(capacity.demandResource.indices.filter { held[$0] > 0 }.map { capacity.demandResource[$0] })
            .filter { capacity.steps[Int($0)].most < CapacityModel.unlimited }.sorted()
        var place = [Int32](repeating: -1, count: capacity.resourceCount)
        for (index, resource) in needed.enumerated() { place[Int(resource)] = Int32(index) }
        let steps = needed.map { resource in Self.steps(capacity.steps[Int(resource)], calendar, base) }
        let arcs = Self.arcs(network)
        let lengths = values.remaining + releases + arcs.map(\.weight) + steps.joined().map(\.from)
        let unit = max(1, lengths.reduce(0, Self.divisor))
        let amount = max(1, (held + steps.joined().map(\.capacity)).reduce(0, Self.divisor))
        let total =
            values.remaining.reduce(Int64(0)) { $0 + Int64($1) } / Int64(unit) + Int64(releases.max() ?? 0) / Int64(unit)
        guard total < 1 << 22 else { return nil }
        var demands: [ActivityDemand] = []
        for node in 0..<structure.nodeCount {
            for demand in capacity.demands(of: node) where held[demand] > 0 && place[Int(capacity.demandResource[demand])] >= 0
            {
                demands.append(
                    ActivityDemand(
                        activity: Int32(node), resource: place[Int(capacity.demandResource[demand])],
                        units: held[demand] / amount))
            }
        }
        let made = try? ActivityProblem(
            durations: values.remaining.map { $0 / unit },
            arcs: arcs.map { ActivityArc(predecessor: $0.predecessor, successor: $0.successor, weight: $0.weight / unit) },
            releases: releases.map { $0 / unit },
            resources: steps.map { list in
                ActivityResource(steps: list.map { .init(from: $0.from / unit, capacity: $0.capacity / amount) })
            }, demands: demands)
        guard let made, made.infeasible.isEmpty else { return nil }
        problem = made
    }

    private static func divisor(_ a: Int32, _ b: Int32) -> Int32 {
        var (a, b) = (abs(a), abs(b))
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    /// The steps from a position on, on the calendar.
    private static func steps(_ steps: CapacitySteps, _ calendar: WorkingTime, _ base: Int32) -> [(
        from: Int32, capacity: Int32
    )] {
        var result: [(from: Int32, capacity: Int32)] = []
        for (instant, amount) in zip(steps.from, steps.amount) {
            let from = max(0, calendar.work(at: instant) - base)
            if result.last?.from == from { result.removeLast() }
            result.append((from, amount))
        }
        return result
    }

    /// Relations as differences of starts, minutes.
    private static func arcs(_ network: Network) -> [ActivityArc] {
        let (structure, durations) = (network.structure, network.values.remaining)
        return (0..<structure.nodeCount).flatMap { node in
            structure.predecessors[node].map { index -> ActivityArc in
                let item = structure.predecessors.items[index]
                let before = structure.predecessor(item)
                guard item < 0 else { return .init(predecessor: item, successor: Int32(node), weight: durations[before]) }
                let relation = structure.relations[Int(~item)]
                let weight =
                    (relation.type.leavesStart ? 0 : durations[before]) + relation.lag.minutes
                    - (relation.type.holdsFinish ? durations[node] : 0)
                return .init(predecessor: Int32(before), successor: Int32(node), weight: weight)
            }
        }
    }
}

extension LevellingSearch {
    /// The population search over activity lists, where the plan can be told as an activity problem; rules and shaken orders elsewhere. All rules come
    /// first, so that it is never worse than these.
    public static let population = LevellingSearch { start, budget in
        guard let plan = ActivityPlan(start.network, start.capacity) else { return sampling.run(start, budget) }
        var first = budget
        first.schedules = min(budget.schedules, start.orders.count)
        let rules = sampling.run(start, first)
        guard budget.schedules > first.schedules else { return rules }
        var decoder = ActivityDecoder(plan.problem)
        let found = PopulationSearch.run(
            &decoder, seed: budget.seed,
            budget: SearchBudget(schedules: budget.schedules - first.schedules, seconds: budget.seconds))
        // Placed again in the order of starts nothing begins later.
        let list = found.starts.indices.sorted { (found.starts[$0], $0) < (found.starts[$1], $1) }
        var ranks = [Int32](repeating: 0, count: list.count)
        for (rank, node) in list.enumerated() { ranks[node] = Int32(rank) }
        let schedule = SerialSGS(start.network, start.capacity).schedule(ranks: ranks)
        let made = first.schedules + found.schedules
        if schedule.planFinish < rules.schedule.planFinish {
            return Result(schedule: schedule, rule: nil, scheme: .serial, schedules: made)
        }
        return Result(schedule: rules.schedule, rule: rules.rule, scheme: rules.scheme, schedules: made)
    }
}

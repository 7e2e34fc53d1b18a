public import PlanNetwork

/// Which schedule generation scheme places tasks.
public enum LevellingScheme: String, CaseIterable, Sendable {
    /// `SerialSGS`: task by task.
    case serial
    /// `ParallelSGS`: moment by moment.
    case parallel

    /// The schedule of a network by ranks.
    public func schedule(_ network: Network, _ capacity: CapacityModel, ranks: [Int32]) -> LevelledSchedule {
        switch self {
        case .serial: SerialSGS(network, capacity).schedule(ranks: ranks)
        case .parallel: ParallelSGS(network, capacity).schedule(ranks: ranks)
        }
    }
}

/// How long a search may go on.
public struct LevellingBudget: Sendable {
    /// Schedules that may be made.
    public var schedules: Int
    /// What random numbers are keyed by.
    public var seed: UInt64
    /// Seconds that may pass, looked at between schedules; `nil` for any number.
    public var seconds: Double?

    /// So many schedules, however long they take unless told otherwise.
    public init(schedules: Int, seed: UInt64, seconds: Double? = nil) {
        (self.schedules, self.seed, self.seconds) = (schedules, seed, seconds)
    }

    /// Says whether there is time for another schedule, counted from now.
    var clock: () -> Bool {
        let start = ContinuousClock.now
        return { [seconds] in seconds.map { ContinuousClock.now - start < .seconds($0) } ?? true }
    }
}

/// Looks for a levelled schedule that finishes early: the one place at which a better search plugs in.
public struct LevellingSearch: Sendable {
    /// What a search starts from.
    public struct Start: Sendable {
        /// What is scheduled, and its people.
        public let network: Network, capacity: CapacityModel
        /// Orders to begin with, best guess first, each with its scheme.
        public let orders: [Order]
    }

    /// A way to make one schedule.
    public struct Order: Sendable {
        /// The rule that the ranks are of.
        public let rule: PriorityRule
        /// How tasks are placed.
        public let scheme: LevellingScheme
        /// `nodeCount` different values from 0 on.
        public let ranks: [Int32]
    }

    /// What a search found.
    public struct Result: Sendable {
        /// The best schedule.
        public let schedule: LevelledSchedule
        /// The rule by which, or from whose order, it was made; `nil` for one that a search put together.
        public let rule: PriorityRule?
        /// How its tasks were placed.
        public let scheme: LevellingScheme
        /// Schedules that were made.
        public let schedules: Int
    }

    /// What searches; at least one schedule is made.
    public let run: @Sendable (Start, LevellingBudget) -> Result

    /// A search.
    public init(run: @escaping @Sendable (Start, LevellingBudget) -> Result) { self.run = run }

    /// All orders as they are, then the same shaken at random, the more the longer it goes on; of equals the first counts.
    public static let sampling = LevellingSearch { start, budget in
        var best: Result?
        var made = 0
        let hasTime = budget.clock
        while made < max(budget.schedules, 1), best == nil || hasTime() {
            let order = start.orders[made % start.orders.count]
            let round = made / start.orders.count
            let ranks = round == 0 ? order.ranks : shaken(order.ranks, start.network, seed: budget.seed, number: made)
            let schedule = order.scheme.schedule(start.network, start.capacity, ranks: ranks)
            made += 1
            if best == nil || schedule.planFinish < best!.schedule.planFinish {
                best = Result(schedule: schedule, rule: order.rule, scheme: order.scheme, schedules: made)
            }
        }
        return Result(schedule: best!.schedule, rule: best!.rule, scheme: best!.scheme, schedules: made)
    }

    /// Ranks after each was moved at random, by up to an eighth, a quarter or a half of them all; a node's move depends on the seed, the number and
    /// its identity alone.
    static func shaken(_ ranks: [Int32], _ network: Network, seed: UInt64, number: Int) -> [Int32] {
        let reach = UInt64(ranks.count / [8, 4, 2][number % 3] + 2)
        let keys = ranks.indices.map { node -> (UInt64, Int32) in
            let word = mixed(mixed(seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15) ^ network.identities[node])
            return (UInt64(ranks[node]) + word.multipliedFullWidth(by: reach).high, ranks[node])
        }
        var result = ranks
        for (rank, node) in ranks.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() { result[node] = Int32(rank) }
        return result
    }

    /// Source: S. Vigna's finaliser of SplitMix64 (D. Stafford's mix 13).
    private static func mixed(_ word: UInt64) -> UInt64 {
        var z = word
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// How a plan is levelled: by one rule, by the best of all, or by a search.
public struct LevellingChoice: Sendable {
    /// The rule; `nil` for the best of all.
    public var rule: PriorityRule?
    /// The scheme; a search tries both.
    public var scheme: LevellingScheme
    /// How long to search; `nil` for not at all.
    public var budget: LevellingBudget?
    /// What searches.
    public var search: LevellingSearch

    /// The given priorities, one after another, without a search.
    public init(
        rule: PriorityRule? = .given, scheme: LevellingScheme = .serial, budget: LevellingBudget? = nil,
        search: LevellingSearch = .population
    ) {
        (self.rule, self.scheme, self.budget, self.search) = (rule, scheme, budget, search)
    }

    /// The schedule that is chosen.
    ///
    /// A search begins with the rule and scheme asked for, so that it is never worse.
    ///
    /// - Parameters:
    ///   - schedule: the plain one.
    ///   - capacity: of the same plan.
    ///   - priorities: of nodes, higher first; empty where all are alike.
    public func levelled(_ schedule: Schedule, _ capacity: CapacityModel, priorities: [Int32]) -> LevellingSearch.Result {
        let isSearched = budget != nil
        let rules = isSearched || rule == nil ? PriorityRule.allCases : [rule!]
        let schemes = isSearched ? LevellingScheme.allCases : [scheme]
        var orders = rules.flatMap { rule in
            let ranks = rule.ranks(schedule, priorities: priorities)
            return schemes.map { LevellingSearch.Order(rule: rule, scheme: $0, ranks: ranks) }
        }
        // Stable: what was asked for comes first, all else in its order.
        let isFirst = { (order: LevellingSearch.Order) in order.rule == (rule ?? .given) && order.scheme == scheme }
        orders = orders.filter(isFirst) + orders.filter { !isFirst($0) }
        let start = LevellingSearch.Start(network: schedule.network, capacity: capacity, orders: orders)
        guard let budget else {
            return LevellingSearch.sampling.run(start, LevellingBudget(schedules: orders.count, seed: 0))
        }
        return search.run(start, budget)
    }
}

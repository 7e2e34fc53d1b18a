public import PlanModel

/// How much of each person and team there is over time, and what each unfinished task needs of them.
///
/// A *resource* is a person or a team: people come first, in the order of their table, then teams. Amounts are ten-thousandths of a
/// full-time person (`fullTime`). A task holds what it needs from its start to its finish; nothing interrupts it but absences of its own
/// people, during which it rests.
public struct CapacityModel: Sendable {
    /// The amount of one full-time person.
    public static let fullTime: Int32 = 10_000
    /// An amount that nothing uses up: that of a team that says neither its capacity nor its people.
    public static let unlimited: Int32 = 1 << 30

    /// How many resources are people; the others are teams.
    public internal(set) var personCount = 0
    /// The step function of each resource.
    public internal(set) var steps: [CapacitySteps] = []
    /// The absences of each resource, instants; disjoint, ascending.
    public internal(set) var absences: [[Range<Int32>]] = []
    /// What each node needs: `demandOffsets` holds `nodeCount + 1` values, the other two one for each demand.
    public internal(set) var demandOffsets: [Int32] = [0]
    /// The resource of each demand; within a node each once, in the order of their `identities`.
    public internal(set) var demandResource: [Int32] = []
    /// The amount of each demand, above 0.
    public internal(set) var demandAmount: [Int32] = []
    /// The name hash of each resource, by which its random numbers are keyed.
    public internal(set) var identities: [UInt64] = []
    /// What may happen to people by chance.
    public internal(set) var chances = PeopleChances()

    /// People and teams.
    public var resourceCount: Int { steps.count }

    /// Whether no task needs anybody.
    public var isIdle: Bool { demandResource.isEmpty }

    /// The places of a node's demands.
    @inlinable
    public func demands(of node: Int) -> Range<Int> { Int(demandOffsets[node])..<Int(demandOffsets[node + 1]) }

    /// The same people and teams, with so much of everybody that nobody ever waits.
    public var withoutLimits: CapacityModel {
        var result = self
        result.steps = steps.map { _ in CapacitySteps(amount: Self.unlimited) }
        result.absences = steps.map { _ in [] }
        result.chances = PeopleChances()
        return result
    }
}

/// An amount that changes with time: the first step begins at instant 0, each holds until the next.
public struct CapacitySteps: Sendable, Equatable {
    /// When each step begins, instants; ascending, the first 0.
    public internal(set) var from: [Int32]
    /// The amount of each step, 0 or more; neighbours differ.
    public internal(set) var amount: [Int32]

    /// One amount for ever.
    public init(amount: Int32) { (from, self.amount) = ([0], [amount]) }

    /// Steps of instants and amounts, in any order of instants, none before 0 counted apart; a later entry at the same instant counts.
    init(_ steps: [(from: Int32, amount: Int32)]) {
        (from, amount) = ([0], [0])
        for step in steps {
            if step.from <= from.last! { amount[amount.count - 1] = step.amount } else { append(step.from, step.amount) }
            if amount.count > 1, amount[amount.count - 1] == amount[amount.count - 2] {
                from.removeLast()
                amount.removeLast()
            }
        }
    }

    private mutating func append(_ instant: Int32, _ value: Int32) {
        from.append(instant)
        amount.append(value)
    }

    /// The largest amount that there ever is.
    public var most: Int32 { amount.max()! }

    /// The amount at an instant.
    public func amount(at instant: Int32) -> Int32 {
        var (low, high) = (0, from.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if from[middle] <= instant { low = middle } else { high = middle }
        }
        return amount[low]
    }

    /// The sum of several step functions.
    static func sum(_ all: [CapacitySteps]) -> CapacitySteps {
        let instants = Set(all.flatMap(\.from)).sorted()
        return CapacitySteps(
            instants.map { at in (at, all.reduce(0) { min(CapacityModel.unlimited, $0 + $1.amount(at: at)) }) })
    }
}

/// What may happen to people by chance: they fall ill, or they leave and somebody follows them after a while.
public struct PeopleChances: Sendable, Equatable {
    /// The rate at which each person leaves, a year of 365 days; empty where nobody does.
    public internal(set) var leavesPerYear: [Double] = []
    /// How long a post stays vacant, minutes around the clock; `nil` where nobody follows.
    public internal(set) var hiringDelay: PeopleSettings.Span?
    /// Times in which nobody joins, instants; disjoint, ascending. A post that is to be filled in one is filled at its end.
    public internal(set) var hiringFreezes: [Range<Int32>] = []
    /// How often a person falls ill in a year.
    public internal(set) var illnessesPerYear = 0.0
    /// How long an illness lasts, minutes around the clock.
    public internal(set) var illnessLength: PeopleSettings.Span?

    /// Whether nothing happens.
    public var isEmpty: Bool { leavesPerYear.isEmpty && illnessesPerYear == 0 }
}

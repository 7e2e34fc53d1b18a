public import PlanModel
public import PlanNetwork
public import PlanSchedule

/// How people are held in a forecast.
public enum PeopleMode: String, Sendable, CaseIterable {
    /// Nobody is limited.
    case none
    /// Everybody keeps the order of the levelled plan.
    case fixed
    /// In each replication free people take the ready task that goes first.
    case dynamic
}

/// The people of a plan, and who of them goes first: what forecasts under capacity need beside a network.
public struct HeldPeople: Sendable {
    /// How much there is of whom.
    public let capacity: CapacityModel
    /// Which of the tasks that want the same people goes first, by node.
    public let ranks: [Int32]

    /// The people of a plan.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - network: compiled of it.
    ///   - rule: who goes first.
    public init(_ plan: Plan, _ network: Network, rule: PriorityRule = .given) {
        capacity = CapacityModel(of: plan, network)
        ranks = rule.ranks(Schedule(of: network), priorities: TaskPriorities(plan, network).byNode)
    }

    /// People with other capacity, or another order.
    public init(capacity: CapacityModel, ranks: [Int32]) { (self.capacity, self.ranks) = (capacity, ranks) }

    /// The plan levelled by the serial scheme.
    public func levelled(_ network: Network) -> LevelledSchedule { SerialSGS(network, capacity).schedule(ranks: ranks) }

    /// How the levelled plan hands people from task to task.
    public func chains(_ network: Network) -> ResourceChains { ResourceChains(of: levelled(network), capacity) }

    /// Whether people are away at times, or something may happen to them: only dispatching knows that.
    public var needsDispatching: Bool { !capacity.chances.isEmpty || capacity.absences.contains { !$0.isEmpty } }
}

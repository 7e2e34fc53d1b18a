/// How often managers and their people are due to meet.
public struct Cadence: Sendable, Hashable {
    /// Days between two meetings, 1 or more.
    public var everyDays: Int
    /// Days after which a meeting that did not happen is overdue, 0 or more.
    public var graceDays: Int

    /// A meeting every so many days, with so many of grace.
    public init(everyDays: Int, graceDays: Int) { (self.everyDays, self.graceDays) = (everyDays, graceDays) }

    /// This one, changed by what is said nearer to the pair; a grace that is not named there stays.
    public func changed(by own: OwnCadence?) -> Cadence {
        own.map { Cadence(everyDays: $0.everyDays, graceDays: $0.graceDays ?? graceDays) } ?? self
    }
}

/// The rhythm of some check-ins that are not like the others.
public struct OwnCadence: Sendable, Hashable {
    /// Days between two meetings, 1 or more.
    public var everyDays: Int
    /// Days of grace; `nil` for those of the next wider rule.
    public var graceDays: Int?

    /// A meeting every so many days.
    public init(everyDays: Int, graceDays: Int? = nil) { (self.everyDays, self.graceDays) = (everyDays, graceDays) }
}

/// The rhythms of units and pairs; the nearest wins: the pair, then the employee's unit, then the plan.
public struct OwnCadences: Sendable, Hashable {
    /// One manager and one employee.
    public struct Pair: Sendable, Hashable {
        /// Their ids.
        public var employee: String, manager: String

        /// An employee and a manager.
        public init(employee: String, manager: String) { (self.employee, self.manager) = (employee, manager) }
    }

    /// By the name of the employee's unit.
    public var units: [String: OwnCadence] = [:]
    /// By pair.
    public var pairs: [Pair: OwnCadence] = [:]

    /// None.
    public init() {}

    /// Whether everybody keeps the plan's.
    public var isEmpty: Bool { units.isEmpty && pairs.isEmpty }
}

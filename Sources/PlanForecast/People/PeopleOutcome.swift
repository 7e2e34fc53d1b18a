public import PlanNetwork
public import PlanSchedule
public import PlanStatistics

/// What people did in a forecast under capacity, and what waited for them.
///
/// Waiting is working minutes between the moment at which a task had all but its people and its start; it counts for the resource that it waited for
/// last. So the waits of all resources sum to that of all tasks.
public struct PeopleOutcome: Sendable {
    /// The people and teams.
    public let capacity: CapacityModel
    /// Replications.
    public let samples: Int
    /// By network node: minutes waited, summed over replications, and the replications in which it waited.
    public let waitedMinutes: [Int64], waitedCount: [Int32]
    /// By resource: minutes that tasks waited for it a replication.
    public let waits: [MeanEstimate]
    /// By resource: minutes of full-time work a replication.
    public let worked: [Double]
    /// By replication: minutes that all tasks waited; minutes of full-time work of everybody; the share of what people who are needed have to give up
    /// to the plan's finish that was worked.
    public let waitingByReplication: [Int64], workedByReplication: [Double], utilisationByReplication: [Double]
    /// Demands that were given up, as nobody would have come, a replication.
    public let givenUp: Double
    /// Demands for more than there ever is.
    public let shortfalls: [Shortfall]
    /// By target of the forecast's criticality: resources whose lack lay on its path.
    public let critical: [[CriticalResource]]

    /// A person or team that decided a finish: the path went through a wait for it.
    public struct CriticalResource: Sendable, Hashable {
        /// The resource.
        public let resource: Int
        /// Replications in which the target's path went through a wait for it.
        public let count: Int
        /// Minutes of these waits, summed over replications.
        public let minutes: Int64
    }

    /// The minutes that a node waited, the mean over all replications.
    public func meanWait(of node: Int) -> Double { Double(waitedMinutes[node]) / Double(samples) }
}

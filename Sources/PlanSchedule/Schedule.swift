import PlanModel
public import PlanNetwork

/// A network's early and late dates and floats, by the critical path method.
///
/// Remaining work starts at the data date at the earliest and waits for unfinished predecessors (retained logic); finished tasks
/// stay where they were. Late dates run back from the plan's finish. All positions are working minutes on the node's own calendar;
/// `start(_:)` and its like spell them as dates.
///
/// Source: J. E. Kelley, "Critical-path planning and scheduling: mathematical basis", Operations Research 9 (1961); precedence
/// relations with lags after J. W. Fondahl (1961).
public struct Schedule: Sendable {
    /// What was scheduled.
    public let network: Network
    /// Early and late finish of each node, positions; `nodeCount` values.
    public let earlyFinish: [Int32], lateFinish: [Int32]
    /// How far each node can slip before a successor moves (before the plan's finish moves, where it has none), working minutes.
    public private(set) var freeFloat: [Int32]
    /// The latest finish in the plan, an instant; the data date for an empty plan.
    public let finish: Int32
    /// The dates of tasks that last as long as those around them, by node.
    let spans: [Int: SpanDates]
    /// When nodes may start, with the durations that the schedule found.
    let timing: NodeTiming
    /// Whether each node lies on a longest path; empty unless that is what makes it critical.
    private(set) var longest: [Bool] = []

    /// Schedules a network.
    ///
    /// - Parameter network: as compiled; any values.
    /// - Complexity: O(nodes + relations).
    public init(of network: Network) {
        var network = network
        var early = ForwardPass(network)
        if !network.values.limits.isEmpty { network.values.remaining = early.remaining }
        var late = BackwardPass(network, early)
        if let waiting = LateTasks(network) {
            if network.structure.rules.constraintsOverrideLogic {
                early = ForwardPass(network, lateFinish: late.lateFinish)
                late = BackwardPass(network, early)
            } else {
                early.move(to: waiting.movedToFreeFloat(early.earlyFinish, planFinish: early.finish))
                late = BackwardPass(network, early)
            }
        }
        self.network = network
        (earlyFinish, finish) = (early.earlyFinish, early.finish)
        (lateFinish, freeFloat) = (late.lateFinish, late.freeFloat)
        for span in network.structure.spans { freeFloat[Int(span.node)] = 0 }
        timing = NodeTiming(network)
        spans = network.structure.spans.isEmpty ? [:] : SpanPass(network, early, late).dates
        if network.structure.rules.criticality == .longestPath { longest = longestPath() }
    }
}

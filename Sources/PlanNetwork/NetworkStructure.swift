public import PlanModel

/// What a plan's network is made of, without any duration or date: order, relations, calendars, targets.
///
/// Nodes are tasks and a few hubs (see `GraphBuilder`), numbered in topological order, a project's tasks side by side.
public struct NetworkStructure: Sendable {
    /// Tasks and hubs.
    public let nodeCount: Int
    /// The task row of each node, −1 for a hub; `nodeCount` values.
    public let taskOfNode: [Int32]
    /// The node of each task row; `taskCount` values, a one-to-one map.
    public let nodeOfTask: [Int32]
    /// The calendar of each node, an index into `calendars`; empty where all nodes run on `planCalendar`.
    public internal(set) var calendarOfNode: [UInt16]
    /// Relations into each node: an item ≥ 0 is the predecessor of a plain one (finish to start, no lag, same calendar), a negative
    /// one is `~index` into `relations`. Predecessors of plain items lie before the node.
    public internal(set) var predecessors: AdjacencyList
    /// Relations out of each node, coded alike with successors.
    public internal(set) var successors: AdjacencyList
    /// Relations that are not plain.
    public internal(set) var relations: [Relation]
    /// The plan's calendars, then one that works around the clock.
    public internal(set) var calendars: [WorkingTime]
    /// The plan's own calendar.
    public let planCalendar: Int
    /// Initiatives, goals and projects over the nodes.
    public let targets: TargetTree
    /// The conventions by which dates are found.
    public let rules: SchedulingRules
    /// Tasks whose dates come from those around them; they take part in no logic.
    public let spans: [Span]
    /// Hubs that stand for the start of a summary: they wait for the first of their predecessors, not for the last.
    public let earliestHubs: Set<Int>
    /// From where late dates run back, by node; `nil` where all run back from the plan's finish.
    public let floatScopes: FloatScopes?

    /// The number of tasks.
    public var taskCount: Int { nodeOfTask.count }

    /// The index of a node's calendar.
    @inlinable
    public func calendar(of node: Int) -> Int { calendarOfNode.isEmpty ? planCalendar : Int(calendarOfNode[node]) }

    /// The node that a relation into another one leaves.
    ///
    /// - Parameter item: of `predecessors`.
    @inlinable
    public func predecessor(_ item: Int32) -> Int { item >= 0 ? Int(item) : Int(relations[Int(~item)].predecessor) }

    /// The node that a relation out of another one leads to.
    ///
    /// - Parameter item: of `successors`.
    @inlinable
    public func successor(_ item: Int32) -> Int { item >= 0 ? Int(item) : Int(relations[Int(~item)].successor) }
}

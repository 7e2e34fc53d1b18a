public import PlanNetwork

/// What turns an order of activities into a schedule: the part of a search that knows the problem.
///
/// `PopulationSearch` is generic over it and specialised by the compiler. Activities are numbers 0 ..< `count`; starts are units of any
/// kind, so long as all of them and all finishes lie in 0 ..< 2³¹.
public protocol ScheduleDecoder: ~Copyable {
    /// What the search knows of the problem.
    var guide: SearchGuide { get }

    /// How many schedules `justify` counts as at most; 0 where it does nothing.
    var schedulesPerJustification: Int { get }

    /// Makes a schedule: places the activities one after another, each where it is best at that time. Counts as one schedule.
    ///
    /// - Parameters:
    ///   - order: every activity once, none before one that it waits for.
    ///   - starts: gets the start of each activity.
    /// - Returns: what the search makes small, as a rule the makespan.
    mutating func decode(_ order: Swift.Span<Int32>, _ starts: inout MutableSpan<Int32>) -> Int

    /// Makes a schedule better, or leaves it: as a rule moves all activities as late and then as early as they go (double justification).
    ///
    /// - Parameters:
    ///   - starts: the schedule that `decode` has given just before, changed in place.
    ///   - score: its score.
    /// - Returns: the new score, not above the old one, and how many schedules this counts as.
    mutating func justify(_ starts: inout MutableSpan<Int32>, score: Int) -> (score: Int, schedules: Int)
}

/// What a search knows of a problem: who waits for whom, and what is urgent.
public struct SearchGuide: Sendable {
    /// The arcs into each activity, by predecessor.
    public let predecessors: AdjacencyList
    /// The arcs out of each activity, by successor.
    public let successors: AdjacencyList
    /// What goes first where nothing else is known, the smallest first; latest starts or finishes, as a rule. One value an activity.
    public let urgency: [Int32]
    /// No score can be below; the search ends when it is reached.
    public let lowerBound: Int

    /// A guide.
    ///
    /// - Precondition: all have the same number of activities; arcs form no cycle.
    public init(
        predecessors: AdjacencyList, successors: AdjacencyList, urgency: [Int32], lowerBound: Int
    ) {
        precondition(predecessors.offsets.count == urgency.count + 1)
        precondition(successors.offsets.count == urgency.count + 1)
        (self.predecessors, self.successors, self.urgency) = (predecessors, successors, urgency)
        self.lowerBound = lowerBound
    }

    /// The number of activities.
    public var count: Int { urgency.count }
}

import CKernels
import PlanNetwork

/// Serial schedule generation over a grid of time units, with the memory it works in: make one a thread and use it again and again.
///
/// The grid holds the free capacities of all resources in a word or a few a unit (`PackedDemands`) and grows as schedules need it.
///
/// Source: A. Sprecher, R. Kolisch and A. Drexl, "Semi-active, active, and non-delay schedules for the resource-constrained project
/// scheduling problem", EJOR 80 (1995); V. Valls, F. Ballestín and S. Quintanilla, "Justification and RCPSP: a technique that pays", EJOR
/// 165 (2005).
@safe public struct ActivityDecoder: ~Copyable, ScheduleDecoder {
    /// The problem.
    public let problem: ActivityProblem
    /// Latest starts as urgency, and the bound of critical path and capacities.
    public let guide: SearchGuide
    /// Two: one pass late, one pass early.
    public let schedulesPerJustification = 2
    /// Activities that were placed so far, by passes in either direction.
    public internal(set) var placements = 0
    /// Activities without a place in the schedule that was made last.
    var unplacedCount = 0

    let memory: DecoderMemory

    /// A decoder of a problem.
    public init(_ problem: ActivityProblem) {
        self.problem = problem
        guide = SearchGuide(problem)
        memory = DecoderMemory(problem, slots: min(Int(problem.horizon), 2 * guide.lowerBound + 64))
    }

    /// Places the activities one after another, each as early as arcs, releases and resources allow.
    ///
    /// - Precondition: as in `ScheduleDecoder`; an order with an activity before one that it waits for gives a schedule that breaks the arc.
    /// - Returns: the makespan; the horizon or more where an activity found no place.
    public mutating func decode(_ order: Swift.Span<Int32>, _ starts: inout MutableSpan<Int32>) -> Int {
        precondition(order.count == problem.count && starts.count == problem.count, "one place an activity")
        guard problem.count > 0 else { return 0 }
        precondition(memory.holds(order), "an order names activities")
        placements += problem.count
        var (makespan, unplaced) = (Int32(HW_GRID_SHORT), UInt32(0))
        while true {
            unsafe order.withUnsafeBufferPointer { order in
                unsafe starts.withUnsafeMutableBufferPointer { starts in
                    makespan = unsafe hw_place_early(
                        &memory.activities, &memory.grid, order.baseAddress!, starts.baseAddress!, &unplaced)
                }
            }
            if makespan != HW_GRID_SHORT { break }
            memory.grow()
        }
        unplacedCount = Int(unplaced)
        return Int(makespan)
    }

    /// Double justification: all activities as late as they go, later finishes first, then as early as they go, earlier starts first.
    ///
    /// The makespan never grows, whatever the weights of arcs and the steps of capacities are. In the first pass, say activity v is next.
    /// Those placed before it had a finish no earlier than v's and were moved later only: one that runs now at a unit of v's old time ran
    /// there before too. So what v had is free in every unit of its old time, and its successors have moved later only: v can stay. The
    /// second pass is the mirror. Where arcs let a successor start first, the bound of one that is not placed yet is its old start.
    ///
    /// A schedule with activities that found no place is left as it is.
    public mutating func justify(_ starts: inout MutableSpan<Int32>, score: Int) -> (score: Int, schedules: Int) {
        precondition(starts.count == problem.count, "one place an activity")
        guard problem.count > 0, unplacedCount == 0 else { return (score, 0) }
        // Work that needs no resource may end behind the grid.
        memory.makeRoom(for: score)
        precondition(memory.holds(starts.span, end: score), "a schedule lies between 0 and its end")
        var (makespan, unplaced) = (Int32(0), UInt32(0))
        unsafe starts.withUnsafeMutableBufferPointer { starts in
            let base = starts.baseAddress!
            unsafe memory.moveLate(base, end: Int32(score))
            unsafe memory.orderByEarliestStart(base, end: Int32(score))
            makespan = unsafe hw_place_early(&memory.activities, &memory.grid, memory.order, base, &unplaced)
        }
        assert(makespan >= 0 && makespan <= score && unplaced == 0, "justification made a schedule longer")
        placements += 2 * problem.count
        return (Int(makespan), 2)
    }
}

extension SearchGuide {
    /// The guide of a problem: latest starts, and the bound of critical path and capacities.
    init(_ problem: ActivityProblem) {
        self.init(
            predecessors: problem.predecessors, successors: problem.successors, urgency: problem.latestStarts(),
            lowerBound: Int(problem.lowerBound()))
    }
}

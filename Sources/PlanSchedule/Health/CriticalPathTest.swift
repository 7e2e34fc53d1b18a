import PlanModel
import PlanNetwork

/// What becomes of the plan's finish when work on its driving path takes longer: the schedule is really computed again.
///
/// Delayed is the first unfinished task on the chain to the task that ends the plan whose duration the chain runs through. A date that no
/// predecessor can move does not end the chain: it goes on with the predecessor that finishes last, so that a hard constraint in its midst
/// shows. In a sound network the task that ends the plan moves by the whole delay.
///
/// Source: DCMA 14-Point Assessment (2009), point 12, which asks for 600 working days on a critical task.
public struct CriticalPathTest: Sendable {
    /// The task that was delayed, a node.
    public let node: Int
    /// Working minutes that were added to what is left of it.
    public let delay: Int32
    /// By how much the task that ends the plan moved, working minutes of the delayed task's calendar; `nil` where the delayed plan would
    /// pass the range of instants.
    public let moved: Int32?
    /// Whether several calendars or elapsed lags take part, so that free time may take up to two weeks (a tenth of the delay at most) of
    /// the movement.
    public let isMixed: Bool
    /// What free time may take, working minutes.
    private let room: Int32

    /// Runs the test.
    ///
    /// - Parameter delay: working minutes, above 0.
    /// - Returns: `nil` where no work is left.
    /// - Complexity: that of a schedule.
    public init?(of schedule: Schedule, delay: Int32) {
        let chain = DrivingChain(schedule)
        guard let node = chain.firstTask, let last = chain.tasks.last else { return nil }
        (self.node, self.delay) = (node, delay)
        var network = schedule.network
        isMixed = !network.structure.calendarOfNode.isEmpty || network.structure.relations.contains(where: \.converts)
        let calendar = schedule.calendar(node)
        guard Self.fits(schedule.finish, delay, calendar) else {
            (moved, room) = (nil, 0)
            return
        }
        network.values.remaining[node] += delay
        room = isMixed ? min(2 * calendar.weekWork, delay / 10) : 0
        let delayed = Schedule(of: network)
        moved = calendar.work(at: delayed.finishInstant(last)) - calendar.work(at: schedule.finishInstant(last))
    }

    /// What the movement counts for: all of the delay, where no more is missing than calendars that differ can take.
    func counted(_ moved: Int32) -> Int32 { moved < delay && moved >= delay - room ? delay : moved }

    /// Whether instants stay far from the end of 32 bits: a plan has less than 2³⁰ minutes, and 2²⁹ are kept for free time after the delay.
    private static func fits(_ finish: Int32, _ delay: Int32, _ calendar: WorkingTime) -> Bool {
        let stretch = 10_080 / Double(calendar.weekWork)
        return Double(finish) + Double(delay) * stretch < 0x1p30 + 0x1p29
    }
}

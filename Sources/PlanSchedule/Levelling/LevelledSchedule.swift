public import PlanNetwork

/// A schedule in which nobody works on more than they can: every task waits for its people.
///
/// Where the demand of a task is never met (`shortfalls`), all that there is of the resource is taken where there is some at a time, else the task goes
/// on without it. Work that has started and dates that cannot move do not wait; they may take more than there is.
public struct LevelledSchedule: Sendable {
    /// The network with what tasks wait as delays, and what they rest while people are away as part of what is left of them; `Schedule(of:)`
    /// of it has the dates of this schedule. Nothing in it is as late as possible.
    public let network: Network
    /// Starts and finishes of what is left of each node, positions on its calendar.
    public let start: [Int32], finish: [Int32]
    /// Working minutes that each node waits for people.
    public let waits: [Int32]
    /// Working minutes that each node rests while its people are away.
    public let rests: [Int32]
    /// The resource that each node waited for last; −1 where it did not wait, or where the parallel scheme learnt of it too late.
    public let waitedFor: [Int32]
    /// Demands that are never met, in the order of nodes.
    public let shortfalls: [Shortfall]

    /// The latest finish of a task, an instant; the data date for an empty plan.
    public var planFinish: Int32 {
        let structure = network.structure
        let finishes = (0..<structure.nodeCount).lazy.filter { structure.taskOfNode[$0] >= 0 }.map { node in
            structure.calendars[structure.calendar(of: node)].finish(at: finish[node])
        }
        return finishes.max() ?? network.values.dataDate
    }
}

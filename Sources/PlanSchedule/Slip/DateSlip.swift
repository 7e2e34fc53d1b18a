/// How much later something is than a baseline had it: minutes, negative where it is earlier.
public struct DateSlip: Sendable, Hashable {
    /// Working time of a task's own calendar, of the plan's for a target.
    public let working: Int32
    /// Time around the clock.
    public let elapsed: Int32
}

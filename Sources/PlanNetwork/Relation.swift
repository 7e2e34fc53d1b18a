public import PlanModel

/// A logical relation that is more than "start after the predecessor's finish on the same calendar".
///
/// Plain relations need only the node they lead to and are kept as such in `NetworkStructure`; everything else stands here.
public struct Relation: Sendable {
    /// The node that it leaves.
    public var predecessor: Int32
    /// The node that it holds.
    public var successor: Int32
    /// Which ends are tied.
    public var type: RelationType
    /// Working time of `lagCalendar`, or elapsed; never a share of a duration.
    public var lag: Lag
    /// Minutes of the lag that are no distance between the dates, so that they count as room for the predecessor.
    public var spare: Int32
    /// The calendar on which a working lag runs.
    public var lagCalendar: UInt16
    /// Whether the predecessor's end is a date in its later spelling: its start, or the moment of a milestone that begins something.
    public var leavesLate: Bool
    /// Whether two calendars take part, or the lag is elapsed, so that positions must pass through instants.
    public var converts: Bool
}

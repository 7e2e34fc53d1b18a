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
    /// Working time of the predecessor's calendar, or elapsed.
    public var lag: Lag
    /// Whether the two nodes run on different calendars, or the lag is elapsed, so that positions must pass through instants.
    public var converts: Bool
}

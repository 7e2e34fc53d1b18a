/// What may happen to a network beside the uncertainty of its durations: discrete risks, drivers, tasks that may not exist.
///
/// In a replication an event happens where its draw u lies in `lower ..< upper`. A touched task's duration is then multiplied by
/// severity^weight × factor and lengthened by the delay; where an event of existence does *not* happen, its tasks take no time at all. A
/// severity below 0 counts as 0. Of a started task it is the remaining duration.
public struct RiskModel: Sendable {
    /// What an event is, in the order of the words of plan files.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// Something that may happen.
        case risk
        /// Something that many tasks share, as a rule certain to happen and uncertain in severity.
        case driver
        /// Whether tasks exist at all.
        case existence
    }

    /// One row of risks.
    public struct Event: Sendable {
        /// The row in `risks.csv`.
        public var row: Int32
        /// What it is.
        public var kind: Kind
        /// `Identity.of` the row's id: keys the severity.
        public var identity: UInt64
        /// `Identity.of` the branch where the event is one of several that exclude each other, else `identity`: keys whether it happens.
        public var drawIdentity: UInt64
        /// Whether it is one of several that exclude each other.
        public var isBranch: Bool
        /// The event happens where `lower <= u < upper`, with the mitigation in force if it is.
        public var lower: Double, upper: Double
        /// The two candidates for `lower` and `upper`: without and with mitigation.
        public var plainSpan: ClosedRange<Double>, mitigatedSpan: ClosedRange<Double>
        /// Whether its mitigation is in force.
        public var isMitigated: Bool
        /// How bad it is where it happens.
        public var severity: SeverityLaw
        /// The event touches only tasks that start at or after the one instant and before the other; `Int32.min` and `Int32.max` where open.
        public var windowStart: Int32, windowEnd: Int32

        /// Whether the event touches only tasks that start in a window.
        public var hasWindow: Bool { windowStart != Int32.min || windowEnd != Int32.max }
    }

    /// What one event does to one task. A certain severity other than 1 is part of the factors.
    public struct Effect: Sendable, Hashable {
        /// The node and the place of the event in `events`.
        public var node: Int32, event: Int32
        /// The exponent of the severity; 0 where nothing is drawn.
        public var weight: Float
        /// Times the duration, with the mitigation in force if it is.
        public var factor: Float
        /// Working minutes more, with the mitigation in force if it is.
        public var delay: Int32
        /// What `factor` and `delay` are without mitigation, and with it.
        public var plainFactor: Float, plainDelay: Int32, mitigatedFactor: Float, mitigatedDelay: Int32
    }

    /// How the severities of two events go together.
    public struct Correlation: Sendable, Hashable {
        /// Places in `events`, `first` below `second`.
        public var first: Int32, second: Int32
        /// The rank correlation, −1 … 1.
        public var value: Double
    }

    /// All events that touch unfinished work, in the order of the bytes of their ids.
    public var events: [Event] = []
    /// What events do, ascending by node, then by event.
    public var effects: [Effect] = []
    /// Where each node's effects begin in `effects`: `nodeCount + 1` values; empty where there are no effects.
    public var effectOffset: [Int32] = []
    /// The correlations of severities, ascending.
    public var correlations: [Correlation] = []

    /// Nothing can happen.
    public static let none = RiskModel()

    /// Whether nothing can happen.
    public var isEmpty: Bool { events.isEmpty }

    /// The effects on a node, as places in `effects`.
    @inlinable
    public func effects(on node: Int) -> Range<Int> {
        effectOffset.isEmpty ? 0..<0 : Int(effectOffset[node])..<Int(effectOffset[node + 1])
    }
}

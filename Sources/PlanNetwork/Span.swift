public import PlanModel

/// A task that lasts as long as those around it: a level of effort between its predecessors and successors, a summary activity over the
/// tasks below its heading. It drives nothing.
public struct Span: Sendable {
    /// One task that it looks at.
    public struct Tie: Sendable {
        /// The other task, a node; it may be a span too.
        public var node: Int32
        /// Whether the other task's start is looked at, not its finish.
        public var looksAtStart: Bool
        /// Whether it bounds the span's start, not its finish.
        public var boundsStart: Bool
        /// Working time from the other task's end to the span's; negative before it.
        public var lag: Lag
    }

    /// The span's own node.
    public let node: Int32
    /// What kind of span it is.
    public let kind: TaskKind
    /// The tasks that it looks at.
    public let ties: [Tie]
}

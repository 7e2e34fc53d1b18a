public import PlanModel

/// A plan that is well-formed but cannot be computed: cycles, tasks without a duration, dates beyond the engine's range.
public struct CompileError: Error, Sendable {
    /// Every culprit, up to a hundred.
    public let faults: [Fault]
    /// How many there are.
    public let count: Int

    /// An error of all these faults; only the first hundred are kept.
    public init(_ faults: [Fault]) { (self.faults, count) = (Array(faults.prefix(100)), faults.count) }
}

/// How far a task has come.
public enum Progress: UInt8, Sendable {
    /// Not started.
    case planned
    /// Started, with work left after the data date.
    case started
    /// Finished.
    case completed
}

/// The numbers of a network: durations, progress, uncertainty. A replication or a what-if swaps these and nothing else.
///
/// All arrays hold `nodeCount` values in network order, but for the ones that say otherwise.
public struct NetworkValues: Sendable {
    /// Working minutes planned for the whole task.
    public var planned: [Int32]
    /// Working minutes left from the data date on: all of them before the start, 0 after the finish.
    public var remaining: [Int32]
    /// `Progress.rawValue` of each node; empty where nothing has started.
    public var progress: [UInt8]
    /// Instants of actual starts and finishes, −1 where there is none; empty where nothing has started.
    public var actualStart: [Int32], actualFinish: [Int32]
    /// The uncertainty of remaining durations.
    public var laws: [DurationLaw]
    /// What constraints on dates come to; only those that some node has.
    public var limits: [DateLimits] = []
    /// The place of each node's limits in `limits`, −1 where it has none; empty where no node has any.
    public var limitOfNode: [Int32] = []
    /// Working minutes that each node waits after all that holds its start; empty where none waits.
    public var delays: [Int32] = []
    /// What may happen beside.
    public var risks: RiskModel = .none
    /// The quantile functions of tabulated laws, each once.
    public var quantileTables: [StepQuantile] = []
    /// The data date, an instant.
    public var dataDate: Int32

    /// How far a node has come.
    public func progress(of node: Int) -> Progress { progress.isEmpty ? .planned : Progress(rawValue: progress[node])! }

    /// Working minutes that a node waits after all that holds its start; what has started waits no more.
    public func delay(of node: Int) -> Int32 { delays.isEmpty || progress(of: node) != .planned ? 0 : delays[node] }

    /// Sets the working minutes that a node waits.
    public mutating func setDelay(_ minutes: Int32, of node: Int) {
        if delays.isEmpty {
            if minutes == 0 { return }
            delays = Array(repeating: 0, count: remaining.count)
        }
        delays[node] = minutes
    }

    /// The limits on a node's dates, if it has any.
    @inlinable
    public func limits(of node: Int) -> DateLimits? {
        limitOfNode.isEmpty || limitOfNode[node] < 0 ? nil : limits[Int(limitOfNode[node])]
    }

    /// Sets the limits on a node's dates, or takes them away.
    public mutating func setLimits(_ new: DateLimits?, of node: Int) {
        if limitOfNode.isEmpty { limitOfNode = Array(repeating: -1, count: remaining.count) }
        let place = Int(limitOfNode[node])
        if let new, place >= 0 {
            limits[place] = new
        } else if let new {
            limitOfNode[node] = Int32(limits.count)
            limits.append(new)
        } else if place >= 0 {
            limitOfNode[node] = -1
            limits[place] = DateLimits()
        }
    }
}

/// How uncertain one remaining duration is, in the form in which kernels take it.
public struct DurationLaw: Sendable, Hashable {
    /// What the three parameters mean.
    public enum Shape: UInt8, Sendable, CaseIterable {
        /// No uncertainty: the remaining duration as it is.
        case fixed
        /// Evenly from `first` to `third`.
        case uniform
        /// From `first` over the mode `second` to `third`.
        case triangular
        /// Beta with mode weight 4, from `first` over the mode `second` to `third`.
        case pert
        /// Natural logarithm normal with mean `first` and standard deviation `second`.
        case lognormal
        /// Normal with mean `first` and standard deviation `second`, cut off below 0.
        case normal
        /// `first` times a value of the quantile table number `second` (a whole number) of `NetworkValues.quantileTables`.
        case tabulated
    }

    /// Parameters, working minutes unless the shape says otherwise.
    public var first: Float, second: Float, third: Float
    /// The longest sample that can be drawn, with all that risks may add, working minutes.
    public var longest: Int32
    /// What the parameters mean.
    public var shape: Shape

    /// A law; by default the certain duration `longest`.
    public init(_ shape: Shape = .fixed, _ first: Float = 0, _ second: Float = 0, _ third: Float = 0, longest: Int32) {
        (self.shape, self.first, self.second, self.third, self.longest) = (shape, first, second, third, longest)
    }
}

public import PlanModel
public import PlanNetwork

/// A network's early and late dates and floats, by the critical path method.
///
/// Remaining work starts at the data date at the earliest and waits for unfinished predecessors (retained logic); finished tasks
/// stay where they were. Late dates run back from the plan's finish. All positions are working minutes on the node's own calendar;
/// `start(_:)` and its like spell them as dates.
///
/// Source: J. E. Kelley, "Critical-path planning and scheduling: mathematical basis", Operations Research 9 (1961); precedence
/// relations with lags after J. W. Fondahl (1961).
public struct Schedule: Sendable {
    /// What was scheduled.
    public let network: Network
    /// Early and late finish of each node, positions; `nodeCount` values.
    public let earlyFinish: [Int32], lateFinish: [Int32]
    /// How far each node can slip before a successor moves (before the plan's finish moves, where it has none), working minutes.
    public let freeFloat: [Int32]
    /// The latest finish in the plan, an instant; the data date for an empty plan.
    public let finish: Int32

    /// Schedules a network.
    ///
    /// - Parameter network: as compiled; any values.
    /// - Complexity: O(nodes + relations).
    public init(of network: Network) {
        let early = ForwardPass(network)
        let late = BackwardPass(network, early)
        self.network = network
        (earlyFinish, finish) = (early.earlyFinish, early.finish)
        (lateFinish, freeFloat) = (late.lateFinish, late.freeFloat)
    }
}

extension Schedule {
    /// Whether a node's work is done, so that it has no float.
    public func isCompleted(_ node: Int) -> Bool { network.values.progress(of: node) == .completed }

    /// Late minus early finish, working minutes; 0 for finished tasks.
    public func totalFloat(_ node: Int) -> Int32 { lateFinish[node] - earlyFinish[node] }

    /// Whether a delay of the node delays the plan: total float of 0 or less, not finished.
    public func isCritical(_ node: Int) -> Bool { totalFloat(node) <= 0 && !isCompleted(node) }

    /// The early start of what is left to do, a position.
    func remainingStart(_ node: Int) -> Int32 { earlyFinish[node] - network.values.remaining[node] }

    private func calendar(_ node: Int) -> WorkingTime { network.structure.calendars[network.structure.calendar(of: node)] }

    private func actual(_ dates: [Int32], _ node: Int) -> Int32? { dates.isEmpty || dates[node] < 0 ? nil : dates[node] }

    /// When a node starts or started, an instant.
    public func startInstant(_ node: Int) -> Int32 {
        actual(network.values.actualStart, node) ?? startInstant(node, remainingStart(node))
    }

    /// When a node finishes or finished, an instant.
    public func finishInstant(_ node: Int) -> Int32 {
        actual(network.values.actualFinish, node) ?? finishInstant(node, earlyFinish[node])
    }

    /// The latest start that delays nothing, an instant; the actual one for work that has started.
    public func lateStartInstant(_ node: Int) -> Int32 {
        actual(network.values.actualStart, node) ?? startInstant(node, lateFinish[node] - network.values.remaining[node])
    }

    /// The latest finish that delays nothing, an instant; the actual one for finished work.
    public func lateFinishInstant(_ node: Int) -> Int32 {
        actual(network.values.actualFinish, node) ?? finishInstant(node, lateFinish[node])
    }

    /// A start in its later spelling; that of a milestone is its finish, so that it is one moment.
    private func startInstant(_ node: Int, _ position: Int32) -> Int32 {
        network.values.remaining[node] == 0 ? finishInstant(node, position) : calendar(node).start(at: position)
    }

    /// A finish in its earlier spelling, but not before the epoch.
    private func finishInstant(_ node: Int, _ position: Int32) -> Int32 {
        let spelled = calendar(node).finish(at: position)
        return spelled > network.epoch ? spelled : min(calendar(node).start(at: position), max(network.epoch, spelled))
    }

    /// The date of an instant.
    public func date(_ instant: Int32) -> LocalDateTime { network.date(of: instant) }
}

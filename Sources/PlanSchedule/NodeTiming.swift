import PlanModel
public import PlanNetwork

/// When a node may start, by its relations, limits and progress: one rule for the forward pass and for what drives a node.
public struct NodeTiming: Sendable {
    /// What relations demand, with the durations at hand.
    var bounds: RelationBounds
    /// Where work that has not been done may begin, by calendar.
    private let floors: [Int32]
    /// Late finishes that tasks which are as late as possible hand on to their successors; empty in the first pass.
    private let lateFinish: [Int32]

    /// The timing of a network's nodes.
    ///
    /// - Parameter lateFinish: late finishes to hand on; empty where early ones are.
    public init(_ network: Network, lateFinish: [Int32] = []) {
        (bounds, floors, self.lateFinish) = (RelationBounds(network), network.floors, lateFinish)
    }

    private var structure: NetworkStructure { bounds.structure }
    private var values: NetworkValues { bounds.values }

    /// Working minutes left of each node: as given, but where an expected finish sets them.
    var remaining: [Int32] { bounds.values.remaining }

    /// Working minutes left of a node: as given, but where an expected finish or a change set them.
    func remaining(of node: Int) -> Int32 { bounds.values.remaining[node] }

    /// Sets what is left of a node, working minutes.
    mutating func setRemaining(_ minutes: Int32, of node: Int) { bounds.setRemaining(minutes, of: node) }

    /// Sets the working minutes that a node waits.
    mutating func setDelay(_ minutes: Int32, of node: Int) { bounds.setDelay(minutes, of: node) }

    /// From now on what is left of a node is what was set, whatever its people expect.
    mutating func dropExpectation(of node: Int) {
        guard var limits = bounds.values.limits(of: node), limits.expectedFinish != nil else { return }
        limits.expectedFinish = nil
        bounds.setLimits(limits, of: node)
    }

    /// When a node's work starts and ends, positions.
    ///
    /// - Parameter early: the finishes of the nodes before it.
    public mutating func finish(_ node: Int, _ early: [Int32]) -> Int32 {
        let progress = bounds.values.progress(of: node)
        if progress == .completed, !bounds.structure.rules.finishedWorkPassesLogic {
            return bounds.structure.calendars[bounds.structure.calendar(of: node)].work(at: bounds.values.actualFinish[node])
        }
        let earliest = earliestStart(node, early) + bounds.values.delay(of: node)
        guard progress != .completed, let limits = bounds.values.limits(of: node) else {
            return earliest + bounds.values.remaining[node]
        }
        let start = limits.start(earliest, remaining: bounds.values.remaining[node])
        if let expected = limits.expectedFinish, expected >= start, !hasHeldFinish(node) {
            bounds.setRemaining(expected - start, of: node)
        }
        return start + bounds.values.remaining[node]
    }

    /// Whether a relation holds the node's finish, so that expectations cannot.
    private func hasHeldFinish(_ node: Int) -> Bool {
        structure.predecessors[node].contains { place in
            let item = structure.predecessors.items[place]
            return item < 0 && structure.relations[Int(~item)].type.holdsFinish
        }
    }

    /// Whether what is left of a node follows relations at all.
    public func followsLogic(_ node: Int) -> Bool {
        switch bounds.values.progress(of: node) {
        case .planned: true
        case .started: bounds.structure.rules.progress != .override
        case .completed: bounds.structure.rules.finishedWorkPassesLogic
        }
    }

    /// The earliest start that a relation into a node allows.
    ///
    /// - Parameters:
    ///   - item: of the node's predecessors.
    ///   - early: finishes found so far.
    func bound(_ item: Int32, _ early: [Int32]) -> Int32 {
        let predecessor = item >= 0 ? Int(item) : Int(bounds.structure.relations[Int(~item)].predecessor)
        var finish = early[predecessor]
        if !lateFinish.isEmpty, bounds.values.limits(of: predecessor)?.isAsLateAsPossible ?? false {
            finish = lateFinish[predecessor]
        }
        return bound(item, handingOn: finish)
    }

    /// The earliest start that a relation into a node allows, for another finish of its predecessor, a position.
    func bound(_ item: Int32, handingOn finish: Int32) -> Int32 {
        item >= 0 ? finish : bounds.earliestStart(Int(~item), predecessorFinish: finish)
    }

    /// Where a node's work may begin before any relation is looked at.
    public func floor(_ node: Int) -> Int32 {
        // A hub is no work: it hands on what comes before it, however early that was.
        if bounds.structure.taskOfNode[node] < 0 { return 0 }
        let floor = floors[bounds.structure.calendar(of: node)]
        if bounds.values.progress(of: node) == .started, !bounds.structure.rules.holdsAtDataDate {
            return bounds.values.limits(of: node)?.startFloor ?? floor
        }
        if bounds.structure.rules.followsLogicAlone, !bounds.structure.predecessors[node].isEmpty { return 0 }
        if let limits = bounds.values.limits(of: node), limits.floorWinsOverStart { return min(floor, limits.startFloor) }
        return floor
    }

    /// The start that floor and relations allow.
    func earliestStart(_ node: Int, _ early: [Int32]) -> Int32 {
        if bounds.structure.earliestHubs.contains(node) { return firstBound(node, early) }
        var start = floor(node)
        guard followsLogic(node) else { return start }
        for place in bounds.structure.predecessors[node] {
            start = max(start, bound(bounds.structure.predecessors.items[place], early))
        }
        return start
    }

    /// The first of what a node's relations demand, not before time begins.
    private func firstBound(_ node: Int, _ early: [Int32]) -> Int32 {
        let items = bounds.structure.predecessors[node].map { bounds.structure.predecessors.items[$0] }
        return max(items.map { bound($0, early) }.min() ?? 0, 0)
    }
}

public import PlanModel
import PlanNetwork

extension Schedule {
    /// Whether a node's work is done, so that it has no float.
    public func isCompleted(_ node: Int) -> Bool { network.values.progress(of: node) == .completed }

    /// Whether a node lasts as long as the tasks around it and drives nothing.
    public func isSpan(_ node: Int) -> Bool { spans[node] != nil }

    /// The early start of what is left to do, a position.
    func remainingStart(_ node: Int) -> Int32 { earlyFinish[node] - network.values.remaining[node] }

    func calendar(_ node: Int) -> WorkingTime { network.structure.calendars[network.structure.calendar(of: node)] }

    private func actual(_ dates: [Int32], _ node: Int) -> Int32? { dates.isEmpty || dates[node] < 0 ? nil : dates[node] }

    /// When a node starts or started, an instant: its actual start, else its early one; that of a task which waits as long as it may, its
    /// late one.
    public func startInstant(_ node: Int) -> Int32 {
        actual(network.values.actualStart, node) ?? (takesLateDates(node) ? lateStartInstant(node) : computedStart(node))
    }

    /// When a node finishes or finished, an instant.
    public func finishInstant(_ node: Int) -> Int32 {
        actual(network.values.actualFinish, node) ?? (takesLateDates(node) ? lateFinishInstant(node) : computedFinish(node))
    }

    /// Whether a node's work is done at its late dates.
    func takesLateDates(_ node: Int) -> Bool {
        network.structure.rules.constraintsOverrideLogic && (network.values.limits(of: node)?.isAsLateAsPossible ?? false)
    }

    /// The earliest start, an instant; of work that has started the actual one, or where the plan's rules say so that of what is left.
    public func earlyStartInstant(_ node: Int) -> Int32 {
        network.structure.rules.startsAreOfRemainingWork
            ? computedStart(node) : actual(network.values.actualStart, node) ?? computedStart(node)
    }

    /// The earliest finish, an instant; the actual one of finished work.
    public func earlyFinishInstant(_ node: Int) -> Int32 {
        network.structure.rules.startsAreOfRemainingWork
            ? computedFinish(node) : actual(network.values.actualFinish, node) ?? computedFinish(node)
    }

    /// The latest start that delays nothing, an instant; of work that has started as for `earlyStartInstant`.
    public func lateStartInstant(_ node: Int) -> Int32 {
        if !network.structure.rules.startsAreOfRemainingWork, let start = actual(network.values.actualStart, node) {
            return start
        }
        return spans[node]?.lateStart
            ?? startInstant(node, lateFinish[node] - network.values.remaining[node], finish: lateFinish[node])
    }

    /// The latest finish that delays nothing, an instant; the actual one for finished work.
    public func lateFinishInstant(_ node: Int) -> Int32 {
        if !network.structure.rules.startsAreOfRemainingWork, let finish = actual(network.values.actualFinish, node) {
            return finish
        }
        return spans[node]?.lateFinish ?? finishInstant(node, lateFinish[node])
    }

    private func computedStart(_ node: Int) -> Int32 {
        spans[node]?.start ?? startInstant(node, remainingStart(node), finish: earlyFinish[node])
    }

    private func computedFinish(_ node: Int) -> Int32 { spans[node]?.finish ?? finishInstant(node, earlyFinish[node]) }

    /// A start in its later spelling; that of a milestone is its finish, so that it is one moment.
    private func startInstant(_ node: Int, _ position: Int32, finish: Int32) -> Int32 {
        network.values.remaining[node] == 0 ? finishInstant(node, finish) : calendar(node).start(at: position)
    }

    private func finishInstant(_ node: Int, _ position: Int32) -> Int32 { network.finishInstant(node, at: position) }

    /// The date of an instant.
    public func date(_ instant: Int32) -> LocalDateTime { network.date(of: instant) }
}

extension Network {
    /// A finish in its earlier spelling, but not before the epoch; that of a milestone which begins something in the later one.
    func finishInstant(_ node: Int, at position: Int32) -> Int32 {
        let calendar = structure.calendars[structure.calendar(of: node)]
        if startMilestones.contains(node) { return calendar.start(at: position) }
        let spelled = calendar.finish(at: position)
        return spelled > epoch ? spelled : min(calendar.start(at: position), max(epoch, spelled))
    }
}

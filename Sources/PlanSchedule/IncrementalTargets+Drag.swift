import PlanNetwork

extension IncrementalTargets {
    /// When a target would finish if a node took no time, an instant: found by running it so, and setting it back.
    ///
    /// The target's finish less this one is the node's drag: how much it alone adds. Off the driving path it is nothing, on it at most what
    /// is left of the node, and less where another path takes over. A node whose remaining work is set by an expected finish is let off it.
    ///
    /// Source: S. A. Devaux, "The drag efficient: the missing quantification of time on the critical path", Defense AT&L (2012).
    public mutating func finish(of target: Int, without node: Int) -> Int32 { finish(of: .target(target), without: node) }

    /// When a target or a task would finish if a node took no time, an instant; as for a target.
    public mutating func finish(of end: PathEnd, without node: Int) -> Int32 {
        let (left, limits) = (pass.network.values.remaining[node], pass.network.values.limits(of: node))
        if var free = limits, free.expectedFinish != nil {
            free.expectedFinish = nil
            setLimits(free, of: node)
        }
        setRemaining(0, of: node)
        update()
        let result = finish(of: end)
        setRemaining(left, of: node)
        if limits?.expectedFinish != nil { setLimits(limits, of: node) }
        update()
        return result
    }

    /// When a target or a task finishes as of the last update, an instant; −1 where no task serves the target.
    public func finish(of end: PathEnd) -> Int32 {
        let node: Int
        switch end {
        case .target(let target): return finish[target]
        case .task(let end): node = end
        }
        let network = pass.network
        // As for targets, these dates come from both passes.
        if pass.hasLateTasks || network.structure.spans.contains(where: { Int($0.node) == node }) {
            return Schedule(of: network).finishInstant(node)
        }
        let actual = network.values.actualFinish.isEmpty ? -1 : network.values.actualFinish[node]
        return actual >= 0 ? actual : network.finishInstant(node, at: pass.earlyFinish[node])
    }
}

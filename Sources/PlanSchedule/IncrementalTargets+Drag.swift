import PlanNetwork

extension IncrementalTargets {
    /// When a target would finish if a node took no time, an instant: found by running it so, and setting it back.
    ///
    /// The target's finish less this one is the node's drag: how much it alone adds. Off the driving path it is nothing, on it at most what
    /// is left of the node, and less where another path takes over. A node whose remaining work is set by an expected finish is let off it.
    ///
    /// Source: S. A. Devaux, "The drag efficient: the missing quantification of time on the critical path", Defense AT&L (2012).
    public mutating func finish(of target: Int, without node: Int) -> Int32 {
        let (left, limits) = (pass.network.values.remaining[node], pass.network.values.limits(of: node))
        if var free = limits, free.expectedFinish != nil {
            free.expectedFinish = nil
            setLimits(free, of: node)
        }
        setRemaining(0, of: node)
        update()
        let result = finish[target]
        setRemaining(left, of: node)
        if limits?.expectedFinish != nil { setLimits(limits, of: node) }
        update()
        return result
    }
}

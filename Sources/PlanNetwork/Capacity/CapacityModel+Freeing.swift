extension CapacityModel {
    /// The same people and teams, none of whom is needed by some of the nodes.
    ///
    /// - Parameter isFreed: of each node whether nobody works for it; `nodeCount` values.
    /// - Complexity: O(nodes + demands).
    public func freeing(_ isFreed: [Bool]) -> CapacityModel {
        precondition(isFreed.count + 1 == demandOffsets.count, "a value for each node")
        var result = self
        (result.demandOffsets, result.demandResource, result.demandAmount) = ([0], [], [])
        for node in isFreed.indices {
            if !isFreed[node] {
                result.demandResource += demandResource[demands(of: node)]
                result.demandAmount += demandAmount[demands(of: node)]
            }
            result.demandOffsets.append(Int32(result.demandResource.count))
        }
        return result
    }
}

import PlanNetwork

/// What a forecast says of one target.
extension Forecast {
    /// The forecast of a target; `nil` where no task serves it, or its finishes were not kept.
    ///
    /// - Complexity: O(samples log samples).
    public func target(_ target: Int) -> TargetForecast? {
        let calendars = network.structure.calendars
        if let positions = finishes.positions(of: target) {
            return TargetForecast(
                target: target, positions: positions, isStratified: settings.isStratified,
                axis: calendars[Int(finishes.axis[target])], network: network)
        }
        guard let finished = actualFinish(target) else { return nil }
        return TargetForecast(
            target: target, positions: Array(repeating: finished, count: settings.samples),
            isStratified: settings.isStratified, axis: .elapsed, network: network)
    }

    /// Whether the forecast can say all there is of a target: its finishes were kept, or all its tasks are done, or it has none.
    public func keeps(_ target: Int) -> Bool { finishes.keeps(target) || hasNoOpenTask(target) }

    /// The last actual finish of a target, an instant; `nil` where it has no task, or one that is not done.
    public func actualFinish(_ target: Int) -> Int32? { hasNoOpenTask(target) ? lastActualFinish(target) : nil }

    private func lastActualFinish(_ target: Int) -> Int32? {
        let tree = network.structure.targets
        let own = tree.members[target].map { network.values.actualFinish[Int(tree.members.items[$0])] }
        let below = tree.children[target].compactMap { lastActualFinish(Int(tree.children.items[$0])) }
        return (own + below).max()
    }

    private func hasNoOpenTask(_ target: Int) -> Bool {
        let tree = network.structure.targets
        return tree.members[target].allSatisfy { network.values.progress(of: Int(tree.members.items[$0])) == .completed }
            && tree.children[target].allSatisfy { hasNoOpenTask(Int(tree.children.items[$0])) }
    }
}

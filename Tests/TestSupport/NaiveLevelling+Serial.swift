public import Headway

/// The serial scheme.
extension NaiveLevelling {
    /// What cannot wait first; then of all nodes whose predecessors have their places the one of the lowest rank, as early as possible.
    public static func serial(_ network: Network, _ capacity: CapacityModel, ranks: [Int32]) -> NaiveLevelling {
        var twin = NaiveLevelling(network, capacity)
        let nodes = ranks.indices.sorted { ranks[$0] < ranks[$1] }
        for node in nodes where !twin.isPlaced[node] && twin.isFixed(node) && twin.isWork(node) { twin.force(node) }
        while let node = nodes.first(where: { node in
            !twin.isPlaced[node] && twin.predecessors(node).allSatisfy { twin.isPlaced[$0] }
        }) {
            twin.placeSerially(node)
        }
        return twin
    }

    private mutating func placeSerially(_ node: Int) {
        let logic = pass.logicStart(of: node)
        guard isWork(node), !capacity.demands(of: node).isEmpty else {
            return put(node, logic, logic + pass.durations[node], holding: [])
        }
        if isStarted(node) || limits(node).ignoresLogic { return force(node) }
        noteImpossible(node)
        var found = search(node, from: logic)
        while found == nil { found = search(node, from: logic) }
        if found!.start > latest(node) { found = (latest(node), latest(node) + pass.durations[node]) }
        put(node, found!.start, found!.finish, holding: needs(node))
    }

    /// The earliest stretch in which there is enough of everybody; `nil` where one was given up for whom there is none.
    private mutating func search(_ node: Int, from logic: Int32) -> (start: Int32, finish: Int32)? {
        let (needs, calendar) = (needs(node), calendar(node))
        var enough = [Int](repeating: -1, count: needs.count)
        var position = logic
        while true {
            let stretch = stretch(node, from: position, needs)
            guard let (place, minute) = shortage(needs, instants(node, stretch.start, stretch.finish)) else { return stretch }
            if enough[place] <= minute {
                let need = needs[place]
                guard let next = (minute..<Self.horizon).first(where: { left[need.resource][$0] >= need.amount }) else {
                    giveUp(node, need)
                    return nil
                }
                enough[place] = next
            }
            // Whatever begins before this minute still meets it, and nobody begins where there is too little.
            let need = needs[place]
            repeat {
                position += 1
                if calendar.start(at: position) >= Int32(Self.horizon) {
                    // Enough only at hours at which the task does not run.
                    giveUp(node, need)
                    return nil
                }
            } while calendar.start(at: position) <= Int32(minute)
                || left[need.resource][min(Int(calendar.start(at: position)), Self.horizon - 1)] < need.amount
        }
    }

    private func shortage(_ needs: [Need], _ minutes: Range<Int>) -> (place: Int, minute: Int)? {
        for (place, need) in needs.enumerated() {
            for minute in minutes where left[need.resource][minute] < need.amount { return (place, minute) }
        }
        return nil
    }
}

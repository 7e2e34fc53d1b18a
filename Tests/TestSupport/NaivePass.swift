import Headway

/// One forward pass over a network with given durations, by the definitions.
struct NaivePass {
    let network: Network
    /// What each node still takes.
    var durations: [Int32]
    /// Where each node's remaining work starts and finishes, positions on its calendar.
    private(set) var start: [Int32], finish: [Int32]

    /// - Parameters:
    ///   - durations: what each node takes, as far as that is known before its start.
    ///   - final: what a node takes, given where it starts; `nil` where that changes nothing.
    init(_ network: Network, _ durations: [Int32], final: ((Int, Int32) -> Int32)? = nil) {
        self.init(unplaced: network, durations)
        for node in durations.indices where network.values.progress(of: node) != .completed {
            let begin = logicStart(of: node)
            place(node, from: begin, to: begin + (final?(node, begin) ?? durations[node]))
        }
    }

    /// A pass that has placed nothing but what is done.
    init(unplaced network: Network, _ durations: [Int32]) {
        (self.network, self.durations) = (network, durations)
        start = Array(repeating: 0, count: durations.count)
        finish = start
        for node in durations.indices where network.values.progress(of: node) == .completed {
            finish[node] = network.structure.calendars[network.structure.calendar(of: node)].work(
                at: network.values.actualFinish[node])
        }
    }

    /// Where a node's work may start, those before it being where they are.
    func logicStart(of node: Int) -> Int32 {
        let calendar = network.structure.calendars[network.structure.calendar(of: node)]
        let limits = network.values.limits(of: node)
        var floor = network.structure.taskOfNode[node] < 0 ? 0 : calendar.work(at: network.values.dataDate)
        if let limits, limits.floorWinsOverStart { floor = min(floor, limits.startFloor) }
        let bounds = predecessors(of: node).map { bound($0, on: node) }
        let isFirst = network.structure.earliestHubs.contains(node)
        let earliest = isFirst ? max(bounds.map { $0 ?? 0 }.min() ?? 0, 0) : bounds.compactMap(\.self).reduce(floor, max)
        return limits?.start(earliest, remaining: durations[node]) ?? earliest
    }

    /// Puts a node in its place.
    mutating func place(_ node: Int, from begin: Int32, to end: Int32) { (start[node], finish[node]) = (begin, end) }

    /// All unfinished nodes from which a chain of deciding relations leads to one of `ends`, these too.
    func drivingNodes(to ends: [Int]) -> Set<Int> {
        var (found, stack) = (Set(ends), ends)
        while let node = stack.popLast() {
            for item in predecessors(of: node) where bound(item, on: node) == start[node] {
                let from = source(item)
                if network.values.progress(of: from) == .completed { continue }
                if network.values.progress(of: from) == .started, relation(item)?.type.leavesStart ?? false { continue }
                if found.insert(from).inserted { stack.append(from) }
            }
        }
        return found
    }

    /// The relations that hold a node.
    private func predecessors(of node: Int) -> [Int32] {
        if network.structure.rules.progress == .override, network.values.progress(of: node) == .started { return [] }
        if network.values.limits(of: node)?.ignoresLogic ?? false { return [] }
        return network.structure.predecessors[node].map { network.structure.predecessors.items[$0] }
    }

    private func relation(_ item: Int32) -> Relation? { item < 0 ? network.structure.relations[Int(~item)] : nil }

    private func source(_ item: Int32) -> Int { Int(relation(item)?.predecessor ?? item) }

    /// The earliest start that a relation allows; `nil` if it lies before time 0.
    private func bound(_ item: Int32, on node: Int) -> Int32? {
        guard let relation = relation(item) else { return finish[Int(item)] }
        let (from, leavesStart, lag) = (Int(relation.predecessor), relation.type.leavesStart, relation.lag.minutes)
        let calendars = network.structure.calendars
        let (own, other) = (calendars[network.structure.calendar(of: node)], calendars[network.structure.calendar(of: from)])
        let actual = self.actual(from, leavesStart)
        let position = actual.map(other.work) ?? (leavesStart ? start[from] : finish[from])
        func spelled(_ work: Int32) -> Int32 { leavesStart ? other.start(at: work) : other.finish(at: work) }
        let held: Int32
        if !relation.converts {
            held = position + lag
        } else {
            var instant = actual ?? spelled(position)
            if relation.lag.isElapsed {
                instant += lag
            } else if lag != 0 {
                let lagged = calendars[Int(relation.lagCalendar)]
                let worked = lagged.work(at: spelled(position)) + lag
                instant = leavesStart ? lagged.start(at: worked) : lagged.finish(at: worked)
            }
            if instant < 0 { return nil }
            held = own.work(at: instant)
        }
        return relation.type.holdsFinish ? held - durations[node] : held
    }

    private func actual(_ node: Int, _ ofStart: Bool) -> Int32? {
        guard !network.values.progress.isEmpty else { return nil }
        let instant = ofStart ? network.values.actualStart[node] : network.values.actualFinish[node]
        return instant < 0 ? nil : instant
    }
}

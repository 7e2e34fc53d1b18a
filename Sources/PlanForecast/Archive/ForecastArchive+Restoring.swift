public import PlanModel
public import PlanNetwork

extension ForecastArchive {
    /// Makes sure that the file was made from a plan's data.
    ///
    /// - Throws: `otherInput`.
    public func check(_ plan: Plan) throws(ArchiveError) {
        guard plan.inputHash == inputHash else { throw .otherInput(found: inputHash, expected: plan.inputHash) }
    }

    /// The forecast, as it was when it was kept.
    ///
    /// - Parameters:
    ///   - plan: the one that it was made from; `check` it before it is compiled.
    ///   - network: the plan compiled, without mitigations.
    ///   - threads: how many threads may work when more is asked of it, 1 or more.
    /// - Throws: `otherPlan` where something that the file names is not there, `damaged` where its numbers cannot be.
    /// - Complexity: O(tasks + targets × samples).
    public func forecast(of plan: Plan, _ network: Network, threads: Int = 1) throws(ArchiveError) -> Forecast {
        try check(plan)
        var network = network
        let names = ArchiveNames(plan, network)
        guard taskCount == plan.tasks.count, targetCount == names.targets.count else { throw .otherPlan("a task or target") }
        let targetOf = names.targetOf
        func place(_ identity: UInt64, _ places: [UInt64: Int], _ what: String) throws(ArchiveError) -> Int {
            guard let place = places[identity] else { throw .otherPlan(what) }
            return place
        }
        func places(_ identities: [UInt64], _ places: [UInt64: Int], _ what: String) throws(ArchiveError) -> [Int] {
            try identities.map { (identity) throws(ArchiveError) in try place(identity, places, what) }
        }
        network.values.risks = network.values.risks.mitigating(Set(try places(mitigated, names.eventOf, "a risk")), true)
        let pathPlaces = try places(pathTargets, targetOf, "a target")
        var settings = settings
        settings.threads = threads
        settings.criticalityTargets = pathPlaces.sorted()
        settings.precisionTargets = try places(precisionTargets, targetOf, "a target").sorted()
        let nodeOf = paths.isEmpty && merges.isEmpty ? [:] : names.nodeOf
        let nodes = try places(paths.map(\.node), nodeOf, "a task")
        let eventPlaces = try events.map { (events) throws(ArchiveError) in
            (try places(events.targets, targetOf, "a target"), try places(events.events, names.eventOf, "a risk"))
        }
        let mergeNodes = try places(merges.map(\.node), nodeOf, "a task")
        let kept = try places(finishes.map(\.target), targetOf, "a target")
        let bias = zip(mergeNodes, merges).map { MergeBias(node: Int32($0), minutes: $1.minutes) }
        return Forecast(
            network, settings, try samples(kept, network), try criticality(pathPlaces, nodes),
            events: try contributions(eventPlaces, network.values.risks.events.count),
            mergeBias: bias.sorted { $0.node < $1.node })
    }

    /// The finishes kept, each no later than a plan may last.
    private func samples(_ kept: [Int], _ network: Network) throws(ArchiveError) -> FinishSamples {
        guard Set(kept).count == kept.count else { throw .damaged("a target is kept twice") }
        let axis = TargetAxes(network).axis
        let buffer = SampleBuffer(rows: kept.count, columns: settings.samples)
        for (row, target) in kept.enumerated() {
            let latest = network.structure.calendars[Int(axis[target])].work(at: Self.lastInstant)
            guard finishes[row].positions.allSatisfy({ $0 >= -Self.lastInstant && $0 <= latest }) else {
                throw .damaged("a finish lies beyond all plans")
            }
            buffer.set(finishes[row].positions, row: row, column: 0)
        }
        return FinishSamples(buffer, targets: kept, axis: axis, count: settings.samples)
    }

    /// No plan lasts longer, minutes: a year beyond the 2³⁰ that compiling allows.
    private static let lastInstant: Int32 = 1 << 30 + 525_600

    private func criticality(_ targets: [Int], _ nodes: [Int]) throws(ArchiveError) -> Criticality {
        guard Set(nodes).count == nodes.count else { throw .damaged("a task stands on driving paths twice") }
        var (offsets, entries): ([Int32], [Criticality.Entry]) = ([0], [])
        let order = nodes.indices.sorted { nodes[$0] < nodes[$1] }
        for place in order {
            entries += paths[place].entries.sorted { targets[$0.place] < targets[$1.place] }.map {
                Criticality.Entry(target: Int32(targets[$0.place]), count: $0.count, excessMinutes: $0.excess)
            }
            offsets.append(Int32(entries.count))
        }
        return Criticality(
            targets: targets.sorted(), samples: settings.samples, nodes: order.map { Int32(nodes[$0]) }, offsets: offsets,
            entries: entries)
    }

    private func contributions(_ places: (targets: [Int], events: [Int])?, _ count: Int) throws(ArchiveError)
        -> EventContributions?
    {
        guard let places, let events else { return nil }
        guard Set(places.events).count == count, Set(places.targets).count == places.targets.count else {
            throw .otherPlan("a risk")
        }
        let order = places.targets.indices.sorted { places.targets[$0] < places.targets[$1] }
        var sums = [Int64](repeating: 0, count: events.minutes.count)
        for (row, target) in order.enumerated() {
            for (column, event) in places.events.enumerated() {
                sums[row * count + event] = events.minutes[target * count + column]
            }
        }
        return EventContributions(targets: places.targets.sorted(), samples: settings.samples, minutes: sums, events: count)
    }
}

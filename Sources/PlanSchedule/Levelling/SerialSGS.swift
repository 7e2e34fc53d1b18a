import PlanModel
public import PlanNetwork

/// The serial schedule generation scheme: tasks are placed one by one, each as early as its predecessors and people allow.
///
/// Source: J. E. Kelley, "The critical-path method: resources planning and scheduling", in Industrial Scheduling (1963).
public struct SerialSGS: Sendable {
    private let network: Network
    private let capacity: CapacityModel

    /// A scheme for a network and its people.
    public init(_ network: Network, _ capacity: CapacityModel) { (self.network, self.capacity) = (network, capacity) }

    /// The schedule in which of the tasks whose predecessors are placed the one with the lowest rank is placed next.
    ///
    /// - Parameter ranks: `nodeCount` different values from 0 on.
    /// - Complexity: O(n log n + demands × (log steps + steps passed)).
    public func schedule(ranks: [Int32]) -> LevelledSchedule {
        var run = SerialRun(network, capacity)
        var eligible = EligibleNodes(network.structure, ranks: ranks, taken: run.placedFirst)
        while let node = eligible.removeFirst() { run.place(node) }
        return run.finish()
    }

    /// The schedule that places nodes in the order of a list.
    ///
    /// - Precondition: the list names each node once, predecessors first.
    public func schedule(list: [Int32]) -> LevelledSchedule {
        var run = SerialRun(network, capacity)
        for node in list { run.place(Int(node)) }
        return run.finish()
    }
}

/// One pass of the serial scheme.
private struct SerialRun {
    private let structure: NetworkStructure
    private let capacity: CapacityModel
    private var placement: NodePlacement
    private var profiles: [CapacityProfile]
    /// Nodes that had their places before any other.
    private(set) var placedFirst: Set<Int> = []

    init(_ network: Network, _ capacity: CapacityModel) {
        (structure, self.capacity) = (network.structure, capacity)
        placement = NodePlacement(network)
        profiles = capacity.steps.map(CapacityProfile.init)
        // What is done, under way or cannot move has its place and its people already.
        guard !network.values.progress.isEmpty || !network.values.limits.isEmpty else { return }
        let isSettled = !network.structure.rules.finishedWorkPassesLogic
        for node in 0..<structure.nodeCount where isSettled && progress(node) == .completed {
            placedFirst.insert(node)
            _ = placement.placeByLogic(node)
        }
        for node in 0..<structure.nodeCount where isFixed(node, isSettled) {
            placedFirst.insert(node)
            force(node)
        }
    }

    private func progress(_ node: Int) -> Progress { placement.network.values.progress(of: node) }

    private func limits(_ node: Int) -> DateLimits? { placement.network.values.limits(of: node) }

    /// Whether nothing that is not done moves a node.
    ///
    /// - Parameter isSettled: whether what is done stays where it is.
    private func isFixed(_ node: Int, _ isSettled: Bool) -> Bool {
        guard progress(node) != .completed else { return false }
        if limits(node)?.ignoresLogic ?? false { return true }
        guard progress(node) == .started else { return false }
        if !placement.timing.followsLogic(node) { return true }
        return structure.predecessors[node].allSatisfy { place in
            isSettled && progress(structure.predecessor(structure.predecessors.items[place])) == .completed
        }
    }

    /// Places a node that waits for nobody; what has started rests while its people are away.
    private mutating func force(_ node: Int) {
        let logic = placement.placeByLogic(node)
        guard placement.early[node] > logic else { return }
        let places = capacity.heldDemands(of: node) { placement.add($0) }
        if progress(node) == .started {
            let stretch = self.stretch(node, places, logic, placement.early[node] - logic)
            if stretch.finish > placement.early[node] {
                placement.move(node, to: .init(start: logic, finish: stretch.finish), waitingFor: -1)
            }
        }
        take(places, node)
    }

    private mutating func take(_ places: [Int], _ node: Int) {
        guard placement.early[node] > placement.start[node] else { return }
        let calendar = structure.calendars[structure.calendar(of: node)]
        let (from, to) = (calendar.start(at: placement.start[node]), calendar.finish(at: placement.early[node]))
        for place in places {
            profiles[Int(capacity.demandResource[place])].take(capacity.heldAmount(place), from: from, to: to)
        }
    }

    mutating func place(_ node: Int) {
        if placedFirst.contains(node) { return }
        if progress(node) == .started || limits(node)?.ignoresLogic ?? false { return force(node) }
        let logic = placement.placeByLogic(node)
        let duration = placement.early[node] - logic
        guard duration > 0, progress(node) == .planned, !capacity.demands(of: node).isEmpty else { return }
        var places = capacity.heldDemands(of: node) { placement.add($0) }
        var (stretch, waitedFor) = search(node, &places, logic, duration)
        if let latest = limits(node)?.latestStart(remaining: duration), stretch.start > latest {
            stretch = .init(start: latest, finish: latest + duration)
        }
        if stretch.start == logic { waitedFor = -1 }
        if stretch.start > logic || stretch.finish - stretch.start != duration {
            placement.move(node, to: stretch, waitingFor: waitedFor)
        }
        take(places, node)
    }

    /// The earliest stretch in which all are there, and who was waited for last. Whoever is never free long enough is not waited for; the others
    /// are, from the start.
    private mutating func search(_ node: Int, _ places: inout [Int], _ logic: Int32, _ duration: Int32) -> (
        RestingClock.Stretch, waitedFor: Int32
    ) {
        let calendar = structure.calendars[structure.calendar(of: node)]
        var waitedFor: Int32 = -1
        var stretch = self.stretch(node, places, logic, duration)
        while let (chance, place) = nextChance(places, stretch, calendar) {
            let resource = capacity.demandResource[place]
            if chance == Int32.max {
                placement.add(
                    Shortfall(
                        node: node, resource: Int(resource), demanded: capacity.demandAmount[place],
                        most: capacity.steps[Int(resource)].most, isGivenUp: true))
                places.removeAll { $0 == place }
                (stretch, waitedFor) = (self.stretch(node, places, logic, duration), -1)
            } else {
                waitedFor = resource
                stretch = self.stretch(node, places, calendar.work(at: chance), duration)
            }
        }
        return (stretch, waitedFor >= 0 ? waitedFor : away(places, logic, calendar))
    }

    private func stretch(_ node: Int, _ places: [Int], _ from: Int32, _ duration: Int32) -> RestingClock.Stretch {
        if let limits = limits(node), !limits.letsRest { return .init(start: from, finish: from + duration) }
        return RestingClock.stretch(
            from: from, duration, on: structure.calendars[structure.calendar(of: node)],
            places.map { capacity.absences[Int(capacity.demandResource[$0])] })
    }

    /// The first of the people who are away at a position.
    private func away(_ places: [Int], _ position: Int32, _ calendar: WorkingTime) -> Int32 {
        let instant = calendar.start(at: position)
        let place = places.first { place in
            capacity.absences[Int(capacity.demandResource[place])].contains { $0.contains(instant) }
        }
        return place.map { capacity.demandResource[$0] } ?? -1
    }

    /// A later instant at which somebody may be free who is not all the time; `nil` where all are.
    private func nextChance(_ places: [Int], _ stretch: RestingClock.Stretch, _ calendar: WorkingTime) -> (Int32, Int)? {
        let (from, to) = (calendar.start(at: stretch.start), calendar.finish(at: stretch.finish))
        for place in places {
            let resource = Int(capacity.demandResource[place])
            if let chance = profiles[resource].nextChance(from: from, to: to, capacity.heldAmount(place)) {
                return (chance, place)
            }
        }
        return nil
    }

    consuming func finish() -> LevelledSchedule { placement.schedule() }
}

extension DateLimits {
    /// Whether work may rest while its people are away: not where its dates are held, or people have said when they expect to be done.
    var letsRest: Bool { !holdsDates && expectedFinish == nil }
}

extension CapacityModel {
    /// What a demand holds: what it needs, or all that there ever is where that is less.
    public func heldAmount(_ place: Int) -> Int32 { min(demandAmount[place], steps[Int(demandResource[place])].most) }

    /// The places of a node's demands of whom there is anything; tells of those that can never be met.
    func heldDemands(of node: Int, _ tell: (Shortfall) -> Void) -> [Int] {
        demands(of: node).filter { place in
            let (resource, amount) = (Int(demandResource[place]), demandAmount[place])
            let most = steps[resource].most
            if most < amount {
                tell(Shortfall(node: node, resource: resource, demanded: amount, most: most, isGivenUp: most == 0))
            }
            return most > 0
        }
    }
}

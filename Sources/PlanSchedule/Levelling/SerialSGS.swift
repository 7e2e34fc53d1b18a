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
        var eligible = EligibleNodes(network.structure, ranks: ranks)
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

    init(_ network: Network, _ capacity: CapacityModel) {
        (structure, self.capacity) = (network.structure, capacity)
        placement = NodePlacement(network)
        profiles = capacity.steps.map(CapacityProfile.init)
        // What is under way holds its people already, unless something before it is not done.
        for node in 0..<structure.nodeCount where isUnderWay(node) { takeStarted(node, from: network.floors) }
    }

    /// Whether a node has started and nothing that is not done holds what is left of it.
    private func isUnderWay(_ node: Int) -> Bool {
        let values = placement.network.values
        guard values.progress(of: node) == .started else { return false }
        return !placement.timing.followsLogic(node)
            || structure.predecessors[node].allSatisfy { place in
                values.progress(of: structure.predecessor(structure.predecessors.items[place])) == .completed
            }
    }

    private mutating func takeStarted(_ node: Int, from floors: [Int32]) {
        let calendar = structure.calendar(of: node)
        let start = max(floors[calendar], placement.placeByLogic(node))
        take(Array(capacity.demands(of: node)), node, start, placement.early[node], structure.calendars[calendar])
    }

    private mutating func take(_ demands: [Int], _ node: Int, _ start: Int32, _ finish: Int32, _ calendar: WorkingTime) {
        guard finish > start else { return }
        let (from, to) = (calendar.start(at: start), calendar.finish(at: finish))
        for place in demands {
            profiles[Int(capacity.demandResource[place])].take(capacity.heldAmount(place), from: from, to: to)
        }
    }

    mutating func place(_ node: Int) {
        let logic = placement.placeByLogic(node)
        let duration = placement.early[node] - logic
        let demands = capacity.demands(of: node)
        let calendar = structure.calendars[structure.calendar(of: node)]
        guard duration > 0, !demands.isEmpty else { return }
        guard placement.network.values.progress(of: node) == .planned else {
            if !isUnderWay(node) { take(Array(demands), node, logic, placement.early[node], calendar) }
            return
        }
        var places = capacity.heldDemands(of: node) { placement.add($0) }
        var waitedFor: Int32 = -1
        var stretch = self.stretch(places, logic, duration, calendar)
        // Whoever is never free long enough is not waited for; the others are, from the start.
        while let (chance, place) = nextChance(places, stretch, calendar) {
            let resource = capacity.demandResource[place]
            if chance == Int32.max {
                placement.add(
                    Shortfall(
                        node: node, resource: Int(resource), demanded: capacity.demandAmount[place],
                        most: capacity.steps[Int(resource)].most))
                places.removeAll { $0 == place }
                (stretch, waitedFor) = (self.stretch(places, logic, duration, calendar), -1)
            } else {
                waitedFor = resource
                stretch = self.stretch(places, calendar.work(at: chance), duration, calendar)
            }
        }
        if waitedFor < 0, stretch.start > logic { waitedFor = away(places, logic, calendar) }
        if stretch.start > logic || stretch.finish - stretch.start != duration {
            _ = placement.move(node, to: stretch, waitingFor: waitedFor)
        }
        take(places, node, placement.start[node], placement.early[node], calendar)
    }

    private func stretch(_ places: [Int], _ from: Int32, _ duration: Int32, _ calendar: WorkingTime) -> RestingClock.Stretch {
        RestingClock.stretch(
            from: from, duration, on: calendar, places.map { capacity.absences[Int(capacity.demandResource[$0])] })
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
            let profile = profiles[Int(capacity.demandResource[place])]
            if let chance = profile.nextChance(from: from, to: to, capacity.heldAmount(place)) { return (chance, place) }
        }
        return nil
    }

    consuming func finish() -> LevelledSchedule { placement.schedule() }
}

extension CapacityModel {
    /// What a demand holds: what it needs, or all that there ever is where that is less.
    func heldAmount(_ place: Int) -> Int32 { min(demandAmount[place], steps[Int(demandResource[place])].most) }

    /// The places of a node's demands of whom there is anything; tells of those that can never be met.
    func heldDemands(of node: Int, _ tell: (Shortfall) -> Void) -> [Int] {
        demands(of: node).filter { place in
            let (resource, amount) = (Int(demandResource[place]), demandAmount[place])
            let most = steps[resource].most
            if most < amount { tell(Shortfall(node: node, resource: resource, demanded: amount, most: most)) }
            return most > 0
        }
    }
}

public import PlanModel
import PlanStatistics

extension CapacityModel {
    /// Compiles the people and teams of a plan, and what its unfinished tasks need of them.
    ///
    /// An assignment's units are full-time people, whoever the person is; without units it takes all that there is of a person, and one of
    /// a team. Responsibilities take their share of a person first.
    ///
    /// - Parameters:
    ///   - plan: as a reader made it.
    ///   - network: compiled of it.
    /// - Complexity: O(people + teams + assignments + tasks).
    public init(of plan: Plan, _ network: Network) {
        let people = PeopleCapacity(plan, origin: network.origin)
        personCount = plan.people.count
        steps = people.steps + TeamCapacity(plan, origin: network.origin, members: people.steps).steps
        absences = people.absences + Array(repeating: [], count: plan.teams.count)
        identities =
            plan.people.rows.map { Identity.of("person:" + plan.people.text(.id, $0)) }
            + plan.teams.rows.map { Identity.of("team:" + plan.teams.text(.id, $0)) }
        chances = PeopleChances(plan, origin: network.origin)
        gatherDemands(plan, network)
    }

    private mutating func gatherDemands(_ plan: Plan, _ network: Network) {
        let table = plan.assignments
        let (tasks, persons, teams) = (table.integers(.task), table.integers(.person), table.integers(.team))
        let units = table.numbers(.units)
        let (structure, values) = (network.structure, network.values)
        let usual = steps.prefix(personCount).map { max($0.most, 1) }
        let spans = Set(structure.spans.map(\.node))
        var (nodes, demands): ([Int32], [(resource: Int32, amount: Int32)]) = ([], [])
        nodes.reserveCapacity(table.count)
        demands.reserveCapacity(table.count)
        for row in table.rows {
            let node = structure.nodeOfTask[Int(tasks?[row] ?? 0)]
            guard values.progress(of: Int(node)) != .completed, spans.isEmpty || !spans.contains(node) else { continue }
            let person = persons?[row] ?? Cell.none
            let resource = person >= 0 ? person : Int32(personCount) + (teams?[row] ?? 0)
            let given = units.flatMap { $0[row].isNaN ? nil : Self.amount($0[row]) }
            let amount = given ?? (person >= 0 ? usual[Int(person)] : Self.fullTime)
            guard amount > 0 else { continue }
            nodes.append(node)
            demands.append((resource, amount))
        }
        let byNode = AdjacencyList(nodeCount: structure.nodeCount, keys: nodes, values: nodes.indices.map(Int32.init))
        demandOffsets.reserveCapacity(structure.nodeCount + 1)
        demandResource.reserveCapacity(demands.count)
        demandAmount.reserveCapacity(demands.count)
        for node in 0..<structure.nodeCount {
            let first = demandResource.count
            for place in byNode[node] { insert(demands[Int(byNode.items[place])], from: first) }
            demandOffsets.append(Int32(demandResource.count))
        }
    }

    /// Puts a demand among those of its node, which begin at `first`; two for one resource are added up.
    private mutating func insert(_ demand: (resource: Int32, amount: Int32), from first: Int) {
        var place = demandResource.count
        while place > first, isBefore(demand.resource, demandResource[place - 1]) { place -= 1 }
        if place > first, demandResource[place - 1] == demand.resource {
            demandAmount[place - 1] = min(Self.unlimited, demandAmount[place - 1] + demand.amount)
        } else {
            demandResource.insert(demand.resource, at: place)
            demandAmount.insert(demand.amount, at: place)
        }
    }

    /// An order of resources that does not depend on that of rows.
    private func isBefore(_ a: Int32, _ b: Int32) -> Bool {
        (identities[Int(a)], a) < (identities[Int(b)], b)
    }

    /// So many full-time people as an amount, to the nearest ten-thousandth.
    static func amount(_ people: Double) -> Int32 {
        Int32(min((people * Double(fullTime)).rounded(), Double(unlimited)))
    }
}

extension PeopleChances {
    init(_ plan: Plan, origin: LocalDateTime) {
        let settings = plan.settings.people
        if settings.attrition.values.contains(where: { $0 > 0 }) {
            // A share s leaves in a year at the constant rate -ln(1 - s).
            leavesPerYear = plan.people.rows.map { row in
                -Elementary.log1p(-settings.attrition(ofRole: plan.people.text(.role, row)))
            }
            hiringDelay = settings.hiringDelay
            hiringFreezes = CapacityModel.merged(
                settings.hiringFreezes.map { freeze in
                    let from = max(0, freeze.from.minutes(since: origin))
                    return from..<max(from, freeze.until.minutes(since: origin))
                }.filter { !$0.isEmpty })
        }
        if let length = settings.sicknessLength, settings.sicknessPerYear > 0 {
            (illnessesPerYear, illnessLength) = (settings.sicknessPerYear, length)
        }
    }
}

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
        let (structure, values) = (network.structure, network.values)
        var (nodes, items): ([Int32], [Int32]) = ([], [])
        var resources: [Int32] = []
        var amounts: [Int32] = []
        let spans = Set(structure.spans.map(\.node))
        for row in table.rows {
            let node = structure.nodeOfTask[Int(tasks?[row] ?? 0)]
            guard values.progress(of: Int(node)) != .completed, !spans.contains(node) else { continue }
            let person = persons?[row] ?? Cell.none
            let resource = person >= 0 ? person : Int32(personCount) + (teams?[row] ?? 0)
            let usual = person >= 0 ? max(steps[Int(person)].most, 1) : Self.fullTime
            let amount = table.number(.units, row).map(Self.amount) ?? usual
            guard amount > 0 else { continue }
            nodes.append(node)
            items.append(Int32(resources.count))
            resources.append(resource)
            amounts.append(amount)
        }
        let byNode = AdjacencyList(nodeCount: structure.nodeCount, keys: nodes, values: items)
        demandOffsets.reserveCapacity(structure.nodeCount + 1)
        for node in 0..<structure.nodeCount {
            let rows = byNode[node].map { byNode.items[$0] }.sorted { isBefore(resources[Int($0)], resources[Int($1)]) }
            for (place, row) in rows.enumerated() {
                if place > 0, demandResource.last == resources[Int(row)] {
                    demandAmount[demandAmount.count - 1] = min(Self.unlimited, demandAmount.last! + amounts[Int(row)])
                } else {
                    demandResource.append(resources[Int(row)])
                    demandAmount.append(amounts[Int(row)])
                }
            }
            demandOffsets.append(Int32(demandResource.count))
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

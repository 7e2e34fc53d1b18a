public import PlanModel
public import PlanNetwork

/// How much work the plan asks of each team in each of some spans of time, beside what there is of it.
///
/// Work is where the schedule puts it, from a task's start (for work under way the data date) to its finish, evenly. What a person does, and
/// what there is of them, counts for their team; without any team in the plan, for their unit. A team that people belong to and that also
/// says its capacity has the larger of the two, which are two counts of the same people.
public struct LoadProfile: Sendable {
    /// Who carries work.
    public enum Carrier: Sendable, Hashable {
        /// A team, its row.
        case team(Int)
        /// A unit.
        case unit(String)
        /// People who belong to none.
        case others
    }

    /// What one carrier does.
    public struct Row: Sendable, Hashable {
        /// Who.
        public let carrier: Carrier
        /// Minutes of one person's work by span, and what there is of them; `nil` where there is no limit.
        public let work: [Int64], capacity: [Int64]?

        /// Work beside capacity in a span: infinite where there is work and nobody, `nil` without a limit or where there is neither.
        public func load(_ span: Int) -> Double? {
            guard let capacity, work[span] > 0 || capacity[span] > 0 else { return nil }
            return capacity[span] == 0 ? .infinity : Double(work[span]) / Double(capacity[span])
        }
    }

    /// Teams in the order of their table or units in natural order, those of no team last; only those with work left.
    public let rows: [Row]

    /// The loads of a plan.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - schedule: of its network.
    ///   - capacity: of its people and teams.
    ///   - spans: instants; ascending, one after another without gaps.
    /// - Complexity: O(demands × spans that each touches + people × spans).
    public init(of plan: Plan, _ schedule: Schedule, _ capacity: CapacityModel, spans: [Range<Int32>]) {
        let carriers = Carriers(plan)
        var work = [[Int64]](repeating: [Int64](repeating: 0, count: spans.count), count: carriers.count)
        let network = schedule.network
        for node in 0..<network.structure.nodeCount where !capacity.demands(of: node).isEmpty {
            guard network.values.progress(of: node) != .completed else { continue }
            let calendar = network.structure.calendars[network.structure.calendar(of: node)]
            let busy =
                max(
                    schedule.earlyStartInstant(node), network.values.dataDate)..<max(
                    schedule.earlyFinishInstant(node), schedule.earlyStartInstant(node), network.values.dataDate)
            for span in Self.first(reaching: busy.lowerBound, spans)..<spans.count {
                guard spans[span].lowerBound < busy.upperBound else { break }
                let part = busy.clamped(to: spans[span])
                let minutes = Int64(calendar.work(at: part.upperBound) - calendar.work(at: part.lowerBound))
                for place in capacity.demands(of: node) {
                    let carrier = carriers.of(resource: Int(capacity.demandResource[place]), capacity.personCount)
                    work[carrier][span] += minutes * Int64(capacity.demandAmount[place])
                }
            }
        }
        let limits = carriers.capacities(capacity, network, spans)
        rows = carriers.order.filter { work[$0].contains { $0 > 0 } }.map { place in
            Row(
                carrier: carriers.all[place], work: work[place].map { $0 / Int64(CapacityModel.fullTime) },
                capacity: limits[place])
        }
    }

    /// The first span that does not end before an instant.
    private static func first(reaching instant: Int32, _ spans: [Range<Int32>]) -> Int {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].upperBound <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Who carries what each person and team does.
private struct Carriers {
    private(set) var all: [LoadProfile.Carrier]
    /// Their places in the order of rows.
    let order: [Int]
    private let ofPerson: [Int]
    private let plan: Plan

    var count: Int { all.count }

    init(_ plan: Plan) {
        self.plan = plan
        let people = plan.people
        if plan.teams.count > 0 {
            all = plan.teams.rows.map(LoadProfile.Carrier.team) + [.others]
            ofPerson = people.rows.map { people.reference(.team, $0) ?? plan.teams.count }
        } else {
            let units = people.rows.map { people.text(.unit, $0) }
            let names = Set(units).subtracting([""]).sorted(by: NaturalOrder.isBefore)
            let places = Dictionary(uniqueKeysWithValues: zip(names, 0...))
            all = names.map(LoadProfile.Carrier.unit) + [.others]
            ofPerson = units.map { places[$0] ?? names.count }
        }
        order = Array(all.indices)
    }

    func of(resource: Int, _ personCount: Int) -> Int { resource < personCount ? ofPerson[resource] : resource - personCount }

    /// What there is of each carrier by span; `nil` where there is no limit.
    func capacities(_ capacity: CapacityModel, _ network: Network, _ spans: [Range<Int32>]) -> [[Int64]?] {
        var people = [[Int64]](repeating: [Int64](repeating: 0, count: spans.count), count: count)
        var isPeopled = [Bool](repeating: false, count: count)
        for person in 0..<capacity.personCount {
            let calendar = network.structure.calendars[plan.people.reference(.calendar, person) ?? plan.settings.calendar]
            isPeopled[ofPerson[person]] = true
            for span in spans.indices { people[ofPerson[person]][span] += capacity.minutes(of: person, spans[span], calendar) }
        }
        return all.indices.map { place in
            guard case .team(let row) = all[place] else { return people[place] }
            let (team, own) = (capacity.personCount + row, network.structure.calendars[plan.settings.calendar])
            guard capacity.steps[team].most < CapacityModel.unlimited else { return isPeopled[place] ? people[place] : nil }
            return spans.indices.map { max(people[place][$0], capacity.minutes(of: team, spans[$0], own)) }
        }
    }
}

import PlanModel
import PlanNetwork

/// How much each person carries beside what they can do until the last of it is due.
///
/// *Until* is the latest due date among the open tasks that a person is assigned to: a task's own due date or deadline, else that of its project, its goal,
/// its initiative, else the plan's last one (else `AlignmentSettings.horizon`). It is never less than four weeks from the data date, so that a day's
/// work overdue does not make somebody overloaded. *Capacity* is the working time of the person's calendar from the data date until then, times
/// what there is of them (FTE less standing duties, from their first to their last day, without absences), as the engine holds people.
/// That the work fits until the last date does not say that it fits until each one before it.
public struct WorkLoad: Sendable {
    /// One person with work left.
    public struct Entry: Sendable, Equatable {
        /// Who, a row.
        public let person: Int32
        /// Minutes left that they are assigned to, and minutes that they have.
        public let minutes: Int64, capacity: Int64
        /// Until when, an instant.
        public let until: Int32
        /// The one by the other; infinite where they have none.
        public var load: Double { capacity == 0 ? .infinity : Double(minutes) / Double(capacity) }
    }

    /// The least that a load looks ahead, minutes around the clock.
    static let leastSpan: Int32 = 28 * 1440

    /// People with work left whose dates are known, in the order of the table.
    public internal(set) var people: [Entry] = []

    /// Those who carry more than they can.
    public var overloaded: [Entry] { people.filter { $0.minutes > $0.capacity } }

    init(
        _ cascade: Cascade, _ carried: CarriedEffort, _ network: Network, _ capacity: CapacityModel,
        _ settings: AlignmentSettings
    ) {
        let plan = cascade.plan
        let due = DueDates(cascade, network, settings)
        var until = [Int32](repeating: -1, count: plan.people.count)
        for task in cascade.effort.isOpen.indices where cascade.effort.ofTask[task] > 0 {
            let demands = capacity.demands(of: Int(network.structure.nodeOfTask[task]))
            guard !demands.isEmpty, let date = due.ofTask(task) else { continue }
            for place in demands {
                let resource = Int(capacity.demandResource[place])
                if resource < capacity.personCount { until[resource] = max(until[resource], date) }
            }
        }
        let start = max(0, network.values.dataDate)
        for person in plan.people.rows where until[person] >= 0 {
            let end = max(until[person], start + Self.leastSpan)
            let calendar = plan.people.reference(.calendar, person) ?? plan.settings.calendar
            let minutes = capacity.minutes(of: person, start..<end, network.structure.calendars[calendar])
            people.append(
                Entry(person: Int32(person), minutes: carried.byCarrier.total(person), capacity: minutes, until: end))
        }
    }
}

/// When tasks are due, by themselves or by what they belong to.
private struct DueDates {
    private let cascade: Cascade
    private let network: Network
    /// By element, instants; −1 for none.
    private var ofElement: [Int32]

    init(_ cascade: Cascade, _ network: Network, _ settings: AlignmentSettings) {
        (self.cascade, self.network) = (cascade, network)
        let tree = cascade.tree
        ofElement = tree.due.map { $0 == Int32.max ? -1 : $0 }
        ofElement[0] = ofElement.max() ?? -1
        for task in cascade.effort.isOpen.indices { ofElement[0] = max(ofElement[0], own(task) ?? -1) }
        if ofElement[0] < 0 { ofElement[0] = settings.horizon ?? -1 }
        // What elements belong to has a lower index.
        for element in 1..<max(tree.count, 1) where ofElement[element] < 0 {
            ofElement[element] = ofElement[cascade.treeParent(element) ?? 0]
        }
    }

    private func own(_ task: Int) -> Int32? { cascade.tasks.promise(task)?.minutes(since: network.origin) }

    func ofTask(_ task: Int) -> Int32? {
        if let own = own(task) { return own }
        let date = ofElement[cascade.project(ofTask: task) ?? 0]
        return date < 0 ? nil : date
    }
}

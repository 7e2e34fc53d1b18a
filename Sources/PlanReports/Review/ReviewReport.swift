public import PlanForecast
public import PlanModel
public import PlanMonitoring
public import PlanNetwork
public import PlanSchedule

/// The record that evaluation may use, of some people: progress on their goals, and the check-ins kept with them and by them. Nothing else of the plan is in it.
public struct ReviewReport: Sendable {
    /// One person's.
    struct Record {
        /// Their row.
        let person: Int
        /// Their goals in natural order of ids: those that they answer for, then the others.
        let goals: [(entry: GoalContributions.Entry, part: OwnPart)]
        /// Check-ins with their managers, and with their people.
        let asEmployee: [CheckInPair], asManager: [CheckInPair]
    }

    /// One of the two tables of CSV.
    public enum Part: String, Sendable, CaseIterable {
        case goals, checkins
    }

    let plan: Plan
    let network: Network
    let forecast: Forecast
    let checkIns: CheckIns
    /// The baseline's name; `nil` where the plan has none.
    let baseline: String?
    let part: Part
    let names: TargetNames
    let records: [Record]
    /// By row of goals, those that a record names.
    let goals: [Int: GoalReview]

    /// The records of some people.
    ///
    /// - Parameters:
    ///   - people: rows, in the order in which they are shown.
    ///   - plan: as a reader made it.
    ///   - network: compiled of it.
    ///   - checkIns: of the plan in the period that is looked at.
    ///   - forecast: of the network, with all goals.
    ///   - earned: against a baseline of the plan; `nil` where it has none.
    ///   - part: the table that CSV shows.
    public init(
        of people: [Int], in plan: Plan, _ network: Network, _ checkIns: CheckIns, _ forecast: Forecast, _ earned: EarnedValue?,
        part: Part = .goals
    ) {
        (self.plan, self.network, self.forecast, self.checkIns) = (plan, network, forecast, checkIns)
        (baseline, self.part, names) = (earned?.baseline, part, TargetNames(plan, network))
        let contributions = GoalContributions(of: plan, network)
        let promises = TaskPromises(of: plan, baseline: earned?.baseline)
        let pairs = Pairs(checkIns.pairs, people: plan.people.count)
        let touched = GoalPeriods(plan, network, checkIns.period)
        let order = plan.goals.texts(.id).map { NaturalOrder.sortedRows($0).map(Int.init) } ?? []
        var rank = [Int](repeating: 0, count: plan.goals.count)
        for (place, row) in order.enumerated() { rank[row] = place }
        let period = checkIns.period
        records = people.map { person in
            let entries = contributions.ofPerson[person].filter { touched.touches(Int($0.goal)) }
                .sorted { ($0.ownsGoal ? 0 : 1, rank[Int($0.goal)]) < ($1.ownsGoal ? 0 : 1, rank[Int($1.goal)]) }
            return Record(
                person: person, goals: entries.map { ($0, OwnPart($0.tasks, plan, network, promises, during: period)) },
                asEmployee: pairs.ofEmployee[person], asManager: pairs.ofManager[person])
        }
        let named = Set(records.flatMap { $0.goals.map { Int($0.entry.goal) } })
        goals = Dictionary(uniqueKeysWithValues: named.map { ($0, GoalReview($0, plan, forecast, earned)) })
    }
}

/// Pairs by both of their people.
private struct Pairs {
    var ofEmployee: [[CheckInPair]], ofManager: [[CheckInPair]]

    init(_ pairs: [CheckInPair], people: Int) {
        (ofEmployee, ofManager) = (Array(repeating: [], count: people), Array(repeating: [], count: people))
        for pair in pairs {
            ofEmployee[Int(pair.employee)].append(pair)
            ofManager[Int(pair.manager)].append(pair)
        }
    }
}

/// Which goals are of a period: due on its first day or later, without a due date, or with work that was not finished before it.
private struct GoalPeriods {
    private let dues: [Int32]?
    private let network: Network
    private let finishes: [Int32]?
    private let start: Int32

    init(_ plan: Plan, _ network: Network, _ period: Period) {
        (dues, finishes, self.network) = (plan.goals.integers(.due), plan.tasks.integers(.actualFinish), network)
        start = Int32(period.firstDay * 1440)
    }

    func touches(_ goal: Int) -> Bool {
        guard let due = dues?[goal], due != Cell.absent, due <= start else { return true }
        let tree = network.structure.targets
        let target = tree.target(.goal, row: goal)
        let below = [target] + tree.children[target].map { Int(tree.children.items[$0]) }.filter { tree.kind($0) == .project }
        return below.contains { element in
            tree.members[element].contains { place in
                let task = Int(network.structure.taskOfNode[Int(tree.members.items[place])])
                return finishes.map { $0[task] == Cell.absent || $0[task] > start } ?? true
            }
        }
    }
}

import PlanModel

/// The rows of `availability` by person or by team: changes of capacity in the order in which they begin, and absences.
struct AvailabilityRows {
    /// A capacity for a time, instants.
    struct Change {
        var from: Int32, to: Int32
        /// Full-time people.
        var amount: Double
    }

    private(set) var capacities: [[Change]]
    private(set) var absences: [[Range<Int32>]]

    init(_ plan: Plan, _ column: AvailabilityColumn, count: Int, origin: LocalDateTime) {
        capacities = Array(repeating: [], count: count)
        absences = Array(repeating: [], count: count)
        let table = plan.availability
        for row in table.rows {
            guard let who = table.reference(column, row), let begin = table.date(.from, row) else { continue }
            let from = max(0, begin.minutes(since: origin))
            let to = table.date(.to, row).map { $0.minutes(since: origin) } ?? Int32.max
            guard to > from else { continue }
            if let amount = table.number(.capacity, row) {
                capacities[who].append(Change(from: from, to: to, amount: amount))
            } else {
                absences[who].append(from..<to)
            }
        }
        for who in 0..<count where !capacities[who].isEmpty || !absences[who].isEmpty {
            // The same whatever the order of rows: of changes that begin together the shorter one, then the smaller amount counts.
            capacities[who].sort { ($0.from, $1.to, $1.amount) < ($1.from, $0.to, $0.amount) }
            absences[who] = CapacityModel.merged(absences[who])
        }
    }

    /// What the change that began last says; `nil` where none holds.
    static func amount(_ changes: [Change], at instant: Int32) -> Double? {
        changes.last { $0.from <= instant && instant < $0.to }?.amount
    }

    /// A team's steps with its changes; there is nobody while it is away.
    func applied(to usual: CapacitySteps, _ changes: [Change], _ away: [Range<Int32>]) -> CapacitySteps {
        if changes.isEmpty, away.isEmpty { return usual }
        let edges = usual.from + changes.flatMap { [$0.from, $0.to] } + away.flatMap { [$0.lowerBound, $0.upperBound] }
        return CapacitySteps(
            Set(edges).filter { $0 < Int32.max }.sorted().map { at in
                if away.contains(where: { $0.contains(at) }) { return (at, 0) }
                return (at, Self.amount(changes, at: at).map(CapacityModel.amount) ?? usual.amount(at: at))
            })
    }
}

extension CapacityModel {
    /// Disjoint ranges in order that cover the same instants.
    public static func merged(_ ranges: [Range<Int32>]) -> [Range<Int32>] {
        var result: [Range<Int32>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}

import PlanModel
import PlanNetwork

/// On which days each person is employed, and on which of them they are away.
struct PersonDays {
    /// The first and the last day of employment, as `LocalDateTime.day` counts; without one far before or after all plans.
    let first: [Int], last: [Int]
    /// Whole days on which availability says 0: disjoint, in order. A day on which somebody works an hour is none of them.
    let away: [[ClosedRange<Int>]]

    /// Before and after every day that a plan can name.
    static let never = -4_000_000, ever = 4_000_000

    init(_ plan: Plan) {
        let (starts, ends) = (plan.people.integers(.start), plan.people.integers(.end))
        first = plan.people.rows.map { row in
            starts.flatMap { $0[row] == Cell.absent ? nil : LocalDateTime(minutes: $0[row]).day } ?? Self.never
        }
        // An end is the instant after the last minute: midnight ends the day before it.
        last = plan.people.rows.map { row in
            ends.flatMap { $0[row] == Cell.absent ? nil : LocalDateTime(minutes: $0[row] - 1).day } ?? Self.ever
        }
        away = Self.away(plan)
    }

    // MARK: absences

    private struct Change {
        let from: Int, to: Int, amount: Double
    }

    private static func away(_ plan: Plan) -> [[ClosedRange<Int>]] {
        let table = plan.availability
        var changes = [[Change]](repeating: [], count: plan.people.count)
        for row in table.rows {
            guard let person = table.reference(.person, row), let from = table.date(.from, row) else { continue }
            let to = table.date(.to, row).map { Int($0.minutes) } ?? ever * 1440
            // An absence holds over every capacity.
            changes[person].append(Change(from: Int(from.minutes), to: to, amount: table.number(.capacity, row) ?? -1))
        }
        return changes.map { $0.isEmpty ? [] : days($0) }
    }

    /// The whole days within the stretches on which somebody has no capacity.
    private static func days(_ unordered: [Change]) -> [ClosedRange<Int>] {
        // Of changes that overlap the one that begins later counts, as it does for capacity.
        let changes = unordered.sorted { ($0.from, $1.to, $1.amount) < ($1.from, $0.to, $0.amount) }
        let edges = Set(changes.flatMap { [$0.from, $0.to] }).sorted()
        var stretches: [Range<Int>] = []
        for (from, to) in zip(edges, edges.dropFirst()) where isAway(changes, at: from) {
            if let last = stretches.last, last.upperBound == from {
                stretches[stretches.count - 1] = last.lowerBound..<to
            } else {
                stretches.append(from..<to)
            }
        }
        return stretches.compactMap { stretch in
            let (first, end) = (-floored(-stretch.lowerBound), floored(stretch.upperBound))
            return first < end ? first...end - 1 : nil
        }
    }

    private static func isAway(_ changes: [Change], at minute: Int) -> Bool {
        let inForce = changes.filter { $0.from <= minute && minute < $0.to }
        return inForce.contains { $0.amount < 0 } || inForce.last?.amount == 0
    }

    private static func floored(_ minutes: Int) -> Int { minutes >= 0 ? minutes / 1440 : -((1439 - minutes) / 1440) }
}

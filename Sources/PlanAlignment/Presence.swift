import PlanModel

/// Who is employed when.
struct Presence {
    private let starts: [Int32]?, ends: [Int32]?
    private let dataDate: Int32

    init(_ plan: Plan) {
        (starts, ends) = (plan.people.integers(.start), plan.people.integers(.end))
        dataDate = plan.settings.dataDate.minutes
    }

    /// Whether a person is employed on the data date.
    func isHere(_ person: Int) -> Bool { !hasLeft(person) && !isToCome(person) }

    /// Whether a person's last day lies behind the data date.
    func hasLeft(_ person: Int) -> Bool { end(person) <= dataDate }

    /// Whether a person's first day lies after the data date.
    func isToCome(_ person: Int) -> Bool { starts.map { $0[person] != Cell.absent && $0[person] > dataDate } ?? false }

    /// Whether a person leaves before a date.
    func leaves(_ person: Int, before date: LocalDateTime) -> Bool { end(person) < date.minutes }

    private func end(_ person: Int) -> Int32 {
        guard let ends, ends[person] != Cell.absent else { return Int32.max }
        return ends[person]
    }
}

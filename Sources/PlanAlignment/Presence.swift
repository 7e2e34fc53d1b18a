import PlanModel

/// Who is employed when.
struct Presence {
    private let plan: Plan
    private let dataDate: LocalDateTime

    init(_ plan: Plan) { (self.plan, dataDate) = (plan, plan.settings.dataDate) }

    /// Whether a person is employed on the data date.
    func isHere(_ person: Int) -> Bool { !hasLeft(person) && !isToCome(person) }

    /// Whether a person's last day lies behind the data date.
    func hasLeft(_ person: Int) -> Bool { plan.people.date(.end, person).map { $0 <= dataDate } ?? false }

    /// Whether a person's first day lies after the data date.
    func isToCome(_ person: Int) -> Bool { plan.people.date(.start, person).map { $0 > dataDate } ?? false }

    /// Whether a person leaves before a date.
    func leaves(_ person: Int, before date: LocalDateTime) -> Bool { plan.people.date(.end, person).map { $0 < date } ?? false }
}

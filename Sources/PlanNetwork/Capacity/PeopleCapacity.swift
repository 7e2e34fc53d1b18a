import PlanModel

/// How much of each person there is over time: their FTE from start to end, less what responsibilities take, in quarters while they ramp up,
/// and otherwise where `availability` says so; and when they are away.
struct PeopleCapacity {
    private(set) var steps: [CapacitySteps] = []
    private(set) var absences: [[Range<Int32>]]

    private let plan: Plan
    private let origin: LocalDateTime

    init(_ plan: Plan, origin: LocalDateTime) {
        (self.plan, self.origin) = (plan, origin)
        absences = Array(repeating: [], count: plan.people.count)
        let free = Self.freeShares(plan)
        let changes = AvailabilityRows(plan, .person, count: plan.people.count, origin: origin)
        steps.reserveCapacity(plan.people.count)
        for person in plan.people.rows {
            steps.append(steps(of: person, free: free[person], changes.capacities[person]))
            absences[person] = changes.absences[person]
        }
    }

    /// What responsibilities leave of each person, a share.
    static func freeShares(_ plan: Plan) -> [Double] {
        var free = [Double](repeating: 1, count: plan.people.count)
        for row in plan.responsibilities.rows {
            guard let person = plan.responsibilities.reference(.person, row) else { continue }
            free[person] -= plan.responsibilities.number(.share, row) ?? 0
        }
        return free.map { max($0, 0) }
    }

    private func steps(of person: Int, free: Double, _ changes: [AvailabilityRows.Change]) -> CapacitySteps {
        let people = plan.people
        let fte = people.number(.fte, person) ?? 1
        let (start, end) = (instant(people.date(.start, person)), instant(people.date(.end, person)))
        guard start != nil || end != nil || !changes.isEmpty else {
            return CapacitySteps(amount: CapacityModel.amount(fte * free))
        }
        let ramp = ramp(person, from: start)
        let edges = [0, start, end].compactMap { $0 } + ramp.map(\.from) + changes.flatMap { [$0.from, $0.to] }
        return CapacitySteps(
            Set(edges).filter { $0 >= 0 && $0 < Int32.max }.sorted().map { at in
                guard at >= start ?? 0, at < end ?? Int32.max else { return (at, 0) }
                let given = AvailabilityRows.amount(changes, at: at) ?? fte
                let share = ramp.last { $0.from <= at }?.share ?? 1
                return (at, CapacityModel.amount(given * free * share))
            })
    }

    /// Quarters of the time of ramping up, of those who join after the epoch.
    private func ramp(_ person: Int, from start: Int32?) -> [(from: Int32, share: Double)] {
        let length = plan.people.integer(.rampUp, person).map(calendarTime) ?? plan.settings.people.rampUp
        guard let start, start > plan.settings.epoch.minutes - origin.minutes, length > 0 else { return [] }
        return (0..<5).map { (start + length / 4 * Int32($0), min(1, Double($0 + 1) / 4)) }
    }

    /// Working time of the plan's calendar as time around the clock: a working week is a week.
    private func calendarTime(_ minutes: Int32) -> Int32 {
        Int32(min(Int64(minutes) * 10_080 / Int64(plan.settings.units.minutesPerWeek), 1 << 29))
    }

    private func instant(_ date: LocalDateTime?) -> Int32? { date.map { max(0, $0.minutes(since: origin)) } }
}

/// How much of each team there is over time: what it says, else what there is of its people; without either no limit.
struct TeamCapacity {
    private(set) var steps: [CapacitySteps] = []

    init(_ plan: Plan, origin: LocalDateTime, members: [CapacitySteps]) {
        let changes = AvailabilityRows(plan, .team, count: plan.teams.count, origin: origin)
        var people = [[CapacitySteps]](repeating: [], count: plan.teams.count)
        for person in plan.people.rows {
            if let team = plan.people.reference(.team, person) { people[team].append(members[person]) }
        }
        for team in plan.teams.rows {
            let given = plan.teams.number(.capacity, team).map { CapacitySteps(amount: CapacityModel.amount($0)) }
            let usual =
                given
                ?? (people[team].isEmpty ? CapacitySteps(amount: CapacityModel.unlimited) : CapacitySteps.sum(people[team]))
            steps.append(changes.applied(to: usual, changes.capacities[team], changes.absences[team]))
        }
    }
}

import PlanModel

/// People who join.
extension ScenarioApplier {
    mutating func addPeople(_ change: ScenarioChange.AddPeople) {
        let before = faults.count
        let team = change.team.flatMap { row(of: $0, in: .teams, key: "team") }
        let calendar = change.calendar.flatMap { self.calendar($0) }
        guard let ids = newIDs(change), faults.count == before else { return }
        let start = change.start ?? plan.settings.dataDate
        // Whose work is spread is looked up before the newcomers are there.
        let donated = change.takes.flatMap { self.donated($0, team, from: start) }
        guard faults.count == before else { return }
        let first = plan.people.raw.appendRows(identifiers: ids)
        for person in first..<first + change.count { fill(person, change, team, calendar, start) }
        plan.people.raw.replaceTexts(PersonColumn.name.rawValue) { $0 < first ? nil : ids[$0 - first] }
        plan.people.raw.replaceTexts(PersonColumn.role.rawValue) { $0 < first ? nil : change.role }
        for person in first..<first + change.count { raise(byNewcomer: person) }
        var (taken, tasks, minutes) = ("", 0, 0.0)
        if let donated, let takes = change.takes {
            let newcomers = (first..<first + change.count).map { Holder.person($0) }
            var spread = WorkSpread(self, moving: donated, takers: newcomers)
            spread.share(donated, with: newcomers, most: takes.share)
            let donors = Set(spread.moves.map { holder(ofAssignment: $0.row)! }).count
            guard !spread.moves.isEmpty else { return refuseIdle(key: "takes", "none of the work could be shared out") }
            tasks = Set(spread.moves.map { plan.assignments.reference(.task, $0.row)! }).count
            minutes = spread.moves.reduce(0) { $0 + self.minutes(ofAssignment: $1.row) }
            taken = "; they take \(count(spread.moves.count, "assignment")) of \(count(donors, "other"))"
            make(spread.moves)
        }
        touched(
            tasks: tasks, people: change.count, workMinutes: minutes,
            "\(count(change.count, "person", "people")) \(change.count == 1 ? "joins" : "join")"
                + "\(change.team.map { " \($0.text)" } ?? "") on \(told(start))\(taken)")
    }

    /// Ids that no person has; `nil` after a fault.
    private mutating func newIDs(_ change: ScenarioChange.AddPeople) -> [String]? {
        guard let word = change.id else {
            var (ids, number): ([String], Int) = ([], 1)
            while ids.count < change.count {
                if plan.people.row(of: "NEW\(number)") == nil { ids.append("NEW\(number)") }
                number += 1
            }
            return ids
        }
        let ids = change.count == 1 ? [word.text] : (1...change.count).map { "\(word.text)-\($0)" }
        guard let taken = ids.first(where: { plan.people.row(of: $0) != nil }) else { return ids }
        refuse("duplicate-id", word, key: "id", "the plan has a person \(taken) already")
        return nil
    }

    private mutating func fill(
        _ person: Int, _ change: ScenarioChange.AddPeople, _ team: Int?, _ calendar: Int?, _ start: LocalDateTime
    ) {
        if let team { plan.people.set(.team, person, Int32(team)) }
        if let calendar { plan.people.set(.calendar, person, Int32(calendar)) }
        plan.people.set(.fte, person, change.fte)
        plan.people.set(.start, person, start)
        if let end = change.end { plan.people.set(.end, person, end) }
        if let rampUp = change.rampUp { plan.people.set(.rampUp, person, rampUp) }
        if let productivity = change.productivity { plan.people.set(.productivity, person, productivity) }
    }

    /// Adds the capacity of somebody who joins, or takes it away again, where their team has a capacity of its own: in quarters while they
    /// ramp up.
    mutating func raise(byNewcomer person: Int, times sign: Double = 1) {
        guard let team = plan.people.reference(.team, person), let start = plan.people.date(.start, person) else { return }
        let ramp = plan.people.integer(.rampUp, person).map(calendarTime) ?? plan.settings.people.rampUp
        let quarters: [Int32] = start > plan.settings.epoch && ramp > 0 ? [0, 1, 2, 3].map { $0 * (ramp / 4) } : [0]
        let gain = sign * (plan.people.number(.fte, person) ?? 1) / Double(quarters.count)
        for quarter in quarters {
            changeCapacity(of: .team(team), from: start.advanced(byMinutes: quarter), until: plan.people.date(.end, person)) {
                $0 + gain
            }
        }
    }

    /// Working time of the plan's calendar as time around the clock: a working week is a week.
    private func calendarTime(_ minutes: Int32) -> Int32 {
        Int32(min(Int64(minutes) * 10_080 / Int64(plan.settings.units.minutesPerWeek), 1 << 29))
    }

    /// The assignments of persons that newcomers may take a part of: of open tasks that have not started and, by the plan's early dates,
    /// start once they are there.
    private mutating func donated(
        _ takes: ScenarioChange.Takes, _ team: Int?, from start: LocalDateTime
    ) -> [Int]? {
        let (people, tasks): (Set<Int>?, Set<Int>?)
        switch takes.donors {
        case .ownTeam:
            guard let team else {
                refuse("missing-key", key: "takes", "it is not said which team they join (expected the key team)")
                return nil
            }
            (people, tasks) = (Set(members(of: team)), nil)
        case .teams(let words):
            guard let teams = rows(of: words, in: .teams, key: "takes") else { return nil }
            (people, tasks) = (Set(teams.flatMap { members(of: $0) }), nil)
        case .people(let words):
            guard let rows = rows(of: words, in: .people, key: "takes") else { return nil }
            (people, tasks) = (Set(rows), nil)
        case .work(let work):
            guard let rows = openTasks(work) else { return nil }
            (people, tasks) = (nil, Set(rows))
        }
        let all = openAssignments { task, holder in
            guard case .person(let person) = holder, !isStarted(task) else { return false }
            return people?.contains(person) ?? tasks!.contains(task)
        }
        var rows: [Int] = []
        for row in all where !starts(plan.assignments.reference(.task, row)!, before: start) { rows.append(row) }
        guard rows.isEmpty else { return rows }
        refuseIdle(
            key: "takes",
            all.isEmpty
                ? "no open task that has not started is assigned to these people"
                : "all \(all.count) assignments that could be taken start before \(told(start)) by the plan's early dates")
        return nil
    }
}

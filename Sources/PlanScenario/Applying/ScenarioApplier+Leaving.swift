import PlanModel

/// People who leave, go elsewhere, or work more or less.
extension ScenarioApplier {
    mutating func removePerson(_ change: ScenarioChange.RemovePerson) {
        guard let person = row(of: change.person, in: .people, key: "person") else { return }
        let date = change.on ?? plan.settings.dataDate
        if let end = plan.people.date(.end, person), end <= date {
            return refuseIdle(change.person, key: "person", "\(change.person.text) leaves on \(told(end)) in any case")
        }
        guard let handed = handedOver(person, change.handOver, from: date, word: change.person, needsTaker: true) else {
            return
        }
        if let team = plan.people.reference(.team, person) { lower(team, by: person, from: date) }
        plan.people.set(.end, person, date)
        make(handed.moves)
        plan.assignments.raw.removeRows(handed.dropped)
        touched(
            tasks: handed.tasks, people: 1, workMinutes: handed.minutes,
            "\(change.person.text) leaves on \(told(date))\(handed.summary)")
    }

    mutating func movePerson(_ change: ScenarioChange.MovePerson) {
        let person = row(of: change.person, in: .people, key: "person")
        guard let team = row(of: change.to, in: .teams, key: "to"), let person else { return }
        let old = plan.people.reference(.team, person)
        guard old != team else {
            return refuseIdle(change.to, key: "to", "\(change.person.text) is in \(change.to.text) already")
        }
        let date = change.from ?? plan.settings.dataDate
        var handed = Handed()
        if let handOver = change.handOver {
            guard let found = handedOver(person, handOver, from: date, word: change.person, needsTaker: false) else { return }
            handed = found
        }
        hold([old, team].compactMap(\.self), until: date)
        if let old { lower(old, by: person, from: date) }
        let gain = plan.people.number(.fte, person) ?? 1
        changeCapacity(of: .team(team), from: date, until: plan.people.date(.end, person)) { $0 + gain }
        plan.people.set(.team, person, Int32(team))
        make(handed.moves)
        plan.assignments.raw.removeRows(handed.dropped)
        touched(
            tasks: handed.tasks, people: 1, workMinutes: handed.minutes,
            "\(change.person.text) goes to \(change.to.text) on \(told(date))\(handed.summary)")
    }

    mutating func changeFTE(_ change: ScenarioChange.ChangeFTE) {
        guard let person = row(of: change.person, in: .people, key: "person") else { return }
        let date = change.from ?? plan.settings.dataDate
        let before = capacity(of: .person(person), base: plan.people.number(.fte, person) ?? 1).value(at: date.minutes)
        if let end = plan.people.date(.end, person), end <= date {
            return refuseIdle(change.person, key: "person", "\(change.person.text) leaves on \(told(end))")
        }
        let isForGood = change.until == nil && date <= plan.settings.dataDate
        guard changeCapacity(of: .person(person), from: date, until: change.until, { _ in change.fte }) else {
            return refuseIdle(key: "fte", "\(change.person.text) works \(change.fte) already")
        }
        if isForGood {
            // All that is left: the cell itself, which durations by effort are found from.
            write(CapacitySchedule(base: change.fte, rows: []), of: .person(person), base: change.fte)
            plan.people.set(.fte, person, change.fte)
        }
        if let team = plan.people.reference(.team, person) {
            let end = [change.until, plan.people.date(.end, person)].compactMap(\.self).min()
            changeCapacity(of: .team(team), from: date, until: end) { $0 + change.fte - before }
        }
        touched(
            people: 1,
            "\(change.person.text) works \(change.fte) instead of \(before) from \(told(date))"
                + (change.until.map { " to \(told($0))" } ?? ""))
    }

    mutating func changeCapacity(_ change: ScenarioChange.ChangeCapacity) {
        guard let team = row(of: change.team, in: .teams, key: "team") else { return }
        let date = change.from ?? plan.settings.dataDate
        if baseCapacity(.team(team)) == nil {
            // From its people's to one that it says itself: that of its people stays in force before.
            if change.until == nil, date <= plan.settings.dataDate {
                plan.teams.set(.capacity, team, change.capacity)
            } else {
                var schedule = CapacitySchedule(base: -1, rows: [])
                schedule.change(from: date.minutes, to: change.until?.minutes ?? Int32.max) { _ in change.capacity }
                write(schedule, of: .team(team), base: -1)
            }
        } else if !changeCapacity(of: .team(team), from: date, until: change.until, { _ in change.capacity }) {
            return refuseIdle(key: "capacity", "\(change.team.text) has a capacity of \(change.capacity) already")
        }
        touched(
            others: 1,
            "\(change.team.text) has a capacity of \(change.capacity) from \(told(date))"
                + (change.until.map { " to \(told($0))" } ?? ""))
    }

    mutating func changeCalendar(_ change: ScenarioChange.ChangeCalendar) {
        let (words, table, column, key): ([EditWord], TableName, Int, String)
        switch change.owner {
        case .people(let ids): (words, table, column, key) = (ids, .people, PersonColumn.calendar.rawValue, "person")
        case .teams(let ids): (words, table, column, key) = (ids, .teams, TeamColumn.calendar.rawValue, "team")
        case .projects(let ids): (words, table, column, key) = (ids, .projects, ProjectColumn.calendar.rawValue, "project")
        case .tasks(let ids): (words, table, column, key) = (ids, .tasks, TaskColumn.calendar.rawValue, "task")
        }
        let rows = rows(of: words, in: table, key: key)
        guard let calendar = calendar(change.calendar), let rows else { return }
        let changed = rows.filter { plan[table].integers(column)?[$0] ?? Cell.none != Int32(calendar) }
        guard !changed.isEmpty else {
            return refuseIdle(change.calendar, key: "calendar", "\(told(words.map(\.text))) has this calendar already")
        }
        plan[table].withIntegers(column) { cells in for row in changed { cells[row] = Int32(calendar) } }
        touched(
            tasks: key == "task" ? changed.count : 0, people: key == "person" ? changed.count : 0,
            others: key == "team" || key == "project" ? changed.count : 0,
            "\(told(words.map(\.text))) on the calendar \(change.calendar.text)")
    }

    // MARK: what it takes

    /// Lowers the capacity of a team that has one of its own by what a person brings to it.
    private mutating func lower(_ team: Int, by person: Int, from date: LocalDateTime) {
        let loss = plan.people.number(.fte, person) ?? 1
        changeCapacity(of: .team(team), from: date, until: plan.people.date(.end, person)) { $0 - loss }
    }

    /// Teams that have the capacity of their people keep what they have until a date, as people change teams as such and not from a date on.
    private mutating func hold(_ teams: [Int], until date: LocalDateTime) {
        guard date > plan.settings.dataDate else { return }
        for team in teams where baseCapacity(.team(team)) == nil {
            var rows: [(from: Int32, to: Int32, value: Double)] = []
            var usual = CapacitySchedule(base: 0, rows: [])
            for person in members(of: team) {
                let fte = plan.people.number(.fte, person) ?? 1
                let (start, end) = (plan.people.integer(.start, person), plan.people.integer(.end, person))
                usual.change(from: start ?? Int32.min, to: end ?? Int32.max) { $0 + fte }
            }
            for row in usual.rows(base: -1) where row.from < date.minutes {
                rows.append((row.from, min(row.to, date.minutes), row.value))
            }
            write(CapacitySchedule(base: -1, rows: rows), of: .team(team), base: -1)
        }
    }

    /// What somebody gives away: where assignments go, and those that end.
    struct Handed {
        var moves: [(row: Int, to: Holder)] = []
        var dropped = Set<Int>()
        var tasks = 0
        var minutes = 0.0
        var summary = ""
    }

    /// What a person will not have finished by a date, and who takes it; `nil` after a fault.
    private mutating func handedOver(
        _ person: Int, _ handOver: ScenarioChange.HandOver?, from date: LocalDateTime, word: EditWord, needsTaker: Bool
    ) -> Handed? {
        let all = openAssignments { _, holder in holder == .person(person) }
        var rows: [Int] = []
        for row in all where !isDone(plan.assignments.reference(.task, row)!, by: date) { rows.append(row) }
        var takers: [Int] = []
        switch handOver {
        case nil:
            guard rows.isEmpty || !needsTaker else {
                let work = count(rows.count, "open task")
                refuse(
                    "missing-key", word, key: "handOver",
                    "\(word.text) has \(work) then, and it is not said who takes them (expected handOver with an id, several, team or nobody)"
                )
                return nil
            }
        case .nobody: break
        case .team:
            guard let team = plan.people.reference(.team, person) else {
                refuse(
                    "unknown-id", word, key: "handOver", "\(word.text) is in no team (expected the id of who takes the work)")
                return nil
            }
            takers = members(of: team).filter { $0 != person && isThere($0, at: date) }
            if takers.isEmpty, !rows.isEmpty {
                refuse("unknown-id", word, key: "handOver", "nobody else is left in the team of \(word.text)")
                return nil
            }
        case .people(let words):
            guard let found = self.rows(of: words, in: .people, key: "handOver") else { return nil }
            for (taker, name) in zip(found, words) where taker == person || !isThere(taker, at: date) {
                let reason = taker == person ? "cannot take over from themselves" : "is not there on \(told(date))"
                refuse("bad-taker", name, key: "handOver", "\(name.text) \(reason)")
                return nil
            }
            takers = found
        }
        guard !rows.isEmpty else { return Handed() }
        return handed(rows, to: takers.map { .person($0) })
    }

    private func handed(_ rows: [Int], to takers: [Holder]) -> Handed {
        var result = Handed()
        result.tasks = Set(rows.map { plan.assignments.reference(.task, $0)! }).count
        result.minutes = rows.reduce(0) { $0 + minutes(ofAssignment: $1) }
        guard !takers.isEmpty else {
            result.dropped = Set(rows)
            result.summary = "; nobody takes \(count(result.tasks, "open task"))"
            return result
        }
        var spread = WorkSpread(self, moving: rows, takers: takers)
        spread.spread(rows, over: takers)
        result.moves = spread.moves
        result.summary =
            "; \(told(takers.map(name))) \(takers.count == 1 ? "takes" : "take") \(count(result.tasks, "open task"))"
        return result
    }

    /// Whether a person does not leave before or on a date.
    private func isThere(_ person: Int, at date: LocalDateTime) -> Bool {
        plan.people.date(.end, person).map { $0 > date } ?? true
    }
}

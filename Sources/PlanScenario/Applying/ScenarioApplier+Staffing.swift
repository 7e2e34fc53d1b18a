import PlanModel

/// Who does what, and how people come and go by chance.
extension ScenarioApplier {
    mutating func reassign(_ change: ScenarioChange.Reassign) {
        let takers = change.to.compactMap { holder($0, key: "to") }
        let donor = change.from.map { holder($0, key: "from") }
        let tasks = change.work.map { openTasks($0) }
        guard takers.count == change.to.count, donor.map({ $0 != nil }) ?? true, tasks.map({ $0 != nil }) ?? true else {
            return
        }
        if let same = change.to.first(where: { $0.text == change.from?.text }) {
            return refuseIdle(same, key: "to", "\(same.text) gives and gets the work")
        }
        if let gone = takers.firstIndex(where: { !isThere($0) }) {
            return refuse("bad-taker", change.to[gone], key: "to", "\(change.to[gone].text) has left by the data date")
        }
        let chosen = (tasks ?? nil).map(Set.init)
        let rows = openAssignments { task, holder in
            (chosen?.contains(task) ?? true) && (donor.map { $0 == holder } ?? true)
        }
        var free: [Int] = []
        if donor == nil, let chosen {
            let held = Set(rows.map { plan.assignments.reference(.task, $0)! })
            free = inOrder(chosen.subtracting(held))
        }
        guard !rows.isEmpty || !free.isEmpty else {
            return refuseIdle(
                change.from, key: "from",
                "\(change.from?.text ?? "nobody") has no open task\(change.work.map { " of \(told($0))" } ?? "")")
        }
        // Work that nobody has gets an assignment to hand on.
        let first = plan.assignments.count
        plan.assignments.raw.appendRows(free.count)
        for (place, task) in free.enumerated() { assign(task, to: takers[0], row: first + place) }
        let all = rows + Array(first..<first + free.count)
        var spread = WorkSpread(self, moving: all, takers: takers)
        spread.spread(all, over: takers)
        guard !spread.moves.isEmpty || !free.isEmpty else {
            return refuseIdle(change.to.first, key: "to", "\(told(change.to.map(\.text))) has this work already")
        }
        let touchedTasks = Set(
            (spread.moves.map(\.row) + Array(first..<first + free.count)).map { plan.assignments.reference(.task, $0)! })
        let minutes = (spread.moves.map(\.row)).reduce(0) { $0 + self.minutes(ofAssignment: $1) }
        make(spread.moves)
        let what = count(touchedTasks.count, "open task")
        touched(
            tasks: touchedTasks.count, people: takers.count, workMinutes: minutes,
            "\(told(change.to.map(\.text))) \(change.to.count == 1 ? "takes" : "take") \(what)"
                + (change.from.map { " from \($0.text)" } ?? ""))
    }

    private mutating func assign(_ task: Int, to holder: Holder, row: Int) {
        plan.assignments.set(.task, row, Int32(task))
        if holder.column == .person {
            plan.assignments.set(.person, row, Int32(holder.row))
        } else {
            plan.assignments.set(.team, row, Int32(holder.row))
        }
        plan.assignments.set(.units, row, 1.0)
    }

    private func isThere(_ holder: Holder) -> Bool {
        guard case .person(let row) = holder, let end = plan.people.date(.end, row) else { return true }
        return end > plan.settings.dataDate
    }

    /// The person that a word names, else the team.
    private mutating func holder(_ word: EditWord, key: String) -> Holder? {
        if let row = plan.people.row(of: word.text) { return .person(row) }
        if let row = plan.teams.row(of: word.text) { return .team(row) }
        let ids = [plan.people.raw, plan.teams.raw].flatMap { table in (0..<table.count).map { table.identifier($0) } }
        let nearest = NearestWords.to(word.text, of: ids)
        let hint = nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))"
        refuse("unknown-id", word, key: key, "no person or team has the id \"\(word.text)\"\(hint)")
        return nil
    }

    mutating func setAttrition(_ change: ScenarioChange.Attrition) {
        let role = change.role.text
        let isOthers = role == PeopleSettings.otherRoles
        let roles = Set(plan.people.rows.map { plan.people.text(.role, $0) })
        guard isOthers ? plan.people.count > 0 : roles.contains(role) else {
            let nearest = NearestWords.to(role, of: roles.filter { !$0.isEmpty }.sorted())
            let hint = nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))"
            return refuseIdle(change.role, key: "role", "nobody has the role \"\(role)\"\(hint)")
        }
        let settings = plan.settings.people
        if settings.attrition(ofRole: role) == change.perYear,
            change.hiringDelay == nil || change.hiringDelay == settings.hiringDelay
        {
            return refuseIdle(key: "perYear", "\(role): \(change.perYear) a year is what the plan says")
        }
        plan.settings.people.attrition[role] = change.perYear
        if let delay = change.hiringDelay { plan.settings.people.hiringDelay = delay }
        let people = plan.people.rows.count { row in
            let own = plan.people.text(.role, row)
            return isOthers ? settings.attrition[own] == nil : own == role
        }
        touched(people: people, "\(change.perYear) of \(count(people, "person", "people")) of role \(role) leave in a year")
    }

    mutating func freezeHiring(_ change: ScenarioChange.FreezeHiring) {
        let held = plan.people.rows.filter { row in
            guard let start = plan.people.date(.start, row), start > plan.settings.dataDate else { return false }
            return start >= change.from && start < change.until
        }
        let settings = plan.settings.people
        let refills = settings.hiringDelay != nil && settings.attrition.values.contains { $0 > 0 }
        guard !held.isEmpty || refills else {
            return refuseIdle(
                key: "from",
                "nobody joins from \(told(change.from)) to \(told(change.until)), and no post that comes vacant is filled")
        }
        guard change.until > plan.settings.dataDate else {
            return refuseIdle(key: "until", "\(told(change.until)) lies before the data date")
        }
        let gone = held.first { row in plan.people.date(.end, row).map { $0 <= change.until } ?? false }
        if let gone {
            return refuse(
                "contradiction", key: "until",
                "\(plan.people.text(.id, gone)) would leave before they could join; remove them instead")
        }
        for row in held {
            if row >= firstNewcomer {
                raise(byNewcomer: row, times: -1)
                plan.people.set(.start, row, change.until)
                raise(byNewcomer: row)
            } else {
                lower(byMissing: row, until: change.until)
                plan.people.set(.start, row, change.until)
            }
        }
        plan.settings.people.hiringFreezes.append(.init(from: change.from, until: change.until))
        touched(
            people: held.count,
            "nobody joins from \(told(change.from)) to \(told(change.until)): \(count(held.count, "person", "people")) come later"
        )
    }

    /// Lowers the capacity of a team that has one of its own by what somebody would have brought to it before they come.
    private mutating func lower(byMissing person: Int, until date: LocalDateTime) {
        guard let team = plan.people.reference(.team, person) else { return }
        let fte = plan.people.number(.fte, person) ?? 1
        changeCapacity(of: .team(team), from: plan.people.date(.start, person), until: date) { $0 - fte }
    }
}

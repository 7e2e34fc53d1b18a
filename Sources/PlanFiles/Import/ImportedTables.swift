import PlanModel

/// Fills the tables of a plan from an imported schedule whose names are unique.
struct ImportedTables {
    let schedule: ImportedSchedule
    let file: String

    func fill(_ plan: inout Plan, _ cascade: CascadeBuilder, projectOfTask: [Int?]) {
        fillCascade(&plan, cascade)
        fillSummaries(&plan)
        plan.tasks = ImportedTaskTable(tasks: schedule.tasks, file: file).table(projectOfTask: projectOfTask)
        fillDependencies(&plan)
        let (people, teams) = fillResources(&plan)
        fillAssignments(&plan, people, teams)
        fillBaselines(&plan)
    }

    private func fillCascade(_ plan: inout Plan, _ cascade: CascadeBuilder) {
        func fill<Column>(_ table: inout Table<Column>, _ level: CascadeBuilder.Level, parent: Column?, name: Column) {
            let rows = level.headings
            table.setIdentifiers(TextColumn(rows.map { $0 < 0 ? cascade.planName : cascade.headings[$0].id }))
            table.set(name, TextColumn(rows.map { $0 < 0 ? cascade.planName : cascade.headings[$0].displayName }))
            if let parent { table.set(parent, level.parents.map { Int32($0) }) }
            table.raw.source = source(rows.map { $0 < 0 ? 1 : cascade.headings[$0].line })
        }
        fill(&plan.initiatives, cascade.initiatives, parent: nil, name: .name)
        plan.initiatives.setGiven(.mustFinish, plan.initiatives.rows.map { cascade.mustFinish(ofInitiative: $0)?.minutes })
        fill(&plan.goals, cascade.goals, parent: .initiative, name: .name)
        fill(&plan.projects, cascade.projects, parent: .goal, name: .name)
    }

    private func fillSummaries(_ plan: inout Plan) {
        let rows = schedule.headings
        guard !rows.isEmpty else { return }
        plan.summaries.setIdentifiers(TextColumn(rows.map(\.id)))
        plan.summaries.set(.name, TextColumn(rows.map(\.displayName)))
        plan.summaries.setGiven(.parent, rows.map { $0.parent.map { Int32($0) } }, absent: Cell.none)
        plan.summaries.setGiven(.constraint, rows.map { $0.constraint?.rawValue }, absent: Cell.none)
        plan.summaries.setGiven(.constraintDate, rows.map { $0.constraintDate?.asConstraint(of: $0.constraint).minutes })
        plan.summaries.setGiven(.deadline, rows.map { $0.deadline?.minutes })
        plan.summaries.setGiven(.manualStart, rows.map { $0.manualStart?.minutes })
        plan.summaries.raw.source = source(rows.map(\.line))
    }

    private func fillDependencies(_ plan: inout Plan) {
        let rows = schedule.relations
        guard !rows.isEmpty else { return }
        plan.dependencies.set(.predecessor, rows.map { $0.predecessor.reference.raw })
        plan.dependencies.set(.successor, rows.map { $0.successor.reference.raw })
        plan.dependencies.set(.type, rows.map(\.type.rawValue))
        plan.dependencies.set(.lag, rows.map(\.lag.raw))
        plan.dependencies.raw.source = source(rows.map(\.line))
    }

    /// Teams for pools, people for the rest; the row of each resource in either table.
    private func fillResources(_ plan: inout Plan) -> (people: [Int32], teams: [Int32]) {
        let all = schedule.resources
        let (people, teams) = (all.indices.filter { !all[$0].isPool }, all.indices.filter { all[$0].isPool })
        if !people.isEmpty {
            plan.people.setIdentifiers(TextColumn(people.map { all[$0].id }))
            plan.people.set(.name, TextColumn(people.map { all[$0].displayName }))
            plan.people.setGiven(.fte, people.map { all[$0].units })
            plan.people.setGiven(.calendar, people.map { all[$0].calendar.map { Int32($0) } }, absent: Cell.none)
            plan.people.raw.source = source(people.map { all[$0].line })
        }
        if !teams.isEmpty {
            plan.teams.setIdentifiers(TextColumn(teams.map { all[$0].id }))
            plan.teams.set(.name, TextColumn(teams.map { all[$0].displayName }))
            plan.teams.setGiven(.capacity, teams.map { all[$0].units })
            plan.teams.setGiven(.calendar, teams.map { all[$0].calendar.map { Int32($0) } }, absent: Cell.none)
            plan.teams.raw.source = source(teams.map { all[$0].line })
        }
        return (places(people, of: all.count), places(teams, of: all.count))
    }

    private func places(_ rows: [Int], of count: Int) -> [Int32] {
        var places = [Int32](repeating: Cell.none, count: count)
        for (place, row) in rows.enumerated() { places[row] = Int32(place) }
        return places
    }

    private func fillAssignments(_ plan: inout Plan, _ people: [Int32], _ teams: [Int32]) {
        let rows = schedule.assignments
        guard !rows.isEmpty else { return }
        plan.assignments.set(.task, rows.map { Int32($0.task) })
        plan.assignments.set(.person, rows.map { people[$0.resource] })
        plan.assignments.set(.team, rows.map { teams[$0.resource] })
        plan.assignments.setGiven(.units, rows.map(\.units))
        plan.assignments.raw.source = source(rows.map(\.line))
    }

    private func fillBaselines(_ plan: inout Plan) {
        var names = UniqueNames(what: "name of a baseline", fallback: "baseline")
        var losses = LossLedger()
        for (name, rows) in schedule.baselines where !rows.isEmpty {
            // A baseline's name is that of its file.
            var safe = String(name.map { "/\\:\0".contains($0) || $0.isNewline ? "-" : $0 }.drop { $0 == "." || $0 == " " })
            names.settle(&safe, line: nil, losses: &losses)
            var table = Table<BaselineColumn>()
            table.set(.task, rows.map { Int32($0.task) })
            table.set(.start, rows.map { $0.start?.minutes ?? Cell.absent })
            table.set(.finish, rows.map { $0.finish?.minutes ?? Cell.absent })
            table.setGiven(.duration, rows.map(\.duration))
            table.setGiven(.effort, rows.map(\.effort))
            table.setGiven(.cost, rows.map(\.cost))
            table.raw.source = TableSource(file: file, jumps: source(rows.map { schedule.tasks[$0.task].line }).jumps)
            plan.baselines[safe] = table
        }
    }

    private func source(_ lines: [Int]) -> TableSource { TableSource(file: file, lines: lines) }
}

extension ImportedHeading {
    /// A name that is never empty.
    var displayName: String { name.isEmpty ? id : name }
}

extension ImportedResource {
    /// A name that is never empty.
    var displayName: String { name.isEmpty ? id : name }
}

extension ImportedEnd {
    /// The end as a cell of `dependencies` holds it.
    var reference: ElementReference {
        switch self {
        case .task(let row): ElementReference(table: 0, row: row)
        case .heading(let row): ElementReference(table: 2, row: row)
        }
    }
}

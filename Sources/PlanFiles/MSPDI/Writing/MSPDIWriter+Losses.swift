import PlanModel

extension MSPDIWriter {
    /// The columns that MSPDI holds, by table.
    private static let carried: [TableName: Set<String>] = [
        .initiatives: ["id", "name"], .goals: ["id", "name", "initiative"], .projects: ["id", "name", "goal", "calendar"],
        .summaries: ["id", "name", "parent", "constraint", "constraint_date", "deadline", "manual_start"],
        .tasks: [
            "id", "name", "project", "due", "duration", "effort", "calendar", "constraint", "constraint_date", "priority",
            "cost",
            "actual_start", "actual_finish", "remaining", "percent_complete", "kind", "summary", "deadline", "resume",
            "manual_start",
            "percent_kind", "physical_percent",
        ],
        .dependencies: ["predecessor", "successor", "type", "lag"], .people: ["id", "name", "fte", "calendar"],
        .teams: ["id", "name", "capacity", "calendar"], .assignments: ["task", "person", "team", "units"],
    ]

    /// Counts what the format cannot hold.
    mutating func countLosses() {
        for name in TableName.allCases where name != .baselines {
            guard let columns = Self.carried[name] else {
                if plan[name].count > 0 {
                    losses.add(.dropped, name.rawValue, "MSPDI has no such rows", count: plan[name].count)
                }
                continue
            }
            countColumns(plan[name], carried: columns)
        }
        countCascade()
        countRules()
        countTasks()
    }

    private mutating func countColumns(_ table: RawTable, carried: Set<String>) {
        for (place, spec) in table.specs.enumerated() where !carried.contains(spec.name) {
            let count = table.columns[place].map(Self.filled) ?? 0
            if count > 0 {
                losses.add(.dropped, "\(table.name.rawValue).\(spec.name)", "MSPDI has no such field", count: count)
            }
        }
        for extra in table.extras {
            let count = (0..<extra.cells.count).count { !extra.cells.isEmpty($0) }
            losses.add(.dropped, "\(table.name.rawValue).\(extra.name)", "MSPDI has no such field", count: count)
        }
    }

    /// Cells that hold something. Choices and references are empty at −1, other integers at their own mark.
    private static func filled(_ column: ColumnData) -> Int {
        switch column {
        case .texts(let texts): (0..<texts.count).count { !texts.isEmpty($0) }
        case .integers(let values): values.count { $0 != Cell.absent && $0 != Cell.none }
        case .numbers(let values): values.count { !$0.isNaN }
        }
    }

    /// Initiatives, goals and projects are headings only where the plan has no outline of its own.
    private mutating func countCascade() {
        guard plan.summaries.count > 0 else { return }
        let ids = Set(outline.headings.map(\.id))
        let elements = [
            plan.initiatives.rows.map { plan.initiatives[$0].id }, plan.goals.rows.map { plan.goals[$0].id },
            plan.projects.rows.map { plan.projects[$0].id },
        ]
        for (name, rows) in zip([TableName.initiatives, .goals, .projects], elements) {
            let count = rows.count { !ids.contains($0) }
            if count > 0 { losses.add(.dropped, name.rawValue, "the outline has no heading of that id", count: count) }
        }
    }

    private mutating func countRules() {
        let rules = plan.settings.scheduling
        if rules.tool != .microsoft {
            losses.add(.changed, "scheduling", "Microsoft Project finds dates and floats by conventions of its own")
        }
        let minutes = Int32(plan.settings.units.minutesPerDay)
        if minutes > 0, rules.criticalFloat % minutes != 0 {
            losses.add(.changed, "scheduling.criticalFloat", "rounded to whole days")
        }
        if plan.settings.cadence != nil { losses.add(.dropped, "cadence", "MSPDI has no check-ins") }
        if !plan.settings.ranges.isEmpty {
            losses.add(.dropped, "ranges", "MSPDI has no ranges", count: plan.settings.ranges.count)
        }
        if !plan.settings.levels.isEmpty {
            losses.add(.dropped, "levels", "MSPDI has no words for levels", count: plan.settings.levels.count)
        }
    }

    private mutating func countTasks() {
        let tasks = plan.tasks
        for row in tasks.rows {
            if tasks[row].due != nil {
                let hasDeadline = tasks.date(.deadline, row) != nil
                losses.add(
                    hasDeadline ? .dropped : .changed, "tasks.due",
                    hasDeadline ? "the deadline is kept" : "kept as the deadline")
            }
            if let kind = tasks.reference(.kind, row), kind != Int(TaskKind.task.rawValue) {
                losses.add(.changed, "tasks.kind", "a milestone or a task like others")
            }
            if let raw = tasks.reference(.constraint, row), let name = ConstraintName(rawValue: Int32(raw)),
                name == .mandatoryStart || name == .mandatoryFinish
            {
                losses.add(.changed, "tasks.constraint", "a mandatory date is one that must be met")
            }
            if let priority = tasks.integer(.priority, row), !(0...1000).contains(priority) {
                losses.add(.changed, "tasks.priority", "the nearest of 0 to 1000")
            }
            if let percent = tasks.number(.percentComplete, row), percent != percent.rounded() {
                losses.add(.changed, "tasks.percent_complete", "rounded to whole percent")
            }
        }
    }
}

/// One task, read off the columns.
public struct PlanTask: Sendable {
    let table: Table<TaskColumn>
    /// The row in `tasks.csv`, 0-based.
    public let row: Int

    /// Its identifier.
    public var id: String { table.text(.id, row) }
    /// Its name.
    public var name: String { table.text(.name, row) }
    /// The row of its project; `nil` for an orphan.
    public var project: Int? { table.reference(.project, row) }
    /// The row of the person who answers for it.
    public var owner: Int? { table.reference(.owner, row) }
    /// When it is due.
    public var due: LocalDateTime? { table.date(.due, row) }
    /// Planned working minutes, if given.
    public var duration: Int32? { table.integer(.duration, row) }
    /// Working minutes left, if given.
    public var remaining: Int32? { table.integer(.remaining, row) }
    /// When it started.
    public var actualStart: LocalDateTime? { table.date(.actualStart, row) }
    /// When it finished.
    public var actualFinish: LocalDateTime? { table.date(.actualFinish, row) }
    /// Reported progress, 0 … 100.
    public var percentComplete: Double? { table.number(.percentComplete, row) }
}

extension Table where Column == TaskColumn {
    /// The task of a row.
    public subscript(row: Int) -> PlanTask { PlanTask(table: self, row: row) }
}

/// One element of the cascade above tasks: an initiative, a goal or a project.
public struct CascadeElement: Sendable {
    /// The row in its table, 0-based.
    public let row: Int
    /// Its identifier.
    public let id: String
    /// Its name.
    public let name: String
    /// The row of the element that it belongs to; `nil` for an initiative or an orphan.
    public let parent: Int?
    /// The row of the person who answers for it.
    public let owner: Int?
    /// When it is due.
    public let due: LocalDateTime?
}

extension Table where Column == InitiativeColumn {
    /// The initiative of a row.
    public subscript(row: Int) -> CascadeElement {
        .init(
            row: row, id: text(.id, row), name: text(.name, row), parent: nil, owner: reference(.owner, row),
            due: date(.due, row))
    }
}

extension Table where Column == GoalColumn {
    /// The goal of a row.
    public subscript(row: Int) -> CascadeElement {
        .init(
            row: row, id: text(.id, row), name: text(.name, row), parent: reference(.initiative, row),
            owner: reference(.owner, row), due: date(.due, row))
    }
}

extension Table where Column == ProjectColumn {
    /// The project of a row.
    public subscript(row: Int) -> CascadeElement {
        .init(
            row: row, id: text(.id, row), name: text(.name, row), parent: reference(.goal, row), owner: reference(.owner, row),
            due: date(.due, row))
    }
}

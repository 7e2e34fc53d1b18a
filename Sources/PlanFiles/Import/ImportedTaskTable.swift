import PlanModel

/// The `tasks` table of an imported schedule; a column that no task fills is left out.
struct ImportedTaskTable {
    let tasks: [ImportedTask]
    let file: String

    func table(projectOfTask: [Int?]) -> Table<TaskColumn> {
        var table = Table<TaskColumn>()
        table.setIdentifiers(texts { $0.id })
        table.set(.name, texts { $0.name })
        table.set(.project, projectOfTask.map { $0.map { Int32($0) } ?? Cell.none })
        choices(&table, .summary) { $0.heading.map { Int32($0) } }
        choices(&table, .kind) { $0.kind == .task ? nil : $0.kind.rawValue }
        choices(&table, .calendar) { $0.calendar.map { Int32($0) } }
        integers(&table, .duration) { $0.duration }
        integers(&table, .effort) { $0.effort }
        fillConstraints(&table)
        fillProgress(&table)
        integers(&table, .priority) { $0.priority }
        numbers(&table, .cost) { $0.cost }
        table.raw.source = TableSource(file: file, lines: tasks.map(\.line))
        return table
    }

    private func fillConstraints(_ table: inout Table<TaskColumn>) {
        choices(&table, .constraint) { $0.constraint?.rawValue }
        integers(&table, .constraintDate) { $0.constraintDate?.asConstraint(of: $0.constraint).minutes }
        choices(&table, .secondConstraint) { $0.secondConstraint?.rawValue }
        integers(&table, .secondConstraintDate) { $0.secondConstraintDate?.asConstraint(of: $0.secondConstraint).minutes }
        integers(&table, .deadline) { $0.deadline?.minutes }
        integers(&table, .expectedFinish) { $0.expectedFinish?.minutes }
        integers(&table, .externalStart) { $0.externalStart?.minutes }
        integers(&table, .externalFinish) { $0.externalFinish?.minutes }
        integers(&table, .manualStart) { $0.manualStart?.minutes }
    }

    private func fillProgress(_ table: inout Table<TaskColumn>) {
        integers(&table, .actualStart) { $0.actualStart?.minutes }
        integers(&table, .actualFinish) { $0.actualFinish?.minutes }
        integers(&table, .remaining) { $0.remaining }
        numbers(&table, .percentComplete) { $0.percentComplete }
        choices(&table, .percentKind) { $0.percentKind?.rawValue }
        numbers(&table, .physicalPercent) { $0.physicalPercent }
        integers(&table, .suspend) { $0.suspend?.minutes }
        integers(&table, .resume) { $0.resume?.minutes }
    }

    private func texts(_ value: (borrowing ImportedTask) -> String) -> TextColumn {
        var column = TextColumn()
        for row in tasks.indices { column.append(value(tasks[row])) }
        return column
    }

    private func integers(
        _ table: inout Table<TaskColumn>, _ column: TaskColumn, absent: Int32 = Cell.absent,
        _ value: (borrowing ImportedTask) -> Int32?
    ) {
        var (cells, isGiven) = ([Int32](repeating: absent, count: tasks.count), false)
        for row in tasks.indices {
            guard let given = value(tasks[row]) else { continue }
            cells[row] = given
            isGiven = true
        }
        if isGiven { table.set(column, cells) }
    }

    private func choices(_ table: inout Table<TaskColumn>, _ column: TaskColumn, _ value: (borrowing ImportedTask) -> Int32?) {
        integers(&table, column, absent: Cell.none, value)
    }

    private func numbers(_ table: inout Table<TaskColumn>, _ column: TaskColumn, _ value: (borrowing ImportedTask) -> Double?) {
        var (cells, isGiven) = ([Double](repeating: .nan, count: tasks.count), false)
        for row in tasks.indices {
            guard let given = value(tasks[row]) else { continue }
            cells[row] = given
            isGiven = true
        }
        if isGiven { table.set(column, cells) }
    }
}

extension LocalDateTime {
    /// The date as a constraint of a kind holds it.
    ///
    /// In a plan 00:00 of a constraint on a finish means the end of that day, because people write a date alone there. A file's 00:00 is the
    /// moment itself, the end of the day before.
    func asConstraint(of name: ConstraintName?) -> LocalDateTime {
        switch name {
        case .finishNoEarlierThan, .finishNoLaterThan, .mustFinishOn, .mandatoryFinish:
            minuteOfDay == 0 ? advanced(byMinutes: -1440) : self
        default: self
        }
    }
}

extension Table {
    /// Sets a column of integers, dates, references or choices, unless no row has a value.
    mutating func setGiven(_ column: Column, _ values: [Int32?], absent: Int32 = Cell.absent) {
        if values.contains(where: { $0 != nil }) { set(column, values.map { $0 ?? absent }) }
    }

    /// Sets a column of numbers, unless no row has a value.
    mutating func setGiven(_ column: Column, _ values: [Double?]) {
        if values.contains(where: { $0 != nil }) { set(column, values.map { $0 ?? .nan }) }
    }
}

extension TableSource {
    /// Where rows stand whose lines are known.
    init(file: String, lines: [Int]) {
        var jumps: [(row: Int, line: Int)] = []
        for (row, line) in lines.enumerated() where row == 0 || line != lines[row - 1] + 1 { jumps.append((row, line)) }
        self.init(file: file, jumps: jumps)
    }
}

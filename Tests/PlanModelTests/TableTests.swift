import PlanModel
import Testing

struct TableTests {
    /// Row 0 on line 2; row 1 holds a line break and row 2 begins on line 5; row 4 comes after a blank line, on line 8.
    @Test func linesOfRows() {
        let source = TableSource(file: "tasks.csv", jumps: [(row: 0, line: 2), (row: 2, line: 5), (row: 4, line: 8)])
        #expect((0..<6).map(source.line) == [2, 3, 5, 6, 8, 9])
    }

    /// Without a jump the header is line 1 and row r stands on line r + 2.
    @Test func linesWithoutJumps() {
        #expect((0..<3).map(TableSource(file: "x.csv", jumps: []).line) == [2, 3, 4])
        let place = Table<TaskColumn>().raw.place(ofRow: 7)
        #expect(place.file == "tasks.csv")
        #expect(place.line == 9)
    }

    @Test(arguments: [-(1 << 29) + 1, -1, 0, 1, (1 << 29) - 1] as [Int32], Lag.Unit.allCases)
    func lagsKeepAmountAndUnit(amount: Int32, unit: Lag.Unit) {
        let lag = Lag(raw: Lag(amount: amount, unit: unit).raw)
        #expect(lag.amount == amount)
        #expect(lag.unit == unit)
        // The stored form never means "nothing was given".
        #expect(lag.raw != Cell.absent)
    }

    /// 12.5 % of 481 minutes are 60.125, a whole 60.
    @Test func sharesOfADurationBecomeMinutes() {
        #expect(Lag(amount: 1250, unit: .percent).resolved(duration: 481) == Lag(minutes: 60))
        #expect(Lag(amount: -10_000, unit: .elapsedPercent).resolved(duration: 481) == Lag(minutes: -481, isElapsed: true))
        #expect(Lag(minutes: 7).resolved(duration: 481) == Lag(minutes: 7))
    }

    @Test(arguments: 0..<4, [0, 1, 536_870_911])
    func elementsKeepTableAndRow(table: Int, row: Int) {
        let element = ElementReference(raw: ElementReference(table: table, row: row).raw)
        #expect(element.table == table)
        #expect(element.row == row)
        #expect(element.raw != Cell.none)
    }

    /// Every column has one spec, in the order of its cases.
    @Test func specsMatchCases() {
        func check<Column: TableColumn>(_: Column.Type) {
            #expect(Column.specs.count == Column.allCases.count)
            #expect(Column.allCases.map(\.rawValue) == Array(0..<Column.specs.count))
            #expect(Set(Column.specs.map(\.name)).count == Column.specs.count)
        }
        check(InitiativeColumn.self)
        check(GoalColumn.self)
        check(ProjectColumn.self)
        check(TaskColumn.self)
        check(DependencyColumn.self)
        check(LinkColumn.self)
        check(PersonColumn.self)
        check(TeamColumn.self)
        check(AssignmentColumn.self)
        check(ResponsibilityColumn.self)
        check(CheckInColumn.self)
        check(RiskColumn.self)
        check(ImpactColumn.self)
        check(CorrelationColumn.self)
        check(HistoryColumn.self)
        check(BaselineColumn.self)
    }

    /// Absent cells read as nil, whatever the column's storage.
    @Test func absentCells() {
        var table = Table<TaskColumn>()
        table.raw.count = 1
        table.raw.columns[TaskColumn.duration.rawValue] = .integers([Cell.absent])
        table.raw.columns[TaskColumn.project.rawValue] = .integers([Cell.none])
        table.raw.columns[TaskColumn.percentComplete.rawValue] = .numbers([.nan])
        #expect(table[0].duration == nil)
        #expect(table[0].project == nil)
        #expect(table[0].percentComplete == nil)
        #expect(table[0].remaining == nil)
        #expect(table[0].actualStart == nil)
        #expect(table[0].name == "")
    }
}

public import Headway
import PlanStatistics

extension PlanBuilder {
    /// The plan, its columns filled directly.
    ///
    /// - Precondition: every id that a row names is there.
    public func plan() -> Plan {
        var plan = Plan(settings: settings)
        let initiativeRows = numbers(initiatives.map(\.id))
        let (goalRows, projectRows) = (numbers(goals.map(\.id)), numbers(projects.map(\.id)))
        let taskRows = numbers(tasks.map(\.id))
        plan.initiatives = table(
            initiatives.map(\.id), [(.name, texts(initiatives.map(\.id))), (.due, dates(initiatives.map(\.due)))])
        plan.goals = table(
            goals.map(\.id),
            [
                (.name, texts(goals.map(\.id))), (.initiative, references(goals.map(\.parent), initiativeRows)),
                (.due, dates(goals.map(\.due))),
            ])
        plan.projects = table(
            projects.map(\.id),
            [
                (.name, texts(projects.map(\.id))), (.goal, references(projects.map(\.parent), goalRows)),
                (.due, dates(projects.map(\.due))),
                (.calendar, calendars(projects.map(\.calendar))), (.priority, minutes(projects.map(\.priority))),
            ])
        let summaryRows = numbers(summaries.map(\.id))
        plan.summaries = table(
            summaries.map(\.id),
            [
                (.name, texts(summaries.map(\.id))), (.parent, references(summaries.map(\.parent), summaryRows)),
                (.constraint, choices(summaries.map(\.constraint?.rawValue))),
                (.constraintDate, dates(summaries.map(\.constraintDate))),
            ])
        plan.tasks = table(tasks.map(\.id), taskColumns(projectRows) + constraintColumns(summaryRows))
        let all = [taskRows, projectRows, summaryRows]
        let ends = relations.map { (element($0.from, all), element($0.to, all)) }
        plan.dependencies = table(
            relations.count,
            [
                (.predecessor, .integers(ends.map(\.0))), (.successor, .integers(ends.map(\.1))),
                (.type, .integers(relations.map(\.type.rawValue))), (.lag, .integers(relations.map(\.lag.raw))),
            ])
        fillPeople(of: &plan, taskRows)
        fillRisks(of: &plan, taskRows)
        let sources = [taskRows, projectRows, goalRows, initiativeRows]
        plan.links = table(
            links.count,
            [
                (.from, .integers(links.map { element($0.from, sources) })),
                (.to, .integers(links.map { element($0.to, [goalRows, initiativeRows]) })),
            ])
        return plan
    }

    private func taskColumns(_ projectRows: [String: Int32]) -> [(TaskColumn, ColumnData?)] {
        [
            (.name, texts(tasks.map(\.id))), (.project, references(tasks.map(\.project), projectRows, keepsEmpty: true)),
            (.duration, minutes(tasks.map(\.duration))), (.effort, minutes(tasks.map(\.effort))),
            (.optimistic, minutes(tasks.map(\.optimistic))), (.mostLikely, minutes(tasks.map(\.mostLikely))),
            (.pessimistic, minutes(tasks.map(\.pessimistic))), (.mean, minutes(tasks.map(\.mean))),
            (.deviation, minutes(tasks.map(\.deviation))),
            (.distribution, choices(tasks.map(\.distribution?.rawValue))), (.calendar, calendars(tasks.map(\.calendar))),
            (.workClass, tasks.contains { $0.workClass != nil } ? texts(tasks.map { $0.workClass ?? "" }) : nil),
            (.actualStart, dates(tasks.map(\.actualStart))), (.actualFinish, dates(tasks.map(\.actualFinish))),
            (.remaining, minutes(tasks.map(\.remaining))), (.percentComplete, amounts(tasks.map(\.percentComplete))),
            (.outcomes, tasks.contains { $0.outcomes != nil } ? texts(tasks.map { $0.outcomes ?? "" }) : nil),
        ]
    }

    private func constraintColumns(_ summaryRows: [String: Int32]) -> [(TaskColumn, ColumnData?)] {
        [
            (.constraint, choices(tasks.map(\.constraint?.rawValue))), (.constraintDate, dates(tasks.map(\.constraintDate))),
            (.deadline, dates(tasks.map(\.deadline))), (.manualStart, dates(tasks.map(\.manualStart))),
            (.expectedFinish, dates(tasks.map(\.expectedFinish))), (.kind, choices(tasks.map(\.kind?.rawValue))),
            (.summary, choices(tasks.map { $0.summary.map { summaryRows[$0]! } })),
            (.priority, minutes(tasks.map(\.priority))),
        ]
    }

    // MARK: columns; one without a value is left out

    func texts(_ values: [String]) -> ColumnData? { .texts(TextColumn(values)) }

    func minutes(_ values: [Int32?]) -> ColumnData? {
        values.contains { $0 != nil } ? .integers(values.map { $0 ?? Cell.absent }) : nil
    }

    func choices(_ values: [Int32?]) -> ColumnData? {
        values.contains { $0 != nil } ? .integers(values.map { $0 ?? Cell.none }) : nil
    }

    func dates(_ values: [LocalDateTime?]) -> ColumnData? { minutes(values.map { $0?.minutes }) }

    func amounts(_ values: [Double?]) -> ColumnData? {
        values.contains { $0 != nil } ? .numbers(values.map { $0 ?? .nan }) : nil
    }

    func calendars(_ names: [String?], keepsEmpty: Bool = false) -> ColumnData? {
        let places = numbers(settings.calendars.map(\.name))
        if keepsEmpty { return .integers(names.map { $0.map { places[$0]! } ?? Cell.none }) }
        return choices(names.map { $0.map { places[$0]! } })
    }

    func references(_ ids: [String?], _ rows: [String: Int32], keepsEmpty: Bool = false) -> ColumnData? {
        .integers(ids.map { $0.map { rows[$0]! } ?? Cell.none })
    }

    private func element(_ id: String, _ tables: [[String: Int32]]) -> Int32 {
        let place = tables.firstIndex { $0[id] != nil }!
        return ElementReference(table: place, row: Int(tables[place][id]!)).raw
    }

    func numbers(_ ids: [String]) -> [String: Int32] {
        Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Int32($0)) })
    }

    func table<Column>(_ count: Int, _ columns: [(Column, ColumnData?)]) -> Table<Column> {
        var table = Table<Column>()
        table.raw.count = count
        for (column, data) in columns where count > 0 { table.raw.columns[column.rawValue] = data }
        return table
    }

    func table<Column>(_ ids: [String], _ columns: [(Column, ColumnData?)]) -> Table<Column> {
        var table = table(ids.count, columns)
        let texts = TextColumn(ids)
        table.raw.columns[0] = .texts(texts)
        table.raw.index = IdentifierIndex(texts, identities: ids.map { Identity.of($0) }) { row, _ in
            preconditionFailure("two rows are called \(ids[row])")
        }
        return table
    }
}

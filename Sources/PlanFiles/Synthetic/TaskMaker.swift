import PlanModel

/// Writes tasks and the approved baseline.
struct TaskMaker {
    let organisation: Organisation
    private let order: RowOrder
    /// The tasks row by row: every column is then made in one sweep over memory.
    let rows: [(task: Int, item: WorkItem)]
    private let crews: CrewMaker

    init(_ organisation: Organisation) {
        (self.organisation, order, crews) = (organisation, organisation.rows.tasks, CrewMaker(organisation))
        let items = organisation.graph.items
        rows = order.elementAt.map { (Int($0), items[Int($0)]) }
    }

    func tasks() -> Table<TaskColumn> {
        var table = Table<TaskColumn>()
        table.setIdentifiers(IdentifierSpelling("T", count: rows.count).column(order))
        let items = organisation.graph.items
        table.set(.name, NameMaker(seed: organisation.seed).column(order) { items[$0].isMilestone ? .milestone : .task })
        setPeople(in: &table)
        setDue(in: &table)
        setEstimates(in: &table)
        setProgress(in: &table)
        return table
    }

    func column(_ value: (Int, WorkItem) -> Int32) -> [Int32] { rows.map(value) }

    private func setPeople(in table: inout Table<TaskColumn>) {
        var (projects, owners, efforts, calendars): ([Int32], [Int32], [Int32], [Int32]) = ([], [], [], [])
        var costs: [Double] = []
        for (task, item) in rows {
            let crew = crews.crew(of: task, item)
            let project = item.project < 0 ? nil : Int(item.project)
            let effort = crew.effort(organisation.progress.duration(task, item))
            projects.append(organisation.rows.projects.cell(project))
            owners.append(organisation.rows.people.cell(crew.person ?? project.map(crews.owner)))
            efforts.append(effort)
            calendars.append(calendar(task, item, crew))
            costs.append(Double(Int(effort) / 60 * (50 + task % 5 * 10)))
        }
        table.set(.project, projects)
        table.set(.owner, owners)
        table.set(.effort, efforts)
        table.set(.calendar, calendars)
        table.set(.cost, costs)
    }

    /// Begun work runs on the plan's calendar, in which its dates are; so does work of people who keep different ones.
    private func calendar(_ task: Int, _ item: WorkItem, _ crew: Crew) -> Int32 {
        let employees = organisation.workforce.employees
        let own = crew.person.map { employees[$0].calendar } ?? -1
        let other = crew.second.map { employees[$0].calendar } ?? own
        if organisation.progress.status(item) != .planned {
            return own >= 0 || other >= 0 ? SyntheticSettings.standard : Cell.none
        }
        if own != other { return SyntheticSettings.standard }
        var dice = organisation.dice(.kind, 1 << 40 | task)
        return dice.happens(2) && own < 0 ? SyntheticSettings.shifts : Cell.none
    }

    private func setDue(in table: inout Table<TaskColumn>) {
        table.set(
            .due,
            column { task, item in
                var dice = organisation.dice(.due, -1 - task)
                let margin = dice.choice(Self.margins)
                return dice.happens(75) ? organisation.clock.endOfDay(item.plannedFinish, plus: margin) : Cell.absent
            })
        table.set(
            .priority,
            column { task, _ in
                var dice = organisation.dice(.kind, 2 << 40 | task)
                return dice.happens(10) ? Int32(dice.between(1, 9)) * 100 : Cell.absent
            })
    }

    private static let margins = [0, 0, 1, 3, 5, 8]

    private func setEstimates(in table: inout Table<TaskColumn>) {
        let maker = EstimateMaker(organisation)
        var (durations, low, middle, high): ([Int32], [Int32], [Int32], [Int32]) = ([], [], [], [])
        var distributions: [Int32] = []
        var classes = TextGatherer(rows: rows.count, bytesPerRow: 4)
        for (task, item) in rows {
            let duration = organisation.progress.duration(task, item)
            let estimate = maker.estimate(task, duration)
            durations.append(duration)
            low.append(estimate.optimistic)
            middle.append(estimate.mostLikely)
            high.append(estimate.pessimistic)
            distributions.append(estimate.distribution?.rawValue ?? Cell.none)
            if let place = estimate.workClass { classes.append(EstimateMaker.classNames[place]) }
            classes.endRow()
        }
        table.set(.duration, durations)
        table.set(.optimistic, low)
        table.set(.mostLikely, middle)
        table.set(.pessimistic, high)
        table.set(.distribution, distributions)
        table.set(.workClass, classes.column)
    }
}

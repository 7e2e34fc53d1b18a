import PlanModel

/// Writes discrete risks and drivers, and the open tasks that they touch: about as many risks as a sixth of the root of the
/// tasks, two hundred at most.
struct RiskMaker {
    private let organisation: Organisation
    private let count: Int

    init(_ organisation: Organisation) {
        self.organisation = organisation
        let tasks = organisation.shape.taskCount
        var count = tasks >= 30 ? 3 : 0
        while count < 200, count > 0, count * count * 36 < tasks { count += 1 }
        self.count = count
    }

    private func isDriver(_ risk: Int) -> Bool { risk % 4 == 2 }

    func risks() -> Table<RiskColumn> {
        var table = Table<RiskColumn>()
        let ids = IdentifierSpelling("R", count: count)
        var (texts, names) = (TextGatherer(rows: count, bytesPerRow: 4), TextGatherer(rows: count, bytesPerRow: 24))
        var (probability, low, middle, high): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
        for risk in 0..<count {
            var dice = organisation.dice(.risk, risk)
            ids.write(risk, to: &texts)
            texts.endRow()
            names.append(dice.choice(isDriver(risk) ? NameWords.drivers : NameWords.risks))
            names.endRow()
            probability.append(isDriver(risk) ? 1 : Double(dice.between(1, 9)) / 20)
            low.append(isDriver(risk) ? Double(dice.between(85, 95)) / 100 : .nan)
            middle.append(isDriver(risk) ? 1 : .nan)
            high.append(isDriver(risk) ? Double(dice.between(115, 145)) / 100 : .nan)
        }
        table.setIdentifiers(texts.column)
        table.set(.name, names.column)
        table.set(.kind, (0..<Int32(count)).map { isDriver(Int($0)) ? Int32(1) : 0 })
        table.set(.probability, probability)
        for (column, values) in zip([RiskColumn.optimistic, .mostLikely, .pessimistic], [low, middle, high]) {
            table.set(column, values)
        }
        return table
    }

    /// A risk touches some of the open work of a few projects, a driver that of more.
    func impacts() -> Table<ImpactColumn> {
        var (risks, tasks, factors, delays): ([Int32], [Int32], [Double], [Int32]) = ([], [], [], [])
        for risk in 0..<count {
            var dice = organisation.dice(.impact, risk)
            let delay = dice.happens(60) ? Int32(dice.between(2, 15)) * WorkClock.day : Cell.absent
            let factor = delay == Cell.absent ? Double(dice.between(22, 32)) / 20 : .nan
            for task in touched(isDriver(risk) ? 8 : 2, &dice) {
                risks.append(Int32(risk))
                tasks.append(organisation.rows.tasks.rowOf[task])
                factors.append(isDriver(risk) ? .nan : factor)
                delays.append(isDriver(risk) ? Cell.absent : delay)
            }
        }
        var table = Table<ImpactColumn>()
        table.set(.risk, risks)
        table.set(.task, tasks)
        table.set(.factor, factors)
        table.set(.delay, delays)
        return table
    }

    private func touched(_ projects: Int, _ dice: inout Dice) -> [Int] {
        let shape = organisation.shape
        var chosen: [Int] = []
        for _ in 0..<projects {
            let project = dice.below(shape.workedProjects)
            if !chosen.contains(project) { chosen.append(project) }
        }
        var result: [Int] = []
        for task in chosen.sorted().flatMap({ shape.tasks(of: $0) }) {
            let isHit = dice.happens(50)
            if isHit, canTouch(task) { result.append(task) }
        }
        return result.isEmpty ? anyTask(&dice) : result
    }

    private func canTouch(_ task: Int) -> Bool {
        let item = organisation.graph.items[task]
        return !item.isMilestone && organisation.progress.status(item) != .completed
    }

    /// Some open task, so that no event is without effect.
    private func anyTask(_ dice: inout Dice) -> [Int] {
        let count = organisation.shape.taskCount
        let start = dice.below(count)
        return (0..<count).lazy.map { ($0 + start) % count }.first(where: canTouch).map { [$0] } ?? []
    }
}

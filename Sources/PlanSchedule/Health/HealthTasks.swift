import PlanModel
import PlanNetwork

/// Which tasks and relations the points count, and how many they leave out.
struct HealthTasks {
    /// Tasks with work, finished or not: all but levels of effort, summary activities and milestones; rows, ascending.
    let work: [Int]
    /// Those of them that are not finished.
    let unfinished: [Int]
    /// Tasks with dates of their own: all but levels of effort and summary activities.
    let dated: [Int]
    /// Relations of work that is left: the successor is not finished, neither end is a span; rows, ascending.
    let relations: [Int]
    /// What `work`, `unfinished`, `dated` and `relations` leave out.
    let workExclusions: [HealthExclusion], unfinishedExclusions: [HealthExclusion]
    let datedExclusions: [HealthExclusion], relationExclusions: [HealthExclusion]

    init(_ plan: Plan, _ schedule: Schedule) {
        let kinds = plan.tasks.rows.map { TaskClass(plan, schedule, $0) }
        func rows(_ classes: Set<TaskClass>) -> [Int] { plan.tasks.rows.filter { classes.contains(kinds[$0]) } }
        dated = rows([.unfinished, .finished, .milestone])
        work = rows([.unfinished, .finished])
        unfinished = rows([.unfinished])
        func left(_ classes: TaskClass...) -> [HealthExclusion] {
            exclusions(classes.map { kind in (kind.exclusion, kinds.count { $0 == kind }) })
        }
        datedExclusions = left(.levelOfEffort, .summaryActivity)
        workExclusions = left(.milestone, .levelOfEffort, .summaryActivity)
        unfinishedExclusions = left(.finished, .milestone, .levelOfEffort, .summaryActivity)
        (relations, relationExclusions) = RelationEnds(plan, schedule).counted()
    }
}

/// Exclusions that leave anything out.
func exclusions(_ counts: [(HealthExclusion.Reason, Int)]) -> [HealthExclusion] {
    counts.filter { $0.1 > 0 }.map { HealthExclusion(reason: $0.0, count: $0.1) }
}

/// What a task is to the points; a finished milestone is a milestone.
private enum TaskClass {
    case unfinished, finished, milestone, levelOfEffort, summaryActivity

    init(_ plan: Plan, _ schedule: Schedule, _ row: Int) {
        let node = Int(schedule.network.structure.nodeOfTask[row])
        switch plan.tasks.reference(.kind, row).flatMap({ TaskKind(rawValue: Int32($0)) }) ?? .task {
        case .levelOfEffort: self = .levelOfEffort
        case .summaryActivity: self = .summaryActivity
        case .startMilestone, .finishMilestone: self = .milestone
        case .task where schedule.network.values.planned[node] == 0: self = .milestone
        case .task: self = schedule.isCompleted(node) ? .finished : .unfinished
        }
    }

    var exclusion: HealthExclusion.Reason {
        switch self {
        case .unfinished, .finished: .finished
        case .milestone: .milestones
        case .levelOfEffort: .levelsOfEffort
        case .summaryActivity: .summaryActivities
        }
    }
}

/// Whether the ends of relations still hold work: tasks, and projects and summaries by any of their tasks.
private struct RelationEnds {
    private let plan: Plan
    private var isOpen: [[Bool]]
    private let isSpan: [Bool]

    init(_ plan: Plan, _ schedule: Schedule) {
        self.plan = plan
        let nodes = schedule.network.structure.nodeOfTask.map(Int.init)
        let isSpan = nodes.map(schedule.isSpan)
        let tasks = nodes.indices.map { !isSpan[$0] && !schedule.isCompleted(nodes[$0]) }
        var projects = [Bool](repeating: false, count: plan.projects.count)
        var summaries = [Bool](repeating: false, count: plan.summaries.count)
        for task in plan.tasks.rows where tasks[task] {
            if let project = plan.tasks.reference(.project, task) { projects[project] = true }
            var heading = plan.tasks.reference(.summary, task)
            while let summary = heading, !summaries[summary] {
                summaries[summary] = true
                heading = plan.summaries.reference(.parent, summary)
            }
        }
        (self.isSpan, isOpen) = (isSpan, [tasks, projects, summaries])
    }

    func counted() -> (rows: [Int], left: [HealthExclusion]) {
        let table = plan.dependencies
        guard let from = table.integers(.predecessor), let to = table.integers(.successor) else { return ([], []) }
        var (rows, spans, finished): ([Int], Int, Int) = ([], 0, 0)
        for row in table.rows {
            let (before, after) = (ElementReference(raw: from[row]), ElementReference(raw: to[row]))
            if [before, after].contains(where: { $0.table == 0 && isSpan[$0.row] }) {
                spans += 1
            } else if isOpen[after.table][after.row] {
                rows.append(row)
            } else {
                finished += 1
            }
        }
        return (rows, exclusions([(.finishedSuccessors, finished), (.spanRelations, spans)]))
    }
}

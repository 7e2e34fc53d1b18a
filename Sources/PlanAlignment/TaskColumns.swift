import PlanModel

/// The columns of tasks that alignment reads, looked up once: a plan is too large to pass through a loop over its tasks.
struct TaskColumns {
    private let owners: [Int32]?, projects: [Int32]?, dues: [Int32]?, deadlines: [Int32]?
    private let ids: TextColumn?, names: TextColumn?
    /// Whether each task has a finish in a baseline; empty where there is none.
    private let isPlanned: [Bool]

    init(_ plan: Plan) {
        let tasks = plan.tasks
        (owners, projects) = (tasks.integers(.owner), tasks.integers(.project))
        (dues, deadlines) = (tasks.integers(.due), tasks.integers(.deadline))
        (ids, names) = (tasks.texts(.id), tasks.texts(.name))
        isPlanned = Self.planned(plan)
    }

    /// Who answers for a task.
    func owner(_ task: Int) -> Int? { owners.flatMap { $0[task] == Cell.none ? nil : Int($0[task]) } }

    /// The row of its project.
    func project(_ task: Int) -> Int? { projects.flatMap { $0[task] == Cell.none ? nil : Int($0[task]) } }

    /// When it is due.
    func due(_ task: Int) -> LocalDateTime? { Self.date(dues, task) }

    /// When it is due or has its deadline: what was promised.
    func promise(_ task: Int) -> LocalDateTime? { Self.date(dues, task) ?? Self.date(deadlines, task) }

    /// Whether a baseline tells its finish.
    func isPlanned(_ task: Int) -> Bool { !isPlanned.isEmpty && isPlanned[task] }

    /// Whether it has a name that is more than its id.
    func isNamed(_ task: Int) -> Bool {
        guard let names, !names.isEmpty(task) else { return false }
        guard let ids else { return true }
        let (name, id) = (names.range(task), ids.range(task))
        return name.count != id.count || !names.bytes[name].elementsEqual(ids.bytes[id])
    }

    private static func date(_ column: [Int32]?, _ task: Int) -> LocalDateTime? {
        column.flatMap { $0[task] == Cell.absent ? nil : LocalDateTime(minutes: $0[task]) }
    }

    private static func planned(_ plan: Plan) -> [Bool] {
        guard !plan.baselines.isEmpty else { return [] }
        var result = [Bool](repeating: false, count: plan.tasks.count)
        for baseline in plan.baselines.values {
            guard let finishes = baseline.integers(.finish), let tasks = baseline.integers(.task) else { continue }
            for row in baseline.rows where finishes[row] != Cell.absent && tasks[row] != Cell.none {
                result[Int(tasks[row])] = true
            }
        }
        return result
    }
}

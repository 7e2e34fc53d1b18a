public import PlanModel
public import PlanNetwork

/// What a person's own tasks of a goal came to in a period.
public struct OwnPart: Sendable, Equatable {
    /// The tasks, and those finished by the end of the period.
    public internal(set) var tasks = 0, done = 0
    /// Those planned to be finished within the period, by the baseline, else by their own due date; of these finished by then, finished later (by the end of the
    /// period), and still open. The three add up to `planned`.
    public internal(set) var planned = 0, onTime = 0, late = 0, open = 0
    /// By how much the late ones were late, working minutes of the plan's calendar, in all.
    public internal(set) var lateMinutes = 0

    /// The part that some tasks make.
    ///
    /// - Parameters:
    ///   - tasks: rows.
    ///   - plan: whose tasks they are.
    ///   - network: compiled of the plan.
    ///   - promises: when each task was to be finished, by row, as `TaskPromises` finds it.
    ///   - period: what is looked at.
    public init(_ tasks: [Int32], _ plan: Plan, _ network: Network, _ promises: TaskPromises, during period: Period) {
        let finishes = plan.tasks.integers(.actualFinish)
        let end = Int32((period.lastDay + 1) * 1440)
        let axis = network.structure.calendars[plan.settings.calendar]
        self.tasks = tasks.count
        for task in tasks.map(Int.init) {
            let actual = finishes.flatMap { $0[task] == Cell.absent || $0[task] > end ? nil : $0[task] }
            done += actual == nil ? 0 : 1
            // An end at midnight is the day before it.
            guard let promise = promises.ofTask[task], period.contains(day: LocalDateTime(minutes: promise - 1).day) else {
                continue
            }
            planned += 1
            if let actual, actual <= promise {
                onTime += 1
            } else if let actual {
                late += 1
                let span = [promise, actual].map { axis.work(at: network.instant(of: LocalDateTime(minutes: $0))) }
                lateMinutes += Int(span[1] - span[0])
            } else {
                open += 1
            }
        }
    }
}

/// When each task was to be finished: by a baseline, else by its own due date.
public struct TaskPromises: Sendable {
    /// By row, as minutes of `LocalDateTime`; `nil` where neither says.
    public let ofTask: [Int32?]

    /// Those of a plan.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - baseline: the name of one of its baselines; `nil` for due dates alone.
    public init(of plan: Plan, baseline: String?) {
        let dues = plan.tasks.integers(.due)
        var result = plan.tasks.rows.map { row in dues.flatMap { $0[row] == Cell.absent ? nil : $0[row] } }
        if let table = baseline.flatMap({ plan.baselines[$0] }), let tasks = table.integers(.task),
            let finishes = table.integers(.finish)
        {
            for row in table.rows where tasks[row] != Cell.none && finishes[row] != Cell.absent {
                result[Int(tasks[row])] = finishes[row]
            }
        }
        ofTask = result
    }
}

extension Period {
    /// Whether a day lies in it.
    func contains(day: Int) -> Bool { (firstDay...lastDay).contains(day) }
}

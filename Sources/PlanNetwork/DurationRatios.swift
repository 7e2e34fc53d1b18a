import PlanModel

/// What finished tasks really took: actual over planned working duration, by class of work.
struct DurationRatios: Sendable {
    /// No fewer ratios make a distribution.
    static let fewest = 5

    /// Ratios by class, ascending; those of all finished tasks under the empty name.
    private var byClass: [String: [Double]] = [:]

    /// The ratios of tasks of a class, ascending; of all tasks where the name is empty.
    subscript(workClass: String) -> [Double] { byClass[workClass] ?? [] }

    /// Gathers the ratios of finished tasks that were planned to take time; none where nothing asks for them.
    ///
    /// A task whose planned duration is not given but taken from its actual dates says nothing and does not count.
    init(_ durations: DurationResolver, planned: [Int32]) {
        let (plan, tasks) = (durations.plan, durations.plan.tasks)
        let empirical = DistributionName.empirical.rawValue
        guard plan.settings.ranges.values.contains(.empirical) || tasks.integers(.distribution)?.contains(empirical) == true
        else { return }
        let given = [TaskColumn.duration, .mostLikely, .mean, .effort].compactMap(tasks.integers)
        for task in tasks.rows where planned[task] > 0 && given.contains(where: { $0[task] != Cell.absent }) {
            let actual = durations.actualDuration(task)
            if actual == Cell.absent || durations.isSpan(task) { continue }
            let ratio = Double(actual) / Double(planned[task])
            byClass["", default: []].append(ratio)
            let name = tasks.text(.workClass, task)
            if !name.isEmpty { byClass[name, default: []].append(ratio) }
        }
        for name in byClass.keys { byClass[name]!.sort() }
    }
}

import PlanForecast
import PlanModel
import PlanNetwork
import PlanStatistics

extension ForecastReport {
    /// One task on a target's driving path, and how often it lay there.
    struct DrivingTask {
        let row: Int
        let share: Proportion
        /// Working minutes left.
        let remaining: Int32
    }

    /// The tasks that drive each target that was asked for most, `count` at most: by share, then by work left, then by id.
    ///
    /// Milestones are left out: they take no time and drive nothing by themselves.
    func drivingTasks(count: Int) -> [Int: [DrivingTask]] {
        let (structure, values) = (forecast.network.structure, forecast.network.values)
        var result: [Int: [DrivingTask]] = [:]
        for node in forecast.criticality.nodes.map(Int.init) where values.remaining[node] > 0 && structure.taskOfNode[node] >= 0
        {
            for entry in forecast.criticality.entries(of: node) {
                let task = DrivingTask(
                    row: Int(structure.taskOfNode[node]),
                    share: Proportion(hits: Int(entry.count), of: forecast.criticality.samples),
                    remaining: values.remaining[node])
                insert(task, into: &result[Int(entry.target), default: []], count: count)
            }
        }
        return result
    }

    private func insert(_ task: DrivingTask, into list: inout [DrivingTask], count: Int) {
        if list.count == count, let last = list.last, !isBefore(task, last) { return }
        list.insert(task, at: list.firstIndex { isBefore(task, $0) } ?? list.count)
        if list.count > count { list.removeLast() }
    }

    private func isBefore(_ left: DrivingTask, _ right: DrivingTask) -> Bool {
        if left.share.hits != right.share.hits { return left.share.hits > right.share.hits }
        if left.remaining != right.remaining { return left.remaining > right.remaining }
        return NaturalOrder.isBefore(plan.tasks.text(.id, left.row), plan.tasks.text(.id, right.row))
    }
}

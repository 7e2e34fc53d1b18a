import PlanModel

extension TaskMaker {
    /// Writes what has been done up to the data date.
    func setProgress(in table: inout Table<TaskColumn>) {
        let (clock, progress) = (organisation.clock, organisation.progress)
        table.set(
            .actualStart,
            column { _, item in
                if progress.status(item) == .planned { return Cell.absent }
                return item.isMilestone ? clock.finish(item.start) : clock.start(item.start)
            })
        table.set(
            .actualFinish, column { _, item in progress.status(item) == .completed ? clock.finish(item.finish) : Cell.absent })
        table.set(
            .remaining,
            column { task, item in progress.status(item) == .started ? progress.remaining(task, item) : Cell.absent })
        table.set(
            .percentComplete,
            rows.map { task, item -> Double in
                switch progress.status(item) {
                case .planned: return .nan
                case .started: return Double(progress.percent(task, item))
                case .completed: return 100
                }
            })
    }
}

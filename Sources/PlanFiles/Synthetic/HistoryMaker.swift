import PlanModel

/// Writes progress reports: the last one of each begun task, and sometimes one before; a few projects fell silent in May.
struct HistoryMaker {
    private let organisation: Organisation
    private let clock: WorkClock

    private struct Report {
        var day: Int32, task: Int32, percent: Int32, remaining: Int32
    }

    init(_ organisation: Organisation) { (self.organisation, clock) = (organisation, organisation.clock) }

    func history() -> Table<HistoryColumn> {
        var reports: [Report] = []
        for (task, item) in organisation.graph.items.enumerated() where item.start < clock.now && item.start < item.finish {
            add(task, item, to: &reports)
        }
        var dice = organisation.dice(.history, -1)
        dice.shuffle(&reports)
        var table = Table<HistoryColumn>()
        table.set(.date, reports.map { ($0.day + 1) * 1440 })
        table.set(.task, reports.map { organisation.rows.tasks.rowOf[Int($0.task)] })
        table.set(.percentComplete, reports.map { Double($0.percent) })
        table.set(.remaining, reports.map(\.remaining))
        return table
    }

    /// The first Friday from the day of a position on, or the day of the data date if that is earlier; days since 1970-01-01.
    private func reportDay(_ position: Int32) -> Int32 {
        let day = clock.start(position) / 1440
        let friday = day + (8 - (day % 7)) % 7
        return min(friday, SyntheticSettings.dataDate.minutes / 1440)
    }

    private func isSilent(_ project: Int32, _ day: Int32) -> Bool {
        var dice = organisation.dice(.habit, -1 - Int(project))
        return dice.happens(4) && day > SyntheticSettings.dataDate.minutes / 1440 - 47
    }

    private func add(_ task: Int, _ item: WorkItem, to reports: inout [Report]) {
        var dice = organisation.dice(.history, task)
        let progress = organisation.progress
        let end = min(item.finish, clock.now)
        if dice.happens(35) {
            let day = reportDay(item.start + (end - item.start) / 2)
            let done = clock.position((day + 1) * 1440) - item.start
            if done < end - item.start, !isSilent(item.project, day) {
                let left = max(60, Int32(Int(item.finish - item.start - done) * dice.between(50, 100) / 100 / 60 * 60))
                reports.append(
                    Report(
                        day: day, task: Int32(task), percent: Int32(progress.percent(done: done, left: left)), remaining: left))
            }
        }
        let isDone = progress.status(item) == .completed
        let day = isDone ? reportDay(item.finish - 1) : SyntheticSettings.dataDate.minutes / 1440
        guard !isSilent(item.project, day) else { return }
        let percent = isDone ? 100 : Int32(progress.percent(task, item))
        reports.append(Report(day: day, task: Int32(task), percent: percent, remaining: progress.remaining(task, item)))
    }
}

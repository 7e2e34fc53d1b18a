import PlanModel
import PlanNetwork

/// Practices 5, 8 and 9: the cascade, uncertainty and progress.
extension GAOReview {
    /// Horizontally by the test of the critical path; vertically by the cascade, links beside the tree included.
    var traceability: GAOResult {
        let test = points[DCMAPoint.criticalPathTest.rawValue - 1]
        guard plan.initiatives.count > 0 else {
            return GAOResult(
                .traceability, points: [test], isSettled: false,
                remark: "without initiatives there is nothing to trace tasks up to")
        }
        return GAOResult(
            .traceability, points: [test], all("tasks lead up to an initiative", tracedTasks(), of: plan.tasks.count))
    }

    /// How many tasks serve an initiative, directly or through goals and projects.
    private func tracedTasks() -> Int {
        let tree = schedule.network.structure.targets
        var (isSeen, isTraced) = ([Bool](repeating: false, count: tree.count), Set<Int32>())
        var stack = Array(tree.targets(.initiative))
        while let target = stack.popLast() {
            if isSeen[target] { continue }
            isSeen[target] = true
            isTraced.formUnion(tree.members[target].map { tree.members.items[$0] })
            stack += tree.children[target].map { Int(tree.children.items[$0]) }
        }
        return isTraced.count
    }

    /// Supported where most unfinished tasks carry a range: without ranges an analysis has nothing to draw from.
    var risk: GAOResult {
        let laws = schedule.network.values.laws
        let uncertain = unfinished.count { laws[review.node($0)].shape != .fixed }
        var evidence: [HealthEvidence] = []
        if !unfinished.isEmpty {
            evidence.append(
                HealthEvidence(
                    "unfinished tasks carry a range", uncertain, of: unfinished.count, holds: 2 * uncertain > unfinished.count))
        }
        evidence.append(HealthEvidence("risks and drivers are named", plan.risks.count, holds: nil))
        return GAOResult(.risk, evidence, remark: "whether the forecast was run and used does not show in data")
    }

    /// Work that has begun must say how far it is, and reports must be fresh.
    var updates: GAOResult {
        let started = plan.tasks.rows.filter { schedule.network.values.progress(of: review.node($0)) == .started }
        let told = started.filter { task in
            schedule.isSpan(review.node(task)) || plan.tasks.integer(.remaining, task) != nil
                || plan.tasks.number(.percentComplete, task) != nil || plan.tasks.number(.physicalPercent, task) != nil
        }
        let evidence = all("started tasks report progress", told.count, of: started.count) + staleness
        let hasBegun = !schedule.network.values.progress.isEmpty
        return GAOResult(
            .updates, points: [points[DCMAPoint.invalidDates.rawValue - 1]], evidence, isSettled: hasBegun,
            remark: hasBegun ? nil : "no task has started yet")
    }

    /// Days from the last report in the history to the data date; nothing without a history.
    private var staleness: [HealthEvidence] {
        let today = plan.settings.dataDate
        let reports = plan.history.rows.compactMap { plan.history.date(.date, $0) }
        // A date without a time is the end of its day, so that a report of today may lie behind the data date's hour.
        guard let last = reports.filter({ $0.minutes <= today.minutes + 1440 }).max() else { return [] }
        let days = max(Int(today.minutes - last.minutes) / 1440, 0)
        return [
            HealthEvidence(
                "days since the last progress report", days, holds: Double(days) <= review.thresholds[.staleDays])
        ]
    }
}

import PlanModel
import PlanNetwork

/// The evidence for each practice of the GAO guide: points of the DCMA assessment, and what the plan's tables say beside them.
struct GAOReview {
    let review: HealthReview
    let points: [DCMAResult]

    init(_ review: HealthReview, _ points: [DCMAResult]) { (self.review, self.points) = (review, points) }

    /// By practice.
    var results: [GAOResult] {
        [
            activities, sequence, resources, durations, traceability, criticalPath, float, risk, updates, baseline,
        ]
    }

    var plan: Plan { review.plan }
    var schedule: Schedule { review.schedule }
    var unfinished: [Int] { review.tasks.unfinished }

    private func points(_ wanted: DCMAPoint...) -> [DCMAResult] { wanted.map { points[$0.rawValue - 1] } }

    /// So many of so many, all of which are asked for; no evidence where there are none.
    func all(_ name: String, _ count: Int, of total: Int) -> [HealthEvidence] {
        total == 0 ? [] : [HealthEvidence(name, count, of: total, holds: count == total)]
    }

    private var activities: GAOResult {
        let tree = schedule.network.structure.targets
        func served(_ kind: TargetKind, _ name: String) -> [HealthEvidence] {
            let targets = tree.targets(kind)
            return all(
                name, targets.count { !tree.children[$0].isEmpty || !tree.members[$0].isEmpty }, of: targets.count)
        }
        return GAOResult(
            .activities,
            served(.initiative, "initiatives have a goal") + served(.goal, "goals have a project")
                + served(.project, "projects have a task"),
            isSettled: false, remark: "work that nobody has written down does not show in data")
    }

    private var sequence: GAOResult {
        let dangling = unfinished.filter(isDangling)
        let limit = review.thresholds[.logic] * Double(unfinished.count)
        return GAOResult(
            .sequence, points: points(.logic, .leads, .lags, .finishToStart, .hardConstraints),
            unfinished.isEmpty
                ? []
                : [
                    HealthEvidence(
                        "unfinished tasks dangle: relations hold only their finish, or leave only their start", dangling.count,
                        of: unfinished.count, holds: Double(dangling.count) <= limit)
                ])
    }

    /// Whether a task has predecessors but none that holds its start, or successors but none that its finish moves.
    private func isDangling(_ task: Int) -> Bool {
        let (structure, node) = (schedule.network.structure, review.node(task))
        func all(_ list: AdjacencyList, _ isLoose: (RelationType) -> Bool) -> Bool {
            !list[node].isEmpty
                && list[node].allSatisfy { place in
                    let item = list.items[place]
                    return item < 0 && isLoose(structure.relations[Int(~item)].type)
                }
        }
        return schedule.network.values.progress(of: node) == .planned && all(structure.predecessors, \.holdsFinish)
            || all(structure.successors, \.leavesStart)
    }

    private var resources: GAOResult {
        let assigned = Set(plan.assignments.integers(.task) ?? [])
        let names = unfinished.count { assigned.contains(Int32($0)) }
        return GAOResult(
            .resources, points: points(.resources),
            unfinished.isEmpty
                ? [] : [HealthEvidence("unfinished tasks have an assignment", names, of: unfinished.count, holds: nil)],
            remark: "whether people have the time shows only in a schedule under capacity")
    }

    private var durations: GAOResult {
        let efforts = plan.tasks.integers(.effort)
        let given = unfinished.count { (efforts?[$0] ?? Cell.absent) != Cell.absent }
        return GAOResult(
            .durations, points: points(.highDuration),
            unfinished.isEmpty
                ? [] : [HealthEvidence("unfinished tasks state an effort", given, of: unfinished.count, holds: nil)],
            remark: "whether durations are realistic shows only against history")
    }

    private var criticalPath: GAOResult {
        let rows = DrivingChain(schedule).tasks.map { Int(schedule.network.structure.taskOfNode[$0]) }
        let free = rows.count { !review.isHardConstrained($0) }
        return GAOResult(
            .criticalPath, points: points(.criticalPathTest, .negativeFloat),
            all("unfinished tasks of the driving path are free of hard constraints", free, of: rows.count))
    }

    private var float: GAOResult { GAOResult(.float, points: points(.highFloat, .negativeFloat)) }

    private var baseline: GAOResult {
        let found = points(.missedTasks, .criticalPathLength, .baselineExecution)
        guard let baseline = review.baseline else {
            let none = plan.baselines.isEmpty
            return GAOResult(
                .baseline, none ? [HealthEvidence("baselines", 0, holds: false)] : [], remark: review.noBaseline)
        }
        let covered = review.tasks.work.count { baseline.finish($0) != nil }
        return GAOResult(
            .baseline, points: found, all("tasks have a baseline finish", covered, of: review.tasks.work.count))
    }
}

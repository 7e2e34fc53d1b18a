public import PlanModel
import PlanNetwork
public import PlanSchedule

/// Float paths into targets and tasks, and the drag of what drives them: what `headway schedule --float-paths` shows.
///
/// The plan stands first, then targets by kind and id, then tasks by id, each in natural order.
public struct PathReport: Sendable {
    /// What was found for one target or task.
    struct Section: Sendable {
        /// The target or task.
        let end: PathEnd
        /// Its paths, the driving one first; empty where no task serves it.
        let paths: [FloatPaths.Path]
        /// The drag of each task of the first path, working minutes of the plan's calendar.
        let drags: [Int32]
    }

    let plan: Plan
    let schedule: Schedule
    let targets: TargetSchedule
    let names: EndNames
    let sections: [Section]
    /// The place of each section.
    private let places: [PathEnd: Int]
    /// How many paths of each were asked for.
    let count: Int

    /// Finds the paths; `nil` where `proceed` said to stop.
    ///
    /// - Parameters:
    ///   - plan: what was compiled.
    ///   - schedule: of the plan's network.
    ///   - ends: what to show, in any order; each once. Empty for every initiative, or the plan where it has none.
    ///   - count: paths for each, 1 or more.
    ///   - proceed: asked now and then.
    /// - Complexity: O(tasks + relations) for each, and what the tasks of its driving path reach.
    public init?(
        of plan: Plan, _ schedule: Schedule, into ends: [PathEnd], count: Int, proceed: () -> Bool = { true }
    ) {
        (self.plan, self.schedule, self.count) = (plan, schedule, count)
        (targets, names) = (TargetSchedule(of: schedule), EndNames(plan, schedule.network))
        let asked = ends.isEmpty ? names.initiatives : names.ordered(ends)
        var incremental = IncrementalTargets(of: schedule.network)
        var sections: [Section] = []
        for end in asked {
            let paths = FloatPaths(into: end, of: targets, count: count).paths
            let driving = paths.first?.nodes ?? []
            guard let drags = PathDrags(of: driving, into: end, &incremental, proceed: proceed) else { return nil }
            sections.append(Section(end: end, paths: paths, drags: drags.minutes))
        }
        self.sections = sections
        places = Dictionary(uniqueKeysWithValues: zip(asked, 0...))
    }

    /// What was found for an end; `nil` where it was not asked for.
    func section(_ end: PathEnd) -> Section? { places[end].map { sections[$0] } }

    /// The task row of a node.
    func row(_ node: Int) -> Int { Int(schedule.network.structure.taskOfNode[node]) }

    /// The id of a node's task.
    func id(_ node: Int) -> String { plan.tasks.text(.id, row(node)) }

    /// When an end is done; `nil` where no task serves it.
    func finish(_ end: PathEnd) -> LocalDateTime? {
        let finish = targets.finish(of: end)
        return finish < 0 ? nil : schedule.date(finish)
    }
}

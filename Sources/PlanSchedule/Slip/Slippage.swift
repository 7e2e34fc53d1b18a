public import PlanModel
import PlanNetwork

/// How far the dates of every task and target have moved from a baseline.
///
/// A target's baseline dates are those of the tasks that serve it today: the earliest start and the latest finish of those that the baseline
/// has. Against another plan they are those of the target of the same id there, by the tasks that served it then. Dates are the scheduled
/// ones, actual where they have come.
public struct Slippage: Sendable {
    /// The slip of a task or target.
    public struct Entry: Sendable, Hashable {
        /// The baseline's dates, spelled as the schedule spells its own: a day without a time of day ends when its work does.
        public let baselineStart: LocalDateTime?, baselineFinish: LocalDateTime?
        /// Working minutes that the baseline gives it; `nil` where it gives none, and for targets.
        public let baselineDuration: Int32?
        /// When it finishes now; `nil` where no task serves the target.
        public let currentFinish: LocalDateTime?
        /// How much later it starts and finishes; `nil` where the baseline has no such date, or one so far off (thousands of years, or
        /// centuries before holidays) that working time is not counted to it.
        public let start: DateSlip?, finish: DateSlip?

        /// How much more working time lies between start and finish, minutes: what the finish slips beyond the start.
        public var durationGrowth: Int32? {
            guard let start, let finish else { return nil }
            return finish.working - start.working
        }
    }

    /// The baseline's name.
    public let baseline: String
    /// By task row; `nil` where the baseline does not have the task.
    public let tasks: [Entry?]
    /// By target; `nil` where the baseline has none of its tasks, or none serves it.
    public let targets: [Entry?]
    /// Dates that the baseline does not give and that its other date and the duration do.
    public let derivedDates: Int
    /// Rows of the other plan's tasks that the plan does not have; empty for the plan's own baselines.
    public let tasksGone: [Int]
    /// Rows of tasks that the baseline does not have.
    public var tasksNotInBaseline: [Int] { tasks.indices.filter { tasks[$0] == nil } }

    /// The earliest date of the baseline, if it has any.
    var firstBaselineDate: LocalDateTime? {
        tasks.lazy.compactMap { entry in [entry?.baselineStart, entry?.baselineFinish].compactMap(\.self).min() }.min()
    }

    /// Holds a schedule against a baseline.
    ///
    /// - Parameters:
    ///   - plan: what was scheduled.
    ///   - schedule: of the plan's network.
    ///   - baseline: one of the plan's baselines, or another plan.
    /// - Precondition: the plan has a baseline of the name, where one is given.
    /// - Complexity: O(tasks + targets + links).
    public init(of plan: Plan, _ schedule: Schedule, baseline: SlipBaseline) {
        let network = schedule.network
        let dates: BaselineDates
        switch baseline {
        case .table(let name): dates = BaselineDates(plan, plan.baselines[name]!)
        case .plan(let other, let before, _): dates = BaselineDates(plan, network, other, before)
        }
        let axes = SlipAxes(plan, network, first: dates.first ?? network.origin)
        func spelled(_ span: BaselineDates.Span, _ node: Int) -> BaselineDates.Span {
            axes.spelled(
                span, milestoneBegins: network.startMilestones.contains(node), on: network.structure.calendar(of: node))
        }
        var derived = 0
        let planned: [BaselineDates.Span?] = plan.tasks.rows.map { row in
            guard var span = dates.spans[row] else { return nil }
            if dates.targets != nil { return span }
            let node = Int(network.structure.nodeOfTask[row])
            if (span.start == nil) != (span.finish == nil), let duration = dates.durations[row] {
                span = axes.completed(span, duration: duration, on: network.structure.calendar(of: node))
                if span.start != nil, span.finish != nil { derived += 1 }
            }
            return axes.spelled(span, as: spelled(span, node), planCalendar: network.structure.planCalendar)
        }
        derivedDates = derived
        let current = plan.tasks.rows.map { row in
            let node = Int(network.structure.nodeOfTask[row])
            return axes.scheduled(node, schedule)
        }
        func entry(
            _ planned: BaselineDates.Span, _ current: BaselineDates.Span, on calendar: Int, duration: Int32? = nil
        ) -> Entry {
            func slip(_ from: LocalDateTime?, _ to: LocalDateTime?) -> DateSlip? {
                guard let from, let to else { return nil }
                return axes.slip(from: from, to: to, on: calendar)
            }
            return Entry(
                baselineStart: planned.start, baselineFinish: planned.finish, baselineDuration: duration,
                currentFinish: current.finish,
                start: slip(planned.start, current.start), finish: slip(planned.finish, current.finish))
        }
        tasks = plan.tasks.rows.map { row in
            let calendar = network.structure.calendar(of: Int(network.structure.nodeOfTask[row]))
            return planned[row].map { entry($0, current[row], on: calendar, duration: dates.durations[row]) }
        }
        let taskOfNode = network.structure.taskOfNode
        let plannedTargets =
            dates.targets ?? BaselineDates.Span.ofTargets(network) { planned[Int(taskOfNode[$0])] ?? .init() }
        let currentTargets = BaselineDates.Span.ofTargets(network) { current[Int(taskOfNode[$0])] }
        targets = zip(plannedTargets, currentTargets).map { planned, current in
            planned == .init() ? nil : entry(planned, current, on: network.structure.planCalendar)
        }
        (self.baseline, tasksGone) = (baseline.name, dates.gone)
    }
}

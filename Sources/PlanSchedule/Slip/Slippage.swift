public import PlanModel
import PlanNetwork

/// How far the dates of every task and target have moved from a baseline.
///
/// A target's baseline dates are those of the tasks that serve it today: the earliest start and the latest finish of those that the baseline
/// has. Dates are the scheduled ones, actual where they have come.
public struct Slippage: Sendable {
    /// The slip of a task or target.
    public struct Entry: Sendable, Hashable {
        /// The baseline's dates, spelled as the schedule spells its own: a day without a time of day ends when its work does.
        public let baselineStart: LocalDateTime?, baselineFinish: LocalDateTime?
        /// How much later it starts and finishes; `nil` where the baseline has no such date.
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
    /// Rows of tasks that the baseline does not have.
    public var tasksNotInBaseline: [Int] { tasks.indices.filter { tasks[$0] == nil } }

    /// Holds a schedule against a baseline.
    ///
    /// - Parameters:
    ///   - plan: what was scheduled.
    ///   - schedule: of the plan's network.
    ///   - baseline: the name of one of the plan's baselines.
    /// - Complexity: O(tasks + targets + links).
    public init(of plan: Plan, _ schedule: Schedule, baseline name: String) {
        let network = schedule.network
        let dates = BaselineDates(plan, plan.baselines[name]!)
        let axes = SlipAxes(plan, network, first: dates.first ?? network.origin)
        func entry(
            _ span: BaselineDates.Span, start: LocalDateTime, finish: LocalDateTime, on calendar: Int
        ) -> Entry {
            Entry(
                baselineStart: span.start, baselineFinish: span.finish,
                start: span.start.map { axes.slip(from: $0, to: start, on: calendar) },
                finish: span.finish.map { axes.slip(from: $0, to: finish, on: calendar) })
        }
        let spans = plan.tasks.rows.map { row in
            let node = Int(network.structure.nodeOfTask[row])
            return dates.spans[row].map {
                axes.spelled(
                    $0, milestoneBegins: network.startMilestones.contains(node), on: network.structure.calendar(of: node))
            }
        }
        tasks = plan.tasks.rows.map { row in
            let node = Int(network.structure.nodeOfTask[row])
            return spans[row].map { span in
                entry(
                    span, start: schedule.date(schedule.startInstant(node)),
                    finish: schedule.date(schedule.finishInstant(node)), on: network.structure.calendar(of: node))
            }
        }
        let current = BaselineDates.Span.ofTargets(network) { node in
            .init(start: schedule.date(schedule.startInstant(node)), finish: schedule.date(schedule.finishInstant(node)))
        }
        let planned = BaselineDates.Span.ofTargets(network) { node in
            spans[Int(network.structure.taskOfNode[node])] ?? .init()
        }
        targets = zip(planned, current).map { planned, current in
            guard planned != .init(), let start = current.start, let finish = current.finish else { return nil }
            return entry(planned, start: start, finish: finish, on: network.structure.planCalendar)
        }
        baseline = name
    }
}

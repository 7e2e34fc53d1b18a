public import PlanModel
import PlanNetwork

/// How long the remaining path to the plan's finish is, and how much room it has.
///
/// Source: DCMA 14-Point Assessment (2009), point 13: the length runs from the data date to the finish. Guides differ on the float: it is
/// taken to the baseline's finish where there is a baseline (as the index is meant to tell whether the baseline can be kept), else it is
/// the total float of the task that finishes last, where constraints, deadlines or a date to finish by give it any.
public struct CriticalPathLength: Sendable {
    /// What the total float is measured to.
    public enum Measure: String, Sendable {
        /// The latest finish in the baseline.
        case baseline
        /// The late finish of the last task, by constraints, deadlines and dates to finish by.
        case constraints
        /// Nothing: the float would be 0 whatever happens.
        case nothing
    }

    /// Working minutes of the plan's calendar from the data date to the plan's finish, above 0.
    public let length: Int32
    /// Working minutes by which the finish may still slip; negative where it is too late.
    public let totalFloat: Int32
    /// What the float is measured to.
    public let measure: Measure

    /// Measures a schedule.
    ///
    /// - Parameter baselineFinish: the latest finish in the baseline; `nil` without one.
    /// - Returns: `nil` where nothing is left after the data date.
    public init?(of schedule: Schedule, baselineFinish: LocalDateTime?) {
        let network = schedule.network
        let calendar = network.structure.calendars[network.structure.planCalendar]
        let finish = calendar.work(at: schedule.finish)
        length = finish - calendar.work(at: network.values.dataDate)
        guard length > 0, let last = DrivingChain.lastTask(schedule) else { return nil }
        if let baselineFinish {
            (measure, totalFloat) = (.baseline, calendar.work(at: network.instant(of: baselineFinish)) - finish)
        } else {
            measure = Self.hasEnd(network) ? .constraints : .nothing
            totalFloat = schedule.totalFloat(last)
        }
    }

    /// Whether any date says how late work may be.
    private static func hasEnd(_ network: Network) -> Bool {
        network.values.limits.contains {
            $0.lateFinishCap < Int32.max || $0.lateStartCap < Int32.max || $0.lateFinishPin != nil || $0.lateStartPin != nil
        } || network.structure.floatScopes?.mustFinish.contains { $0 < Int32.max } ?? false
    }
}

public import PlanModel

/// Earned value and earned schedule of one target at the data date.
///
/// Amounts are whole units of the basis (`EarnedValue.amount(_:)`), so that sums are exact; durations are working minutes of the plan's
/// calendar, from the target's first baseline start on.
public struct EarnedTarget: Sendable, Hashable {
    /// Tasks with a usable row in the baseline, and tasks without one, which count nowhere here.
    public let tasks: Int, tasksLeftOut: Int
    /// Budget at completion (BAC), planned value (PV) and earned value (EV), units.
    public let budget: Int64, planned: Int64, earned: Int64
    /// Where time stands; `nil` for a target without a task in the baseline.
    public let time: EarnedTime?

    /// Schedule variance, SV = EV − PV, units.
    public var variance: Int64 { earned - planned }

    /// Schedule performance index, SPI = EV / PV; `nil` where nothing was planned yet.
    public var performance: Double? { planned > 0 ? Double(earned) / Double(planned) : nil }

    /// What the forecasts start from, minutes and units; `nil` without an earned schedule.
    ///
    /// - Parameter actualCost: units; `nil` where it is not known.
    public func measures(actualCost: Double? = nil) -> EarnedMeasures? {
        guard let time, let earnedSchedule = time.earnedSchedule else { return nil }
        return EarnedMeasures(
            plannedDuration: Double(time.plannedDuration), actualTime: Double(time.actualTime),
            earnedSchedule: Double(earnedSchedule), budget: Double(budget), planned: Double(planned), earned: Double(earned),
            actualCost: actualCost)
    }
}

/// The durations of a target, working minutes of the plan's calendar.
public struct EarnedTime: Sendable, Hashable {
    /// First start and last finish in the baseline.
    public let baselineStart: LocalDateTime, baselineFinish: LocalDateTime
    /// Planned duration (PD): from the baseline's start to its finish.
    public let plannedDuration: Int32
    /// Actual time (AT): from the baseline's start to the data date, or to the last actual finish of a finished target; 0 before.
    public let actualTime: Int32
    /// Earned schedule (ES): how long the baseline took to plan what is earned now; all of `plannedDuration` for a finished target;
    /// `nil` where nothing has a weight.
    public let earnedSchedule: Int32?
    /// The moment of the baseline that `earnedSchedule` stands for.
    public let earnedScheduleDate: LocalDateTime?
    /// Whether all tasks in the baseline are finished.
    public let isFinished: Bool

    /// SV(t) = ES − AT, negative where the target is behind.
    public var variance: Int32? { earnedSchedule.map { $0 - actualTime } }

    /// SPI(t) = ES / AT, below 1 where the target is behind; `nil` before the baseline's start.
    public var performance: Double? { actualTime > 0 ? earnedSchedule.map { Double($0) / Double(actualTime) } : nil }
}

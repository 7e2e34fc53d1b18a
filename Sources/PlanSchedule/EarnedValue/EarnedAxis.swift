import PlanModel
import PlanNetwork

/// The one axis of time on which targets are measured: working minutes of the plan's calendar.
///
/// Baselines may begin before the plan's epoch; the axis then begins with them.
struct EarnedAxis: Sendable {
    private let calendar: WorkingTime
    private let origin: LocalDateTime

    /// - Parameter first: the earliest date that will be asked for.
    init(_ plan: Plan, _ network: Network, first: LocalDateTime) {
        let definition = plan.settings.calendars.resolved(plan.settings.calendar)
        let own = first < network.origin ? WorkingTime(definition, epochDay: first.day) : nil
        calendar = own ?? network.structure.calendars[network.structure.planCalendar]
        origin = own == nil ? network.origin : LocalDateTime(minutes: Int32(first.day * 1440))
    }

    /// Whether a date lies before the axis, so that its position is 0: only where no calendar table could reach it.
    func isBefore(_ date: LocalDateTime) -> Bool { date < origin }

    /// The working minutes up to a date.
    func position(_ date: LocalDateTime) -> Int32 { calendar.work(at: date.minutes(since: origin)) }

    /// A position spelled as a start.
    func start(_ position: Int32) -> LocalDateTime { origin.advanced(byMinutes: calendar.start(at: position)) }

    /// A position spelled as a finish.
    ///
    /// - Parameter position: no later than some date's.
    func finish(_ position: Int32) -> LocalDateTime { origin.advanced(byMinutes: calendar.finish(at: position)) }

    /// A forecast position spelled as a finish; `nil` beyond two thousand years.
    func finish(forecast position: Double) -> LocalDateTime? {
        let latest = (position / Double(calendar.weekWork) + 1) * 10_080 + Double(calendar.repeatInstant)
        return position >= 0 && latest < 0x1p30 ? finish(Int32(position.rounded())) : nil
    }
}

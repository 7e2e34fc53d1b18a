import PlanModel
import PlanNetwork

/// Working time between any two dates on each of a network's calendars.
///
/// Baselines may begin before the plan's epoch, where the network's tables end; the axes then begin with them. They reach two thousand years.
struct SlipAxes {
    private let calendars: [WorkingTime]
    private let origin: LocalDateTime
    /// When the plan begins: a schedule spells nothing earlier, even where the working time before it is none.
    private let epoch: LocalDateTime

    /// - Parameter first: the earliest date that will be asked for.
    init(_ plan: Plan, _ network: Network, first: LocalDateTime) {
        let own = network.structure.calendars
        epoch = network.date(of: network.epoch)
        let definitions = plan.settings.calendars
        // Round the clock, the last one, counts the same from anywhere.
        let earlier =
            first < network.origin
            ? own.indices.compactMap { index in
                index < definitions.count ? WorkingTime(definitions.resolved(index), epochDay: first.day) : own[index]
            } : []
        if earlier.count == own.count {
            (calendars, origin) = (earlier, LocalDateTime(minutes: Int32(first.day * 1440)))
        } else {
            (calendars, origin) = (own, network.origin)
        }
    }

    /// Whether working time is counted up to a date.
    private func reaches(_ date: LocalDateTime) -> Bool { date >= origin && date.minutes(since: origin) < 1 << 30 }

    /// Two dates of work as a schedule spells them: a start at the moment when work begins, a finish when it ends, a milestone's as one moment.
    ///
    /// - Parameter begins: whether something begins with the milestone.
    func spelled(_ span: BaselineDates.Span, milestoneBegins begins: Bool, on calendar: Int) -> BaselineDates.Span {
        let time = calendars[calendar]
        func start(_ date: LocalDateTime) -> LocalDateTime {
            guard reaches(date) else { return date }
            return origin.advanced(byMinutes: time.start(at: position(date, calendar)))
        }
        func finish(_ date: LocalDateTime) -> LocalDateTime {
            guard reaches(date) else { return date }
            let position = position(date, calendar)
            let spelled = origin.advanced(byMinutes: time.finish(at: position))
            // No work lies before the first position, and none of the plan's before its epoch.
            if position > 0, spelled > epoch || date < epoch { return spelled }
            return date < epoch ? start(date) : min(start(date), max(epoch, spelled))
        }
        if let moment = span.start, moment == span.finish {
            let spelled = begins ? start(moment) : finish(moment)
            return .init(start: spelled, finish: spelled)
        }
        return .init(start: span.start.map(start), finish: span.finish.map(finish))
    }

    /// Dates in another spelling where no working time of the plan lies between; else as they were given, since they were approved so.
    func spelled(_ given: BaselineDates.Span, as other: BaselineDates.Span, planCalendar: Int) -> BaselineDates.Span {
        func choose(_ given: LocalDateTime?, _ other: LocalDateTime?) -> LocalDateTime? {
            guard let given, let other, given.minuteOfDay != 0, reaches(given), reaches(other) else { return other }
            return position(given, planCalendar) == position(other, planCalendar) ? other : given
        }
        return .init(start: choose(given.start, other.start), finish: choose(given.finish, other.finish))
    }

    /// When a node starts and finishes by a schedule; actual dates that are days spelled as moments of work.
    func scheduled(_ node: Int, _ schedule: Schedule) -> BaselineDates.Span {
        let (start, finish) = (schedule.date(schedule.startInstant(node)), schedule.date(schedule.finishInstant(node)))
        let span = BaselineDates.Span(start: start, finish: finish)
        guard start.minuteOfDay == 0 || finish.minuteOfDay == 0 else { return span }
        let network = schedule.network
        return spelled(
            span, milestoneBegins: network.startMilestones.contains(node), on: network.structure.calendar(of: node))
    }

    /// Two dates of which one is missing, with the other one found from it and the working minutes between; as they are where that lies beyond
    /// the axes.
    func completed(_ span: BaselineDates.Span, duration: Int32, on calendar: Int) -> BaselineDates.Span {
        let time = calendars[calendar]
        var span = span
        if duration == 0 {
            (span.start, span.finish) = (span.start ?? span.finish, span.finish ?? span.start)
        } else if let start = span.start, reaches(start) {
            let end = Int(position(start, calendar)) + Int(duration)
            guard (end / Int(time.weekWork) + 1) * 10_080 + Int(time.repeatInstant) < 1 << 30 else { return span }
            span.finish = origin.advanced(byMinutes: time.finish(at: Int32(end)))
        } else if let finish = span.finish, reaches(finish), position(finish, calendar) >= duration {
            span.start = origin.advanced(byMinutes: time.start(at: position(finish, calendar) - duration))
        }
        return span
    }

    /// How much later `date` is than `base`; `nil` where one of them lies beyond the axes.
    func slip(from base: LocalDateTime, to date: LocalDateTime, on calendar: Int) -> DateSlip? {
        guard reaches(base), reaches(date) else { return nil }
        return DateSlip(working: position(date, calendar) - position(base, calendar), elapsed: date.minutes(since: base))
    }

    private func position(_ date: LocalDateTime, _ calendar: Int) -> Int32 {
        calendars[calendar].work(at: date.minutes(since: origin))
    }
}

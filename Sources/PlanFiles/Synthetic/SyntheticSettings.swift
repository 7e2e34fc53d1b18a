import PlanModel

/// What `plan.yaml` says of a synthetic organisation: half a year into 2027, three calendars, ranges by class of work.
enum SyntheticSettings {
    /// Calendars by their place in the settings.
    static let standard: Int32 = 0, earlyWeek: Int32 = 1, shifts: Int32 = 2

    static let epoch = LocalDateTime(year: 2027, month: 1, day: 4, minuteOfDay: 480)!
    static let dataDate = LocalDateTime(year: 2027, month: 6, day: 30, minuteOfDay: 1020)!

    /// Days on which the standard calendar rests, days since 1970-01-01.
    static let holidays = [
        (2027, 3, 26), (2027, 3, 29), (2027, 5, 6), (2027, 5, 17), (2027, 11, 1), (2027, 12, 24), (2028, 4, 14), (2028, 4, 17),
        (2028, 5, 1), (2028, 5, 25), (2028, 6, 5), (2028, 11, 1), (2028, 12, 25), (2028, 12, 26), (2029, 1, 1),
    ].map { LocalDateTime(year: $0, month: $1, day: $2)!.day }

    /// Classes of work with their ranges, in the order in which tasks draw them.
    static let classes: [(name: String, factors: RangeFactors)] = [
        ("routine", RangeFactors(optimistic: 0.9, mostLikely: 1, pessimistic: 1.3)),
        ("novel", RangeFactors(optimistic: 0.8, mostLikely: 1, pessimistic: 2)),
        ("building", RangeFactors(optimistic: 0.9, mostLikely: 1, pessimistic: 1.6)),
        ("approval", RangeFactors(optimistic: 0.7, mostLikely: 1, pessimistic: 2.5)),
    ]

    static func settings(name: String) -> PlanSettings {
        var settings = PlanSettings(name: name, epoch: epoch)
        settings.dataDate = dataDate
        settings.calendars = calendars
        settings.cadence = Cadence(everyDays: 14, graceDays: 3)
        for (name, factors) in classes { settings.ranges[name] = .factors(factors, nil) }
        settings.levels = ["initiative": "Key initiative", "goal": "Goal"]
        return settings
    }

    private static var calendars: [CalendarDefinition] {
        var standard = CalendarDefinition.standard
        for day in holidays { standard.exceptions[day] = [] }
        let partTime = CalendarDefinition(name: "early_week", base: 0, week: [nil, nil, nil, [], [], nil, nil])
        let day = [Shift(start: 390, end: 840), Shift(start: 870, end: 1320)]
        let everyDay = CalendarDefinition(name: "shifts", week: Array(repeating: day, count: 7))
        return [standard, partTime, everyDay]
    }
}

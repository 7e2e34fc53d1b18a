public import Headway

/// Calendars that are hard on a scheduler: odd minutes, nights, Saturdays, inheritance, free and extra days.
public enum RandomCalendars {
    /// All of them; the first is the standard one with a holiday.
    public static let all: [CalendarDefinition] = [office, early, night, clock, brief, saturdays]

    private static func day(_ month: Int, _ day: Int) -> Int { LocalDateTime(year: 2027, month: month, day: day)!.day }

    /// Monday to Friday, 08:00–12:00 and 13:00–17:00, without 6 January and the week from 1 February.
    static var office: CalendarDefinition {
        var calendar = CalendarDefinition.standard
        calendar.name = "office"
        calendar.exceptions[day(1, 6)] = []
        for number in 1...5 { calendar.exceptions[day(2, number)] = [] }
        return calendar
    }

    /// Tuesday to Saturday from 08:07 to 12:30 and 13:01 to 16:59, with a short day.
    static let early = CalendarDefinition(
        name: "early",
        week: (0..<7).map { (1...5).contains($0) ? [Shift(start: 487, end: 750), Shift(start: 781, end: 1019)] : [] },
        exceptions: [day(1, 12): [Shift(start: 600, end: 613)]])

    /// Every day from 22:00 to 06:00, so that work runs through midnight.
    static let night = CalendarDefinition(
        name: "night", week: Array(repeating: [Shift(start: 0, end: 360), Shift(start: 1320, end: 1440)], count: 7),
        exceptions: [day(1, 9): [], day(1, 17): [Shift(start: 0, end: 1440)]])

    /// Around the clock.
    static let clock = CalendarDefinition(name: "clock", week: Array(repeating: [Shift(start: 0, end: 1440)], count: 7))

    /// Monday, Wednesday and Friday from 23:00 to midnight, and a single minute on Sundays.
    static let brief = CalendarDefinition(
        name: "brief",
        week: [
            [Shift(start: 1080, end: 1440)], [], [Shift(start: 1080, end: 1440)], [], [Shift(start: 1080, end: 1440)], [],
            [Shift(start: 719, end: 720)],
        ])

    /// As `office`, and on Saturday mornings, and on 6 January after all.
    static let saturdays = CalendarDefinition(
        name: "saturdays", base: 0, week: [nil, nil, nil, nil, nil, [Shift(start: 540, end: 765)], nil],
        exceptions: [day(1, 6): [Shift(start: 480, end: 720)]])
}

/// How long a working day and a working week are when a duration is written as `5d` or `2w`.
///
/// Both come from the plan's own calendar: a week is its weekly working time, a day the weekly time shared by its working days,
/// to the whole minute. Tasks on other calendars are written in the same units, so that `5d` means one thing in a plan.
public struct WorkUnits: Sendable, Hashable {
    /// Working minutes of a day.
    public var minutesPerDay: Int
    /// Working minutes of a week.
    public var minutesPerWeek: Int

    /// Units of the given lengths, minutes.
    public init(minutesPerDay: Int, minutesPerWeek: Int) {
        (self.minutesPerDay, self.minutesPerWeek) = (minutesPerDay, minutesPerWeek)
    }

    /// The units of a calendar with its inheritance resolved; eight hours and forty for one that never works.
    public init(of calendar: CalendarDefinition) {
        let days = calendar.week.map { ($0 ?? []).reduce(0) { $0 + $1.end - $1.start } }.filter { $0 > 0 }
        let week = days.reduce(0, +)
        self =
            days.isEmpty
            ? .init(minutesPerDay: 480, minutesPerWeek: 2400)
            : .init(minutesPerDay: (week + days.count / 2) / days.count, minutesPerWeek: week)
    }

    /// A duration as plan files spell it, exact: whole days, else days and hours, else minutes beside them: `3d 4h 20m`.
    public func text(minutes: Int) -> String {
        var rest = minutes.magnitude
        var parts: [String] = []
        for (length, unit) in [(UInt(minutesPerDay), "d"), (60, "h"), (1, "m")] where rest >= length {
            parts.append("\(rest / length)\(unit)")
            rest %= length
        }
        return (minutes < 0 ? "-" : "") + (parts.isEmpty ? "0d" : parts.joined(separator: " "))
    }
}

import PlanModel

/// The standard calendar as positions: working minutes since the epoch, in days of 08:00–12:00 and 13:00–17:00.
struct WorkClock: Sendable {
    /// Working minutes of a day.
    static let day: Int32 = 480

    private let epochDay = SyntheticSettings.epoch.day
    /// The working days, as days after the epoch's; ascending.
    private let workingDays: [Int32]
    /// How many working days lie before each day after the epoch's.
    private let worked: [Int32]
    /// The position of the data date.
    let now: Int32

    /// No plan lasts longer: forty years.
    private static let reach = 14_600

    init() {
        let holidays = Set(SyntheticSettings.holidays)
        var (days, before): ([Int32], [Int32]) = ([], [])
        for offset in 0..<Self.reach {
            before.append(Int32(days.count))
            let day = SyntheticSettings.epoch.day + offset
            if Weekday(day: day).rawValue < 5, !holidays.contains(day) { days.append(Int32(offset)) }
        }
        before.append(Int32(days.count))
        (workingDays, worked) = (days, before)
        now = before[SyntheticSettings.dataDate.day - SyntheticSettings.epoch.day + 1] * Self.day
    }

    private func instant(_ position: Int32) -> Int32 {
        let (day, rest) = (Int(position / Self.day), position % Self.day)
        return Int32(epochDay * 1440) + workingDays[day] * 1440 + 480 + rest + (rest >= 240 ? 60 : 0)
    }

    /// A position as a date of a start, minutes since 1970-01-01: 08:00, not 17:00 of the day before.
    func start(_ position: Int32) -> Int32 { instant(position) }

    /// A position as a date of a finish: 17:00, not 08:00 of the next working day.
    func finish(_ position: Int32) -> Int32 { position <= 0 ? instant(0) : instant(position - 1) + 1 }

    /// The position of a date, minutes since 1970-01-01.
    func position(_ minutes: Int32) -> Int32 {
        let since = max(0, minutes - Int32(epochDay * 1440))
        let (day, time) = (Int(since / 1440), since % 1440)
        let morning = min(max(time - 480, 0), 240)
        let inside = worked[day + 1] > worked[day] ? morning + min(max(time - 780, 0), 240) : 0
        return worked[day] * Self.day + inside
    }

    /// The end of the day on which a position is reached, minutes since 1970-01-01: how a date alone is stored.
    func endOfDay(_ position: Int32, plus days: Int = 0) -> Int32 {
        (finish(position) / 1440 + 1 + Int32(days)) * 1440
    }
}

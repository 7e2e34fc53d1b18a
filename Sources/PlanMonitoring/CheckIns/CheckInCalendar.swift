import PlanModel

/// The meetings expected and held in one month of a period.
public struct CheckInMonth: Sendable, Equatable {
    /// The first day of the month or of the period, whichever is later.
    public let firstDay: Int
    /// Meetings that fell due in the month: after every so many active days of a pair as its cadence says.
    public internal(set) var expected = 0
    /// Meetings held.
    public internal(set) var held = 0

    init(firstDay: Int) { self.firstDay = firstDay }
}

/// Counts meetings by the month of their day.
struct CheckInCalendar {
    /// Every month of the period, in order.
    private(set) var months: [CheckInMonth] = []
    /// The place in `months` of each day of the period.
    private var monthOfDay: [Int32] = []
    private let firstDay: Int

    init(_ period: Period) {
        firstDay = period.firstDay
        monthOfDay.reserveCapacity(period.dayCount)
        var month = 0
        for day in period.firstDay...period.lastDay {
            let date = LocalDateTime(day: day).date
            if months.isEmpty || date.month != month { months.append(CheckInMonth(firstDay: day)) }
            month = date.month
            monthOfDay.append(Int32(months.count - 1))
        }
    }

    mutating func expect(_ day: Int) { months[Int(monthOfDay[day - firstDay])].expected += 1 }
    mutating func hold(_ day: Int) { months[Int(monthOfDay[day - firstDay])].held += 1 }
}

extension LocalDateTime {
    /// Midnight at which a day begins, days as `day` counts them.
    init(day: Int) { self.init(minutes: Int32(clamping: day * 1440)) }
}

import PlanModel
import PlanStatistics

extension String {
    /// With a capital first letter.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// How dates, shares and spans of time are spelt for people.
enum Spelling {
    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// A date to the day: `14 May 2028`.
    static func day(_ date: LocalDateTime) -> String {
        let (year, month, day) = date.date
        return "\(day) \(months[month - 1]) \(year)"
    }

    /// The day on which something ends: midnight ends the day before it.
    static func lastDay(_ date: LocalDateTime) -> String { day(ending(date)) }

    /// An end to the day without its year: `14 May`.
    static func shortDay(_ date: LocalDateTime) -> String {
        let (_, month, day) = ending(date).date
        return "\(day) \(months[month - 1])"
    }

    /// An end as files of results spell it: the midnight that ends a day is `23:59`, so that it names the right day everywhere.
    static func ending(_ date: LocalDateTime) -> LocalDateTime {
        date.minuteOfDay == 0 ? LocalDateTime(minutes: date.minutes - 1) : date
    }

    /// The time of day: `17:00`; midnight is that which ends a day.
    static func time(_ date: LocalDateTime) -> String {
        let minute = date.minuteOfDay == 0 ? 1440 : date.minuteOfDay
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(padded(minute / 60)):\(padded(minute % 60))"
    }

    /// A date to the month: `May 2028`.
    static func month(_ date: LocalDateTime) -> String { "\(months[date.date.month - 1]) \(date.date.year)" }

    /// An end no finer than its standard error: to the day, to a third of the month (from 4 working days on), to the month (from 10).
    static func lastDay(_ end: LocalDateTime, errorDays: Double) -> String {
        let date = ending(end)
        if errorDays < 4 { return day(date) }
        if errorDays >= 10 { return month(date) }
        let part = date.date.day <= 10 ? "early" : date.date.day <= 20 ? "mid" : "late"
        return "\(part) \(month(date))"
    }

    /// A count with thin groups: `12,400`.
    static func count(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var result = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return (value < 0 ? "-" : "") + result
    }

    /// A count and its noun: `1 task`, `2 tasks`.
    static func count(_ value: Int, _ noun: String) -> String { "\(count(value)) \(noun)\(value == 1 ? "" : "s")" }

    /// A count and its verb: `1 carries`, `2 carry`.
    static func verb(_ value: Int, _ one: String, _ several: String) -> String {
        "\(count(value)) \(value == 1 ? one : several)"
    }

    /// A share to whole per cent: `33 %`; `< 1 %` and `> 99 %` where rounding would claim certainty.
    static func percent(_ share: Proportion) -> String {
        if share.hits == 0, share.interval.upperBound <= 0.01 { return "< 1 %" }
        if share.hits == share.count, share.interval.lowerBound >= 0.99 { return "> 99 %" }
        if share.hits > 0, share.value < 0.005 { return "< 1 %" }
        if share.hits < share.count, share.value >= 0.995 { return "> 99 %" }
        return "\(Int((share.value * 100).rounded())) %"
    }

    /// A share and its standard error in points: `33 % ±1`; where all or none counted, the error that Wilson's interval leaves.
    static func percentWithError(_ share: Proportion) -> String {
        let text = percent(share)
        guard !text.hasPrefix("<"), !text.hasPrefix(">") else { return text }
        let wilson = (share.interval.upperBound - share.interval.lowerBound) / (2 * 1.96)
        let error = 100 * (share.standardError > 0 ? share.standardError : wilson)
        let tenths = Int((error * 10).rounded(.up))
        return tenths >= 10 ? "\(text) ±\(Int(error.rounded()))" : "\(text) ±0.\(max(tenths, 1))"
    }

    /// Working minutes as working days: `12.5 d`, `-3 d`.
    static func days(_ minutes: Int, _ units: WorkUnits) -> String {
        let tenths = Int((Double(minutes) * 10 / Double(units.minutesPerDay)).rounded())
        let rest = tenths.magnitude % 10
        return (tenths < 0 ? "-" : "") + count(Int(tenths.magnitude / 10)) + (rest == 0 ? "" : ".\(rest)") + " d"
    }

    /// Texts in a row: `a`, `a and b`, `a, b and c`.
    static func list(_ items: [String]) -> String {
        guard items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
    }
}

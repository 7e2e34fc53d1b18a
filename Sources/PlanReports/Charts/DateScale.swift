import PlanModel

/// Dates laid over pixels, with ticks at round dates whose labels do not touch.
struct DateScale {
    let from: LocalDateTime, to: LocalDateTime
    /// Where they are, pixels.
    let left: Double, right: Double

    /// A round date and its label.
    struct Tick {
        let x: Double
        let label: String
    }

    /// An axis from the first to the last of some dates, with a little room at both ends; `nil` without dates.
    init?(over dates: [LocalDateTime], left: Double, right: Double) {
        guard let first = dates.min(), let last = dates.max() else { return nil }
        let room = max((Int(last.minutes) - Int(first.minutes)) / 50, 720)
        (from, to) = (
            LocalDateTime(minutes: Int32(clamping: Int(first.minutes) - room)),
            LocalDateTime(minutes: Int32(clamping: Int(last.minutes) + room))
        )
        (self.left, self.right) = (left, right)
    }

    /// The pixel of a date; dates outside stand at the ends.
    func callAsFunction(_ date: LocalDateTime) -> Double {
        let (span, place) = (Double(to.minutes) - Double(from.minutes), Double(date.minutes) - Double(from.minutes))
        return left + min(max(place / span, 0), 1) * (right - left)
    }

    /// Round dates, the closest together whose labels fit; each label is centred on its date and within the axis.
    var ticks: [Tick] {
        let metrics = TextMetrics()
        for step in Step.all {
            let days = step.days
            let pixels = (right - left) * days * 1440 / (Double(to.minutes) - Double(from.minutes))
            guard pixels >= metrics.width(of: step.widest) + 14 else { continue }
            // The first label tells the year where days are told, if it can.
            let hasRoom = pixels >= metrics.width(of: "30 Mar 2028") + 10
            let ticks = step.dates(from: from, to: to).enumerated().map { place, date in
                Tick(x: self(date), label: hasRoom && place == 0 ? step.longLabel(date) : step.label(date))
            }
            return ticks.filter { tick in
                let half = metrics.width(of: tick.label) / 2
                return tick.x - half >= left - 8 && tick.x + half <= right + 8
            }
        }
        return []
    }

    /// How far apart ticks are.
    private enum Step {
        case days(Int), months(Int)

        static let all: [Step] =
            [1, 2, 7, 14].map(Step.days)
            + [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000].map(Step.months)

        var days: Double {
            switch self {
            case .days(let count): Double(count)
            case .months(let count): Double(count) * 30.4
            }
        }

        var widest: String {
            switch self {
            case .days: "30 Mar"
            case .months(let count): count % 12 == 0 ? "2028" : "Mar 2028"
            }
        }

        func dates(from: LocalDateTime, to: LocalDateTime) -> [LocalDateTime] {
            switch self {
            case .days(let count):
                // Every day count from a Monday on.
                let first = (from.day + count) / count * count
                guard first <= to.day else { return [] }
                return stride(from: first, through: to.day, by: count).map {
                    LocalDateTime(minutes: Int32(clamping: $0 * 1440))
                }
            case .months(let count):
                let (first, last) = (Self.months(from) / count * count, Self.months(to))
                return stride(from: first, through: last, by: count).compactMap { month in
                    guard let date = LocalDateTime(year: month / 12, month: month % 12 + 1, day: 1), date >= from, date <= to
                    else { return nil }
                    return date
                }
            }
        }

        func label(_ date: LocalDateTime) -> String {
            switch self {
            case .days: "\(date.date.day) \(Spelling.months[date.date.month - 1])"
            case .months(let count): count % 12 == 0 ? "\(date.date.year)" : Spelling.month(date)
            }
        }

        /// The same with the year.
        func longLabel(_ date: LocalDateTime) -> String {
            if case .days = self { "\(label(date)) \(date.date.year)" } else { label(date) }
        }

        private static func months(_ date: LocalDateTime) -> Int { date.date.year * 12 + date.date.month - 1 }
    }
}

extension Canvas {
    /// Lines of a grid at the ticks of an axis, and their labels below.
    mutating func axis(_ scale: DateScale, top: Double, bottom: Double) {
        for tick in scale.ticks {
            line(tick.x, top, tick.x, bottom, .grid)
            guard holds(tick.label, centredOn: tick.x) else { continue }
            text(tick.label, tick.x, bottom + 11, .muted, anchor: .middle)
        }
    }

    /// The same of numbers from left to right.
    mutating func axis(_ scale: LinearScale, top: Double, bottom: Double, word: (Double) -> String = LinearScale.word) {
        for tick in scale.ticks(apart: 60) {
            line(scale(tick), top, scale(tick), bottom, .grid)
            guard holds(word(tick), centredOn: scale(tick)) else { continue }
            text(word(tick), scale(tick), bottom + 11, .muted, anchor: .middle)
        }
    }

    /// The same of numbers from bottom to top, labels left of the axis.
    mutating func axisUp(_ scale: LinearScale, left: Double, right: Double, word: (Double) -> String = LinearScale.word) {
        for tick in scale.ticks(apart: 32) {
            line(left, scale(tick), right, scale(tick), .grid)
            text(word(tick), left - 6, scale(tick), .muted, anchor: .end)
        }
    }
}
